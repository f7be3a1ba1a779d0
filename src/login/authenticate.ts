// From tokens to a CLI that is logged in, with the right account: attempts, fallback, guard.
import { setTimeout as sleep } from 'node:timers/promises'
import { explain, type Failure } from '../cli/failure.ts'
import * as cli from '../cli/run.ts'
import { type Inputs, tokensOf } from '../runner/inputs.ts'
import { failure, say, timed } from '../runner/report.ts'
import { redact } from '../token/token.ts'
import { parseOrganizations, reaches } from './organization.ts'

/**
 * Logs the CLI in: with the token, or, when Choreo refuses that, with the fallback.
 *
 * @returns which of the two was accepted
 * @throws Error that explains the failure
 */
export async function authenticate(
  inputs: Inputs,
  executable: cli.Cli,
): Promise<'primary' | 'fallback'> {
  const { token, fallbackToken, loginAttempts } = inputs
  const tokens = tokensOf(inputs)
  const loginWith = (one: string) =>
    attempt('Login', () => cli.login(executable, one), loginAttempts, tokens, executable)
  const first = await loginWith(token)
  if (first.failure === undefined) return 'primary'
  if (first.failure.kind !== 'refused' || fallbackToken === '') throw toError(first.failure)
  if (fallbackToken === token) {
    throw failure(
      first.failure.title,
      `${first.failure.message}\n\`fallback-token\` holds the same token, so it was not tried.`,
    )
  }

  say('Choreo refused the token. Trying the fallback token.')
  const second = await loginWith(fallbackToken)
  if (second.failure === undefined) return 'fallback'
  if (second.failure.kind === 'refused') {
    throw failure(
      'Both tokens refused',
      `\`token\` and \`fallback-token\` were both refused. ${second.failure.message}`,
    )
  }
  throw failure(
    second.failure.title,
    `\`token\` was refused, and the login with \`fallback-token\` failed. ${second.failure.message}`,
  )
}

/**
 * Checks that the token reaches an organization.
 *
 * @throws Error that names the organizations that it does reach, or says why that cannot be known: a
 *   guard that cannot check must not pass
 */
export async function guard(inputs: Inputs, executable: cli.Cli): Promise<void> {
  const { expectedOrganization: expected, loginAttempts } = inputs
  const tokens = tokensOf(inputs)
  const { outcome, failure: failed } = await attempt(
    'List of organizations',
    () => cli.organizations(executable),
    loginAttempts,
    tokens,
    executable,
  )
  const title = 'Organization not confirmed'
  const unknown = `The login is undone, because it could not be confirmed that the token reaches the organization "${expected}", which \`expected-organization\` asks for.`
  if (failed !== undefined && /unknown (command|flag|shorthand)/i.test(outcome.stderr)) {
    throw failure(
      title,
      `${unknown} This CLI has no command that lists organizations: set the input \`cli-version\` to \`latest\` or a newer version.`,
    )
  }
  if (failed !== undefined) throw failure(title, `${unknown} ${failed.message}`)
  const organizations = parseOrganizations(outcome.stdout)
  if (organizations === undefined) {
    throw failure(
      title,
      `${unknown} What the CLI printed is no list of organizations that this action can read: set the input \`cli-version\` to another version, or leave \`expected-organization\` out.`,
    )
  }
  if (reaches(organizations, expected)) return
  const reached = organizations.map(({ names }) => shown(names[0] ?? '', tokens))
  throw failure(
    'Wrong account',
    `The token does not reach the organization "${expected}", which \`expected-organization\` asks for, so the login is undone. ` +
      `It reaches ${listed(reached)}. Check that the job reads the secret of the right account.`,
  )
}

interface Attempted {
  readonly outcome: cli.Outcome
  /** Of the last attempt; undefined when it went well. */
  readonly failure: Failure | undefined
}

const firstPauseMs = 500
const longestPauseMs = 30_000

// Only what may pass by itself is tried again: a refused token stays refused, and asking again with it
// could lock the account.
async function attempt(
  what: string,
  call: () => Promise<cli.Outcome>,
  attempts: number,
  tokens: readonly string[],
  { cancelled }: cli.Cli,
): Promise<Attempted> {
  for (let number = 1; ; number++) {
    const outcome = await timed(`${what}, attempt ${number} of ${attempts}`, call, howItEnded)
    if (outcome.exitCode === 0 && outcome.stopped === undefined) {
      return { outcome, failure: undefined }
    }
    const failed = explain(outcome, tokens)
    if (failed.kind !== 'passing') return { outcome, failure: failed }
    if (number === attempts) return { outcome, failure: afterAttempts(failed, attempts) }
    const pauseMs =
      Math.min(firstPauseMs * 2 ** (number - 1), longestPauseMs) * (1 + Math.random() / 2)
    say(
      `Attempt ${number} of ${attempts} failed (${failed.title}). The next one is in ${(pauseMs / 1000).toFixed(1)} s.`,
    )
    await sleep(pauseMs, undefined, { signal: cancelled }).catch(() => {})
  }
}

function howItEnded({ stopped, signal, exitCode }: cli.Outcome): string {
  return stopped ?? signal ?? `exit code ${exitCode}`
}

function afterAttempts(failed: Failure, attempts: number): Failure {
  if (attempts === 1) return failed
  return { ...failed, message: `${attempts} attempts failed. ${failed.message}` }
}

function toError({ title, message }: Failure): Error {
  return failure(title, message)
}

const mostListed = 10
const longestName = 100

function shown(name: string, tokens: readonly string[]): string {
  const line = redact(name, tokens).replace(/\s+/g, ' ')
  return line.length > longestName ? `${line.slice(0, longestName)}…` : line
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no organization at all'
  const shown = names.slice(0, mostListed).map((name) => `"${name}"`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
