// Parses the values of inputs. Each function returns a valid value or throws an Error that names the
// input, quotes the value (never a token) and says what is expected. Pure.

import { titledError } from '../runner/titled-error.ts'
import { whyNotToken } from '../token/token.ts'

const title = 'Invalid input'

export function token(name: string, value: string): string {
  const reason = whyNotToken(value)
  if (reason !== undefined)
    throw titledError(title, `The value of the input \`${name}\` ${reason}.`)
  return value
}

/** Empty: the first of the allowed values. */
export function oneOf<const T extends string>(
  name: string,
  value: string,
  allowed: readonly [T, ...T[]],
): T {
  if (value === '') return allowed[0]
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase())
  if (found !== undefined) return found
  const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``)
  throw badInput(name, value, `Use ${words.join(' or ')}.`)
}

/** Empty: `true`. */
export function flag(name: string, value: string): boolean {
  return oneOf(name, value, ['true', 'false']) === 'true'
}

export function count(name: string, value: string, ifEmpty: number, max: number): number {
  if (value === '') return ifEmpty
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= max) return number
  throw badInput(name, value, `Expected a whole number from 1 to ${max}.`)
}

/** Returns midnight UTC of the date; undefined when empty. */
export function date(name: string, value: string): Date | undefined {
  if (value === '') return undefined
  const parsed = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN)
  // JavaScript turns February 30 into March 2: only a real date comes back unchanged.
  if (!Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(value)) return parsed
  throw badInput(name, value, 'Expected a date that exists, as YYYY-MM-DD.')
}

/** `any`: empty. */
export function organization(value: string): string {
  if (value === '') throw unsetVariable('expected-organization', 'any')
  if (value === 'any') return ''
  if (/^[^\0-\x1f\x7f\u2028\u2029]{1,200}$/.test(value)) return value
  throw badInput(
    'expected-organization',
    value,
    'Expected the handle, name or id of an organization: one line of at most 200 characters.',
  )
}

/** Empty: `latest`. */
export function version(value: string): string {
  if (value === '' || value.toLowerCase() === 'latest') return 'latest'
  if (/^[\w.+~^<>=|*-][\w.+~^<>=|* -]{0,127}$/.test(value)) return value
  throw badInput(
    'cli-version',
    value,
    'Use `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.',
  )
}

/** SHA-256 digests in lower-case hexadecimal, or where they come from. */
export type CliSha256 = 'release' | 'none' | readonly string[]

export function sha256(value: string, cliPath: string): CliSha256 {
  if (value === '') throw unsetVariable('cli-sha256', 'release')
  const words = value.toLowerCase().split(/\s+/)
  const [word] = words
  if (words.length === 1 && (word === 'release' || word === 'none')) return word
  const digests = words.map((digest) => digest.replace(/^sha256:/, ''))
  if (!digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))) {
    throw badInput(
      'cli-sha256',
      value,
      'Use `release`, `none`, or SHA-256 digests of 64 hexadecimal digits, separated by spaces.',
    )
  }
  if (cliPath === '') return digests
  throw titledError(
    title,
    '`cli-sha256` has no effect with `cli-path`: it is the digest of a release archive, and none is downloaded. Remove one of the two.',
  )
}

/** Returns the URL without query, fragment and trailing slash; empty when empty. */
export function url(name: string, value: string): string {
  if (value === '') return ''
  const parsed = URL.parse(value)
  const isHttp = parsed !== null && /^https?:$/.test(parsed.protocol)
  if (isHttp && parsed.username === '' && parsed.password === '') {
    return parsed.href.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '')
  }
  const shown = value.replace(/^[\s\S]*@/, '***@')
  throw badInput(name, shown, 'Expected an http or https URL without credentials.')
}

export function command(value: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(value)) return value
  throw badInput(
    'command',
    value,
    'Use letters, digits, `.`, `_` and `-`; the first character is a letter, a digit or `_`.',
  )
}

function badInput(name: string, value: string, expected: string): Error {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return titledError(title, `The input \`${name}\` is "${shown}". ${expected}`)
}

function unsetVariable(name: string, instead: string): Error {
  return titledError(
    title,
    `The input \`${name}\` is empty: the variable that it reads is probably not set. Set the variable, or use \`${instead}\`.`,
  )
}
