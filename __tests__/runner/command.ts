// A workflow command in a line of output.
import { indexOfKey, trim, trimStart } from './culture.ts'

export interface Command {
  /** In lower case. */
  readonly name: string
  /** Names in lower case where the runner knows them. */
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/**
 * Returns the command in a line; or undefined, and the line is text.
 *
 * @param names The names that count, in lower case. All others are text.
 * @param hasCulture See `indexOfKey`.
 */
export function commandIn(
  line: string,
  names: ReadonlySet<string>,
  hasCulture: boolean,
): Command | undefined {
  const parsed = [parse(line, hasCulture), parseOld(line, hasCulture)]
  return parsed.find((command) => command !== undefined && names.has(command.name))
}

// `::name key=value,key=value::data`, behind white space only.
function parse(line: string, hasCulture: boolean): Command | undefined {
  const text = trimStart(line)
  if (indexOfKey(text, '::', 0, hasCulture) !== 0) return undefined
  // The runner skips two characters, also where ignorable ones made the key longer.
  const end = indexOfKey(text, '::', 2, hasCulture)
  if (end < 0) return undefined
  const [name, properties] = splitHead(text.slice(2, end))
  return {
    name,
    properties: propertiesOf(trim(properties), ',', unescapedProperty),
    data: unescaped(text.slice(end + 2), dataEscapes),
  }
}

// `##[name key=value;key=value]data`, anywhere in a line. What stands before it is lost.
function parseOld(line: string, hasCulture: boolean): Command | undefined {
  const start = indexOfKey(line, '##[', 0, hasCulture)
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const [name, properties] = splitHead(line.slice(start + 3, end))
  return {
    name,
    properties: propertiesOf(properties, ';', (value) => unescaped(value, oldEscapes)),
    data: unescaped(line.slice(end + 1), oldEscapes),
  }
}

function splitHead(head: string): readonly [name: string, properties: string] {
  const space = head.indexOf(' ')
  if (space < 0) return [head.toLowerCase(), '']
  return [head.slice(0, space).toLowerCase(), head.slice(space + 1)]
}

const knownProperties = new Set(['title', 'file', 'line', 'endline', 'col', 'endcolumn', 'name'])
const camelCase: Readonly<Record<string, string>> = { endline: 'endLine', endcolumn: 'endColumn' }

// A property without a value is dropped; of two of one name the last one counts.
function propertiesOf(
  text: string,
  separator: string,
  decoded: (value: string) => string,
): Readonly<Record<string, string>> {
  const pairs = text.split(separator).map((pair) => /^=*([^=]+)=+([^=].*)$/s.exec(pair))
  const given = pairs.flatMap((pair) => {
    const [, name = '', value = ''] = pair ?? []
    return name === '' ? [] : [[propertyName(name), decoded(value)] as const]
  })
  return Object.fromEntries(given)
}

function propertyName(name: string): string {
  const lower = name.toLowerCase()
  return knownProperties.has(lower) ? (camelCase[lower] ?? lower) : name
}

const dataEscapes = { '%0D': '\r', '%0A': '\n' }
const propertyEscapes = { ...dataEscapes, '%3A': ':', '%2C': ',' }
const oldEscapes = { ...dataEscapes, '%3B': ';', '%5D': ']' }

function unescapedProperty(value: string): string {
  return unescaped(value, propertyEscapes)
}

// `%25` comes last, so that `%250A` is the text `%0A`. Lower-case escapes are text.
function unescaped(text: string, escapes: Readonly<Record<string, string>>): string {
  return Object.entries({ ...escapes, '%25': '%' }).reduce(
    (rest, [code, character]) => rest.replaceAll(code, character),
    text,
  )
}
