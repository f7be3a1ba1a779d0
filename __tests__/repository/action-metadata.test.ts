// What GitHub and its Marketplace read of action.yml.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../runner.ts'

interface Action {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs?: Readonly<Record<string, object>>
  readonly outputs?: Readonly<Record<string, object>>
  readonly runs: Readonly<Record<string, string>>
}

const sentences = expect.stringMatching(/^[A-Z`][\s\S]*\.$/)

describe.each(['action.yml', 'logout/action.yml'])('%s', (file) => {
  const action = parse(readFileSync(join(root, file), 'utf8')) as Action

  test('has a name, a description and a brand that the Marketplace accepts', () => {
    expect(action.name).toMatch(/\S/)
    expect(action.author).toMatch(/\S/)
    expect(action.description).toMatch(/^.{20,125}$/)
    expect(action.branding.icon).toMatch(/^[a-z-]+$/)
    expect(action.branding.color).toMatch(/^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/)
  })

  test('runs on Node 24, from files that exist', () => {
    const { using, ...entries } = action.runs
    expect(using).toBe('node24')
    for (const path of Object.values(entries)) {
      expect(existsSync(join(root, dirname(file), path))).toBe(true)
    }
  })

  test('describes each input and output in whole sentences, and gives each input a default', () => {
    const { inputs = {}, outputs = {} } = action
    for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }
    for (const input of Object.values(inputs)) {
      expect(input).toEqual({ description: sentences, default: expect.any(String) })
    }
    for (const output of Object.values(outputs)) expect(output).toEqual({ description: sentences })
  })
})

test("scripts/schema.ts refuses what GitHub's schema does not allow", () => {
  const text = readFileSync(join(root, 'action.yml'), 'utf8')
  const job = 'runs-on: b, timeout: 3, steps: [{ run: c }]'
  const faults = [
    ['a/action.yml', text.replace(/^description:.*$/m, ''), /description/i],
    ['b/action.yml', text.replace(/^ {2}main:.*$/m, ''), /'main' is required/],
    ['c/action.yml', `run: {}\n${text}`, /:1: Unexpected value 'run'/],
    ['d/action.yml', text.replace('||', '|| |'), /expression/i],
    ['e.yml', `on: push\njobs:\n  a: { ${job} }\n`, /:3: Unexpected value 'timeout'/],
  ] as const
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-schema-'))
  const files = faults.map(([name, content]) => {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), content)
    return join(directory, name)
  })
  const script = join(root, 'scripts', 'schema.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' })
  rmSync(directory, { recursive: true })
  const messages = files.map((file) => stderr.split('\n').find((line) => line.startsWith(file)))
  expect(messages).toEqual(faults.map(([, , message]) => expect.stringMatching(message)))
  expect(status).toBe(1)
})
