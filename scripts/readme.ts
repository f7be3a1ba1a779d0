// Writes what the pages have from elsewhere: the tables of inputs and outputs in README.md, from action.yml, and
// the lines of the tests that docs/security.md names.
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

// Two columns, because a phone has no room for three.
function inputTable(fields: Fields): string {
  const rows = Object.entries(fields).map(([name, { description, default: value = '' }]) => {
    return `| \`${name}\` | ${cell(`${description.trim()} ${defaultOf(value)}`)} |`
  })
  return ['| input | |', '|---|---|', ...rows].join('\n')
}

// The only expression is the token of the job.
function defaultOf(value: string): string {
  if (value === '') return ''
  if (value.includes('${{')) return '*Default: `github.token` on github.com, else nothing.*'
  return `*Default: \`${value}\`.*`
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

/** Returns a page whose links to tests lead to their lines. Each link has the name of its test. */
export function withLines(page: string): string {
  return page.replace(
    /^- \[(.+)\]\(\.\.\/(__tests__\/[^#)]+).*\)$/gm,
    (_, name: string, path: string) => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n')
      return `- [${name}](../${path}#L${lines.findIndex((line) => line.includes(name)) + 1})`
    },
  )
}

function rewrite(path: string, change: (page: string) => string): void {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))
}

if (import.meta.main) {
  rewrite('README.md', withTables)
  rewrite('docs/security.md', withLines)
}
