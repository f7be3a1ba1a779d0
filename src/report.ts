// What a run says: annotations and outputs.
import { error, setOutput } from '@actions/core'
import { redact } from './token.ts'

/**
 * Ends the step red, with one annotation.
 *
 * @param cause what was thrown
 * @param tokens what must not be shown
 */
export function fail(cause: unknown, tokens: readonly (string | undefined)[]): void {
  const { message = String(cause), title = 'Choreo login failed' } = cause as {
    message?: string
    title?: string
  }
  const known = tokens.filter((token) => token !== undefined && token !== '') as readonly string[]
  process.exitCode = 1
  setOutput('authenticated', false)
  error(redact(message, known), { title })
}
