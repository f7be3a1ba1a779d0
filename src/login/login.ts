// The login: from the inputs to what later steps get.
import { writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { distributions, isTag, isTooOld } from '../cli/distributions.ts'
import { withoutNotices } from '../cli/failure.ts'
import { showVersion } from '../cli/run.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { locate } from '../install/executable.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { say, warn } from '../runner/report.ts'
import { withTitle } from '../runner/titled-error.ts'
import { isInSession } from '../session/find.ts'
import { openSession, planSession } from '../session/open.ts'
import { emptyHome } from '../session/remove.ts'
import { mayHoldFiles, partsOf, type Session } from '../session/session.ts'
import { redact } from '../token/redact.ts'
import { authenticate } from './authenticate.ts'
import type { Context } from './context.ts'
import { daysUntil, expiryWarning } from './expiry.ts'
import { verifyOrganization } from './organization.ts'
import type { Login } from './results.ts'
import { during } from './stop.ts'

/**
 * Checks what can be checked without a network, and names the session. Nothing is written.
 *
 * @throws Error when the command's name is taken, when there is no CLI at `cli-path`, or when `cli-version` can be
 *   neither a tag nor a range
 */
export async function planLogin(inputs: Inputs, machine: Machine): Promise<Session> {
  const { cli, cliPath, cliVersion } = inputs
  if (cliPath !== '') return planSession(inputs, machine, await locate(cliPath, isInSession))
  if (!isTag(cliVersion)) {
    // Loaded only now: most versions are tags.
    const { demandRange } = await import('../install/range.ts')
    demandRange(cli, cliVersion)
  }
  return planSession(inputs, machine, '')
}

/**
 * Opens a session with the command that later steps call, prepares the CLI, and logs it in.
 *
 * @throws Error that explains the failure; the session is still open then
 */
export async function login(context: Context): Promise<Login> {
  const { session, machine } = context
  const { expectedOrganization } = context.inputs
  warnOfExpiry(context, Date.now())
  const path = await openSession(session, machine)
  const prepared = await prepareCli(context)
  say('Logging in to Choreo…')
  const tokenUsed = await during('logging in', context, async () => {
    const used = await authenticate(context)
    // Only as a new file: a pipe that the CLI has put there would never end.
    writeFileSync(partsOf(session).accepted, '', { flag: 'wx' })
    return used
  })
  if (!mayHoldFiles(partsOf(session).home)) warnOfOtherPlace(context)
  if (expectedOrganization !== undefined) {
    const verify = () => verifyOrganization(expectedOrganization, context)
    await during('reading the organizations', context, verify)
  }
  return { ...prepared, tokenUsed, path }
}

function warnOfExpiry({ inputs, machine }: Context, now: number): void {
  const { tokenExpiresOn, expiryWarningDays } = inputs
  if (tokenExpiresOn === undefined) return
  const message = expiryWarning(tokenExpiresOn, daysUntil(tokenExpiresOn, now), expiryWarningDays)
  if (message !== undefined) warn('Token expires', message, machine.env)
}

type Prepared = Pick<Login, 'cli' | 'version' | 'origin' | 'cacheHit'>

// Installs the CLI into the session, or asks the one in `cli-path` for its version.
async function prepareCli(context: Context): Promise<Prepared> {
  const { inputs } = context
  const prepared =
    inputs.cliPath === ''
      ? await during('downloading the CLI', context, () => installCli(context))
      : await during('starting the CLI', context, () => findCli(context))
  const cli = `${distributions[inputs.cli].title} ${prepared.version || '(unknown version)'}`
  say(`${cli}, ${prepared.origin}.`)
  warnOfAge(context, prepared.version)
  return { ...prepared, cli }
}

async function installCli({ inputs, session, machine, stopped }: Context) {
  // Loaded only now: a failure before this point needs no network.
  const { install } = await import('../install/install.ts')
  const places = { executable: session.executable, download: partsOf(session).download }
  const installing = install(inputs, machine, places, stopped)
  const { version, cacheHit, verifiedWith } = await installing.catch((error) => {
    throw withTitle('CLI not installed', error)
  })
  const verified = verifiedWith === '' ? 'not verified' : `SHA-256 verified with ${verifiedWith}`
  const origin = `${cacheHit ? 'from the tool cache' : 'downloaded'}, ${verified}`
  return { version, cacheHit, origin }
}

async function findCli({ inputs, session, machine, cli, secrets }: Context) {
  const { stdout, stderr } = await showVersion(cli)
  // What this call wrote is not the login.
  emptyHome(session, machine)
  const printed = redact(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, secrets)
  const text = withoutNotices(printed)
  const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(text)?.[1]
  const version = number === undefined ? '' : `v${number}`
  return { version, cacheHit: false, origin: `installed as ${inputs.cliPath}, not verified` }
}

function warnOfAge({ inputs, machine }: Context, version: string): void {
  if (!isTooOld(inputs.cli, version)) return
  const { title, minimum, fault } = distributions[inputs.cli]
  const advice =
    inputs.cliPath === ''
      ? 'Set the input `cli-version` to `latest`.'
      : 'Update the CLI in `cli-path`.'
  warn(
    'CLI version too old',
    `The ${title} is ${version}. Versions before v${minimum} ${fault}. ${advice}`,
    machine.env,
  )
}

// A CLI that ignores the variables of its session finds its user's home in the user database.
function warnOfOtherPlace({ inputs, machine }: Context): void {
  const home = orUndefined(() => userInfo().homedir) ?? '~'
  const place = `${home}/${distributions[inputs.cli].homeDirectory}`
  warn(
    'Login not isolated',
    `The CLI logged in, but wrote nothing into the home of its session. The login may be in a keyring or in ${place}, where other jobs on this machine can use it.`,
    machine.env,
  )
}
