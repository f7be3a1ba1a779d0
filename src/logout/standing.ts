// Where a session stands at its end.
import { existsSync } from 'node:fs'
import type { Environment } from '../runner/machine.ts'
import { isClosed, isOurs, isOwnDirectory } from '../session/find.ts'
import { makeAccessible } from '../session/remove.ts'
import { partsOf, type Session } from '../session/session.ts'

/**
 * - `open`: directory, home and executable are there, so the CLI can log out
 * - `closed`: an early log-out has closed it
 * - `vanished`: there is a login, but nothing to log out with
 * - `never-opened`: none of them
 */
export type Standing = 'open' | 'vanished' | 'closed' | 'never-opened'

/**
 * Decides where a session stands, after its modes are put right.
 *
 * An early log-out that was killed, or a step that made the file, leaves a session that is still open.
 *
 * @param hasLogin whether there is a login that has to be logged out
 */
export function standingOf(session: Session, env: Environment, hasLogin: boolean): Standing {
  const { directory, executable } = session
  const { home } = partsOf(session)
  if (isOurs(directory, env)) {
    for (const part of [directory, home]) makeAccessible(part)
    if (isOwnDirectory(home) && existsSync(executable)) return 'open'
    if (isClosed(session)) return 'closed'
  }
  return hasLogin ? 'vanished' : 'never-opened'
}
