// scripts/contract.ts, run against CLIs that keep the contract and CLIs that break it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import type { Release } from '../stand-in/catalogue.ts'
import { knownToken, type StandIn, startServer } from '../stand-in/server.ts'

let standIn: StandIn
const elsewhere = mkdtempSync(join(tmpdir(), 'choreo-login-contract-'))
beforeEach(async () => {
  standIn = await startServer()
})
afterEach(() => standIn.close())
afterAll(() => rmSync(elsewhere, { recursive: true }))

async function contract(cli: string, env: Readonly<Record<string, string>> = {}) {
  const summary = join(mkdtempSync(join(elsewhere, 'run-')), 'summary')
  const child = spawn(process.execPath, [join(root, 'scripts', 'contract.ts'), cli], {
    env: {
      PATH: process.env['PATH'] ?? '',
      TMPDIR: elsewhere,
      CONTRACT_GITHUB_URL: standIn.url,
      CONTRACT_GITHUB_API_URL: standIn.apiUrl,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [log, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { exitCode, log, summary: readFileSync(summary, 'utf8') }
}

test.each(['choreo', 'wdp'])('%s keeps the part of the contract that needs no token', async (cli) => {
  const { exitCode, log, summary } = await contract(cli)
  expect(log).not.toContain('DOES NOT HOLD')
  expect(exitCode).toBe(0)
  expect(log.match(/^holds: /gm)).toHaveLength(6)
  expect(log).toContain(`No token is there for ${cli}: a whole login was not tried.`)
  expect(summary.match(/\| yes \|/g)).toHaveLength(6)
})

test('with a token, a whole login is tried', async () => {
  const { exitCode, log } = await contract('choreo', { CHOREO_TOKEN: knownToken })
  expect(log).not.toContain('DOES NOT HOLD')
  expect(exitCode).toBe(0)
  expect(log).toMatch(/^holds: The end of the job logs out\.$/m)
  expect(log).not.toContain(knownToken)
})

describe('the contract run finds that the CLI', () => {
  test.each<[string, Partial<Release>, string]>([
    [
      'words a refusal in a new way',
      { fault: { kind: 'says', stderr: btoa('Error: no'), exitCode: 1 } },
      'The action recognizes the refusal',
    ],
    ['accepts a made-up token', { fault: { kind: 'says', exitCode: 0 } }, 'A made-up token is refused'],
    ['is released without a digest', { digest: 'none' }, 'Its release states a digest'],
    [
      'is packed in another way',
      { archive: () => Buffer.from('no archive') },
      'The latest release is installed on this platform',
    ],
    ['cannot log out', { fault: { kind: 'logout-fails' } }, 'The end of the job logs out'],
    [
      'keeps its files elsewhere',
      { fault: { kind: 'ignores-home', home: elsewhere } },
      'A real token logs in, without a warning',
    ],
    [
      'no longer lists organizations',
      { fault: { kind: 'no-organizations' } },
      'A later step lists organizations',
    ],
  ])('%s', async (_, change, clause) => {
    standIn.publish({ cli: 'choreo', tag: 'v1.2.33', ...change })
    const { exitCode, log, summary } = await contract('choreo', { CHOREO_TOKEN: knownToken })
    expect(log).toMatch(new RegExp(`^DOES NOT HOLD: ${clause}\\.$`, 'm'))
    expect(exitCode).toBe(1)
    expect(summary).toContain(`| ${clause} | **no** |`)
  })
})
