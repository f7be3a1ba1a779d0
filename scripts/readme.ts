// Writes the tables of inputs and outputs in README.md from action.yml. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')

interface Field {
  readonly description: string
  readonly default?: string
}

function readAction(directory: string): Record<'inputs' | 'outputs', Record<string, Field>> {
  return parse(readFileSync(join(root, directory, 'action.yml'), 'utf8'))
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

function inputTable(fields: Record<string, Field>): string {
  const rows = Object.entries(fields).map(([name, field]) => {
    const fallback = field.default ? `\`${cell(field.default)}\`` : ''
    return `| \`${name}\` | ${fallback} | ${cell(field.description)} |`
  })
  return ['| input | default | |', '|---|---|---|', ...rows].join('\n')
}

function outputTable(fields: Record<string, Field>): string {
  const rows = Object.entries(fields).map(
    ([name, field]) => `| \`${name}\` | ${cell(field.description)} |`,
  )
  return ['| output | |', '|---|---|', ...rows].join('\n')
}

/** Returns a README with its tables as action.yml has them. */
export function withTables(readme: string): string {
  const { inputs, outputs } = readAction('.')
  const tables = {
    inputs: inputTable(inputs),
    outputs: outputTable(outputs),
    'logout-inputs': inputTable(readAction('logout').inputs),
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
