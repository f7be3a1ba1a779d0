import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { withTables } from '../scripts/readme.ts'
import { metadata, root } from './runner.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the tables of the README are those of action.yml', () => {
  expect(withTables(readme)).toBe(readme)
})

test('the README names every input and output', () => {
  const { inputs, outputs } = metadata()
  for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) {
    expect(readme).toContain(`| \`${name}\` |`)
  }
})

test('every script that the README mentions exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(0)
  for (const name of named) expect(Object.keys(scripts)).toContain(name)
})

test('every file of the repository that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '')
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('every heading that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor ?? '')
  const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((anchor) => !headings.includes(anchor))).toEqual([])
})

test('the recipes are all examples that there are, and no others', () => {
  const recipes = [...readme.matchAll(/\]\(examples\/([\w-]+\.yml)\)/g)].map(([, name]) => name)
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yml'))
  expect(recipes.toSorted()).toEqual(examples.toSorted())
})

describe('the YAML in the README', () => {
  const blocks = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')

  test('uses the action with inputs that it has', () => {
    const steps = blocks.flatMap((text) => stepsIn(parse(text)))
    const used = steps.filter(({ uses }) => uses.startsWith('OWNER/choreo-login'))
    expect(used.length).toBeGreaterThan(3)
    for (const { uses, with: given = {} } of used) {
      const [, directory = ''] = /^OWNER\/choreo-login(\/logout)?@/.exec(uses) ?? []
      const { inputs } = metadata(`.${directory}`)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
    }
  })

  test('is good in the eyes of GitHub, where it is a whole workflow', () => {
    const workflows = blocks.filter((text) => /^jobs:/m.test(text))
    expect(workflows.length).toBeGreaterThan(0)
    const directory = mkdtempSync(join(tmpdir(), 'choreo-login-readme-'))
    const files = workflows.map((text, index) => {
      const file = join(directory, `${index}.yml`)
      writeFileSync(file, text)
      return file
    })
    const script = join(root, 'scripts', 'schema.ts')
    const { status, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' })
    rmSync(directory, { recursive: true })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

interface Step {
  readonly uses: string
  readonly with?: Readonly<Record<string, unknown>>
}

// Steps can stand alone in a list, or anywhere in a workflow.
function stepsIn(yaml: unknown): Step[] {
  if (typeof yaml !== 'object' || yaml === null) return []
  if ('uses' in yaml) return [yaml as Step]
  return Object.values(yaml).flatMap(stepsIn)
}
