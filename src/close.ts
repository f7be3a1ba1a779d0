// The end of a session: log out, remove it, look once more, say one line. Warns, never fails.
import { isAbsolute } from 'node:path'
import { info, warning } from '@actions/core'
import * as cli from './cli.ts'
import { quote } from './failure.ts'
import { readTokens } from './inputs.ts'
import {
  findSession,
  isUsed,
  type Machine,
  type Remembered,
  removeSession,
  type Session,
  settingsOf,
} from './session.ts'
import { redact } from './token.ts'

const logoutMs = 10_000

/**
 * Closes the session that main opened. A session that is gone already needs nothing and no word.
 *
 * @param remembered what main saved
 */
export async function closeInPost(remembered: Remembered, machine: Machine): Promise<void> {
  const tokens = readTokens(machine.env)
  try {
    const session = await findSession(remembered.session, machine.env['RUNNER_TEMP'] ?? '')
    if (session === undefined) return
    if (!remembered.logout) {
      info(
        'The session stays open, as `logout: false` asks, until the runner empties its temporary directory.',
      )
      return
    }
    const loggedOut = await logOut(session, remembered, machine, tokens)
    await removeSession(session)
    info(`${loggedOut ? 'Logged out. ' : ''}The session and all credentials in it are removed.`)
  } catch (error) {
    warning(redact((error as Error).message, tokens), { title: 'Choreo log-out incomplete' })
  }
}

async function logOut(
  session: Session,
  { cli: path, region }: Remembered,
  machine: Machine,
  tokens: readonly string[],
): Promise<boolean> {
  // A login that never wrote anything needs no log-out.
  if (!isAbsolute(path) || !(await isUsed(session))) return false
  const outcome = await cli.logout({
    path,
    env: { ...cli.scrub(machine.env, tokens), ...settingsOf(session, region, machine.platform) },
    timeoutMs: logoutMs,
    cancelled: new AbortController().signal,
  })
  if (outcome.exitCode === 0) return true
  const why =
    outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed'
  const said = redact(
    `${outcome.stderr.slice(-4096)}\n${outcome.stdout.slice(-4096)}\n${outcome.startError}`,
    tokens,
  )
  warning(
    [`The log-out of the CLI ${why}. Its credentials are removed all the same.`, quote(said)]
      .filter(Boolean)
      .join('\n'),
    {
      title: 'Choreo log-out failed',
    },
  )
  return false
}
