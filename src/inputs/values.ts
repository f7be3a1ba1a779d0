// Parses the values of inputs. Each function returns a valid value, or throws an Error whose message continues
// "The input `name` …": it quotes the value (never a token) and says what is expected. Pure.
import { plain } from '../token/redact.ts'
import { shortestToken, tooShort, whyNotToken } from '../token/token.ts'

/** Empty: there is none. */
export function token(value: string): string {
  const reason = value === '' ? undefined : whyNotToken(value)
  if (reason !== undefined) throw new Error(`${reason}.`)
  return value
}

/** A token of another service, whose form is not ours to check. Empty: there is none. */
export function githubToken(value: string): string {
  if (value !== '' && value.length < shortestToken) throw new Error(`${tooShort}.`)
  return value
}

/** Empty: the first of the allowed values. */
export function oneOf<const T extends string>(value: string, allowed: readonly [T, ...T[]]): T {
  if (value === '') return allowed[0]
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase())
  if (found !== undefined) return found
  const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``)
  throw badValue(value, `Use ${words.join(' or ')}.`)
}

/** Empty: `true`. */
export function flag(value: string): boolean {
  return oneOf(value, ['true', 'false']) === 'true'
}

export function count(value: string, ifEmpty: number, max: number): number {
  if (value === '') return ifEmpty
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= max) return number
  throw badValue(value, `Expected a whole number from 1 to ${max}.`)
}

/** Returns midnight UTC of the date; undefined when empty. */
export function date(value: string): Date | undefined {
  if (value === '') return undefined
  const parsed = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN)
  // JavaScript turns February 30 into March 2: only a real date comes back unchanged.
  if (!Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(value)) return parsed
  throw badValue(value, 'Expected a date that exists, as YYYY-MM-DD.')
}

/** `any`: undefined. */
export function organization(value: string): string | undefined {
  if (value === '') throw unsetVariable('`any` to switch the check off')
  if (value.toLowerCase() === 'any') return undefined
  return text(
    value,
    /^[^\0-\x1f\x7f\u2028\u2029]{1,200}$/,
    'Expected the handle, name or id of an organization: one line of at most 200 characters.',
  )
}

export function version(value: string): string {
  if (value === '') throw unsetVariable('`latest`')
  if (value.toLowerCase() === 'latest') return 'latest'
  return text(
    value,
    /^[A-Za-z0-9~^<>=|*][\w.+~^<>=|* -]{0,127}$/,
    'Use `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.',
  )
}

/** Empty: there is none. */
export function path(value: string): string {
  // The toolkit prints a path that it cannot look at, as it is: no part of it may be a workflow command.
  const form = /\n|##\[/.test(plain(value)) ? /^$/ : /^/
  return text(value, form, 'Expected the path of an installed CLI, or its name when it is on PATH.')
}

/** SHA-256 digests in lower-case hexadecimal, or where they come from. */
export type CliSha256 = 'release' | 'none' | readonly string[]

export function sha256(value: string, cliPath: string): CliSha256 {
  if (value === '') throw unsetVariable('`release`')
  const words = value.toLowerCase().split(/\s+/)
  const [word] = words
  if (words.length === 1 && (word === 'release' || word === 'none')) return word
  const digests = words.map((digest) => digest.replace(/^sha256:/, ''))
  if (!digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))) {
    throw badValue(
      value,
      'Use `release`, `none`, or SHA-256 digests of 64 hexadecimal digits, separated by spaces.',
    )
  }
  if (cliPath === '') return digests
  throw new Error(
    'has no effect with `cli-path`: it is the digest of a release archive, and none is downloaded. Remove one of the two.',
  )
}

/**
 * Returns the URL as it was written, without query, fragment and trailing slashes: the runner masks a URL that is
 * a secret only in its own spelling.
 */
export function url(value: string): string {
  if (value === '') throw unsetVariable('`https://github.com`')
  const parsed = /\s/.test(value) ? null : URL.parse(value)
  const isHttp = parsed !== null && /^https?:$/.test(parsed.protocol)
  if (isHttp && parsed.username === '' && parsed.password === '') {
    return value.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '')
  }
  const expected = 'Expected an http or https URL without credentials.'
  if (!value.includes('@')) throw badValue(value, expected)
  throw new Error(`is not shown, because it may hold a password. ${expected}`)
}

export function command(value: string): string {
  return text(
    value,
    /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/,
    'Use letters, digits, `.`, `_` and `-`; the first character is a letter, a digit or `_`.',
  )
}

function text(value: string, form: RegExp, expected: string): string {
  if (form.test(value) && !fromExpression.test(value)) return value
  throw badValue(value, expected)
}

// What expressions give for conditions, for whole contexts and for masked values. Each of these is text, and some
// are names of commands.
const fromExpression = /^(true|false|Object|Array|NaN|\*\*\*)$/

const expressionHint =
  ' An expression can give this text: `a && b` gives `false`, `a && b || c` gives `c` instead.'

// A value is shown as a whole or not at all: the runner masks a secret only where it is whole.
function badValue(value: string, expected: string): Error {
  const what = value.length > 80 ? `has ${value.length} characters` : `is "${value}"`
  const hints = [
    fromExpression.test(value) && expressionHint,
    // Such a value looks like one that is allowed.
    plain(value) !== value && ' The value holds an invisible character.',
  ]
  return new Error(`${what}. ${[expected, ...hints.filter((hint) => hint !== false)].join('')}`)
}

function unsetVariable(instead: string): Error {
  return new Error(
    `is empty: its expression probably refers to a variable that is not set. Set the variable, or use ${instead}.`,
  )
}
