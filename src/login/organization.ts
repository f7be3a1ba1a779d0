// Which organizations a token reaches, read from what `list organizations` prints. Pure.
// The shape of that JSON is documented nowhere, so it is read tolerantly; who counts as reached is not.
import { orUndefined } from '../or-undefined.ts'

/** An organization, in whatever words the CLI has for it. */
export interface Organization {
  /** Its handle, name and ids, as far as they are printed, in this order. */
  readonly names: readonly string[]
}

/**
 * Reads the organizations out of a CLI's output.
 *
 * @param printed JSON, perhaps with notices before and after it, perhaps in several pages
 * @returns the organizations, or undefined when there is no list of any in it
 */
export function parseOrganizations(printed: string): readonly Organization[] | undefined {
  const lists = documents(printed)
    ?.map((value) => listIn(value) ?? single(value))
    .filter((list) => list !== undefined)
  return lists === undefined || lists.length === 0 ? undefined : lists.flat()
}

/**
 * Tells whether an organization is among those that are reached: by its whole handle, name or id, in
 * upper or lower case.
 */
export function reaches(organizations: readonly Organization[], expected: string): boolean {
  return organizations.some(({ names }) =>
    names.some((name) => name.toLowerCase() === expected.toLowerCase()),
  )
}

const mostBytes = 1_000_000

// The JSON arrays and objects that start a line, or follow each other on it; what stands between them is
// talk. Undefined when one of them is damaged: an inner part of it must not pass for the whole.
function documents(printed: string): unknown[] | undefined {
  // Of longer output only the end was kept.
  if (Buffer.byteLength(printed) > mostBytes) return undefined
  const text = printed
    .replace(/\u001b\[[\d;]*m|\ufeff/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
  const values: unknown[] = []
  for (let at = 0; at < text.length; ) {
    if (!looksLikeJson(text, at)) {
      at = nextLine(text, at)
      continue
    }
    const end = endOfJson(text, at)
    const value = parse(text.slice(at, end))
    if (value === undefined) return undefined
    values.push(value)
    at = afterSpace(text, end)
  }
  return values
}

// "[warning] …" is none.
function looksLikeJson(text: string, at: number): boolean {
  return /^(\{\s*["}]|\[\s*[\]["{])/.test(text.slice(at, at + 100))
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

function afterSpace(text: string, at: number): number {
  let next = at
  while (next < text.length && /[\s,]/.test(text.charAt(next))) next++
  return next
}

function endOfJson(text: string, start: number): number {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (isQuoted) {
      if (character === '\\') at++
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    if (depth === 0) return at + 1
  }
  return text.length
}

function parse(text: string): unknown {
  return orUndefined(() => JSON.parse(text, exactly))
}

// An id can have more digits than a number holds: it is compared as it was printed.
function exactly(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

const wrapper =
  /^(organi[sz]ations?|orgs|list|data|items|results?|values|nodes|edges|content|pages)$/i

// A list, or an object around one. Nothing else that happens to have a name is an organization: the
// owner of one, for example, must never count as one.
function listIn(value: unknown, depth = 0): readonly Organization[] | undefined {
  if (typeof value !== 'object' || value === null || depth > 4) return undefined
  if (Array.isArray(value)) {
    return value.flatMap((entry) => {
      const organization = organizationOf(entry)
      return organization === undefined ? (listIn(entry, depth + 1) ?? []) : [organization]
    })
  }
  const lists = Object.entries(value)
    .filter(([key]) => wrapper.test(key))
    .map(([, inner]) => listIn(inner, depth + 1))
    .filter((list) => list !== undefined)
  return lists.length === 0 ? undefined : lists.flat()
}

// One organization to a line, without a list around them. A handle tells it from other objects.
function single(value: unknown): readonly Organization[] | undefined {
  const organization = organizationOf(value)
  const hasHandle = Object.keys(value ?? {}).some((key) => naming[0]?.test(key))
  return organization === undefined || !hasHandle ? undefined : [organization]
}

const naming = ['handle', 'name', '(uu)?id'].map(
  (word) => new RegExp(`^(org(ani[sz]ation)?[_-]?)?${word}$`, 'i'),
)

function organizationOf(entry: unknown): Organization | undefined {
  if (typeof entry === 'string') return entry.trim() === '' ? undefined : { names: [entry.trim()] }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined
  const own = namesIn(entry, naming)
  // A membership has no name of its own, at most an id: it tells what it is a membership of.
  const { organization, org, node } = entry as Record<string, unknown>
  const inner = organization ?? org ?? node
  const isMembership = inner !== undefined && namesIn(entry, naming.slice(0, 2)).length === 0
  if (isMembership) return organizationOf(inner)
  return own.length === 0 ? undefined : { names: own }
}

function namesIn(entry: object, keys: readonly RegExp[]): readonly string[] {
  return keys
    .flatMap((pattern) => Object.entries(entry).filter(([key]) => pattern.test(key)))
    .map(([, name]) => name)
    .filter((name) => typeof name === 'string' || typeof name === 'number')
    .map((name) => String(name).trim())
    .filter((name) => name !== '')
}
