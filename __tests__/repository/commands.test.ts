// The CLI's commands in the README and in the examples: WSO2 documents each one for the CLI that it is shown
// with, or the text says that it is not documented.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { type JobDefinition, stepsOf, workflow } from './steps.ts'
import { read } from './tracked-files.ts'

type Cli = 'choreo' | 'wdp'

// As of November 2026. A word in capitals stands for any value; each option is required, unless it is in
// brackets. https://wso2.com/choreo/docs/choreo-cli/choreo-cli-overview/
const both = [
  '--version',
  'login --with-token',
  'list projects',
  'list components --project',
  'list builds --project --component',
  'describe component NAME --project',
  'describe build ID --project --component',
  'create build NAME --project',
  'create deployment NAME --project --env --build-id',
  'connect --project --component --env [--skip-connection]',
]
// Only in the developer guide, which names `wdp`.
const developerGuide = [
  'list organizations',
  'list environments',
  'logs build --project --component --deployment-track --build-id',
]
const documented: Readonly<Record<Cli, readonly string[]>> = {
  choreo: both,
  wdp: [...both, ...developerGuide],
}
// `OUTPUT_FORMAT=json` and `--output json` are in the developer guide too.
const jsonOutput: Cli = 'wdp'

interface Shown {
  readonly cli: Cli
  /** What follows the name of the CLI. */
  readonly command: string
  /** The text says that the command is not documented. */
  readonly isMarked?: boolean
}

/** Whether WSO2 documents a command with these options. */
function isDocumented({ cli, command }: Shown): boolean {
  const { words, options } = split(command)
  return documented[cli].map(split).some((known) => {
    const required = known.options.filter((option) => !option.startsWith('['))
    const allowed = known.options.map((option) => option.replace(/[[\]]/g, ''))
    return (
      words.length === known.words.length &&
      words.every((word, at) => word === known.words[at] || /^[A-Z]+$/.test(known.words[at] ?? '')) &&
      required.every((option) => options.includes(option)) &&
      options.every((option) => allowed.includes(option))
    )
  })
}

/** Whether a text only names a documented command, without arguments. */
function isMention({ cli, command }: Shown): boolean {
  return documented[cli].some((known) => `${known} `.startsWith(`${command} `))
}

// An option and its value are one word with `=`. After `--` comes a command of the user.
function split(command: string): Readonly<Record<'words' | 'options', readonly string[]>> {
  const parts = (command.split(' -- ')[0] ?? '').split(/\s+/).filter(Boolean)
  const isOption = (part: string) => /^\[?--/.test(part)
  return {
    words: parts.filter((part) => !isOption(part)),
    options: parts.filter(isOption).map((part) => part.replace(/=.*/, '')),
  }
}

/** Finds the calls of these commands in a script or a text. */
function callsIn(text: string, names: Readonly<Record<string, Cli>>): Shown[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n')
  return lines.flatMap((line, at) =>
    Object.entries(names).flatMap(([name, cli]) => {
      const calls = line.matchAll(new RegExp(`(?:^|[\\s;|&(\`])${name} ([^;|&)>\`]+)`, 'g'))
      const isMarked = /not documented/i.test(`${lines[at - 1]} ${line}`)
      return [...calls].map(([, command = '']) => ({ cli, command: command.trim(), isMarked }))
    }),
  )
}

/** The commands that the log-ins of a job make, by their names. */
function namesOf(steps: JobDefinition['steps']): Readonly<Record<string, Cli>> {
  const inputs = steps.filter(({ uses }) => /choreo-login@/.test(uses ?? '')).map((step) => step.with ?? {})
  return Object.fromEntries(inputs.map(({ cli = 'choreo', command = cli }) => [command, cli as Cli]))
}

/** The code in comments: what stands in back quotes, and indented lines. */
function codeIn(comments: string): string {
  const code = comments.matchAll(/`([^`\n]+)`|^ *# {3}(.*)$/gm)
  return [...code].map(([, quoted, indented]) => quoted ?? indented).join('\n')
}

const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yml'))

describe.each(examples)('examples/%s', (name) => {
  const text = read(`examples/${name}`)
  const example = workflow(`examples/${name}`)
  const jobs = Object.values(example.jobs)
  const comments = text.match(/^ *#.*$/gm)?.join('\n') ?? ''

  test('calls documented commands only', () => {
    const calls = jobs.flatMap(({ steps }) => steps.flatMap(({ run = '' }) => callsIn(run, namesOf(steps))))
    expect(calls.length).toBeGreaterThan(0)
    expect(calls.filter((one) => !one.isMarked && !isDocumented(one))).toEqual([])
    const inComments = callsIn(codeIn(comments), namesOf(stepsOf(example)))
    expect(inComments.filter((one) => !isDocumented(one) && !isMention(one))).toEqual([])
  })

  test('asks for JSON only where WSO2 documents it', () => {
    const clis = Object.values(namesOf(stepsOf(example)))
    const asks = 'OUTPUT_FORMAT' in (example.env ?? {}) || /OUTPUT_FORMAT=|--output|\s-o[= ]/.test(text)
    if (asks) expect([...new Set(clis)]).toEqual([jsonOutput])
  })

  test('says which build it deploys', () => {
    const deploys = /create deployment/.test(text)
    expect(comments).toMatch(deploys ? /^# Deploys the build /m : /^# Deploys nothing/m)
  })
})

test('README.md shows documented commands only', () => {
  const readme = read('README.md')
  const names = { choreo: 'choreo', wdp: 'wdp' } as const
  const blocks = [...readme.matchAll(/^```(?:yaml|sh|diff)\n([\s\S]*?)^```$/gm)].map(([text]) => text)
  const shown = blocks.flatMap((text) => callsIn(text, names))
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter((one) => !one.isMarked && !isDocumented(one))).toEqual([])
  const inText = [...readme.matchAll(/`(?:choreo|wdp) [^`\n]+`.*/g)].flatMap(([text]) => callsIn(text, names))
  const isKnown = (one: Shown) => one.isMarked || isDocumented(one) || isMention(one)
  expect(inText.filter((one) => !isKnown(one))).toEqual([])
})

test.each([
  ['choreo', 'create deployment catalog --project=storefront --env=Development'],
  ['choreo', 'create build'],
  ['choreo', 'list organizations --output json'],
  ['choreo', 'logs build --project=p --component=c --deployment-track=main --build-id=1'],
  ['wdp', 'logs build --project=p --component=c --build-id=1'],
  ['wdp', 'login --token secret'],
  ['wdp', 'change-org acme'],
] as const)('the check finds a fault in `%s %s`', (cli, command) => {
  expect(isDocumented({ cli, command })).toBe(false)
})
