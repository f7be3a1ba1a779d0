// The removal of a session's directory, whatever stands in its way.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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
  spawnSync('umount', ['--lazy', join(home, 'mount')])
  // Node cannot remove a tree that is too deep for a path.
  spawnSync('rm', ['-rf', top])
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
  return removeSession({ directory: session, ...cli }, { ...process, env: { RUNNER_TEMP: top } })
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

test.each([
  ['1,000 levels of directories', 'cd "$home"; mkdir -p "$(printf \'d/%.0s\' $(seq 1000))"'],
  ['20,000 files', 'cd "$home"; seq 20000 | xargs touch'],
  ['a FIFO', 'mkfifo "$home/fifo"'],
  ['directories that nobody may read', 'chmod 0 "$home/.choreo" "$home" "$session"'],
  ['names with line breaks', 'touch "$home/a\nb"'],
  [
    'names that are not UTF-8',
    'mkdir "$home/$(printf "\\377")"; touch "$home/$(printf "\\377/\\376")"',
  ],
  ['a link to a directory outside', 'ln -s "$outside" "$home/link"'],
])('a session with %s is removed, and nothing outside changes', async (_, script) => {
  run(script)
  expectRemoved(await remove())
})

test('a tree that is too deep for a path is a failure, and everything beside it is removed', async () => {
  // In two halves, because the whole path would be too long.
  run(`cd "$home"; half=$(printf 'd/%.0s' $(seq 1500)); mkdir -p upper/$half lower/$half
    mv lower upper/$half; mkdir zero; echo token > zero/credentials`)
  expect(await remove()).not.toEqual([])
  expect(readdirSync(home)).toEqual(['upper'])
  expectUnchanged()
})

test.each([
  ['a link', 'ln -s "$outside" "$session"'],
  ['a file', 'touch "$session"'],
])('%s in the place of a session is not removed', async (_, script) => {
  run(`rm -r "$session"; ${script}`)
  expect(await remove()).toEqual([expect.stringContaining('another owner')])
  expect(readdirSync(top)).toHaveLength(2)
  expectUnchanged()
})

const whyNot = whyNoMount()
const testMounted = whyNot === '' ? test : test.skip

testMounted(
  `a mount point remains and is named, and everything beside it is removed${whyNot}`,
  async () => {
    run('mkdir "$home/mount"; mount -t tmpfs choreo-login-test "$home/mount"')
    expect(await remove()).toEqual(['EBUSY'])
    expect(readdirSync(session)).toEqual(['home'])
    expect(readdirSync(home)).toEqual(['mount'])
  },
)

testMounted(
  `what is in use for most of the time is removed at the end of it${whyNot}`,
  async () => {
    run('mkdir "$home/mount"; mount -t tmpfs choreo-login-test "$home/mount"')
    const removed = remove()
    await until(() => !existsSync(join(home, '.choreo')))
    // Half of the time remains for a busy machine.
    await sleep(2700)
    run('umount --lazy "$home/mount"')
    expectRemoved(await removed)
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
