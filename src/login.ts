// The story of a login: the CLI, a session for it, the login itself, and what later steps get.
import { resolve } from 'node:path'
import { addPath, info, saveState, setOutput } from '@actions/core'
import { which } from '@actions/io'
import * as cli from './cli.ts'
import { distributions } from './distribution.ts'
import { explain } from './failure.ts'
import type { Inputs } from './inputs.ts'
import type { InstalledCli } from './install.ts'
import {
  type Machine,
  openSession,
  planSession,
  removeSession,
  type Session,
  settingsOf,
} from './session.ts'

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
  const installed = await obtain(inputs, machine, temp, cancelled)

  const session = planSession(temp)
  remember(inputs, session, installed)
  const settings = settingsOf(session, inputs.region, machine.platform)
  const executable: cli.Cli = {
    path: installed.path,
    env: { ...cli.scrub(machine.env, [inputs.token]), ...settings },
    timeoutMs: inputs.timeoutSeconds * 1000,
    cancelled,
  }
  try {
    const command = await openSession(
      session,
      inputs.command,
      installed.path,
      settings,
      machine.platform,
    )
    const version = installed.version || (await versionOf(executable))
    introduce(inputs, { ...installed, version })
    await authenticate(inputs, executable)
    handOver(inputs, session, command)
  } catch (error) {
    // Post tries again what does not work now.
    await removeSession(session).catch(() => {})
    throw error
  }
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

async function versionOf(executable: cli.Cli): Promise<string> {
  const { stdout, stderr } = await cli.version(executable)
  const number = /\bv?(\d+\.\d+\.\d+(?:-[\w.-]*\w)?)/.exec(`${stdout}\n${stderr}`)?.[1]
  return number === undefined ? '' : `v${number}`
}

function introduce(inputs: Inputs, { version, cacheHit, comparedWith }: InstalledCli): void {
  const source =
    inputs.cliPath !== '' ? `\`${inputs.cliPath}\`` : cacheHit ? 'tool cache' : 'download'
  const verified = comparedWith === '' ? '' : `, its SHA-256 is the one that ${comparedWith} states`
  info(
    `${distributions[inputs.cli].title} ${version || '(unknown version)'} from ${source}${verified}`,
  )
  setOutput('cli-version', version)
  setOutput('cache-hit', cacheHit)
}

async function authenticate(inputs: Inputs, executable: cli.Cli): Promise<void> {
  const outcome = await cli.login(executable, inputs.token)
  if (outcome.exitCode !== 0 || outcome.stopped !== undefined) {
    const { title, message } = explain(outcome, [inputs.token])
    throw Object.assign(new Error(message), { title })
  }
}

function handOver(inputs: Inputs, session: Session, command: string): void {
  addPath(session.bin)
  setOutput('authenticated', true)
  setOutput('cli-path', command)
  setOutput('token-used', 'primary')
  setOutput('session', session.directory)
  info(
    `Logged in. Later steps call \`${inputs.command}\`; ${inputs.logout ? 'the session ends with the job' : 'the session stays open after the job, until the runner empties its temporary directory'}.`,
  )
}
