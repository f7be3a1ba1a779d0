// Writes the tables of inputs and outputs in README.md from action.yml.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { metadata, root } from '../__tests__/runner.ts'

type Fields = ReturnType<typeof metadata>['inputs']

/** The last input of each group, in the order of action.yml. */
const groups = {
  'token-inputs': 'expected-organization',
  'cli-inputs': 'region',
  'network-inputs': 'timeout-seconds',
  'session-inputs': 'summary',
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

function inputTable(fields: Fields): string {
  const rows = Object.entries(fields).map(([name, field]) => {
    const value = field.default ? `\`${cell(field.default)}\`` : ''
    return `| \`${name}\` | ${value} | ${cell(field.description)} |`
  })
  return ['| input | default | |', '|---|---|---|', ...rows].join('\n')
}

function outputTable(fields: Fields): string {
  const rows = Object.entries(fields).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | |', '|---|---|', ...rows].join('\n')
}

function groupTables(inputs: Fields): Record<string, string> {
  const entries = Object.entries(inputs)
  let start = 0
  const tables = Object.entries(groups).map(([group, last]) => {
    const end = entries.findIndex(([name]) => name === last) + 1
    const table = inputTable(Object.fromEntries(entries.slice(start, end)))
    start = end
    return [group, table] as const
  })
  return Object.fromEntries(tables)
}

/** Returns a README with the tables of action.yml. */
export function withTables(readme: string): string {
  const { inputs, outputs } = metadata()
  const tables = {
    ...groupTables(inputs),
    outputs: outputTable(outputs),
    'logout-inputs': inputTable(metadata('logout').inputs),
  }
  return Object.entries(tables).reduce(
    (text, [name, table]) => withSection(text, name, table),
    readme,
  )
}

/** Returns a README with other content between `<!-- name -->` and `<!-- end -->`. */
export function withSection(readme: string, name: string, content: string): string {
  return readme.replace(
    new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- end -->)`),
    (_, start: string, end: string) => `${start}\n${content}\n${end}`,
  )
}

if (import.meta.main) {
  const path = join(root, 'README.md')
  writeFileSync(path, withTables(readFileSync(path, 'utf8')))
}
