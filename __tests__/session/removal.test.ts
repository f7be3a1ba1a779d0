// The removal of a session's directory, whatever stands in its way.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sessionVariable } from '../../src/cli/processes.ts'
import { removeSession } from '../../src/session/removal.ts'
import type { Session } from '../../src/session/session.ts'
import { until } from '../expectations.ts'
import { whyNoMount } from '../privileges.ts'

let top = ''
let session: Session
let home = ''
let outside = ''
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'choreo-login-removal-'))
  const directory = join(top, 'choreo-session-0123456789abcdef')
  home = join(directory, 'home')
  outside = join(top, 'outside')
  mkdirSync(join(home, '.choreo'), { recursive: true })
  writeFileSync(join(home, '.choreo', 'credentials'), 'token')
  const executable = join(directory, 'cli', 'choreo')
  session = { directory, command: 'choreo', cli: 'choreo', executable, region: '', logout: true }
})
afterEach(() => {
  // The removal moves a mount point.
  spawnSync('sh', ['-c', `grep -o '${top}[^ ]*' /proc/mounts | xargs -r umount --lazy`])
  rmSync(top, { recursive: true, force: true })
})

const remove = () => removeSession(session, process.platform)

/** Lists the files that are left of the credentials. */
function credentials(): string[] {
  if (!existsSync(session.directory)) return []
  const names = readdirSync(session.directory, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('credentials'))
}

test.each<[string, () => unknown]>([
  ['3,000 levels of directories', () => makeDeep(home, 3000)],
  ['20,000 files', () => run(`cd '${home}'; seq 20000 | xargs touch`)],
  ['a FIFO', () => run(`mkfifo '${home}/fifo'`)],
  ['directories that nobody may read', () => [join(home, '.choreo'), home].map((one) => chmodSync(one, 0))],
  ['names with line breaks', () => writeFileSync(join(home, 'a\nb'), '')],
])('a session with %s is removed', async (_, prepare) => {
  prepare()
  expect(await remove()).toEqual([])
  expect(readdirSync(top)).toEqual([])
})

/** Makes a directory beside the session. Returns what expects it to be unchanged. */
function makeOutside() {
  mkdirSync(outside, { mode: 0o750 })
  writeFileSync(join(outside, 'file'), 'mine')
  return () => {
    expect(statSync(outside).mode & 0o777).toBe(0o750)
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('mine')
  }
}

test('a link to a directory is removed, and the directory keeps its mode and its files', async () => {
  const expectUnchanged = makeOutside()
  symlinkSync(outside, join(home, 'link'))
  expect(await remove()).toEqual([])
  expectUnchanged()
})

test('a session that was replaced by a link is removed, and the target keeps its mode and its files', async () => {
  const expectUnchanged = makeOutside()
  rmSync(session.directory, { recursive: true })
  symlinkSync(outside, session.directory)
  expect(await remove()).toEqual([])
  expect(readdirSync(top)).toEqual(['outside'])
  expectUnchanged()
})

test('a directory that is swapped for a link all the time never leads outside', async () => {
  const expectUnchanged = makeOutside()
  const script = `cd '${session.directory}' && mkdir a && while :; do
    mv a b 2>/dev/null; ln -s '${outside}' a 2>/dev/null; rm -f a; mv b a 2>/dev/null; done`
  const child = spawn('sh', ['-c', script], { stdio: 'ignore' })
  await until(() => existsSync(join(session.directory, 'a')))
  await remove()
  child.kill('SIGKILL')
  expectUnchanged()
})

const whyNot = whyNoMount()
const testMounted = whyNot === '' ? test : test.skip

testMounted(`a mount point remains and is named, and everything beside it is removed${whyNot}`, async () => {
  const mount = join(home, 'mount')
  mkdirSync(mount)
  expect(spawnSync('mount', ['-t', 'tmpfs', 'choreo-login-test', mount]).status).toBe(0)
  const failures = await remove()
  expect(failures.join()).toContain('EBUSY')
  expect(credentials()).toEqual([])
  expect(existsSync(session.directory)).toBe(true)
})

test('processes of the session are ended, also while they start new ones', async () => {
  const respawning = join(top, 'respawning')
  const script = `("$0" &)\nmkdir -p '${home}/.choreo'; echo token > '${home}/.choreo/credentials'; sleep 0.01`
  writeFileSync(respawning, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const env = { ...process.env, [sessionVariable]: session.directory }
  spawn(respawning, { env, detached: true, stdio: 'ignore' }).unref()
  await until(() => existsSync(home))
  expect(await remove()).toEqual([])
  expect(existsSync(session.directory)).toBe(false)
})

test('a process outside the session that creates and removes files does not stop the removal', async () => {
  const script = `while :; do : > '${home}/blink'; rm -f '${home}/blink'; done`
  const child = spawn('sh', ['-c', script], { stdio: 'ignore' })
  await until(() => existsSync(join(home, 'blink')))
  expect(await remove()).toEqual([])
  expect(existsSync(session.directory)).toBe(false)
  child.kill('SIGKILL')
})

test('the result never claims that a directory is gone while it exists', async () => {
  const script = `while :; do mkdir -p '${home}'; : > '${home}/again'; done`
  const child = spawn('sh', ['-c', script], { stdio: 'ignore' })
  await until(() => existsSync(join(home, 'again')))
  const failures = await remove()
  child.kill('SIGKILL')
  expect(failures.length > 0 || !existsSync(session.directory)).toBe(true)
  expect(credentials()).toEqual([])
})

// Each level is made from the one above, because the whole path would be too long.
function makeDeep(directory: string, levels: number): void {
  const script = `const { mkdirSync, writeFileSync } = require('node:fs')
    for (let level = 0; level < ${levels}; level++) { mkdirSync('d'); process.chdir('d') }
    writeFileSync('credentials', 'token')`
  expect(spawnSync(process.execPath, ['-e', script], { cwd: directory }).status).toBe(0)
}

function run(script: string): void {
  const { status, stderr } = spawnSync('sh', ['-e', '-c', script], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}
