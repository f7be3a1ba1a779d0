// The runner compares texts by the rules of a culture (ICU, en-US), which see less than a byte does.

// Characters without a weight of their own: NUL and other controls, zero-width and format characters,
// variation selectors.
const ignorable =
  '[\\0-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\p{Default_Ignorable_Code_Point}\\p{Cf}]'

/**
 * Returns where a key begins in a text for the runner; or -1. Ignorable characters may stand inside of
 * the key. A combining mark behind it changes its last character, so that there is no key.
 *
 * @param hasCulture False on a runner without libicu, which compares character by character.
 */
export function indexOfKey(text: string, key: string, from: number, hasCulture: boolean): number {
  if (!hasCulture) return text.indexOf(key, from)
  const characters = [...key].map((character) => `[${character}]`)
  const found = new RegExp(`${characters.join(`${ignorable}*`)}(?!${combining})`, 'gu')
  found.lastIndex = from
  return found.exec(text)?.index ?? -1
}

const combining = `(?!${ignorable})\\p{M}`

/** Whether two texts are the same for the runner. */
export function areSame(one: string, other: string): boolean {
  return compared(one) === compared(other)
}

function compared(text: string): string {
  return text.replace(new RegExp(ignorable, 'gu'), '').normalize()
}

/** What .NET calls white space: not the BOM and U+001C, but NEL (U+0085). */
const whiteSpace = '[\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]'

const leading = new RegExp(`^${whiteSpace}+`)
const trailing = new RegExp(`(?<!${whiteSpace})${whiteSpace}+$`)

export function trimStart(text: string): string {
  return text.replace(leading, '')
}

export function trim(text: string): string {
  return trimStart(text).replace(trailing, '')
}
