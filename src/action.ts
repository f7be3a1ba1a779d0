// The three stories: the login, the end of the job, and the early log-out. The only file that writes
// outputs and state.
import { readFileSync } from 'node:fs'
import { addPath, info, saveState, setOutput } from '@actions/core'
import {
  readInputs,
  readOnMissingToken,
  secretsOf,
  sessionInputOf,
  wantsSummary,
  whyNoToken,
} from './inputs/inputs.ts'
import { maskSecrets } from './inputs/mask.ts'
import { type Context, contextOf } from './login/context.ts'
import { login, planLogin } from './login/login.ts'
import { type Event, explainMissingToken } from './login/missing-token.ts'
import { announcementOf, type Login, outputsOf, summaryOf } from './login/results.ts'
import { stopSignal } from './login/stop.ts'
import { closeEarly, closeSession, discardSession } from './logout/close.ts'
import type { Environment, Machine } from './runner/machine.ts'
import { orUndefined } from './runner/or-undefined.ts'
import { fail, notify, say, warn } from './runner/report.ts'
import { writeSummary } from './runner/summary.ts'
import { titledError } from './runner/titled-error.ts'
import { sessionsToClose } from './session/find.ts'
import { partsOf, type Session } from './session/session.ts'
import { redact } from './token/redact.ts'

/** Main of action.yml: logs in, or fails the step with one annotation. */
export async function main(machine: Machine): Promise<void> {
  const { env } = machine
  const stopped = stopSignal()
  // Nothing is left to wait for, but a promise has not settled. Node would end with a warning on standard
  // error, where masks do not hold yet.
  const failUnfinished = () =>
    reportFailure(new Error('The login ended unexpectedly. Re-run the job.'), env)
  process.once('beforeExit', failUnfinished)
  try {
    maskSecrets(env)
    // Before all else that writes, so that post acts upon no state that another step supplies.
    for (const name of ['session', 'loggedIn']) saveState(name, '')
    const why = whyNoToken(env)
    if (why !== undefined) return skipLogin(why, env)
    const inputs = readInputs(env)
    const session = await planLogin(inputs, machine)
    // Before the directory exists: if this process is killed, post knows what to remove.
    saveState('session', session)
    const context = contextOf(inputs, session, machine, stopped)
    publish(await loginOrUndo(context), context)
  } catch (error) {
    reportFailure(error, env)
  } finally {
    process.off('beforeExit', failUnfinished)
  }
}

function skipLogin(value: 'empty' | 'false', env: Environment): void {
  const onMissingToken = readOnMissingToken(env)
  const why = explainMissingToken(env, eventOf(env), onMissingToken, value)
  if (onMissingToken === 'fail') throw titledError('No token', why)
  notify('Login skipped', why, env)
  reportNoLogin()
}

function eventOf({ GITHUB_EVENT_PATH }: Environment): Event | undefined {
  return orUndefined(() => JSON.parse(readFileSync(GITHUB_EVENT_PATH ?? '', 'utf8')) ?? undefined)
}

async function loginOrUndo(context: Context): Promise<Login> {
  const { session, machine } = context
  try {
    return await login(context)
  } catch (cause) {
    throw await discardSession(session, machine, cause)
  }
}

function publish(login: Login, { inputs, session, machine }: Context): void {
  saveState('loggedIn', true)
  for (const [name, value] of Object.entries(outputsOf(login, session))) setOutput(name, value)
  addPath(partsOf(session).bin)
  if (inputs.summary) {
    writeSummary(machine.env, 'Choreo login', summaryOf(login, inputs, Date.now()))
  }
  for (const line of announcementOf(inputs)) say(line)
}

function reportFailure(error: unknown, env: Environment): void {
  const { title, message, link } = fail(error, secretsOf(env), env)
  reportNoLogin()
  if (wantsSummary(env)) writeSummary(env, 'Choreo login failed', { [title]: message }, link)
}

// Writing an output fails on a full disk, for example. The step has failed with a better reason then.
function reportNoLogin(): void {
  orUndefined(() => setOutput('authenticated', false))
}

/**
 * Post of action.yml: closes the session that main opened. It never fails the job.
 *
 * It depends on the state of main alone: its inputs can be those of another action.
 * https://github.com/actions/runner/issues/3514
 *
 * @param saved the state that main saved; not empty
 */
export async function post(saved: string, machine: Machine): Promise<void> {
  const { env } = machine
  const report = (error: unknown) =>
    warn('Log-out incomplete', redact((error as Error).message, secretsOf(env)), env)
  await finish(report, async () => {
    const loggedIn = env['STATE_loggedIn'] === 'true'
    await closeSession(JSON.parse(saved) as Session, machine, loggedIn)
  })
}

/** Main of logout/action.yml: closes one session, or all of the job, or fails the step. */
export async function earlyLogout(machine: Machine): Promise<void> {
  const { env } = machine
  const report = (error: unknown) => fail(error, [], env)
  await finish(report, async () => {
    const sessions = sessionsToClose(sessionInputOf(env), env)
    if (sessions.length === 0) info('No session of this job is open.')
    for (const session of sessions) await closeEarly(session, machine)
  })
}

// A log-out finishes even if nobody reads the log (EPIPE), or its disk is full (ENOSPC).
async function finish(report: (error: unknown) => void, work: () => Promise<void>): Promise<void> {
  process.stdout.on('error', () => {})
  process.on('uncaughtException', report)
  await work().catch(report)
}
