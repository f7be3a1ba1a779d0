// The directory of a session, as Windows and other systems make it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { openSession, planSession } from '../../src/session/open.ts'
import type { Session } from '../../src/session/session.ts'

let temp = ''
let session: Session
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'choreo-login-session-'))
  session = plan()
})
afterEach(() => rmSync(temp, { recursive: true }))

function plan(RUNNER_TEMP = temp, platform = 'linux'): Session {
  const inputs = { cli: 'choreo', command: 'choreo', region: '', logout: true } as Inputs
  return planSession(inputs, { ...process, platform, env: { RUNNER_TEMP } }, '')
}

/** Opens the session on Windows, where a script replaces the executable that limits the access. */
function openOnWindows(icacls: string): Promise<string> {
  const SystemRoot = join(temp, 'Windows')
  const directory = join(SystemRoot, 'System32')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'icacls.exe'), `#!/bin/sh\n${icacls}\n`, { mode: 0o755 })
  const env = { SystemRoot, RUNNER_TEMP: temp }
  return openSession(session, { ...process, platform: 'win32', env })
}

test('a session on Windows is limited to its owner before anything is in it', async () => {
  const args = join(temp, 'args')
  await openOnWindows(`printf '%s\\n' "$@" > '${args}'; find "$1" -mindepth 1 >> '${args}'`)
  const expected = [session.directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F', '']
  expect(readFileSync(args, 'utf8').split('\n')).toEqual(expected)
})

test('a session on Windows is not opened when its access cannot be limited', async () => {
  await expect(openOnWindows('exit 5')).rejects.toThrow('icacls')
  expect(readdirSync(session.directory)).toEqual([])
})

test('a session never uses a directory that exists', async () => {
  mkdirSync(session.directory)
  await expect(openSession(session, process)).rejects.toThrow('EEXIST')
  expect(readdirSync(session.directory)).toEqual([])
})

test('a session that its file system gives to another user is not opened', async () => {
  const { geteuid } = process
  process.geteuid = () => 54_321
  const opened = openSession(session, { ...process, env: { RUNNER_TEMP: temp } })
  await expect(opened).rejects.toThrow('another user')
  Object.assign(process, { geteuid })
  expect(readdirSync(session.directory)).toEqual([])
})

test('planning a session names a new directory and writes nothing', () => {
  expect(plan().directory).not.toBe(session.directory)
  expect(readdirSync(temp)).toEqual([])
})

test.each([
  ['linux', ''],
  ['linux', 'relative'],
  ['linux', '/a\nb'],
  ['linux', '/a\rb'],
  // PATH would hold two directories.
  ['linux', '/runner/a:b'],
  ['win32', '/runner/a;b'],
])('on %s, a session is not planned in a RUNNER_TEMP of %j', (platform, path) => {
  expect(() => plan(path, platform)).toThrow(/^RUNNER_TEMP /)
})

test('on Windows, a session is planned in a RUNNER_TEMP on a drive', () => {
  const drive = join(temp, 'D:')
  expect(plan(drive, 'win32').directory).toContain(drive)
})
