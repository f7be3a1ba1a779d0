// The inputs of action.yml as one typed, readonly value. The only file that reads and masks inputs.
import { setSecret } from '@actions/core'
import { cliNames } from '../cli/distributions.ts'
import type { Environment } from '../runner/machine.ts'
import { titledError } from '../runner/titled-error.ts'
import { encodingsOf, shortestToken, whyNotToken } from '../token/token.ts'
import * as parse from './values.ts'

/** How each input is read: from its value, its name, and a function that reads other inputs. */
const readers = {
  token: (value, name) => parse.token(name, value),
  /** Empty: there is none. */
  fallbackToken: (value, name) => parse.token(name, value),
  onMissingToken: (value, name) => parse.oneOf(name, value, ['fail', 'skip']),
  /** Midnight UTC at the start of the token's last day. */
  tokenExpiresOn: (value, name) => parse.date(name, value),
  expiryWarningDays: (value, name) => parse.count(name, value, 14, 3650),
  /** Undefined: not checked. */
  expectedOrganization: (value) => parse.organization(value),
  cli: (value, name) => parse.oneOf(name, value, cliNames),
  cliVersion: (value) => parse.version(value),
  /** Empty: the published CLI is installed. */
  cliPath: (value, name) => parse.path(name, value),
  cliSha256: (value, _, input) => parse.sha256(value, input('cli-path')),
  /** Empty: the name of the CLI. */
  command: (value) => (value === '' ? '' : parse.command(value)),
  region: (value, name) => parse.oneOf(name, value, ['', 'US', 'EU']),
  /** Empty: there is none. */
  githubToken: (value, name) => parse.githubToken(name, value),
  /** Without a trailing slash. */
  githubUrl: (value, name) => parse.url(name, value),
  /** Without a trailing slash. Empty: no metadata is read. */
  githubApiUrl: (value, name) => (value === '' ? '' : parse.url(name, value)),
  loginAttempts: (value, name) => parse.count(name, value, 3, 100),
  timeoutSeconds: (value, name) => parse.count(name, value, 60, 86_400),
  logout: (value, name) => parse.flag(name, value),
  summary: (value, name) => parse.flag(name, value),
} satisfies Readonly<Record<string, Reader>>

type Reader = (value: string, name: string, input: (name: string) => string) => unknown

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
  const problems = new Set<string>()
  const input = (name: string) => inputOf(env, name)
  const tokens = secretsNamed(tokenNames, env)
  const entries = Object.entries<Reader>(readers).map(([property, read]) => {
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    try {
      refuseToken(name, input(name), tokens)
      return [property, read(input(name), name, input)]
    } catch (error) {
      problems.add((error as Error).message)
      return []
    }
  })
  if (problems.size > 0) throw titledError('Invalid input', [...problems].join('\n'))
  const inputs = Object.fromEntries(entries) as Inputs
  return { ...inputs, command: inputs.command || inputs.cli }
}

/** Reads what to do without a token. A run that gets no secrets may get no variables for other inputs either. */
export function readOnMissingToken(env: Environment): 'fail' | 'skip' {
  return readers.onMissingToken(inputOf(env, 'on-missing-token'), 'on-missing-token')
}

export function hasToken(env: Environment): boolean {
  return inputOf(env, 'token') !== ''
}

/** Lists the tokens and the token for GitHub, as far as they were given. */
export function secretsOf({ token, fallbackToken, githubToken }: Inputs): readonly string[] {
  return [token, fallbackToken, githubToken].filter((value) => value !== '')
}

/** Whether the token is the text that `condition && secrets.X` gives when the condition is false. */
export function isTokenFalse(env: Environment): boolean {
  return rawInputOf(env, 'token') === 'false'
}

/** Whether the job summary is wanted, as far as the inputs can be read. */
export function wantsSummary(env: Environment): boolean {
  return inputOf(env, 'summary').toLowerCase() !== 'false'
}

/**
 * Reads the input of the early log-out: a session's directory, or `all`.
 *
 * @throws Error when it is empty: an output of a login that was skipped would close all sessions
 */
export function readSession(env: Environment): string {
  const session = inputOf(env, 'session')
  if (session !== '') return session
  throw titledError(
    'Invalid input',
    'The input `session` is empty: the login whose output it reads has not logged in. Expected `all`, or the output `session` of a login.',
  )
}

/**
 * Masks the secrets, valid or not. Call it before anything is printed.
 *
 * The runner masks the usual encodings of a secret by itself, but not, for example, the output of
 * `echo | base64`. So each encoding of a token is registered.
 */
export function maskSecrets(env: Environment): void {
  const forms = secretsNamed(tokenNames, env).flatMap(encodingsOf)
  for (const form of new Set([...forms, ...secretsNamed(['github-token'], env)])) setSecret(form)
}

/** The tokens and the token for GitHub, valid or not: no message shows them, and no child gets them. */
export function secretsIn(env: Environment): readonly string[] {
  return secretsNamed(secretNames, env)
}

const tokenNames = ['token', 'fallback-token']
const secretNames = [...tokenNames, 'github-token']

// A shorter value can be part of ordinary words: a mask of it would hide them. It is refused instead.
function secretsNamed(names: readonly string[], env: Environment): readonly string[] {
  return names.map((name) => inputOf(env, name)).filter((value) => value.length >= shortestToken)
}

// Values of other inputs appear in logs, file names and requests.
function refuseToken(name: string, value: string, tokens: readonly string[]): void {
  if (tokenNames.includes(name)) return
  // A token for GitHub in `token` is explained there.
  const isRefusedAnyway = (token: string) =>
    name === 'github-token' && whyNotToken(token) !== undefined
  if (!tokens.some((token) => value.includes(token) && !isRefusedAnyway(token))) return
  throw titledError(
    'Invalid input',
    `The input \`${name}\` contains the token. Use the token in \`token\` and \`fallback-token\` only.`,
  )
}

// A secret that is `false` was not given: see `isTokenFalse`.
function inputOf(env: Environment, name: string): string {
  const value = rawInputOf(env, name)
  return value === 'false' && secretNames.includes(name) ? '' : value
}

// The runner masks a secret of the job without the white space around it.
function rawInputOf(env: Environment, name: string): string {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
}
