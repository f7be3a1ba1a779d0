// How a run ends that does not log in: red, or skipped.
import { error, notice, setOutput } from '@actions/core'
import { redact } from './token.ts'

/**
 * Ends the step red, with one annotation.
 *
 * @param cause what was thrown; its title, where it has one, becomes the annotation's
 * @param tokens what must not be shown
 */
export function fail(cause: unknown, tokens: readonly string[]): void {
  process.exitCode = 1
  const { message, title = 'Choreo login failed' } = (cause ?? {}) as Error & { title?: string }
  error(redact(String(message ?? cause), tokens), { title })
}

/** Ends the step green, with one notice. */
export function skip(why: string): void {
  notice(why, { title: 'Choreo login skipped' })
}

/** Tells later steps that nobody is logged in. */
export function setLoggedOut(): void {
  try {
    setOutput('authenticated', false)
  } catch {
    // A full disk, for example: the step says already that there is no login.
  }
}
