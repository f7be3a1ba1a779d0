// A session's directory as Windows and other systems make it, seen on the file system.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openSession, planSession, type Session } from '../src/session/session.ts'

let temp = ''
const systemRoot = process.env['SystemRoot']
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'choreo-login-session-'))
})
afterEach(() => {
  rmSync(temp, { recursive: true, force: true })
  if (systemRoot === undefined) Reflect.deleteProperty(process.env, 'SystemRoot')
  else process.env['SystemRoot'] = systemRoot
})

function plan(): Session {
  const decisions = { isolate: true, logout: true }
  const names = { command: 'choreo', cli: '/opt/choreo', cliDirectory: '.choreo', region: '' }
  return planSession(temp, { ...decisions, ...names })
}

describe('a session', () => {
  // In the place of the program of Windows, which Wine only pretends to have.
  function icacls(script: string): string {
    const directory = join(temp, 'Windows', 'System32')
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'icacls.exe'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(directory, 'icacls.exe'), 0o755)
    process.env['SystemRoot'] = join(temp, 'Windows')
    return join(temp, 'said')
  }

  test('is limited to its owner on Windows, before anything is in it', async () => {
    const said = icacls(`printf '%s\\n' "$@" > '${temp}/said'; find "$1" -type f >> '${temp}/said'`)
    const session = plan()
    await openSession(session, { platform: 'win32', env: {} })
    expect(readFileSync(said, 'utf8').split('\n')).toEqual([
      session.directory,
      '/inheritance:r',
      '/grant:r',
      '*S-1-3-4:(OI)(CI)F',
      '',
    ])
    expect(readdirSync(join(session.directory, 'bin')).toSorted()).toEqual([
      'choreo',
      'choreo.cmd',
      'choreo.ps1',
    ])
  })

  test('is not opened where Windows does not limit it', async () => {
    icacls('exit 5')
    const session = plan()
    await expect(openSession(session, { platform: 'win32', env: {} })).rejects.toThrow('icacls')
    expect(existsSync(join(session.directory, 'bin', 'choreo.cmd'))).toBe(false)
  })

  test('is named and planned without a trace', () => {
    const [one, two] = [plan(), plan()]
    expect(one.directory).not.toBe(two.directory)
    expect(readdirSync(temp)).toEqual([])
  })

  test('is never made where something is already', async () => {
    const session = plan()
    mkdirSync(session.directory)
    await expect(openSession(session, { platform: 'linux', env: {} })).rejects.toThrow('EEXIST')
    expect(readdirSync(session.directory)).toEqual([])
  })
})
