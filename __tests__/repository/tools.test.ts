// The installation of the tools, with a `go` that only pretends to compile.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { directoryWith } from './directory.ts'

/** Installs the tools of Go into this cache. Returns the exit code and what was printed as an error. */
async function installGoTools(go: string, cache: string) {
  const directory = directoryWith({ go: `#!/bin/sh\n${go}\n` })
  const child = spawn(process.execPath, [join(root, 'scripts/tools.ts'), 'go'], {
    env: { PATH: `${directory}:${process.env['PATH']}`, XDG_CACHE_HOME: cache },
  })
  const errors = text(child.stderr)
  const [exitCode] = await once(child, 'close')
  return { exitCode, errors: await errors }
}

test('two installations at once both succeed, and leave one complete directory', async () => {
  const cache = directoryWith({})
  const compile = 'touch "$GOBIN/act"; sleep 0.3; touch "$GOBIN/server"'
  const ended = await Promise.all([1, 2].map(() => installGoTools(compile, cache)))
  expect(ended).toEqual(Array(2).fill({ exitCode: 0, errors: '' }))
  const [directory = '', ...others] = readdirSync(join(cache, 'choreo-login'))
  expect(others).toEqual([])
  expect(readdirSync(join(cache, 'choreo-login', directory))).toEqual(['act', 'server'])
})

test('an installation that fails shows why, and leaves nothing that is taken for the tools', async () => {
  const cache = directoryWith({})
  const failing = 'touch "$GOBIN/act"; echo "no such module" >&2; exit 1'
  const { exitCode, errors } = await installGoTools(failing, cache)
  expect(exitCode).toBe(1)
  expect(errors).toContain('no such module')
  expect(readdirSync(join(cache, 'choreo-login'))).toEqual([])
  expect(await installGoTools('touch "$GOBIN/act"', cache)).toEqual({ exitCode: 0, errors: '' })
})
