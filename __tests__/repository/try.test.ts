// `npm run try`, as a person runs it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { scenarios } from '../../scripts/simulation.ts'
import { root } from '../runner.ts'
import { knownToken } from '../stand-in/server.ts'

function runTry(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [join(root, 'scripts', 'try.ts'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
  })
}

const loggedOut = (command: string) => `Logged out, .* \`${command}\`\\.`

/** What a run of each scenario prints, in this order. */
const outcomes: Readonly<Record<keyof typeof scenarios, readonly string[]>> = {
  success: ['✓ Logged in', 'Storefront', loggedOut('choreo'), 'Job summary', 'CLI: Choreo CLI v1.'],
  refused: ['ERROR Choreo: Token refused', '⊘.*skipped', 'Job summary', 'Token refused: '],
  'wrong-organization': ['ERROR Choreo: Wrong organization', '"acme"', '⊘.*skipped', 'Job summary'],
  'no-token': ['ERROR Choreo: No token', '⊘.*skipped', 'Job summary', 'No token: '],
  'two-accounts': [
    ...['✓ Logged in', '✓ Logged in', 'Acme Inc', 'Globex'],
    ...[loggedOut('choreo-production'), loggedOut('choreo-staging')],
    ...['Job summary', 'Command: choreo-staging', 'Command: choreo-production'],
  ],
}

test.each(Object.entries(outcomes))('npm run try -- %s', (name, expected) => {
  const { status, stdout, stderr } = runTry([name])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(
    new RegExp(`^Simulated: .+ Scenario: ${name}\n[^]*${expected.join('[^]*')}`),
  )
  expect(stdout).not.toContain(knownToken)
})

test('an unknown scenario fails and lists the scenarios', () => {
  const stderr = `There is no scenario "toString". Use one of: ${Object.keys(outcomes).join(', ')}\n`
  expect(runTry(['toString'])).toMatchObject({ status: 1, stdout: '', stderr })
})

// Without a temporary directory the job ends before it reaches anything.
const real = { CHOREO_TOKEN: 'token-of-a-person', TMPDIR: join(root, 'missing') }

test.each([
  ['without a scenario the job succeeds', [], {}, /^Simulated: .+ Scenario: success\n/],
  ['with CHOREO_TOKEN the job is real', [], real, /^Real: .+\n\n$/],
  ['with CHOREO_TOKEN and a scenario the job is simulated', ['refused'], real, /^Simulated: /],
])('%s', (_, args, env, expected) => {
  expect(runTry(args, env).stdout).toMatch(expected)
})
