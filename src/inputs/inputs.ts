// The inputs of action.yml as one typed, readonly value. The only file that reads inputs.
import { cliNames } from '../cli/distributions.ts'
import type { Environment } from '../runner/machine.ts'
import { titledError } from '../runner/titled-error.ts'
import { shortestToken, whyNotToken } from '../token/token.ts'
import * as parse from './values.ts'

/** How each input is read: from its value and a function that reads other inputs. */
const readers = {
  token: parse.token,
  /** Empty: there is none. */
  fallbackToken: parse.token,
  onMissingToken: (value) => parse.oneOf(value, ['fail', 'skip']),
  /** Midnight UTC at the start of the token's last day. */
  tokenExpiresOn: parse.date,
  expiryWarningDays: (value) => parse.count(value, 14, 3650),
  /** Undefined: not checked. */
  expectedOrganization: parse.organization,
  cli: (value) => parse.oneOf(value, cliNames),
  cliVersion: parse.version,
  /** Empty: the published CLI is installed. */
  cliPath: parse.path,
  cliSha256: (value, input) => parse.sha256(value, input('cli-path')),
  /** Empty: the name of the CLI. */
  command: (value) => (value === '' ? '' : parse.command(value)),
  region: (value) => parse.oneOf(value, ['', 'US', 'EU']),
  /** Empty: there is none. */
  githubToken: parse.githubToken,
  /** Without a trailing slash. */
  githubUrl: parse.url,
  /** Without a trailing slash. Empty: no metadata is read. */
  githubApiUrl: (value) => (value === '' ? '' : parse.url(value)),
  loginAttempts: (value) => parse.count(value, 3, 100),
  timeoutSeconds: (value) => parse.count(value, 60, 86_400),
  logout: parse.flag,
  summary: parse.flag,
} satisfies Readonly<Record<string, Reader>>

type Reader = (value: string, input: (name: string) => string) => unknown

/** The inputs, each valid. */
export type Inputs = {
  readonly [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]>
}

/**
 * Reads and validates every input.
 *
 * @throws Error that names every bad input, quotes its value (never a token) and says what is expected
 */
export function readInputs(env: Environment): Inputs {
  const problems: string[] = []
  const entries = Object.keys(readers).map((property) => {
    try {
      return [property, read(property as keyof Inputs, env)]
    } catch (error) {
      problems.push((error as Error).message)
      return []
    }
  })
  if (problems.length > 0) throw titledError('Invalid input', problems.join('\n'))
  const inputs = Object.fromEntries(entries) as Inputs
  return { ...inputs, command: inputs.command || inputs.cli }
}

/** Reads what to do without a token. A run that gets no secrets may get no variables for other inputs either. */
export function readOnMissingToken(env: Environment): 'fail' | 'skip' {
  return read('onMissingToken', env)
}

function read<Property extends keyof Inputs>(property: Property, env: Environment) {
  const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const input = (name: string) => inputOf(env, name)
  const reader: Reader = readers[property]
  try {
    refuseToken(name, env)
    return reader(input(name), input) as Inputs[Property]
  } catch (error) {
    throw titledError('Invalid input', `The input \`${name}\` ${(error as Error).message}`)
  }
}

/**
 * Why there is no token: its input is empty, or the text `false`, which `condition && secrets.X` gives. Undefined:
 * there is one.
 */
export function whyNoToken(env: Environment): 'empty' | 'false' | undefined {
  if (inputOf(env, 'token') !== '') return undefined
  return rawInputOf(env, 'token') === 'false' ? 'false' : 'empty'
}

/** Whether the job summary is wanted, as far as the inputs can be read. */
export function wantsSummary(env: Environment): boolean {
  return inputOf(env, 'summary').toLowerCase() !== 'false'
}

/** Returns the input of the early log-out: a session's directory, `all`, or empty. */
export function sessionInputOf(env: Environment): string {
  return inputOf(env, 'session')
}

/** Lists both tokens, valid or not. */
export function tokensOf(env: Environment): readonly string[] {
  return secretsNamed(tokenNames, env)
}

/** Lists the tokens and the token for GitHub, valid or not: no message shows them, and no child gets them. */
export function secretsOf(env: Environment): readonly string[] {
  return secretsNamed(secretNames, env)
}

const tokenNames = ['token', 'fallback-token']
const secretNames = [...tokenNames, 'github-token']

// A shorter value can be part of ordinary words: a mask of it would hide them. It is refused instead.
function secretsNamed(names: readonly string[], env: Environment): readonly string[] {
  return names.map((name) => inputOf(env, name)).filter((value) => value.length >= shortestToken)
}

// Values of other inputs appear in logs, file names and requests.
function refuseToken(name: string, env: Environment): void {
  if (tokenNames.includes(name)) return
  // A token for GitHub in `token` is explained there.
  const isRefusedAnyway = (token: string) =>
    name === 'github-token' && whyNotToken(token) !== undefined
  const tokens = tokensOf(env).filter((token) => !isRefusedAnyway(token))
  if (!tokens.some((token) => inputOf(env, name).includes(token))) return
  throw new Error('contains the token. Use the token in `token` and `fallback-token` only.')
}

// A secret that is `false` was not given: see `whyNoToken`.
function inputOf(env: Environment, name: string): string {
  const value = rawInputOf(env, name)
  return value === 'false' && secretNames.includes(name) ? '' : value
}

// The runner masks a secret of the job without the white space around it.
function rawInputOf(env: Environment, name: string): string {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
}
