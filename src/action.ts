// The three stories: the login, the end of the job, and the early log-out. The only file that writes
// outputs and state.
import { existsSync, readFileSync } from 'node:fs'
import { addPath, exportVariable, info, saveState, setOutput } from '@actions/core'
import {
  hasToken,
  isTokenFalse,
  maskSecrets,
  readInputs,
  readOnMissingToken,
  readSession,
  secretsIn,
  wantsSummary,
} from './inputs/inputs.ts'
import { type Context, contextOf } from './login/context.ts'
import { login, planLogin } from './login/login.ts'
import { type Event, explainMissingToken } from './login/missing-token.ts'
import { announcementOf, type Login, outputsOf, summaryOf } from './login/results.ts'
import { stopSignal } from './login/stop.ts'
import { closedVariable, closeSession, discardSession } from './logout/close.ts'
import type { Environment, Machine } from './runner/machine.ts'
import { orUndefined } from './runner/or-undefined.ts'
import { fail, notify, say, warn } from './runner/report.ts'
import { writeSummary } from './runner/summary.ts'
import { titledError, withTitle } from './runner/titled-error.ts'
import { openSessions, partsOf, type Session, savedSession, sessionIn } from './session/session.ts'
import { redact } from './token/redact.ts'

/** Main of action.yml: logs in, or fails the step with one annotation. */
export async function main(machine: Machine): Promise<void> {
  const { env } = machine
  const stopped = stopSignal()
  try {
    maskSecrets(env)
    if (!hasToken(env)) return skipLogin(env)
    const inputs = readInputs(env)
    const session = await planLogin(inputs, machine)
    // Before the directory exists: if this process is killed, post knows what to remove.
    saveState('session', session)
    const context = contextOf(inputs, session, machine, stopped)
    publish(await loginOrUndo(context), context)
  } catch (error) {
    reportFailure(error, env)
  }
}

async function loginOrUndo(context: Context): Promise<Login> {
  const { session, machine, secrets } = context
  try {
    return await login(context)
  } catch (error) {
    // A token that was not accepted has no session at Choreo.
    const wasAccepted = existsSync(partsOf(session).loggedIn)
    const { isGone, isLoggedOut } = await discardSession(session, machine, secrets)
    if (isGone) forgetSession()
    throw isLoggedOut || !wasAccepted ? error : withRevocation(error)
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
  const { title, message, link } = fail(error, secretsIn(env), env)
  reportNoLogin()
  if (wantsSummary(env)) writeSummary(env, 'Choreo login failed', { [title]: message }, link)
}

/**
 * Post of action.yml: closes the session that main opened. It never fails the job.
 *
 * @param saved the state that main saved; not empty
 */
export async function post(saved: string, machine: Machine): Promise<void> {
  ignoreOutputErrors()
  const tokens = secretsIn(machine.env)
  try {
    const wasLoggedIn = machine.env['STATE_loggedIn'] === 'true'
    for (const session of sessionsToClose(saved, machine)) {
      if (session.logout || !wasLoggedIn || !existsSync(session.directory))
        await closeSession(session, machine, tokens, wasLoggedIn)
      else
        say(
          `The session of \`${session.command}\` stays open (\`logout: false\`) until the runner empties its temporary directory.`,
        )
    }
  } catch (error) {
    warn('Log-out incomplete', redact((error as Error).message, tokens))
  }
}

/** Main of logout/action.yml: closes one session, or all of the job, or fails the step. */
export async function earlyLogout(machine: Machine): Promise<void> {
  ignoreOutputErrors()
  try {
    const directory = readSession(machine.env)
    const sessions = directory === '' ? openSessions(machine) : [sessionIn(directory, machine)]
    if (sessions.length === 0) info('No session of this job is open.')
    for (const session of sessions) {
      const isGone = await closeSession(session, machine, [], true)
      // Otherwise post would warn that the session vanished.
      if (isGone) exportVariable(closedVariable(session), true)
    }
  } catch (error) {
    fail(error, [], machine.env)
  }
}

// A log-out finishes even if nobody reads the log (EPIPE), or its disk is full (ENOSPC).
function ignoreOutputErrors(): void {
  process.stdout.on('error', () => {})
}

function skipLogin(env: Environment): void {
  const onMissingToken = readOnMissingToken(env)
  const value = isTokenFalse(env) ? 'false' : 'empty'
  const why = explainMissingToken(env, eventOf(env), onMissingToken, value)
  if (onMissingToken === 'fail') throw titledError('No token', why)
  notify('Login skipped', why, env)
  reportNoLogin()
}

function withRevocation(error: unknown): Error {
  const { title, message } = withTitle('Unexpected error', error)
  const advice =
    'The log-out failed too: revoke the token if its session must not stay valid at Choreo.'
  return titledError(title, `${message}\n${advice}`)
}

function forgetSession(): void {
  say('The session was removed.')
  orUndefined(() => saveState('session', ''))
}

function eventOf({ GITHUB_EVENT_PATH }: Environment): Event | undefined {
  return orUndefined(() => JSON.parse(readFileSync(GITHUB_EVENT_PATH ?? '', 'utf8')) ?? undefined)
}

// Writing an output fails on a full disk, for example. The step has failed with a better reason then.
function reportNoLogin(): void {
  orUndefined(() => setOutput('authenticated', false))
}

// A state that cannot be trusted is not acted upon, but the credentials have to be removed anyway.
function sessionsToClose(saved: string, machine: Machine): readonly Session[] {
  try {
    return [savedSession(saved, machine)]
  } catch (error) {
    warn(
      'Session unknown',
      `${(error as Error).message} The action closes all sessions of this job instead.`,
    )
    return openSessions(machine)
  }
}
