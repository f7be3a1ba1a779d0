// The login: from the inputs to what later steps get.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { distributions } from '../cli/distributions.ts'
import { type Cli, showVersion } from '../cli/run.ts'
import { type Inputs, tokensOf } from '../inputs/inputs.ts'
import { locate } from '../install/executable.ts'
import type { InstalledCli } from '../install/install.ts'
import { homesOf, type Machine } from '../runner/machine.ts'
import { say, warn } from '../runner/report.ts'
import { withTitle } from '../runner/titled-error.ts'
import { closedError, isInSession } from '../session/find.ts'
import { openSession, planSession } from '../session/open.ts'
import { cliOf, filesInHome, partsOf, type Session } from '../session/session.ts'
import { redact } from '../token/redact.ts'
import { authenticate, verifyOrganization } from './authenticate.ts'
import { daysUntil, expiryWarning, inWords } from './expiry.ts'
import { floorWarning } from './floors.ts'

/** What a login gives to later steps and to readers of the job summary. */
export interface LoggedIn {
  readonly outputs: Readonly<Record<string, string | boolean>>
  readonly summary: Readonly<Record<string, string>>
}

/**
 * Checks what can be checked without a network, and names the session. Nothing is written.
 *
 * @throws Error when the command's name is taken, or when there is no CLI at `cli-path`
 */
export async function planLogin(inputs: Inputs, machine: Machine): Promise<Session> {
  const installed = inputs.cliPath === '' ? '' : await locate(inputs.cliPath, isInSession)
  return planSession(inputs, machine, installed)
}

/**
 * Opens a session, installs the CLI into it, logs it in, and writes the command that later steps call.
 *
 * @throws Error that explains the failure; the session is still open then
 */
export async function login(
  inputs: Inputs,
  session: Session,
  machine: Machine,
  cancelled: AbortSignal,
): Promise<LoggedIn> {
  const expires = warnOfExpiry(inputs, Date.now())
  const path = await openSession(session, machine)
  const installed =
    inputs.cliPath === '' ? await installCli(inputs, session, machine, cancelled) : undefined
  const limits = { timeoutMs: inputs.timeoutSeconds * 1000, cancelled }
  const cli = cliOf(session, machine, tokensOf(inputs), limits)
  const version = installed?.version ?? (await versionOf(cli, tokensOf(inputs)))
  const [name, origin] = [nameOf(inputs, version), originOf(inputs, installed)]
  say(`${name}, ${origin}.`)
  const floor = floorWarning(inputs, version)
  if (floor !== undefined) warn('CLI version too old', floor)

  say('Logging in to Choreo…')
  const filesBefore = filesInHome(session)
  const tokenUsed = await authenticate(inputs, cli)
  refuseClosed(session)
  writeFileSync(partsOf(session).accepted, '')
  const isIsolated = filesInHome(session).some((file) => !filesBefore.includes(file))
  if (!isIsolated) warnOfOtherPlaces(inputs, machine)
  if (tokenUsed === 'fallback') warn('Token refused, fallback used', renewToken)
  if (inputs.expectedOrganization !== '') await verifyOrganization(inputs, cli)
  refuseClosed(session)
  return {
    outputs: {
      authenticated: true,
      'cli-version': version,
      'cli-path': path,
      'cache-hit': installed?.cacheHit ?? false,
      'token-used': tokenUsed,
      session: session.directory,
    },
    summary: {
      CLI: name,
      Origin: origin,
      Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, verified`,
      Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
      'Token expires': expires,
      Command: inputs.command,
      Session: endingOf(inputs),
    },
  }
}

// An early log-out can succeed between two calls of the CLI.
function refuseClosed(session: Session): void {
  const closed = closedError(session)
  if (closed !== undefined) throw closed
}

function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }: Inputs, now: number): string {
  if (tokenExpiresOn === undefined) return ''
  const days = daysUntil(tokenExpiresOn, now)
  const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays)
  if (message !== undefined) warn('Token expires', message)
  return inWords(days)
}

async function installCli(
  inputs: Inputs,
  session: Session,
  machine: Machine,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  // Loaded only now: a failure before this point needs no network.
  const { install } = await import('../install/install.ts')
  const places = {
    executable: session.executable,
    download: join(session.directory, 'download'),
  }
  return install(inputs, machine, places, cancelled).catch((error) => {
    throw withTitle('CLI not installed', error)
  })
}

async function versionOf(cli: Cli, tokens: readonly string[]): Promise<string> {
  const { stdout, stderr } = await showVersion(cli)
  const printed = redact(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens)
  const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(printed)?.[1]
  return number === undefined ? '' : `v${number}`
}

function nameOf({ cli }: Inputs, version: string): string {
  return `${distributions[cli].title} ${version || '(unknown version)'}`
}

function originOf({ cliPath }: Inputs, installed: InstalledCli | undefined): string {
  if (installed === undefined) return `installed as ${cliPath}, not verified`
  const { cacheHit, verifiedWith } = installed
  const verified = verifiedWith === '' ? 'not verified' : `SHA-256 verified with ${verifiedWith}`
  return `${cacheHit ? 'from the tool cache' : 'downloaded'}, ${verified}`
}

function warnOfOtherPlaces({ cli }: Inputs, machine: Machine): void {
  const places = homesOf(machine).map((home) => `${home}/${distributions[cli].homeDirectory}`)
  warn(
    'Login not isolated',
    `The CLI logged in, but wrote nothing into the home of its session. The login may be in a keyring or in ${places.join(' or ')}, where other jobs on this machine can use it.`,
  )
}

const renewToken =
  'Choreo refused the Personal Access Token in `token` and accepted the one in `fallback-token`. Renew the secret that `token` ' +
  'reads before the other one expires.'

/** Prints that the login succeeded, and what later steps call. */
export function announce(inputs: Inputs): void {
  const { expectedOrganization: organization, command } = inputs
  say(
    organization === ''
      ? '✓ Logged in to Choreo (organization not checked).'
      : `✓ Logged in to Choreo, with access to the organization ${organization}.`,
  )
  say(`Later steps call \`${command}\`. ${endingOf(inputs)}`)
}

function endingOf({ logout }: Inputs): string {
  return logout
    ? 'The session ends with the job.'
    : 'Nobody logs out at the end of the job. The runner removes the files of the session with its temporary directory.'
}
