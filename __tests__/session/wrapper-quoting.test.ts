// The quoting of the wrapper, as a property: the CLI gets any path, setting and argument unchanged.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { partsOf, type Session } from '../../src/session/session.ts'
import { writeWrapper } from '../../src/session/wrapper.ts'

// What a shell may take for its own, beside all other code points. No path and no variable holds NUL.
const special = fc.constantFrom(...`'"\\\`$!*?[]{}()<>|&;#~%^=:,-+@ \t\n\r`)
const other = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
const unit = fc.oneof(special, other).filter((text) => text !== '\0')
const text = fc.string({ unit, maxLength: 30 })
// Not `.`, `..` or empty.
const fileName = text.map((name) => `a${name.replaceAll('/', '')}`)

const shells = [['sh'], ['dash'], ['busybox', 'sh']] as const
// Prints what it was given, with NUL behind each part.
const cli = `#!/bin/sh
printf '%s\\0' "$0" "$HOME" "$CHOREO_REGION" "$@"
`

const root = mkdtempSync(join(tmpdir(), 'choreo-login-quoting-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

for (const [shell, ...options] of shells) {
  const isInstalled = spawnSync(shell, ['--version']).error === undefined
  const describeInShell = isInstalled ? describe : describe.skip
  const why = isInstalled ? '' : ` (skipped: ${shell} is not installed)`

  describeInShell(`the wrapper, run by ${[shell, ...options].join(' ')}${why},`, () => {
    test('passes every path, setting and argument as it is', () => {
      fc.assert(
        fc.property(fileName, fileName, text, fc.array(text, { maxLength: 5 }), (...given) => {
          const [directoryName, executableName, region, args] = given
          const directory = join(root, directoryName)
          const { bin, home } = partsOf({ directory })
          const executable = join(directory, executableName)
          try {
            mkdirSync(bin, { recursive: true })
            writeFileSync(executable, cli, { mode: 0o700 })
            const more = { command: 'choreo', cli: 'choreo', logout: true } as const
            const session: Session = { directory, executable, region, ...more }
            const wrapper = writeWrapper(session, { ...process, platform: 'linux' })
            const env = { PATH: process.env['PATH'] }
            const run = spawnSync(shell, [...options, wrapper, ...args], { env, encoding: 'utf8' })
            const { status, stdout, stderr } = run
            expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
            expect(stdout.split('\0')).toEqual([executable, home, region, ...args, ''])
          } finally {
            rmSync(directory, { recursive: true, force: true })
          }
        }),
        { numRuns: 60 },
      )
    })
  })
}
