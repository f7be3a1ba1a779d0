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

const pieceLength = shortestToken
const hiddenLine = '*** (line hidden: it holds a part of the token)'
const hiddenOutput = '*** (output hidden: it holds a part of the token)'

function withoutParts(text: string, secrets: readonly string[]): string {
  const parts = new Set(formsOf(secrets).flatMap((form) => [...piecesOf(form)]))
  const holdsPart = (line: string) => piecesOf(line).some((piece) => parts.has(piece))
  if (!holdsPart(text)) return text
  const lines = text.split('\n').map((line) => (holdsPart(line) ? hiddenLine : line))
  const shown = lines.join('\n')
  return holdsPart(shown) ? hiddenOutput : shown
}

// The pieces of eight characters of a text, without white space.
function* piecesOf(text: string): Generator<string> {
  const dense = text.replace(/\s+/g, '')
  for (let at = 0; at + pieceLength <= dense.length; at++) yield dense.slice(at, at + pieceLength)
}

function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap(encodingsOf).map(plain)
  return forms.filter((form) => form.length >= shortestToken)
}
