// The CLI's commands in the README and in the examples: WSO2 documents each one for the CLI that it is
// shown with.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { stepsOf, type Workflow, workflow } from './steps.ts'
import { read } from './tracked-files.ts'

// As of November 2026. A word in capitals stands for any value; each option is required.
// https://wso2.com/choreo/docs/choreo-cli/choreo-cli-overview/
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
  'connect --project --component --env',
  'connect --project --component --env --skip-connection',
]
// Only in the developer guide, which names `wdp`. `OUTPUT_FORMAT=json` and `--output json` are there too.
const developerGuide = [
  'list organizations',
  'list environments',
  'logs build --project --component --deployment-track --build-id',
]
const documented = [
  ...both.flatMap((command) => [`choreo ${command}`, `wdp ${command}`]),
  ...developerGuide.map((command) => `wdp ${command}`),
]

/** Whether WSO2 documents a call with these options. */
function isDocumented(call: string): boolean {
  return documented.some((known) => {
    const pattern = withoutValues(known).replace(/ [A-Z]+\b/g, ' \\S+')
    return new RegExp(`^${pattern}$`).test(withoutValues(call))
  })
}

/** Returns the words of a call, and then the names of its options. After `--` comes a command of the user. */
function withoutValues(call: string): string {
  const parts = call.replace(/ --( .*)?$/, '').split(/\s+/)
  const options = parts.filter((part) => part.startsWith('--')).map((part) => part.replace(/=.*/, ''))
  return [...parts.filter((part) => !part.startsWith('--')), ...options.toSorted()].join(' ')
}

/** Finds the calls of these commands in a script or a text. Each begins with the name of its CLI. */
function callsIn(text: string, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names).flatMap(([name, cli]) => {
    const pattern = new RegExp(`(?:^|[\\s;|&(\`])${name} ([^\\n;|&)>\`]+)`, 'g')
    return [...text.replaceAll('\\\n', ' ').matchAll(pattern)].map(([, call = '']) => `${cli} ${call.trim()}`)
  })
}

/** The commands that the logins of a workflow make, and the CLI of each. */
function namesOf(example: Workflow): Readonly<Record<string, string>> {
  const logins = stepsOf(example).filter(({ uses }) => /choreo-login@/.test(uses ?? ''))
  const inputs = logins.map((step) => step.with ?? {})
  return Object.fromEntries(inputs.map(({ cli = 'choreo', command = cli }) => [command, cli]))
}

/** The code in a text: what stands in back quotes, and indented lines of comments. */
function codeIn(text: string): string {
  const code = text.matchAll(/`([^`\n]+)`|^ *# {3}(.*)$/gm)
  return [...code].map(([, quoted, indented]) => quoted ?? indented).join('\n')
}

/** Lists the calls that WSO2 does not document. A text may name a documented command without arguments. */
function undocumented(scripts: string, text: string, names: Readonly<Record<string, string>>): string[] {
  const calls = callsIn(scripts, names)
  expect(calls).not.toEqual([])
  const isMention = (call: string) => documented.some((known) => `${known} `.startsWith(`${call} `))
  const inText = callsIn(codeIn(text), names).filter((call) => !isMention(call))
  return [...calls, ...inText].filter((call) => !isDocumented(call))
}

const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yml'))

describe.each(examples)('examples/%s', (name) => {
  const text = read(`examples/${name}`)
  const example = workflow(`examples/${name}`)
  const names = namesOf(example)
  const comments = text.match(/^ *#.*$/gm)?.join('\n') ?? ''

  test('calls documented commands only', () => {
    const scripts = stepsOf(example).map(({ run = '' }) => run)
    expect(undocumented(scripts.join('\n'), comments, names)).toEqual([])
  })

  test('asks for JSON only where WSO2 documents it', () => {
    const asks = 'OUTPUT_FORMAT' in (example.env ?? {}) || /OUTPUT_FORMAT=|--output|\s-o[= ]/.test(text)
    if (asks) expect([...new Set(Object.values(names))]).toEqual(['wdp'])
  })

  test('says which build it deploys', () => {
    const deploys = /create deployment/.test(text)
    expect(comments).toMatch(deploys ? /^# Deploys the build /m : /^# Deploys nothing/m)
  })
})

test('README.md shows documented commands only', () => {
  const blocks = read('README.md').match(/^```(?:yaml|sh|diff)\n([\s\S]*?)^```$/gm) ?? []
  const names = { choreo: 'choreo', wdp: 'wdp' }
  expect(undocumented(blocks.join('\n'), read('README.md'), names)).toEqual([])
})

test.each([
  'choreo create deployment catalog --project=storefront --env=Development',
  'choreo create build --project=p',
  'choreo logs build --project=p --component=c --deployment-track=main --build-id=1',
  'wdp login --with-token --token=secret',
  'wdp change-org acme',
])('the check finds a fault in `%s`', (call) => {
  expect(isDocumented(call)).toBe(false)
})
