// What a run says: the lines of its log, and how it ends when it does not log in.
import { debug, error, info, isDebug, notice, setOutput } from '@actions/core'
import { orUndefined } from '../or-undefined.ts'
import { redact } from '../token/token.ts'

/** Writes a line to the log. Parts of it may come from others: none of it becomes a command. */
export function say(line: string): void {
  info(oneLine(redact(line, [])))
}

/** Does work, and tells debug logs how long it took and, when it went well, how it ended. */
export async function timed<T>(
  what: string,
  work: () => Promise<T>,
  result: (value: T) => string = () => 'done',
): Promise<T> {
  // As good as `performance.now()`, which takes a while to load.
  const began = process.uptime()
  const tell = (end: string) => {
    if (isDebug())
      debug(`${what}: ${end} after ${Math.round((process.uptime() - began) * 1000)} ms`)
  }
  return work().then(
    (value) => {
      tell(result(value))
      return value
    },
    (cause: unknown) => {
      tell('failed')
      throw cause
    },
  )
}

/** An error whose annotation has a title of its own. The title is ours, never words of others. */
export function failure(title: string, message: string): Error {
  return Object.assign(new Error(message), { title })
}

/**
 * Ends the step red, with one annotation.
 *
 * @param cause what was thrown; its title, where it has one, becomes the annotation's
 * @param secrets what must not be shown
 */
export function fail(cause: unknown, secrets: readonly string[]): void {
  process.exitCode = 1
  const { message, title = 'Choreo login failed' } = (cause ?? {}) as Error & { title?: string }
  error(redact(String(message ?? cause), secrets), { title })
}

/** Ends the step green, with one notice. */
export function skip(why: string): void {
  notice(why, { title: 'Choreo login skipped' })
}

/** Tells later steps that nobody is logged in. */
export function setLoggedOut(): void {
  // On a full disk, for example, it fails: the step says already that there is no login.
  orUndefined(() => setOutput('authenticated', false))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
