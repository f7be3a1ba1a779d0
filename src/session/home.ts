// Empties the home of a session between two logins.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { endProcesses } from '../cli/processes.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { gitConfigName, partsOf, type Session } from './session.ts'

/**
 * Ends the processes of a session, and removes what the CLI has written into its home.
 *
 * @returns whether the home is empty
 */
export function emptyHome(session: Session, { platform }: Machine): boolean {
  const { home } = partsOf(session)
  endProcesses(session.directory, platform)
  const isEmpty = orUndefined(() => {
    const written = readdirSync(home).filter((name) => name !== gitConfigName)
    for (const name of written) rmSync(join(home, name), { recursive: true, force: true })
    return true
  })
  return isEmpty ?? false
}
