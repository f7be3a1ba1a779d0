// What `npm test` prints at its end, and leaves behind.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { directoryWith } from './directory.ts'

const directory = directoryWith({
  'some.test.mjs': `
    import { mkdtempSync } from 'node:fs'
    import { tmpdir } from 'node:os'
    mkdtempSync(tmpdir() + '/left-')
    test('passes', () => {})
    test.skip('is skipped (skipped: only root can do it)', () => {})
    describe('with a describe block (skipped: only root can do it)', () => {
      test.skip('is skipped', () => {})
    })
    test.skip('gives none', () => {})
  `,
})
const config = JSON.parse(readFileSync(join(root, 'jest.config.json'), 'utf8'))

/** Runs jest, as npm test does, on the file above. */
function runTests(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const temporary = join(directory, 'temporary')
  mkdirSync(temporary, { recursive: true })
  const own = JSON.parse(
    JSON.stringify(config).replaceAll('<rootDir>/__tests__', `${root}/__tests__`),
  )
  const options = JSON.stringify({ ...own, rootDir: directory, testMatch: ['**/*.test.mjs'] })
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const command = ['--experimental-vm-modules', jest, '--config', options, ...args]
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: directory,
    env: { PATH: process.env['PATH'], TMPDIR: temporary, ...env },
    encoding: 'utf8',
  })
  return { status, lines: stdout.trim().split('\n'), left: readdirSync(temporary) }
}

test('a test run counts the skipped tests by their reasons, before its closing line', () => {
  const { status, lines } = runTests()
  expect(status).toBe(0)
  expect(lines).toEqual([
    'Skipped 2: only root can do it',
    'Skipped 1: no reason: gives none',
    '1 passed, 0 failed, 3 skipped',
  ])
})

test('a test run that may skip no test fails when it skips one', () => {
  const { status, lines } = runTests([], { FAIL_ON_SKIP: '1' })
  expect(status).toBe(1)
  expect(lines.at(-2)).toBe('With FAIL_ON_SKIP no test may be skipped.')
})

test('a test run leaves nothing in the temporary directory, also when no test has the name', () => {
  const { status, lines, left } = runTests(['-t', 'no such name'])
  expect({ status, left }).toEqual({ status: 0, left: [] })
  expect(lines).toEqual(['0 passed, 0 failed, 4 skipped'])
})
