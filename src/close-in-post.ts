// What post does with a session that was remembered. It warns, and never fails a job.
import { join } from 'node:path'
import { warning } from '@actions/core'
import { closeSession } from './close.ts'
import { readTokens } from './inputs.ts'
import { say } from './report.ts'
import { type Machine, openSessions, type Session, savedSession } from './session.ts'
import { redact } from './token.ts'

/**
 * Closes the session that main opened. A session that is gone already needs nothing and no word.
 *
 * @param saved what main saved of it
 */
export async function closeInPost(saved: string, machine: Machine): Promise<void> {
  const tokens = readTokens(machine.env)
  try {
    for (const session of await toClose(saved, machine)) {
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

// When the state cannot be trusted, nothing is done to what it names. The credentials have to go all the
// same: every session of this job is closed.
async function toClose(saved: string, { env }: Machine): Promise<readonly Session[]> {
  const temp = env['RUNNER_TEMP'] ?? ''
  try {
    const session = await savedSession(saved, temp)
    return session === undefined ? [] : [session]
  } catch (error) {
    warning(`${(error as Error).message} All sessions of this job are closed instead.`, {
      title: 'Choreo session unknown',
    })
    return openSessions(temp)
  }
}
