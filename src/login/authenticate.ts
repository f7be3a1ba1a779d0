// Logs in with the token, or with the fallback token.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Diagnosis, isDiagnosis } from '../cli/failure.ts'
import { callLogin } from '../cli/run.ts'
import { say, warn } from '../runner/report.ts'
import { titledError } from '../runner/titled-error.ts'
import { emptyHome } from '../session/remove.ts'
import { attempt, backoffMs } from './attempts.ts'
import type { Context } from './context.ts'

/**
 * Logs in with the token, or with the fallback token when the first login may have failed because of its token.
 *
 * The home is emptied before each attempt, because the CLI reads what the attempt before has left there.
 * https://github.com/wso2/product-integrator/issues/1707
 *
 * @returns which token was accepted
 * @throws Error that explains the failure
 */
export async function authenticate(context: Context): Promise<'primary' | 'fallback'> {
  const { inputs, session, machine, stopped } = context
  const { token, fallbackToken } = inputs
  const first = await failureOf(token, context)
  if (first === undefined) return 'primary'
  if (fallbackToken === '' || !mayBeTheToken(first)) throw first
  if (fallbackToken === token) {
    throw titledError(
      first.title,
      `${first.message}\n\`fallback-token\` is the same token, so it was not tried.`,
    )
  }
  if (!emptyHome(session, machine)) throw first
  say(`${shortly(first)} Trying the fallback token.`)
  await sleep(backoffMs, undefined, { signal: stopped })
  const second = await failureOf(fallbackToken, context)
  if (second !== undefined) throw bothFailed(first, second)
  warnOfFallback(first, context)
  return 'fallback'
}

// Undefined: the login succeeded.
async function failureOf(token: string, context: Context): Promise<Diagnosis | undefined> {
  const { cli, session, machine } = context
  try {
    await attempt(
      () => callLogin(cli, token),
      context,
      () => emptyHome(session, machine),
    )
    return undefined
  } catch (error) {
    if (isDiagnosis(error)) return error
    throw error
  }
}

function mayBeTheToken({ kind }: Diagnosis): boolean {
  return kind === 'refused' || kind === 'forbidden' || kind === 'unknown'
}

function shortly({ kind }: Diagnosis): string {
  return kind === 'refused' ? 'Choreo refused the token.' : 'The login with the token failed.'
}

function bothFailed(first: Diagnosis, second: Diagnosis): Error {
  const failures = [`With \`token\`: ${first.what}`, `With \`fallback-token\`: ${second.what}`]
  if (first.kind === 'refused' && second.kind === 'refused') {
    return titledError('Both tokens refused', [...failures, second.advice].join('\n'))
  }
  const outage =
    'If the two failures are alike, the cause may not be a token: re-run the job, and check the status page of Choreo.'
  return titledError('Login failed', [...failures, outage].join('\n'))
}

function warnOfFallback(first: Diagnosis, { machine }: Context): void {
  const what =
    first.kind === 'refused'
      ? 'Choreo refused the Personal Access Token in `token` and accepted the one in `fallback-token`.'
      : 'The login with `token` failed, and the login with `fallback-token` succeeded.'
  const advice = 'Renew the secret that `token` reads before the other one expires.'
  warn('Fallback token used', [what, first.what, advice].join('\n'), machine.env)
}
