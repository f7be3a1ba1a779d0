// Makes output of others safe to show: without tokens, and without anything that a terminal or a runner
// takes for a command. Pure.
import { encodingsOf, shortestToken } from './token.ts'

/**
 * Removes tokens, control sequences and workflow commands from a text.
 *
 * Each encoding of a token becomes `***` where it stands. A line that still holds eight characters of a
 * token in a row, also with white space or control sequences between them, is hidden as a whole.
 *
 * @param text for example what a CLI printed
 * @param secrets hidden in all of their encodings; anything shorter than a token is ignored
 * @returns plain lines; a line without a part of a token is unchanged
 */
export function redact(text: string, secrets: readonly string[]): string {
  return withoutParts(withoutEncodings(plain(text), secrets), secrets)
    .replaceAll('##[', '# # [')
    .replace(/^([^\S\n]*)::/gm, '$1: :')
}

// ECMA-48: CSI, then the "string" sequences (OSC, DCS, …), then single ones.
const controlSequences =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g

/**
 * Removes control sequences and invisible characters: the runner ignores them when it compares, so they
 * could disguise a command.
 *
 * @returns lines that end with `\n`
 */
export function plain(text: string): string {
  if (/^[\n\t -~]*$/.test(text)) return text
  // Inside the function: a constant of the file would be compiled in every run, which takes longer than the
  // rest of the file.
  const invisible = /[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}/gu
  return text
    .replace(controlSequences, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(invisible, '')
}

function withoutEncodings(text: string, secrets: readonly string[]): string {
  // The longest first: one encoding can be a part of another one.
  const forms = formsOf(secrets).toSorted((a, b) => b.length - a.length)
  return forms.reduce((rest, form) => rest.replaceAll(form, '***'), text)
}

const partLength = shortestToken
const hiddenLine = '*** (line hidden: it holds a part of the token)'
const hiddenOutput = '*** (output hidden: it holds a part of the token)'

function withoutParts(text: string, secrets: readonly string[]): string {
  const parts = splitUp(secrets)
  if (!holds(text, parts)) return text
  const lines = text.split('\n').map((line) => (holds(line, parts) ? hiddenLine : line))
  const shown = lines.join('\n')
  return holds(shown, parts) ? hiddenOutput : shown
}

/** Everything of eight characters that is in an encoding of a token. */
interface Parts {
  readonly all: ReadonlySet<string>
  /** The pairs of characters in them. */
  readonly pairs: ReadonlySet<string>
}

function splitUp(secrets: readonly string[]): Parts {
  const forms = formsOf(secrets).map(withoutSpace)
  const pieces = (length: number) =>
    forms.flatMap((form) =>
      Array.from({ length: Math.max(0, form.length - length + 1) }, (_, at) =>
        form.slice(at, at + length),
      ),
    )
  return { all: new Set(pieces(partLength)), pairs: new Set(pieces(2)) }
}

function holds(text: string, { all, pairs }: Parts): boolean {
  if (all.size === 0) return false
  const dense = withoutSpace(text)
  for (let at = 0; at + partLength <= dense.length; ) {
    // Every part that reaches beyond this window holds its last pair, so most windows are skipped.
    if (!pairs.has(dense.slice(at + partLength - 2, at + partLength))) at += partLength - 1
    else if (all.has(dense.slice(at, at + partLength))) return true
    else at++
  }
  return false
}

function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap(encodingsOf).map(plain)
  return forms.filter((form) => form.length >= shortestToken)
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}
