// Explains why a call of the CLI failed. Pure. The exit code decides whether it failed; the output only
// explains why.
import { redact } from '../token/redact.ts'
import { type KnownFailure, knownFailures, unknownFailure } from './known-failures.ts'
import type { Outcome } from './run.ts'

/** Why a call of the CLI failed. */
export interface Diagnosis extends Pick<KnownFailure, 'title'> {
  readonly kind: NonNullable<KnownFailure['kind']> | 'other'
  /** What failed, what the CLI said, redacted, and what to do. */
  readonly message: string
}

/**
 * Explains a call that failed.
 *
 * @param tokens hidden in the message
 */
export function diagnose(outcome: Outcome, tokens: readonly string[]): Diagnosis {
  const {
    kind = 'other',
    title,
    what,
    advice,
  } = find(outcome, meaningful(outputOf(outcome), tokens))
  const speaker = outcome.startError === '' ? 'CLI' : 'operating system'
  const quoted = quote(withoutUsage(redact(outputOf(outcome), tokens)), speaker)
  return {
    kind,
    title,
    message: [`${what}${endOf(outcome)}`, quoted, advice].filter(Boolean).join('\n'),
  }
}

/** Quotes redacted output: at most six lines of at most 300 characters; empty when there is none. */
export function quote(output: string, speaker = 'CLI'): string {
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .map((line) => `  ${line.length > lineLength ? `${line.slice(0, lineLength)}…` : line}`)
  if (lines.length === 0) return ''
  const omitted = lines.length - firstLines - lastLines
  const shown =
    omitted <= 0
      ? lines
      : [...lines.slice(0, firstLines), `  … ${omitted} more lines`, ...lines.slice(-lastLines)]
  return [`The ${speaker} said:`, ...shown].join('\n')
}

const firstLines = 2
const lastLines = 4
const lineLength = 300
const readLength = 16_384

/** Returns the end of what a call printed; standard error comes last, because a quotation shows last lines. */
export function outputOf({ stdout, stderr, startError }: Outcome): string {
  return [stdout, stderr, startError].map((text) => text.slice(-readLength)).join('\n')
}

// A token can contain words such as "expired", so whole tokens are removed before words are looked for.
function meaningful(output: string, tokens: readonly string[]): string {
  const text = withoutUsage(redact(output, []))
  return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text)
}

// Many CLIs print their usage after an error. It would fill the quotation, and its words ("--timeout",
// "token") explain nothing.
function withoutUsage(output: string): string {
  return output.replace(/^Usage:\n(?:(?:[ \t].*|[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '')
}

// First how the process ended, then its words. Warnings count only if nothing else matches, notices never.
function find(outcome: Outcome, output: string): KnownFailure {
  const byEnd = knownFailures.find(({ ended }) => ended?.(outcome, output))
  if (byEnd !== undefined) return byEnd
  for (const text of [output.replace(warnings, ''), output.replace(notices, '')]) {
    const found =
      knownFailures.find(({ certain }) => certain?.some((words) => words.test(text))) ??
      knownFailures.find(({ likely }) => likely?.test(text))
    if (found !== undefined) return found
  }
  return unknownFailure
}

const warnings = /^[^\w\n]*(notice|note|tip|hint|info|debug|warn(ing)?)\b.*/gim
const notices = /^[^\w\n]*(notice|note|tip|hint)\b.*/gim

function endOf({ exitCode, signal, stopped }: Outcome): string {
  if (stopped !== undefined) return ''
  if (signal !== null) return ` The signal was ${signal}.`
  return exitCode === null ? '' : ` The exit code was ${exitCode}.`
}
