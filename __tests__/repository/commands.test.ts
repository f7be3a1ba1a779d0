// The CLI's commands in the README and in the examples: WSO2 documents each one for the CLI that it is
// shown with.
import { describe, expect, test } from '@jest/globals'
import { stepsOf, workflow } from './steps.ts'
import { read, trackedFiles } from './tracked-files.ts'

// As of November 2026, as far as README and examples use them. A word in capitals stands for any value;
// each option is required. https://wso2.com/choreo/docs/choreo-cli/choreo-cli-overview/
const both = [
  'login --with-token',
  'list projects',
  'list components --project',
  'list builds --project --component',
  'describe component NAME --project',
  'describe build ID --project --component',
  'create build NAME --project',
  'create deployment NAME --project --env --build-id',
  'connect --project --component --env',
]
const documented = [
  ...both.flatMap((command) => [`choreo ${command}`, `wdp ${command}`]),
  // Only in the developer guide, which names `wdp`. `OUTPUT_FORMAT=json` and `--output json` are there too.
  'wdp logs build --project --component --deployment-track --build-id',
]

const patterns = documented.map(
  (known) => new RegExp(`^${withoutValues(known).replace(/ [A-Z]+\b/g, ' \\S+')}$`),
)

/** Returns the words of a call, and then the names of its options. After `--` comes a command of the user. */
function withoutValues(call: string): string {
  const parts = call.replace(/ --( .*)?$/, '').split(/\s+/)
  const options = parts
    .filter((part) => part.startsWith('--'))
    .map((part) => part.replace(/=.*/, ''))
  return [...parts.filter((part) => !part.startsWith('--')), ...options.toSorted()].join(' ')
}

/** Finds the calls of these commands in a script or a text. Each begins with the name of its CLI. */
function callsIn(text: string, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names).flatMap(([name, cli]) => {
    const pattern = new RegExp(`(?:^|[\\s;|&(\`])${name} ([^\\n;|&)>\`]+)`, 'g')
    return [...text.replaceAll('\\\n', ' ').matchAll(pattern)].map(
      ([, call = '']) => `${cli} ${call.trim()}`,
    )
  })
}

/** The code in a text: what stands in back quotes, and indented lines of comments. */
function codeIn(text: string): string {
  const code = text.matchAll(/`([^`\n]+)`|^ *# {3}(.*)$/gm)
  return [...code].map(([, quoted, indented]) => quoted ?? indented).join('\n')
}

/** Lists the calls that WSO2 does not document. A text may name a documented command without arguments. */
function undocumented(
  scripts: string,
  text: string,
  names: Readonly<Record<string, string>>,
): string[] {
  const calls = callsIn(scripts, names)
  expect(calls).not.toEqual([])
  const isMention = (call: string) => documented.some((known) => `${known} `.startsWith(`${call} `))
  const inText = callsIn(codeIn(text), names).filter((call) => !isMention(call))
  const isUnknown = (call: string) => !patterns.some((pattern) => pattern.test(withoutValues(call)))
  return [...calls, ...inText].filter(isUnknown)
}

const examples = trackedFiles().filter((path) => /^examples\/.*\.yml$/.test(path))

describe.each(examples)('%s', (path) => {
  const text = read(path)
  const steps = stepsOf(workflow(path))
  // The commands that the logins make, and the CLI of each.
  const logins = steps
    .filter(({ uses }) => /choreo-login@/.test(uses ?? ''))
    .map((step) => step.with ?? {})
  const names = Object.fromEntries(
    logins.map(({ cli = 'choreo', command = cli }) => [command, cli]),
  )

  test('calls documented commands only', () => {
    const scripts = steps.map(({ run = '' }) => run)
    expect(undocumented(scripts.join('\n'), text, names)).toEqual([])
  })

  test('asks for JSON only where WSO2 documents it', () => {
    const asks = /OUTPUT_FORMAT|--output|\s-o[= ]/.test(text)
    if (asks) expect([...new Set(Object.values(names))]).toEqual(['wdp'])
  })

  test('says which build it deploys', () => {
    const deploys = /create deployment/.test(text)
    expect(text).toMatch(deploys ? /^# Deploys the build /m : /^# Deploys nothing/m)
  })
})

test('README.md shows documented commands only', () => {
  const blocks = read('README.md').match(/^```(?:yaml|sh|diff)\n([\s\S]*?)^```$/gm) ?? []
  const names = { choreo: 'choreo', wdp: 'wdp' }
  expect(undocumented(blocks.join('\n'), read('README.md'), names)).toEqual([])
})
