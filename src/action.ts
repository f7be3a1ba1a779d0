// The stories behind the three entries: what each does first, and how it ends whatever happens. One bundle
// serves all three, so that every line ships, and is reviewed, once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { info, warning } from '@actions/core'
import { login } from './login/login.ts'
import { type Event, whyMissing } from './login/missing-token.ts'
import { orUndefined } from './or-undefined.ts'
import { type Inputs, readInputs, readSession, readTokens, secretsIn } from './runner/inputs.ts'
import { fail, failure, say, setLoggedOut, skip } from './runner/report.ts'
import { closeSession } from './session/close.ts'
import {
  type Machine,
  openSessions,
  type Session,
  savedSession,
  sessionIn,
} from './session/session.ts'
import { redact } from './token/token.ts'

/** Main of action.yml: logs in. Whatever goes wrong ends the step red, with one annotation. */
export async function main(machine: Machine): Promise<void> {
  const cancelled = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => cancelled.abort(new Error('The run was cancelled during the login.')))
  }
  try {
    const inputs = readInputs(machine.env)
    if (inputs.token === '') return withoutToken(inputs, machine)
    await login(inputs, machine, cancelled.signal)
  } catch (error) {
    fail(error, secretsIn(machine.env))
    setLoggedOut()
  }
}

function withoutToken({ onMissingToken }: Inputs, { env }: Machine): void {
  const why = whyMissing(env, eventOf(env), onMissingToken)
  if (onMissingToken === 'fail') throw failure('No token', why)
  skip(why)
  setLoggedOut()
}

function eventOf(env: Machine['env']): Event | undefined {
  return orUndefined(() => {
    return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) ?? undefined
  })
}

/**
 * Post of action.yml: closes the session that main opened. A session that is gone already needs nothing
 * and no word. What goes wrong is a warning: a job never fails for it.
 *
 * @param saved what main saved of the session
 */
export async function post(saved: string, machine: Machine): Promise<void> {
  const tokens = readTokens(machine.env)
  try {
    const temp = machine.env['RUNNER_TEMP'] ?? ''
    let sessions: readonly Session[]
    try {
      sessions = savedSession(saved, temp)
    } catch (error) {
      // The state cannot be trusted: nothing is done to what it names. The credentials have to go all the
      // same.
      warning(`${(error as Error).message} All sessions of this job are closed instead.`, {
        title: 'Choreo session unknown',
      })
      sessions = openSessions(temp)
    }
    for (const session of sessions) {
      if (session.logout) await closeSession(session, machine, tokens)
      else say(stays(session))
    }
  } catch (error) {
    warning(redact((error as Error).message, tokens), { title: 'Choreo log-out incomplete' })
  }
}

function stays({ command, isolate, home, cliDirectory }: Session): string {
  return isolate
    ? `The session of \`${command}\` stays, as \`logout: false\` asks, until the runner empties its temporary directory.`
    : `The login of \`${command}\` stays in ${join(home, cliDirectory)}, as \`logout: false\` asks.`
}

/**
 * Main of logout/action.yml: closes the session that the input names, or all of the job. What is no
 * session of this job ends the step red.
 */
export async function logout(machine: Machine): Promise<void> {
  try {
    const temp = machine.env['RUNNER_TEMP'] ?? ''
    const directory = readSession(machine.env)
    const sessions = directory === '' ? openSessions(temp) : [sessionIn(directory, temp)]
    if (sessions.length === 0) info('No session of this job is open.')
    for (const session of sessions) await closeSession(session, machine, [])
  } catch (error) {
    fail(error, [])
  }
}
