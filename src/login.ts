// The story of a login: the CLI, a session for it, the login itself, and what later steps get.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { addPath, saveState, setOutput, warning } from '@actions/core'
import { which } from '@actions/io'
import { authenticate, guard } from './authenticate.ts'
import * as cli from './cli.ts'
import { distributions } from './distribution.ts'
import { daysLeft, expiryWarning } from './expiry.ts'
import { type Inputs, tokensOf } from './inputs.ts'
import type { InstalledCli } from './install.ts'
import { type Event, whyMissing } from './missing-token.ts'
import { failure, say, skip, timed } from './report.ts'
import {
  type Machine,
  openSession,
  planSession,
  removeSession,
  type Session,
  settingsOf,
} from './session.ts'
import { writeSummary } from './summary.ts'
import { redact } from './token.ts'

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
  if (inputs.token === '') return withoutToken(inputs, machine)
  const temp = machine.env['RUNNER_TEMP']
  if (!temp) {
    throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.')
  }
  const days = warnOfExpiry(inputs, Date.now())
  const installed = await timed('Getting the CLI', obtain(inputs, machine, temp, cancelled))

  const session = planSession(temp)
  remember(inputs, session, installed)
  const settings = settingsOf(session, inputs.region, machine.platform)
  const executable: cli.Cli = {
    path: installed.path,
    env: { ...cli.scrub(machine.env, tokensOf(inputs)), ...settings },
    timeoutMs: inputs.timeoutSeconds * 1000,
    cancelled,
  }
  let isLoggedIn = false
  try {
    const command = await openSession(
      session,
      inputs.command,
      installed.path,
      settings,
      machine.platform,
    )
    const version = installed.version || (await versionOf(executable, tokensOf(inputs)))
    introduce(inputs, { ...installed, version })
    const tokenUsed = await authenticate(inputs, executable)
    isLoggedIn = true
    if (inputs.expectedOrganization !== '') await guard(inputs, executable)
    handOver(inputs, session, command, tokenUsed)
    if (inputs.summary) await summarize(inputs, { ...installed, version }, tokenUsed, days)
  } catch (error) {
    // Post tries again what does not work now.
    if (isLoggedIn) await cli.logout({ ...executable, timeoutMs: logoutMs })
    await removeSession(session).catch(() => {})
    throw error
  }
}

const logoutMs = 10_000

function withoutToken(inputs: Inputs, { env }: Machine): void {
  const why = whyMissing(env, eventOf(env), inputs.onMissingToken)
  if (inputs.onMissingToken === 'fail') throw failure('No token', why)
  skip(why)
}

function eventOf(env: Machine['env']): Event | undefined {
  try {
    return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) ?? undefined
  } catch {
    return undefined
  }
}

function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }: Inputs, now: number): string {
  if (tokenExpiresOn === undefined) return ''
  const days = daysLeft(tokenExpiresOn, now)
  const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays)
  if (message !== undefined) warning(message, { title: 'Token expires' })
  return String(Math.max(days, 0))
}

async function obtain(
  inputs: Inputs,
  machine: Machine,
  temp: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  if (inputs.cliPath !== '') {
    return { path: await locate(inputs.cliPath), version: '', cacheHit: false, comparedWith: '' }
  }
  const { install } = await import('./install.ts')
  return install(inputs, machine, temp, cancelled)
}

async function locate(path: string): Promise<string> {
  const found = await which(/[\\/]/.test(path) ? resolve(path) : path)
  if (found !== '') return found
  throw new Error(
    `The input \`cli-path\` is "${path}", and there is no such executable. ` +
      'Allowed is the path of an installed CLI, or its name when it is on PATH.',
  )
}

// Before the directory exists: whatever ends this process later, post knows what to remove.
function remember(inputs: Inputs, session: Session, { path }: InstalledCli): void {
  saveState('session', session.directory)
  saveState('cli', path)
  saveState('region', inputs.region)
  saveState('logout', inputs.logout)
}

async function versionOf(executable: cli.Cli, tokens: readonly string[]): Promise<string> {
  const { stdout, stderr } = await timed('Version', cli.version(executable))
  const said = redact(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens)
  const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(said)?.[1]
  return number === undefined ? '' : `v${number}`
}

function introduce(inputs: Inputs, installed: InstalledCli): void {
  say(`${nameOf(inputs, installed)}, ${sourceOf(inputs, installed)}`)
  setOutput('cli-version', installed.version)
  setOutput('cache-hit', installed.cacheHit)
}

function nameOf({ cli: name }: Inputs, { version }: InstalledCli): string {
  return `${distributions[name].title} ${version || '(unknown version)'}`
}

function sourceOf({ cliPath }: Inputs, { cacheHit, comparedWith }: InstalledCli): string {
  if (cliPath !== '') return `installed as ${cliPath}, not verified`
  const source = cacheHit ? 'from the tool cache' : 'downloaded'
  if (comparedWith === '') return `${source}, not verified`
  return `${source}, SHA-256 verified with ${comparedWith}`
}

function handOver(
  inputs: Inputs,
  session: Session,
  command: string,
  tokenUsed: 'primary' | 'fallback',
): void {
  addPath(session.bin)
  setOutput('authenticated', true)
  setOutput('cli-path', command)
  setOutput('token-used', tokenUsed)
  setOutput('session', session.directory)
  if (tokenUsed === 'fallback') {
    warning(
      'Choreo refused the Personal Access Token in the input `token`, and accepted the one in `fallback-token`. Renew the secret ' +
        'that `token` reads before the other one expires as well.',
      { title: 'Token refused, fallback used' },
    )
  }
  const { expectedOrganization: organization, command: name } = inputs
  say(
    organization === ''
      ? 'Logged in.'
      : `Logged in, with access to the organization ${organization}.`,
  )
  say(`Later steps call \`${name}\`. ${ending(inputs)}`)
}

function ending({ logout }: Inputs): string {
  return logout
    ? 'The session ends with the job.'
    : 'The session stays after the job, until the runner empties its temporary directory.'
}

async function summarize(
  inputs: Inputs,
  installed: InstalledCli,
  tokenUsed: 'primary' | 'fallback',
  days: string,
): Promise<void> {
  await writeSummary('Choreo login', {
    CLI: nameOf(inputs, installed),
    Origin: sourceOf(inputs, installed),
    Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, confirmed`,
    Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
    'Days until the token expires': days,
    Command: inputs.command,
    Session: ending(inputs),
  })
}
