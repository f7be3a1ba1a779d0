// Where a session stands at its end.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { standingOf } from '../../src/logout/standing.ts'

let temp = ''
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'choreo-login-standing-'))
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

/** Makes an open session, runs a script in its directory, and returns where the session stands. */
function standingAfter(script: string, hasLogin: boolean) {
  const directory = join(temp, 'choreo-session-0123456789abcdef')
  const executable = join(directory, 'cli', 'choreo')
  const opening = `mkdir -p '${directory}/home' '${directory}/cli'; cd '${directory}'; touch cli/choreo`
  const { stderr } = spawnSync('sh', ['-ec', `${opening}; ${script}`], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const session = {
    directory,
    command: 'choreo',
    cli: 'choreo',
    executable,
    region: '',
    logout: true,
  } as const
  return standingOf(session, { RUNNER_TEMP: temp }, hasLogin)
}

test.each([
  { what: 'untouched', script: ':', loggedIn: 'open', otherwise: 'open' },
  { what: 'closed to its owner', script: 'chmod 0 home .', loggedIn: 'open', otherwise: 'open' },
  {
    what: 'with a forged file `closed`',
    script: 'touch closed',
    loggedIn: 'open',
    otherwise: 'open',
  },
  {
    what: 'after an early log-out',
    script: 'rm -r home cli; touch closed',
    loggedIn: 'closed',
    otherwise: 'closed',
  },
  {
    what: 'without its directory',
    script: 'rm -r "$PWD"',
    loggedIn: 'vanished',
    otherwise: 'never-opened',
  },
  {
    what: 'without its home',
    script: 'rm -r home',
    loggedIn: 'vanished',
    otherwise: 'never-opened',
  },
  {
    what: 'with a link to its home',
    script: 'mv home other; ln -s other home',
    loggedIn: 'vanished',
    otherwise: 'never-opened',
  },
  {
    what: 'without its executable',
    script: 'rm cli/choreo',
    loggedIn: 'vanished',
    otherwise: 'never-opened',
  },
])('a session $what is $loggedIn after a login, otherwise $otherwise', (row) => {
  expect(standingAfter(row.script, true)).toBe(row.loggedIn)
  rmSync(temp, { recursive: true, force: true })
  expect(standingAfter(row.script, false)).toBe(row.otherwise)
})
