// scripts/schema.ts, which checks workflows and action.yml files against GitHub's schema.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { read } from './tracked-files.ts'

/** Runs the script on files with these contents. The names in its output are relative. */
function check(files: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'choreo-login-schema-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
  const args = [join(root, 'scripts', 'schema.ts'), ...Object.keys(files)]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  rmSync(cwd, { recursive: true })
  return { status, stderr }
}

test('README.md shows workflows that fit the schema', () => {
  const blocks = [...read('README.md').matchAll(/^```yaml\n([\s\S]*?^jobs:[\s\S]*?)^```$/gm)]
  expect(blocks).not.toEqual([])
  const workflows = blocks.map(([, text = ''], at) => [`${at}.yml`, text])
  expect(check(Object.fromEntries(workflows))).toEqual({ status: 0, stderr: '' })
})

test('the script refuses what the schema does not allow', () => {
  const action = read('action.yml')
    .replace(/^ {2}main:.*$/m, '')
    .replace('||', '|| |')
  const job = '{ runs-on: b, timeout: 3, steps: [{ run: c }] }'
  const { status, stderr } = check({ 'action.yml': action, 'ci.yml': `on: push\njobs:\n  a: ${job}\n` })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^action\.yml:\d+: .*'main' is required/m)
  expect(stderr).toMatch(/^action\.yml:\d+: .*expression/im)
  expect(stderr).toMatch(/^ci\.yml:3: Unexpected value 'timeout'/m)
})
