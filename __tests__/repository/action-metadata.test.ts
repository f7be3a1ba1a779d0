// What GitHub and its Marketplace read of action.yml.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../runner.ts'
import { checkSchema } from './schema.ts'
import { read } from './tracked-files.ts'

interface Action {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs?: object
  readonly outputs?: object
  readonly runs: Readonly<Record<string, string>>
}

const sentences = expect.stringMatching(/^[A-Z`][\s\S]*\.$/)

describe.each(['action.yml', 'logout/action.yml'])('%s', (file) => {
  const action = parse(read(file)) as Action

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

// Not a newer one than GitHub's runners have. Jobs in tests run on it too.
test('scripts and tests run on one exact version of Node, of the release line that action.yml names', () => {
  const { devDependencies } = JSON.parse(read('package.json'))
  expect(devDependencies.node).toMatch(/^24\.\d+\.\d+$/)
  expect(process.version).toBe(`v${devDependencies.node}`)
})

test("scripts/schema.ts refuses what GitHub's schema does not allow", () => {
  const text = read('action.yml')
  const job = 'runs-on: b, timeout: 3, steps: [{ run: c }]'
  const faults = [
    ['a/action.yml', text.replace(/^description:.*$/m, ''), /description/i],
    ['b/action.yml', text.replace(/^ {2}main:.*$/m, ''), /'main' is required/],
    ['c/action.yml', `run: {}\n${text}`, /:1: Unexpected value 'run'/],
    ['d/action.yml', text.replace('||', '|| |'), /expression/i],
    ['e.yml', `on: push\njobs:\n  a: { ${job} }\n`, /:3: Unexpected value 'timeout'/],
  ] as const
  const { status, stderr } = checkSchema(faults.map(([name, content]) => [name, content]))
  const messages = faults.map(([name]) => stderr.split('\n').find((line) => line.startsWith(name)))
  expect(messages).toEqual(faults.map(([, , message]) => expect.stringMatching(message)))
  expect(status).toBe(1)
})
