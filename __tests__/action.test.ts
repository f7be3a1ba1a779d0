// What GitHub reads of this repository, and the rules of the house that a machine can check.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from './runner.ts'

interface Action {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly runs: Readonly<Record<string, string>>
}

function read(...path: readonly string[]): string {
  return readFileSync(join(root, ...path), 'utf8')
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: read('src', name) }))

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
}

describe.each(['action.yml', 'logout/action.yml'])('%s', (file) => {
  const action = parse(read(file)) as Action

  test('says who it is, in what the Marketplace takes', () => {
    for (const text of [action.name, action.description, action.author]) {
      expect(text.trim()).not.toBe('')
    }
    expect(action.description.length).toBeLessThanOrEqual(125)
    expect(action.branding.icon).toMatch(/^[a-z-]+$/)
    expect(action.branding.color).toMatch(
      /^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/,
    )
  })

  test('runs on Node 24, from files that exist', () => {
    const { using, ...entries } = action.runs
    expect(using).toBe('node24')
    for (const path of Object.values(entries)) {
      expect(existsSync(join(root, dirname(file), path))).toBe(true)
    }
  })

  test('describes every input in whole sentences, and gives it a default', () => {
    for (const [name, input] of Object.entries(action.inputs ?? {})) {
      expect({ name, ...input }).toMatchObject({
        name: expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        description: expect.stringMatching(/^[A-Z`][\s\S]*\.$/),
        default: expect.any(String),
      })
      expect(Object.keys(input).toSorted()).toEqual(['default', 'description'])
    }
  })

  test('describes every output in whole sentences', () => {
    for (const [name, output] of Object.entries(action.outputs ?? {})) {
      expect({ name, ...output }).toEqual({
        name: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
        description: expect.stringMatching(/^[A-Z`][\s\S]*\.$/),
      })
    }
  })
})

describe('the sources', () => {
  test('set exactly the outputs of action.yml', () => {
    const set = sources.flatMap(({ text }) =>
      [...text.matchAll(/setOutput\(\s*'([\w-]+)'/g)].map(([, name]) => name),
    )
    const { outputs = {} } = parse(read('action.yml')) as Action
    expect([...new Set(set)].toSorted()).toEqual(Object.keys(outputs).toSorted())
  })

  test('start the CLI in one file alone', () => {
    expect(filesWith(/from '@actions\/exec'|import\('@actions\/exec'\)/)).toEqual(['cli/run.ts'])
  })

  test('read inputs in one file alone', () => {
    expect(filesWith(/getInput|getBooleanInput|getMultilineInput/)).toEqual([])
    expect(filesWith(/\[\s*['"`]INPUT_|\.INPUT_/)).toEqual(['runner/inputs.ts'])
  })

  test('mask in one file alone', () => {
    expect(filesWith(/setSecret|add-mask/)).toEqual(['runner/inputs.ts'])
  })

  test('know nothing of tests and of what stands in for others there', () => {
    expect(
      filesWith(/stand-?in|standIn|__tests__|\bjest\b|NODE_ENV|127\.0\.0\.1|localhost/i),
    ).toEqual([])
  })

  test('never print a text of a process as it is', () => {
    expect(filesWith(/process\.(stdout|stderr)\.write|console\./)).toEqual([])
  })

  test('import packages that users get, and no others', () => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>
    }
    const imported = sources.flatMap(({ text }) =>
      [...text.matchAll(/(?:from|import\()\s*'([^'.][^']*)'/g)].map(([, name = '']) => name),
    )
    const packages = imported
      .filter((name) => !name.startsWith('node:'))
      .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0])
    expect(packages.length).toBeGreaterThan(0)
    expect(
      [...new Set(packages)].filter((name) => !Object.hasOwn(dependencies, name ?? '')),
    ).toEqual([])
  })
})
