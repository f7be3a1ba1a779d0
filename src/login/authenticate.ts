// Logs the CLI in: attempts, the fallback token, and the check of the organization.
import { type Diagnosis, diagnose } from '../cli/failure.ts'
import { type Cli, callLogin, listOrganizations, type Outcome, succeeded } from '../cli/run.ts'
import { type Inputs, tokensOf } from '../inputs/inputs.ts'
import { retry } from '../network/retry.ts'
import { say } from '../runner/report.ts'
import { type TitledError, titledError } from '../runner/titled-error.ts'
import { redact } from '../token/redact.ts'
import { type Organization, parseOrganizations, reaches } from './organization.ts'

/**
 * Logs in with the token, or with the fallback token when Choreo refuses the first one.
 *
 * @returns which token was accepted
 * @throws Error that explains the failure
 */
export async function authenticate(inputs: Inputs, cli: Cli): Promise<'primary' | 'fallback'> {
  const { token, fallbackToken } = inputs
  const refusal = await refusalOf(token, inputs, cli)
  if (refusal === undefined) return 'primary'
  if (fallbackToken === '') throw refusal
  if (fallbackToken === token) {
    const same = '`fallback-token` is the same token, so it was not tried.'
    throw titledError(refusal.title, `${refusal.message}\n${same}`)
  }
  say('Choreo refused the token. Trying the fallback token.')
  const second = await refusalOf(fallbackToken, inputs, cli)
  if (second === undefined) return 'fallback'
  throw titledError(
    'Both tokens refused',
    `Choreo refused \`token\` and \`fallback-token\`. ${second.message}`,
  )
}

// Undefined when the login succeeded. Another token cannot help against any other failure, so it is thrown.
async function refusalOf(token: string, inputs: Inputs, cli: Cli): Promise<CallError | undefined> {
  try {
    await call(() => callLogin(cli, token), inputs, cli)
    return undefined
  } catch (error) {
    if ((error as Partial<CallError>).kind === 'refused') return error as CallError
    throw error
  }
}

/**
 * Checks that the CLI reaches the input `expected-organization`.
 *
 * @throws Error when it does not, or when that cannot be determined
 */
export async function verifyOrganization(inputs: Inputs, cli: Cli): Promise<void> {
  const expected = inputs.expectedOrganization
  const list = () => listOrganizations(cli)
  const listed = await call(list, inputs, cli).catch((error: CallError) => {
    throw notVerified(expected, isUnknownCommand(error) ? tooOld : error.message)
  })
  const organizations = parseOrganizations(listed.stdout)
  if (organizations === undefined) throw notVerified(expected, unreadable)
  if (reaches(organizations, expected)) return
  throw titledError(
    'Wrong organization',
    `The token does not reach the organization "${expected}" in \`expected-organization\`, so the login was not kept. ` +
      `It reaches ${namesOf(organizations, tokensOf(inputs))}. Check that the job reads the secret of the right account.`,
  )
}

const tooOld =
  'This CLI cannot list organizations: set the input `cli-version` to `latest` or a newer version.'
const unreadable =
  'The CLI printed no list of organizations that this action can read: set the input `cli-version` to another version, or ' +
  '`expected-organization` to `any`.'

function isUnknownCommand({ stderr }: CallError): boolean {
  return /unknown (command|flag|shorthand)/i.test(stderr)
}

function notVerified(expected: string, reason: string): Error {
  return titledError(
    'Organization not verified',
    `The action could not verify that the token reaches the organization "${expected}" in \`expected-organization\`, so the login was not kept. ${reason}`,
  )
}

const maxListed = 10
const nameLength = 100

function namesOf(organizations: readonly Organization[], tokens: readonly string[]): string {
  if (organizations.length === 0) return 'no organization'
  const shown = organizations.slice(0, maxListed).map(([name = '']) => {
    const line = redact(name.slice(0, nameLength), tokens).replace(/\s+/g, ' ')
    return `"${line}${name.length > nameLength ? '…' : ''}"`
  })
  const more = organizations.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** A failed call of the CLI. */
type CallError = TitledError &
  Pick<Diagnosis, 'kind'> & {
    /** Unredacted. */
    readonly stderr: string
  }

// Only transient failures are retried: a refused token stays refused, and repeating it could lock the account.
async function call(
  run: () => Promise<Outcome>,
  inputs: Inputs,
  { cancelled }: Cli,
): Promise<Outcome> {
  const attempts = inputs.loginAttempts
  const attemptCall = async (attempt: number): Promise<Outcome> => {
    const outcome = await run()
    if (succeeded(outcome)) return outcome
    const failed = diagnose(outcome, tokensOf(inputs))
    const times = attempt > 1 && failed.kind === 'transient' ? `${attempt} attempts failed. ` : ''
    const error = titledError(failed.title, `${times}${failed.what}\n${failed.advice}`)
    throw Object.assign(error, { kind: failed.kind, stderr: outcome.stderr })
  }
  return retry(attemptCall, {
    attempts,
    backoffMs: 500,
    maxBackoffMs: 30_000,
    isRetryable: (thrown) => (thrown as CallError).kind === 'transient',
    onRetry: (thrown, attempt, pauseMs) =>
      say(
        `Attempt ${attempt} of ${attempts} failed (${(thrown as CallError).title}). Next attempt in ${(pauseMs / 1000).toFixed(1)} s.`,
      ),
    signal: cancelled,
  })
}
