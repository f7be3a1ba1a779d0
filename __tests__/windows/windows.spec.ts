// The action on Windows, from dist: main, later steps through cmd, and post.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { asVariables, holders, interpret, keyValues, root } from '../runner.ts'
import { zip } from '../stand-in/archive.ts'
import { knownToken, type StandIn, startServer } from '../stand-in/server.ts'
import { type Ended, startWindows, type Windows, windowsExecutable, windowsPath } from './wine.ts'

jest.setTimeout(120_000)

let windows: Windows
let standIn: StandIn
let temp = ''
let files = ''

beforeAll(async () => {
  windows = startWindows()
  // Wine creates its directories at its first start, while this process makes the executable.
  const started = windows.cmd('exit', {})
  standIn = await startServer()
  const content = windowsExecutable({ cli: 'choreo', version: 'v1.2.33', service: standIn.service })
  await started
  const archive = zip([{ name: 'choreo.exe', content, mode: 0o755 }])
  standIn.publish({ cli: 'choreo', tag: 'v1.2.33', archive: () => archive })
}, 300_000)
afterAll(async () => {
  windows?.stop()
  await standIn?.close()
  if (windows !== undefined) rmSync(windows.directory, { recursive: true, force: true })
})

beforeEach(() => {
  temp = join(windows.directory, 'runner', '_temp of Zoë (R&D)')
  files = join(windows.directory, 'files')
  for (const directory of [temp, files]) {
    rmSync(directory, { recursive: true, force: true })
    mkdirSync(directory, { recursive: true })
  }
})

const names = ['ENV', 'PATH', 'OUTPUT', 'STATE', 'STEP_SUMMARY']

function variables(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  for (const name of names) writeFileSync(join(files, name), '')
  return {
    ...Object.fromEntries(names.map((name) => [`GITHUB_${name}`, windowsPath(join(files, name))])),
    RUNNER_TEMP: windowsPath(temp),
    RUNNER_TOOL_CACHE: windowsPath(join(windows.directory, 'runner', '_tool')),
    GITHUB_ACTIONS: 'true',
    ...more,
  }
}

function bundle(entry: string): string {
  return windowsPath(join(root, 'dist', entry, 'index.js'))
}

function inputs(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return asVariables({
    token: knownToken,
    'github-url': standIn.url,
    'github-api-url': standIn.apiUrl,
    ...more,
  })
}

async function main(more: Readonly<Record<string, string>> = {}) {
  const ended = await windows.node([bundle('main')], variables(inputs(more)))
  const [state, outputs] = ['STATE', 'OUTPUT'].map((name) => keyValues(join(files, name)))
  const bin = readFileSync(join(files, 'PATH'), 'utf8').trim()
  // The directory of the session, as this machine names it.
  const session = join(temp, outputs?.['session']?.split('\\').at(-1) ?? '')
  return { ...ended, ...interpret(ended.stdout), state: state ?? {}, outputs: outputs ?? {}, bin, session }
}

async function logout(session = '') {
  const ended = await windows.node([bundle('logout')], variables({ INPUT_SESSION: session }))
  return { ...ended, ...interpret(ended.stdout), env: keyValues(join(files, 'ENV')) }
}

async function post(state: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  const all = { ...inputs(), ...env, ...Object.fromEntries(saved) }
  const ended = await windows.node([bundle('post')], variables(all))
  return { ...ended, ...interpret(ended.stdout) }
}

// Wine takes PATH from WINEPATH.
function step(script: string, bin: string): Promise<Ended> {
  return windows.cmd(script, { ...variables(), WINEPATH: bin })
}

test('a job is logged in for later steps, and leaves nothing behind', async () => {
  const login = await main()
  expect(login).toMatchObject({ exitCode: 0, annotations: [], commands: [], stderr: '' })
  expect(login.outputs).toMatchObject({ authenticated: 'true', 'cli-version': 'v1.2.33' })
  // Wine gives every program a USERPROFILE of its own.
  const userProfile = join(windows.directory, 'prefix', 'drive_c', 'users', userInfo().username)
  expect(readdirSync(userProfile)).not.toContain('.choreo')

  const listed = await step('call choreo list projects', login.bin)
  expect(listed).toMatchObject({ exitCode: 0, stderr: '' })
  expect(listed.stdout).toContain('storefront')

  const closed = await post(login.state)
  expect(closed).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(closed.log).toHaveLength(1)
  expect(standIn.logouts.at(-1)).toBe(knownToken)
  expect(readdirSync(temp)).toEqual([])
  expect(holders(join(windows.directory, 'runner'), knownToken)).toEqual([])
})

test('arguments of every kind arrive unchanged through cmd', async () => {
  const login = await main()
  // Percent signs are missing: Wine expands them in `%*` once more, which Windows does not do.
  const script = String.raw`choreo echo "a b" "x^y" "p&q" "e!f" "C:\dir\\" "" plain "a|b<c>d" "(x)" --flag="v w"`
  const { stdout, stderr } = await step(script, login.bin)
  expect(stderr).toBe('')
  const quoted = ['a b', 'x^y', 'p&q', 'e!f', 'C:\\dir\\', '']
  expect(JSON.parse(stdout)).toEqual([...quoted, 'plain', 'a|b<c>d', '(x)', '--flag=v w'])
  await post(login.state)
})

test("the exit code and the environment are those of the CLI, and include the user's git configuration", async () => {
  const login = await main({ region: 'eu' })
  const { stdout, exitCode } = await step(
    'call choreo env HOME USERPROFILE APPDATA LOCALAPPDATA SKIP_KEYRING CHOREO_REGION\necho [%APPDATA%] [%SKIP_KEYRING%]\nchoreo exit 7',
    login.bin,
  )
  expect(exitCode).toBe(7)
  const [seen = '', around] = stdout.split(/\r?\n/)
  const home = `${login.outputs['session']}\\home`
  expect(JSON.parse(seen)).toEqual({
    HOME: home,
    USERPROFILE: home,
    APPDATA: `${home}\\AppData\\Roaming`,
    LOCALAPPDATA: `${home}\\AppData\\Local`,
    SKIP_KEYRING: 'true',
    CHOREO_REGION: 'EU',
  })
  expect(around).not.toContain(home)
  expect(around).toContain('[]')
  const gitconfig = readFileSync(join(login.session, 'home', '.gitconfig'), 'utf8')
  expect(gitconfig).toContain(`path = "C:\\\\users\\\\${userInfo().username}\\\\.gitconfig"`)
  await post(login.state)
})

test('a missing CLI, launcher or Node is exit code 127, and one line that names it', async () => {
  const login = await main()
  const { session } = login
  const wrapper = join(session, 'bin', 'choreo.cmd')
  const missing = async (name: string) => {
    const { exitCode, stdout, stderr } = await step('choreo whoami', login.bin)
    expect({ exitCode, stdout }).toEqual({ exitCode: 127, stdout: '' })
    expect(stderr.trimEnd()).toMatch(new RegExp(`^.*\\\\${name}"? (is missing|cannot be started)[^\\n]*$`))
  }
  rmSync(join(session, 'cli', 'choreo.exe'))
  await missing('choreo.exe')
  rmSync(join(session, 'cli', 'launch.cjs'))
  await missing('launch.cjs')
  writeFileSync(wrapper, readFileSync(wrapper, 'latin1').replaceAll('node.exe', 'gone.exe'), 'latin1')
  await missing('gone.exe')
  await post(login.state)
})

test('two accounts have a command each, and are logged out early', async () => {
  const organizations = [{ id: 'x', handle: 'x', name: 'x' }]
  standIn.addAccount('token-of-a-second-account', { account: 'second', organizations })
  const first = await main({ command: 'choreo-one' })
  const second = await main({ command: 'choreo-two', token: 'token-of-a-second-account' })
  const bin = `${second.bin};${first.bin}`
  const { stdout } = await step('call choreo-one whoami\ncall choreo-two whoami', bin)
  expect(stdout.split(/\r?\n/)).toEqual(['octo', 'second', ''])

  const refused = await logout('C:\\windows')
  expect(refused).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] })
  const closed = await logout(second.outputs['session'])
  expect(closed).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect((await step('choreo-two whoami', bin)).exitCode).not.toBe(0)
  expect((await step('choreo-one whoami', bin)).stdout.trim()).toBe('octo')
  const last = await post(second.state, closed.env)
  expect(last).toMatchObject({ exitCode: 0, annotations: [], log: [] })
  expect(await post(first.state, closed.env)).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(temp)).toEqual([])
})

test('a refused token is one red annotation, and nothing is left', async () => {
  const login = await main({ token: 'nobody-knows-this-token' })
  expect(login.exitCode).toBe(1)
  expect(login.annotations).toHaveLength(1)
  expect(login.annotations[0]?.title).toBe('Choreo: Token refused')
  expect(readdirSync(temp)).toEqual([])
  expect(await post(login.state)).toMatchObject({ exitCode: 0, annotations: [], log: [] })
})

test('post removes files that are read-only, and waits for a file in use', async () => {
  const login = await main()
  const home = `${login.outputs['session']}\\home`
  await step(`echo x> "${home}\\locked.txt"\nattrib +R "${home}\\locked.txt"`, login.bin)
  const hold = `const fs = require('fs'), file = fs.openSync(process.argv[1], 'w')
setTimeout(() => fs.closeSync(file), 2500)`
  const holder = windows.node(['-e', hold, `${home}\\held.txt`], variables())
  while (!existsSync(join(login.session, 'home', 'held.txt'))) await sleep(50)
  expect(await post(login.state)).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(readdirSync(temp)).toEqual([])
  await holder
})
