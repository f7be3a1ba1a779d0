// What a login gives: the outputs for later steps, the rows of the job summary, and the last lines of the log.
// Pure.
import type { Inputs } from '../inputs/inputs.ts'
import type { Session } from '../session/session.ts'
import { daysUntil, inWords } from './expiry.ts'

/** A login that succeeded. */
export interface Login {
  /** The name and the version of the CLI, in words. */
  readonly cli: string
  /** A tag; empty: unknown. */
  readonly version: string
  /** Where the CLI came from, and what verified it. */
  readonly origin: string
  readonly cacheHit: boolean
  readonly tokenUsed: 'primary' | 'fallback'
  /** The command that later steps call, absolute. */
  readonly path: string
}

export function outputsOf(
  { version, path, cacheHit, tokenUsed }: Login,
  { directory }: Session,
): Readonly<Record<string, string | boolean>> {
  return {
    authenticated: true,
    'cli-version': version,
    'cli-path': path,
    'cache-hit': cacheHit,
    'token-used': tokenUsed,
    session: directory,
  }
}

/** Returns the rows of the job summary; empty values are left out. */
export function summaryOf(
  { cli, origin, tokenUsed }: Login,
  inputs: Inputs,
  now: number,
): Readonly<Record<string, string>> {
  const { expectedOrganization, tokenExpiresOn, command } = inputs
  return {
    CLI: cli,
    Origin: origin,
    Organization: expectedOrganization === undefined ? '' : `${expectedOrganization}, verified`,
    Token: tokenUsed === 'primary' ? 'primary' : 'fallback: renew the primary one',
    'Token expires': tokenExpiresOn === undefined ? '' : inWords(daysUntil(tokenExpiresOn, now)),
    Command: command,
    Session: endingOf(inputs),
  }
}

/** Returns the lines that say that the login succeeded, and what later steps call. */
export function announcementOf(inputs: Inputs): readonly string[] {
  const { expectedOrganization, command } = inputs
  const access =
    expectedOrganization === undefined
      ? ''
      : `, with access to the organization ${expectedOrganization}`
  return [`✓ Logged in to Choreo${access}.`, `Later steps call \`${command}\`. ${endingOf(inputs)}`]
}

function endingOf({ logout }: Inputs): string {
  return logout
    ? 'The session ends with the job.'
    : 'The action does not log out, because `logout` is `false`. The runner removes the files of the session with its temporary directory.'
}
