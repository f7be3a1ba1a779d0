// Explains why a call of the CLI failed. Pure. The exit code decides whether it failed; the output only
// explains why.
import { type TitledError, titledError } from '../runner/titled-error.ts'
import { plain, redact } from '../token/redact.ts'
import { type KnownFailure, knownFailures, unknownFailure } from './known-failures.ts'
import type { Outcome } from './run.ts'

/** Why a call of the CLI failed. */
export interface Diagnosis extends TitledError, Pick<KnownFailure, 'advice'> {
  readonly kind: KnownFailure['kind']
  /** What failed, how the process ended, and what the CLI said, redacted. */
  readonly what: string
}

/**
 * Explains a call that failed.
 *
 * @param secrets hidden in the message
 * @param attempts how often the call was made
 */
export function diagnose(outcome: Outcome, secrets: readonly string[], attempts = 1): Diagnosis {
  const output = outputOf(outcome)
  const text = withoutNotices(withoutUsage(plain(withoutSecrets(output, secrets))))
  const applies = ({ ended, words }: KnownFailure) => ended?.(outcome, text) || words?.test(text)
  const { kind, title, what, advice } = knownFailures.find(applies) ?? unknownFailure
  const speaker = outcome.startError === '' ? 'CLI' : 'operating system'
  const quoted = quote(withoutUsage(redact(output, secrets)), speaker)
  const times = attempts > 1 ? `${attempts} attempts failed. ` : ''
  const explained = `${times}${what}${endOf(outcome)}${quoted && `\n${quoted}`}`
  const error = titledError(title, `${explained}\n${advice}`)
  return Object.assign(error, { kind, what: explained, advice })
}

/** Whether an error is the diagnosis of a call that failed. */
export function isDiagnosis(error: unknown): error is Diagnosis {
  return error instanceof Error && 'advice' in error
}

/** Returns the end of what a call printed; standard error comes last, because a quotation shows last lines. */
export function outputOf({ stdout, stderr, startError }: Outcome): string {
  return [stdout, stderr, startError].map(endOfText).join('\n')
}

const readLength = 16_384

// A part of a line could be a part of a secret, which the runner would not mask.
function endOfText(text: string): string {
  return text.length <= readLength ? text : text.slice(-readLength).replace(/^.*/, '…')
}

// A token can contain words such as "expired".
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, ''), text)
}

// Many CLIs print their usage after an error. It would fill the quotation, and its words ("--timeout",
// "token") explain nothing.
function withoutUsage(output: string): string {
  return output.replace(
    /^Usage:\n(?:(?:[ \t].*|(?!Error)[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm,
    '',
  )
}

/**
 * Removes the lines about new versions from plain output. WSO2 documents that the CLI prints a notice of a new
 * version, but neither its words nor what the CLI prints when it cannot check for one.
 */
export function withoutNotices(text: string): string {
  return text
    .replace(/^[^\w\n]*(notice|note|tip|hint|(a )?new(er)? version|update available)\b.*/gim, '')
    .replace(
      /^.*\bcheck(ing)? for (a |the )?(new(er)? |latest )?(update|version|release)s?\b.*/gim,
      '',
    )
}

function endOf({ exitCode, signal, limit }: Outcome): string {
  if (limit !== undefined) return ''
  if (signal !== null) return ` The signal was ${signal}.`
  return exitCode === null ? '' : ` The exit code was ${exitCode}.`
}

const firstLines = 2
const lastLines = 4
const lineLength = 600
const quoteLength = 1200

/**
 * Quotes redacted output: at most six lines and 1,200 characters; empty when there is none. Lines are whole or
 * left out, because the runner masks a secret only where it is whole.
 */
export function quote(output: string, speaker = 'CLI'): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return ''
  const omitted = lines.length - firstLines - lastLines
  const note = `… ${omitted} more ${omitted === 1 ? 'line' : 'lines'}`
  const chosen =
    omitted <= 0 ? lines : [...lines.slice(0, firstLines), note, ...lines.slice(-lastLines)]
  const bounded = chosen.map((line) =>
    line.length <= lineLength ? `  ${line}` : `  … a line of ${line.length} characters`,
  )
  const shown = bounded.filter((_, at) => bounded.slice(at).join('\n').length <= quoteLength)
  return [`The ${speaker} said:`, ...shown].join('\n')
}
