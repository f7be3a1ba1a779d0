// Makes output of others safe to show: without tokens, and without anything that a terminal or a runner
// takes for a command. Pure.
import { encodingsOf } from './token.ts'

/**
 * Removes tokens, control sequences and workflow commands from a text.
 *
 * Parts of eight characters of a token are hidden like the whole, also with white space or control
 * sequences between their characters.
 *
 * @param text for example what a CLI printed
 * @param tokens hidden in all of their encodings
 * @returns plain lines, with `***` in place of a token
 */
export function redact(text: string, tokens: readonly string[]): string {
  return hide(plain(text), tokens)
    .replaceAll('##[', '# # [')
    .replace(/^([^\S\n]*)::/gm, '$1: :')
}

// ECMA-48: CSI, then the "string" sequences (OSC, DCS, …), then single ones.
const controlSequences =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g

// The runner ignores invisible characters when it compares, so they could disguise a command.
function plain(text: string): string {
  if (/^[\n\t -~]*$/.test(text)) return text
  // Inside the function: a constant of the file would be compiled in every run, which takes longer than the
  // rest of the file.
  const invisible = /[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}/gu
  return text
    .replace(controlSequences, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(invisible, '')
}

const partLength = 8

function hide(text: string, tokens: readonly string[]): string {
  if (tokens.length === 0) return text
  const dense = withoutSpace(text)
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index)
  const hidden = new Uint8Array(text.length)
  for (const token of tokens) {
    const size = Math.min(partLength, withoutSpace(plain(token)).length)
    const parts = new Set(
      encodingsOf(token).flatMap((form) => partsOf(withoutSpace(plain(form)), size)),
    )
    for (let at = 0; at + size <= dense.length; at++) {
      if (!parts.has(dense.slice(at, at + size))) continue
      hidden.fill(1, places[at], (places[at + size - 1] ?? text.length) + 1)
    }
  }
  return withStars(text, hidden)
}

function partsOf(form: string, size: number): string[] {
  if (size === 0) return []
  return Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size))
}

function withStars(text: string, hidden: Uint8Array): string {
  let shown = ''
  for (let at = 0; at < text.length; at++) {
    if (!hidden[at]) shown += text.charAt(at)
    else if (!hidden[at - 1]) shown += '***'
  }
  return shown
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}
