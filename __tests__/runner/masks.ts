// What the runner hides. A mask hides the value as it is and in eleven forms that it takes elsewhere;
// not in hexadecimal, base64url or another case.
import { trim } from './culture.ts'

/** The texts that are hidden, in the forms in which they are. */
export type Masks = Set<string>

/** Hides a value that a step printed behind `::add-mask::`, and each of its lines. */
export function addMask(masks: Masks, value: string): void {
  hide(masks, value)
  for (const line of value.split(/[\r\n]+/)) hide(masks, trim(line))
}

/** Hides one text, and not its lines. */
export function hide(masks: Masks, text: string): void {
  for (const form of formsOf(text)) masks.add(form)
}

/** Hides a secret of the job. */
export function addSecret(masks: Masks, secret: string): void {
  addMask(masks, trim(secret))
}

/** Returns a text as it is shown. Masks that overlap or touch are one `***`. */
export function masked(text: string, masks: ReadonlySet<string>): string {
  const found = [...masks].flatMap((form) => positionsOf(form, text))
  let shown = ''
  let end = 0
  for (const [from, to] of found.sort(([one], [other]) => one - other)) {
    if (shown === '' || from > end) shown += `${text.slice(end, from)}***`
    end = Math.max(end, to)
  }
  return shown + text.slice(end)
}

function positionsOf(form: string, text: string): (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = []
  for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) {
    found.push([from, from + form.length])
  }
  return found
}

function formsOf(value: string): string[] {
  const forms = [
    value,
    ...[0, 1, 2].map((skipped) => base64(value, skipped)),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    json(value),
    uri(value),
    xml(value),
    withoutQuotes(value),
    ...partsForPowerShell(value),
  ]
  return forms.filter((form) => form !== '')
}

// As the end of longer data: `user:` and the value have another base64 than the value alone.
function base64(value: string, skipped: number): string {
  const bytes = Buffer.from(value)
  return bytes.subarray(bytes.length > skipped ? skipped : 0).toString('base64')
}

function json(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1)
  return escaped.replace(/[\x85\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function uri(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}

function xml(value: string): string {
  const entities = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  return Object.entries(entities).reduce(
    (rest, [character, entity]) => rest.replaceAll(character, entity),
    value.replaceAll('&', '&amp;'),
  )
}

function withoutQuotes(value: string): string {
  return value.length > 8 ? (/^"(.*)"$/s.exec(value)?.[1] ?? '') : ''
}

// PowerShell colours a character of a command that fails, which cuts the value in two there.
function partsForPowerShell(value: string): string[] {
  const [, before = '', after = ''] =
    /^(.*?&\+).?(.*)$/s.exec(value) ?? /^(.*&)(.*)$/s.exec(value) ?? []
  return [before, after].filter((part) => part.length >= 6)
}
