// Tries what this action relies on against the real CLI: node scripts/contract.ts choreo|wdp
// With a token in CHOREO_TOKEN or WDP_TOKEN also what needs one. Ends red when something does not hold.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Ended, type Job, startJob } from '../__tests__/runner.ts'
import { encodingsOf } from '../src/token/token.ts'

/** Something that the action relies on, and what was found when it was tried. */
interface Clause {
  readonly what: string
  readonly holds: boolean
  readonly found: string
}

const cli = process.argv[2] ?? ''
if (cli !== 'choreo' && cli !== 'wdp') throw new Error('Usage: node scripts/contract.ts choreo|wdp')
const token = process.env[`${cli.toUpperCase()}_TOKEN`] ?? ''
const common = {
  cli,
  'github-token': process.env['GITHUB_TOKEN'] ?? '',
  ...(process.env['CONTRACT_GITHUB_URL'] && { 'github-url': process.env['CONTRACT_GITHUB_URL'] }),
  ...(process.env['CONTRACT_GITHUB_API_URL'] && {
    'github-api-url': process.env['CONTRACT_GITHUB_API_URL'],
  }),
}

const clauses = [...(await inAJob(refusal)), ...(token === '' ? [] : await inAJob(login))]
report(clauses)
if (token === '') console.log(`No token is there for ${cli}: a whole login was not tried.`)
if (clauses.some(({ holds }) => !holds)) process.exitCode = 1

async function inAJob(
  attempt: (job: Job) => Promise<readonly Clause[]>,
): Promise<readonly Clause[]> {
  const job = startJob()
  // What programs need on Windows, and what the network may need everywhere.
  const needed =
    /^(SystemRoot|windir|SystemDrive|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|TEMP|TMP|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|(HTTPS?|NO)_PROXY|NODE_EXTRA_CA_CERTS)$/i
  for (const [name, value] of Object.entries(process.env)) {
    if (needed.test(name) && value !== undefined) job.env[name] = value
  }
  job.env['USERPROFILE'] = job.home
  try {
    return await attempt(job)
  } finally {
    job.remove()
  }
}

async function refusal(job: Job): Promise<readonly Clause[]> {
  const inputs = { ...common, token: `made-up-${randomBytes(16).toString('hex')}` }
  const main = await job.main(inputs)
  const titles = main.annotations.map(({ title }) => title.replace('Choreo: ', ''))
  // A login that fails sets no output.
  const [, version = ''] = /^.* CLI (v\S+), downloaded/m.exec(main.log.join('\n')) ?? []
  const said = main.annotations.map(({ title, message }) => `${title}: ${message}`).join('\n')
  return [
    clause('The latest release is installed on this platform', version !== '', version || said),
    clause('Its release states a digest', !said.includes('states no SHA-256 digest'), said),
    ...(version === '' ? [] : [showsVersion(job, version)]),
    clause('A made-up token is refused', main.exitCode === 1, `exit code ${main.exitCode}`),
    clause('The action recognizes the refusal', titles.join() === 'Token refused', said),
    ...(await endOf(job, main, inputs)),
  ]
}

async function login(job: Job): Promise<readonly Clause[]> {
  const inputs = { ...common, token }
  const began = Date.now()
  const main = await job.main(inputs)
  const said = main.annotations.map(({ title, message }) => `${title}: ${message}`).join('\n')
  const shell = process.platform === 'win32' ? { shell: ['cmd', '/d', '/c'] } : {}
  const list = await job.step(`${cli} list organizations`, shell)
  const post = await endOf(job, main, inputs)
  return [
    clause('A real token logs in, without a warning', main.exitCode === 0 && said === '', said),
    clause(
      'A later step lists organizations',
      list.exitCode === 0 && list.stdout !== '',
      `exit code ${list.exitCode}`,
    ),
    ...post,
    noCopies(began),
  ]
}

async function endOf(
  job: Job,
  main: Ended,
  inputs: Readonly<Record<string, string>>,
): Promise<readonly Clause[]> {
  const wasOpen = main.state['session'] !== undefined && main.exitCode === 0
  const post = await job.post(main, inputs)
  const said = [...post.log, ...post.annotations.map(({ message }) => message)].join('\n')
  const left = [job.temp, job.home].flatMap((directory) =>
    readdirSync(directory).map((name) => join(directory, name)),
  )
  const loggedOut = /^Logged out, and removed the session of `\w+`\.$/
  return [
    ...(wasOpen ? [clause('The end of the job logs out', loggedOut.test(said), said)] : []),
    clause(
      'Nothing is left',
      left.length === 0 && post.annotations.length === 0,
      left.join(' ') || said,
    ),
  ]
}

// Searches the files that were changed since the login, below the homes and the temporary directory of this user.
function noCopies(since: number): Clause {
  const unread: string[] = []
  const orNothing = <T>(path: string, read: (path: string) => T): T | undefined => {
    try {
      return read(path)
    } catch {
      unread.push(path)
      return undefined
    }
  }
  // Links are not followed.
  const changedFiles = (directory: string): string[] => {
    const entries = orNothing(directory, (path) => readdirSync(path, { withFileTypes: true })) ?? []
    return entries.flatMap((entry) => {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) return changedFiles(path)
      const changedAt = entry.isFile() ? orNothing(path, (file) => lstatSync(file).ctimeMs) : 0
      return (changedAt ?? 0) >= since ? [path] : []
    })
  }
  const forms = encodingsOf(token)
  const places = new Set([homedir(), userInfo().homedir, tmpdir()])
  const files = [...places].flatMap(changedFiles)
  const copies = files.filter((path) => {
    const content = orNothing(path, (file) => readFileSync(file))
    return forms.some((form) => content?.includes(form))
  })
  console.log(`Searched ${files.length} changed files for the token.`)
  if (unread.length > 0) console.log(`Could not be read: ${unread.join(', ')}`)
  return clause(
    'No copy of the token is left on the machine',
    copies.length === 0,
    copies.join(' '),
  )
}

function showsVersion(job: Job, version: string): Clause {
  const what = 'The CLI knows its version'
  try {
    const said = execFileSync(installed(job), ['--version'], {
      env: { ...job.env, SKIP_KEYRING: 'true' },
      encoding: 'utf8',
      timeout: 60_000,
    })
    const number = version.replace(/^v|-wdp$/g, '')
    return clause(what, said.includes(number), said.trim())
  } catch (error) {
    return clause(what, false, (error as Error).message)
  }
}

// The session is gone, but the tool cache holds the archive. This `tar` reads the zip archives of its platform.
function installed(job: Job): string {
  const name = process.platform === 'win32' ? `${cli}.exe` : cli
  const files = readdirSync(job.toolCache, { recursive: true, withFileTypes: true })
  const archive = files.find((entry) => entry.isFile() && /\.(tar\.gz|zip)$/.test(entry.name))
  const path = join(archive?.parentPath ?? job.toolCache, archive?.name ?? 'archive')
  execFileSync('tar', ['-xf', path, '-C', job.directory, name])
  return join(job.directory, name)
}

function clause(what: string, holds: boolean, found: string): Clause {
  return { what, holds, found }
}

function report(clauses: readonly Clause[]): void {
  for (const { what, holds, found } of clauses) {
    console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${what}.`)
    if (!holds) console.log(found.replace(/^/gm, '    '))
  }
  const summary = process.env['GITHUB_STEP_SUMMARY']
  if (!summary) return
  const rows = clauses.map(({ what, holds }) => `| ${what} | ${holds ? 'yes' : '**no**'} |`)
  appendFileSync(summary, ['', `| ${cli} | holds |`, '|---|---|', ...rows, ''].join('\n'))
}
