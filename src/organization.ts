// Which organizations a token reaches, read from what `list organizations` prints. Pure.
// The shape of that JSON is documented nowhere, so it is read tolerantly; who counts as reached is not.

/** An organization, in whatever words the CLI has for it. */
export interface Organization {
  /** Its handle, name and ids, as far as they are printed. */
  readonly names: readonly string[]
}

/**
 * Reads the organizations out of a CLI's output.
 *
 * @param printed JSON, perhaps with notices before and after it, perhaps in several pages
 * @returns the organizations, or undefined when there is no list of any in it
 */
export function parseOrganizations(printed: string): readonly Organization[] | undefined {
  const lists = jsonValues(printed)
    .map(listIn)
    .filter((list) => list !== undefined)
  return lists.length === 0 ? undefined : lists.flat()
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

const longestScan = 1024 * 1024
const mostValues = 1000

// Every JSON array or object that starts a line; what stands between them is talk.
function jsonValues(printed: string): unknown[] {
  const text = printed.slice(-longestScan)
  const values: unknown[] = []
  const starts = /^[^\S\n]*(?=[[{])/gm
  for (let found = starts.exec(text); found !== null && values.length < mostValues; ) {
    const start = found.index + found[0].length
    const end = endOfJson(text, start)
    const value = parse(text.slice(start, end))
    if (value !== undefined) values.push(value)
    starts.lastIndex = value === undefined ? start + 1 : end
    found = starts.exec(text)
  }
  return values
}

function endOfJson(text: string, start: number): number {
  let depth = 0
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs
  tokens.lastIndex = start
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (token[0] === '[' || token[0] === '{') depth++
    else if (token[0] === ']' || token[0] === '}') depth--
    if (depth === 0) return tokens.lastIndex
  }
  return text.length
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wrapper = /^(organi[sz]ations?|orgs|list|data|items|results?|values|nodes|content|pages)$/i

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

const naming = /^(org(ani[sz]ation)?_?)?(handle|name|id|uuid)$/i

function organizationOf(entry: unknown): Organization | undefined {
  if (typeof entry === 'string') return { names: [entry] }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined
  const { organization, org } = entry as Record<string, unknown>
  const names = Object.entries(organization ?? org ?? entry)
    .filter(([key]) => naming.test(key))
    .map(([, name]) => name)
    .filter((name) => typeof name === 'string' || typeof name === 'number')
    .map((name) => String(name).trim())
    .filter((name) => name !== '')
  return names.length === 0 ? undefined : { names }
}
