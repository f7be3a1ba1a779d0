// The removal of a session's directory, whatever stands in its way.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sessionVariable } from '../../src/cli/processes.ts'
import { removeSession } from '../../src/session/remove.ts'
import { until } from '../expectations.ts'
import { whyNoMount } from '../privileges.ts'
import { holders } from '../runner.ts'

let top = ''
let session = ''
let home = ''
let outside = ''
let background: ChildProcess | undefined
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'choreo-login-removal-'))
  session = join(top, 'choreo-session-0123456789abcdef')
  home = join(session, 'home')
  outside = join(top, 'outside')
  run('mkdir -p "$home/.choreo"; echo token > "$home/.choreo/credentials"')
  run('mkdir -m 750 "$outside"; printf mine > "$outside/file"')
})
afterEach(() => {
  background?.kill('SIGKILL')
  // The removal moves a mount point.
  spawnSync('sh', ['-c', `grep -o '${top}[^ ]*' /proc/mounts | xargs -r umount --lazy`])
  rmSync(top, { recursive: true, force: true })
})

/** The places of a test, as variables of its scripts. */
const places = () => ({ ...process.env, session, home, outside })

function run(script: string): void {
  const { status, stderr } = spawnSync('sh', ['-e', '-c', script], {
    env: places(),
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}

/** Starts a script, which runs until the test ends. Returns when it has made a file or a directory. */
async function start(script: string, path: string): Promise<void> {
  background = spawn('sh', ['-c', script], { env: places(), stdio: 'ignore' })
  await until(() => existsSync(path))
}

function remove(): Promise<readonly string[]> {
  const cli = {
    command: 'choreo',
    cli: 'choreo',
    executable: '',
    region: '',
    logout: true,
  } as const
  return removeSession({ directory: session, ...cli }, process.platform)
}

function expectRemoved(failures: readonly string[]): void {
  expect(failures).toEqual([])
  expect(readdirSync(top)).toEqual(['outside'])
  expectUnchanged()
}

function expectUnchanged(): void {
  expect(statSync(outside).mode & 0o777).toBe(0o750)
  expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('mine')
}

// In two halves, because the whole path would be too long.
const deep = `cd "$home"; half=$(printf 'd/%.0s' $(seq 1500)); mkdir -p upper/$half lower/$half
  echo token > lower/$half/credentials; mv lower upper/$half`

test.each([
  ['3,000 levels of directories', deep],
  ['20,000 files', 'cd "$home"; seq 20000 | xargs touch'],
  ['a FIFO', 'mkfifo "$home/fifo"'],
  ['directories that nobody may read', 'chmod 0 "$home/.choreo" "$home"'],
  ['names with line breaks', 'touch "$home/a\nb"'],
  ['a link to a directory outside', 'ln -s "$outside" "$home/link"'],
  ['a link in its place', 'rm -r "$session"; ln -s "$outside" "$session"'],
])('a session with %s is removed, and nothing outside changes', async (_, script) => {
  run(script)
  expectRemoved(await remove())
})

test('a directory that is swapped for a link all the time never leads outside', async () => {
  const script = `cd "$session" && mkdir a && while :; do
    mv a b 2>/dev/null; ln -s "$outside" a 2>/dev/null; rm -f a; mv b a 2>/dev/null; done`
  await start(script, join(session, 'a'))
  await remove()
  expectUnchanged()
})

const whyNot = whyNoMount()
const testMounted = whyNot === '' ? test : test.skip

testMounted(
  `a mount point remains and is named, and everything beside it is removed${whyNot}`,
  async () => {
    run('mkdir "$home/mount"; mount -t tmpfs choreo-login-test "$home/mount"')
    expect((await remove()).join()).toContain('EBUSY')
    expect(holders(top, 'token')).toEqual([])
    expect(existsSync(session)).toBe(true)
  },
)

test('processes of the session are ended, also while they start new ones', async () => {
  const script = 'mkdir -p "$home"; echo token > "$home/again"; sleep 0.01'
  writeFileSync(join(outside, 'respawning'), `#!/bin/sh\n("$0" &)\n${script}\n`, { mode: 0o755 })
  await start(`${sessionVariable}="$session" "$outside/respawning"`, join(home, 'again'))
  expectRemoved(await remove())
})

test('a process outside the session that creates and removes files does not stop the removal', async () => {
  await start('while :; do : > "$home/blink"; rm -f "$home/blink"; done', join(home, 'blink'))
  expectRemoved(await remove())
})

test('a process that makes the directory again and again does not keep the credentials', async () => {
  await start('while :; do mkdir -p "$home"; : > "$home/again"; done', join(home, 'again'))
  await remove()
  background?.kill('SIGKILL')
  expect(holders(top, 'token')).toEqual([])
})
