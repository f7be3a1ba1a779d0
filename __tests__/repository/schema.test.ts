// scripts/schema.ts, which checks workflows and action.yml files against GitHub's schema.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { directoryWith } from './directory.ts'
import { read } from './tracked-files.ts'

/** Runs the script on files with these contents. The names in its output are relative. */
function check(files: Readonly<Record<string, string>>) {
  const args = [join(root, 'scripts', 'schema.ts'), ...Object.keys(files)]
  return spawnSync(process.execPath, args, { cwd: directoryWith(files), encoding: 'utf8' })
}

test('README.md shows workflows that fit the schema', () => {
  const blocks = [...read('README.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
  const whole = blocks.map(([, text = '']) => text).filter((text) => /^jobs:/m.test(text))
  expect(whole).not.toEqual([])
  const workflows = whole.map((text, at) => [`${at}.yml`, text])
  expect(check(Object.fromEntries(workflows))).toMatchObject({ status: 0, stderr: '' })
})

test('the script refuses what the schema does not allow', () => {
  const action = read('action.yml')
    .replace(/^ {2}main:.*$/m, '')
    .replace('||', '|| |')
  const job = '{ runs-on: b, timeout: 3, steps: [{ run: c }] }'
  const { status, stderr } = check({
    'action.yml': action,
    'ci.yml': `on: push\njobs:\n  a: ${job}\n`,
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^action\.yml:\d+: .*'main' is required/m)
  expect(stderr).toMatch(/^action\.yml:\d+: .*expression/im)
  expect(stderr).toMatch(/^ci\.yml:3: Unexpected value 'timeout'/m)
})
