// The directory of a session, as Windows and other systems make it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Inputs } from '../../src/runner/inputs.ts'
import { openSession } from '../../src/session/open.ts'
import { planSession, type Session } from '../../src/session/session.ts'
import { writeWrapper } from '../../src/session/wrapper.ts'

let temp = ''
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'choreo-login-session-'))
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

function machine(platform: string, env: Readonly<Record<string, string>> = {}) {
  const { version, execPath } = process
  return { platform, arch: 'x64', version, execPath, env: { RUNNER_TEMP: temp, ...env } }
}

function plan(env?: Readonly<Record<string, string>>): Session {
  const inputs = { cli: 'choreo', command: 'choreo', region: '', logout: true } as Inputs
  return planSession(inputs, machine('linux', env), '')
}

describe('on Windows, a session', () => {
  // In place of the executable of Windows, which Wine does not really have.
  function icacls(script: string): Record<string, string> {
    const directory = join(temp, 'Windows', 'System32')
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'icacls.exe'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return { SystemRoot: join(temp, 'Windows') }
  }

  test('is limited to its owner before anything is in it', async () => {
    const env = icacls(`printf '%s\\n' "$@" > '${temp}/args'; find "$1" -type f >> '${temp}/args'`)
    const session = plan()
    await openSession(session, machine('win32', env))
    expect(readFileSync(join(temp, 'args'), 'utf8').split('\n')).toEqual([
      session.directory,
      '/inheritance:r',
      '/grant:r',
      '*S-1-3-4:(OI)(CI)F',
      '',
    ])
  })

  test('is not opened when its access cannot be limited', async () => {
    const session = plan()
    const opening = openSession(session, machine('win32', icacls('exit 5')))
    await expect(opening).rejects.toThrow('icacls')
    expect(readdirSync(session.directory)).toEqual([])
  })

  test('has a wrapper for each shell', async () => {
    const session = plan()
    await openSession(session, machine('win32', icacls('exit 0')))
    expect(writeWrapper(session, machine('win32'))).toBe(join(session.directory, 'bin', 'choreo.cmd'))
    const names = ['choreo', 'choreo.cmd', 'choreo.ps1']
    expect(readdirSync(join(session.directory, 'bin')).toSorted()).toEqual(names)
  })
})

test('planning a session names a new directory and writes nothing', () => {
  const [one, two] = [plan(), plan()]
  expect(one.directory).not.toBe(two.directory)
  expect(readdirSync(temp)).toEqual([])
})

test.each(['', 'relative/temp', '/tmp/two\nlines', '/tmp/two\rlines'])(
  'a session is not planned in a RUNNER_TEMP of %j',
  (RUNNER_TEMP) => {
    expect(() => plan({ RUNNER_TEMP })).toThrow(/^RUNNER_TEMP is .* Expected an absolute path/)
  },
)

test('a session never uses a directory that exists', async () => {
  const session = plan()
  mkdirSync(session.directory)
  await expect(openSession(session, machine('linux'))).rejects.toThrow('EEXIST')
  expect(readdirSync(session.directory)).toEqual([])
})
