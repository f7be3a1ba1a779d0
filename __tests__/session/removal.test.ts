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

let top = ''
let session: Session
let home = ''
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'choreo-login-removal-'))
  const directory = join(top, 'choreo-session-0123456789abcdef')
  home = join(directory, 'home')
  mkdirSync(join(home, '.choreo'), { recursive: true })
  writeFileSync(join(home, '.choreo', 'credentials'), 'token')
  const executable = join(directory, 'cli', 'choreo')
  session = { directory, command: 'choreo', cli: 'choreo', executable, region: '', logout: true }
})
afterEach(() => {
  spawnSync('chattr', ['-R', '-i', top])
  for (const mount of mountsBelow(top)) spawnSync('umount', ['--lazy', mount])
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
  ['nothing else', () => {}],
  ['3,000 levels of directories', () => makeDeep(home, 3000)],
  ['20,000 files', () => run(`cd '${home}'; seq 20000 | xargs touch`)],
  [
    'a FIFO and a socket',
    () =>
      run(
        `mkfifo '${home}/fifo'; python3 -c "import socket; socket.socket(socket.AF_UNIX).bind('${home}/socket')"`,
      ),
  ],
  ['directories that nobody may read', () => [join(home, '.choreo'), home].map((one) => chmodSync(one, 0))],
  ['names with line breaks', () => writeFileSync(join(home, 'a\nb'), '')],
])('a session with %s is removed', async (_, prepare) => {
  prepare()
  expect(await remove()).toEqual([])
  expect(readdirSync(top)).toEqual([])
})

test('a link to a directory is removed, and the directory keeps its mode and its files', async () => {
  const outside = join(top, 'outside')
  mkdirSync(outside, { mode: 0o750 })
  writeFileSync(join(outside, 'file'), 'mine')
  symlinkSync(outside, join(home, 'link'))
  expect(await remove()).toEqual([])
  expect(statSync(outside).mode & 0o777).toBe(0o750)
  expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('mine')
})

test('a session that was replaced by a link is removed, and the target keeps its mode and its files', async () => {
  const outside = join(top, 'outside')
  mkdirSync(outside, { mode: 0o750 })
  writeFileSync(join(outside, 'file'), 'mine')
  rmSync(session.directory, { recursive: true })
  symlinkSync(outside, session.directory)
  expect(await remove()).toEqual([])
  expect(statSync(outside).mode & 0o777).toBe(0o750)
  expect(readdirSync(top)).toEqual(['outside'])
  expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('mine')
})

test('a directory that is swapped for a link all the time never leads outside', async () => {
  const outside = join(top, 'outside')
  mkdirSync(outside, { mode: 0o750 })
  writeFileSync(join(outside, 'file'), 'mine')
  const script = `cd '${session.directory}' && mkdir a && while :; do
    mv a b 2>/dev/null; ln -s '${outside}' a 2>/dev/null; rm -f a; mv b a 2>/dev/null; done`
  const child = spawn('sh', ['-c', script], { stdio: 'ignore' })
  await until(() => existsSync(join(session.directory, 'a')))
  await remove()
  child.kill('SIGKILL')
  expect(statSync(outside).mode & 0o777).toBe(0o750)
  expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('mine')
})

const isRoot = process.getuid?.() === 0
const canMount = isRoot && spawnSync('mount', ['--version']).status === 0
const asRoot = canMount ? test : test.skip

asRoot('a mount point remains and is named, and everything beside it is removed', async () => {
  const mount = join(home, 'mount')
  mkdirSync(mount)
  expect(spawnSync('mount', ['-t', 'tmpfs', 'choreo-login-test', mount]).status).toBe(0)
  const failures = await remove()
  expect(failures.join()).toContain('EBUSY')
  expect(credentials()).toEqual([])
  expect(existsSync(session.directory)).toBe(true)
})

test('processes of the session are ended, also while they start new ones', async () => {
  const script = `mkdir -p '${home}/.choreo'; echo token > '${home}/.choreo/credentials'; sleep 0.01; exec "$0" "$@"`
  const respawning = join(top, 'respawning')
  writeFileSync(respawning, `#!/bin/sh\n("$0" &)\n${script}\n`.replace('exec "$0" "$@"', 'exit'), {
    mode: 0o755,
  })
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

function mountsBelow(directory: string): string[] {
  if (process.platform !== 'linux') return []
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1])
  return mounts.filter((mount) => mount?.startsWith(directory)) as string[]
}

function run(script: string): void {
  const { status, stderr } = spawnSync('sh', ['-e', '-c', script], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}
