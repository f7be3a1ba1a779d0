// The machine that a job runs on.
import { userInfo } from 'node:os'
import { isAbsolute } from 'node:path'
import { orUndefined } from './or-undefined.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The surroundings of the code: `process`, or a replacement in tests. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  /** Node's version, for example `v24.19.0`. */
  readonly version: string
  /** Node's executable, absolute. */
  readonly execPath: string
  readonly env: Environment
}

/**
 * Lists the home directories of this user: the one that the environment names, and the one in the
 * user database. They differ in container jobs, and a container's user may have neither.
 *
 * @returns absolute paths, each once
 */
export function homesOf({ platform, env }: Machine): readonly string[] {
  const named = env[platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? ''
  const recorded = orUndefined(() => userInfo().homedir) ?? ''
  return [...new Set([named, recorded])].filter((home) => isAbsolute(home))
}
