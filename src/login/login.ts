// The story of a login: the CLI, a session for it, the login itself, and what later steps get.
import { join } from 'node:path'
import { addPath, saveState, setOutput, warning } from '@actions/core'
import { which } from '@actions/io'
import { distributions } from '../cli/distribution.ts'
import * as cli from '../cli/run.ts'
import type { InstalledCli } from '../install/install.ts'
import { obtain } from '../install/obtain.ts'
import { type Inputs, tokensOf } from '../runner/inputs.ts'
import { say, timed } from '../runner/report.ts'
import { writeSummary } from '../runner/summary.ts'
import { claim } from '../session/claim.ts'
import { closeQuietly } from '../session/close.ts'
import { changes, keep, list, placesOf } from '../session/machine-home.ts'
import {
  backupOf,
  binOf,
  type Machine,
  markSession,
  openSession,
  openSessions,
  planSession,
  type Session,
  settingsOf,
} from '../session/session.ts'
import { redact } from '../token/token.ts'
import { authenticate, guard } from './authenticate.ts'
import { daysLeft, expiryWarning, inWords } from './expiry.ts'

/**
 * Logs in, and hands later steps a command that is logged in.
 *
 * @throws Error with what a user needs to know; no session is left then
 */
export async function login(
  inputs: Inputs,
  machine: Machine,
  cancelled: AbortSignal,
): Promise<void> {
  const temp = machine.env['RUNNER_TEMP']
  if (!temp) {
    throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.')
  }
  await checkCommand(inputs, temp)
  const expires = warnOfExpiry(inputs, Date.now())
  const installed = await obtain(inputs, machine, temp, cancelled)

  let session = plan(inputs, temp, installed.path)
  // Before the directory exists: whatever ends this process later, post knows what to remove.
  saveState('session', session)
  const executable: cli.Cli = {
    path: installed.path,
    env: { ...cli.scrub(machine.env, tokensOf(inputs)), ...settingsOf(session, machine.platform) },
    timeoutMs: inputs.timeoutSeconds * 1000,
    cancelled,
  }
  try {
    const path = await openSession(session, machine).catch((error: Error) => {
      throw new Error(
        `The session could not be made in ${temp}: ${error.message}. Check that the disk of the runner is not full, and that ` +
          'this user may write there.',
      )
    })
    const version = installed.version || (await versionOf(executable, tokensOf(inputs)))
    introduce(inputs, { ...installed, version })
    const straysSince = await watch(session)
    const tokenUsed = await authenticate(inputs, executable)
    session = { ...session, isLoggedIn: true, strays: await straysSince() }
    saveState('session', session)
    markSession(session)
    if (inputs.expectedOrganization !== '') await guard(inputs, executable)
    handOver(inputs, session, path, tokenUsed)
    if (inputs.summary) summarize(inputs, { ...installed, version }, tokenUsed, expires)
  } catch (error) {
    // Post tries again what does not work now.
    await closeQuietly(session, machine)
    throw error
  }
}

async function checkCommand({ command, cli: name }: Inputs, temp: string): Promise<void> {
  // The CLI's own name may be used again: the later login is found first, until it ends.
  if (command === name) return
  const input = `The input \`command\` is "${command}"`
  const taken = openSessions(temp)
  // Not every file system tells `Deploy` from `deploy`.
  if (taken.some((session) => session.command.toLowerCase() === command.toLowerCase())) {
    throw new Error(
      `${input}, and another login of this job has that name already. Allowed is a name of its own for each account.`,
    )
  }
  const shadowed = await which(command)
  if (shadowed !== '') {
    warning(`${input}, and later steps call the CLI by that name now instead of ${shadowed}.`, {
      title: 'Command hides a program',
    })
  }
}

function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }: Inputs, now: number): string {
  if (tokenExpiresOn === undefined) return ''
  const days = daysLeft(tokenExpiresOn, now)
  const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays)
  if (message !== undefined) warning(message, { title: 'Token expires' })
  return inWords(days)
}

function plan({ isolate, command, region, logout, cli: name }: Inputs, temp: string, path: string) {
  const cliDirectory = distributions[name].homeDirectory
  return planSession(temp, { isolate, command, region, logout, cli: path, cliDirectory })
}

async function versionOf(executable: cli.Cli, tokens: readonly string[]): Promise<string> {
  const { stdout, stderr } = await timed('Version', () => cli.version(executable))
  const said = redact(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens)
  const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(said)?.[1]
  return number === undefined ? '' : `v${number}`
}

function introduce(inputs: Inputs, installed: InstalledCli): void {
  say(`${nameOf(inputs, installed)}, ${originOf(inputs, installed)}.`)
  setOutput('cli-version', installed.version)
  setOutput('cache-hit', installed.cacheHit)
}

function nameOf({ cli: name }: Inputs, { version }: InstalledCli): string {
  return `${distributions[name].title} ${version || '(unknown version)'}`
}

function originOf({ cliPath }: Inputs, { cacheHit, comparedWith }: InstalledCli): string {
  if (cliPath !== '') return `installed as ${cliPath}, not verified`
  const source = cacheHit ? 'from the tool cache' : 'downloaded'
  return comparedWith === ''
    ? `${source}, not verified`
    : `${source}, SHA-256 verified with ${comparedWith}`
}

// Readies what can be readied before a login, and knows afterwards which files the CLI wrote where it
// was told not to.
async function watch(session: Session): Promise<() => Promise<readonly string[]>> {
  if (!session.isolate) {
    const directory = join(session.home, session.cliDirectory)
    await claim(directory, session.directory)
    await keep(directory, backupOf(session))
    return async () => []
  }
  const places = placesOf(session.cliDirectory)
  const [before, elsewhere] = [list([session.home]), list(places)]
  return async () => {
    if (changes(before, list([session.home])).length > 0) return []
    const strays = changes(elsewhere, list(places))
    warnNotIsolated(strays, places)
    // What was there before is not ours to remove, though it was changed.
    return strays.filter((path) => !elsewhere.has(path))
  }
}

function warnNotIsolated(strays: readonly string[], places: readonly string[]): void {
  const where =
    strays.length > 0
      ? `It wrote to ${strays.slice(0, 5).join(', ')} instead, which other jobs on this machine can use. What it added there is removed when the job ends.`
      : `It may keep its login in a keyring, or elsewhere than below ${places.join(' or ')}, where other jobs on this machine can use it.`
  warning(
    `The CLI logged in, but wrote nothing into the home directory that this login gave it. ${where}`,
    { title: 'Login not isolated' },
  )
}

function handOver(
  inputs: Inputs,
  session: Session,
  path: string,
  tokenUsed: 'primary' | 'fallback',
): void {
  addPath(binOf(session))
  setOutput('authenticated', true)
  setOutput('cli-path', path)
  setOutput('token-used', tokenUsed)
  setOutput('session', session.directory)
  if (tokenUsed === 'fallback') {
    warning(
      'Choreo refused the Personal Access Token in the input `token`, and accepted the one in `fallback-token`. Renew the secret ' +
        'that `token` reads before the other one expires as well.',
      { title: 'Token refused, fallback used' },
    )
  }
  const { expectedOrganization: organization, command } = inputs
  say(
    organization === ''
      ? 'Logged in.'
      : `Logged in, with access to the organization ${organization}.`,
  )
  say(`Later steps call \`${command}\`. ${endingOf(inputs)}`)
}

function endingOf({ logout, isolate }: Inputs): string {
  if (logout) return 'The session ends with the job.'
  return isolate
    ? 'The session stays after the job, until the runner empties its temporary directory.'
    : 'The login stays after the job, in the home of the machine.'
}

function summarize(
  inputs: Inputs,
  installed: InstalledCli,
  tokenUsed: 'primary' | 'fallback',
  expires: string,
): void {
  writeSummary('Choreo login', {
    CLI: nameOf(inputs, installed),
    Origin: originOf(inputs, installed),
    Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, confirmed`,
    Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
    'Token expires': expires,
    Command: inputs.command,
    Session: endingOf(inputs),
  })
}
