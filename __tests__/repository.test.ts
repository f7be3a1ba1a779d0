// What is in the repository for people, and what of it a runner downloads.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from './runner.ts'

function read(...path: readonly string[]): string {
  return readFileSync(join(root, ...path), 'utf8')
}

function git(...args: readonly string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim().split('\n')
}

const files = git('ls-files')

test('a runner downloads what it needs, and nothing else', () => {
  const kept = git(
    'check-attr',
    'export-ignore',
    ...new Set(files.map((path) => path.split('/')[0] ?? '')),
  )
    .filter((line) => line.endsWith(': unspecified'))
    .map((line) => line.split(':')[0])
  expect(kept.toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'action.yml',
    'dist',
    'logout',
    'package.json',
  ])
})

test.each(files.filter((path) => path.endsWith('.md') && path !== 'README.md'))(
  'the links of %s lead somewhere',
  (path) => {
    // GitHub shows an issue form at an address of its own; what it links to is checked below.
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, link]) => link ?? '',
    )
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([])
  },
)

test('every script that CONTRIBUTING.md mentions exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...read('CONTRIBUTING.md').matchAll(/npm (?:run ([\w:-]+)|test)/g)].map(
    ([, name = 'test']) => name,
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})

describe('CHANGELOG.md', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)

  test('begins with what is not released yet', () => {
    expect(headings[0]).toBe('[Unreleased]')
  })

  test('names the version and the day of each release, and keeps to the kinds of change', () => {
    for (const heading of headings.slice(1)) {
      expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/)
    }
    const kinds = [...read('CHANGELOG.md').matchAll(/^### (.*)$/gm)].map(([, kind]) => kind)
    expect(kinds.length).toBeGreaterThan(0)
    for (const kind of kinds) {
      expect(kind).toMatch(/^(Added|Changed|Deprecated|Removed|Fixed|Security)$/)
    }
  })
})

describe('the issue forms', () => {
  interface Form {
    readonly name: string
    readonly description: string
    readonly body: readonly {
      readonly type: string
      readonly id?: string
      readonly attributes: Readonly<Record<string, unknown>>
      readonly validations?: { readonly required: boolean }
    }[]
  }
  const directory = join(root, '.github', 'ISSUE_TEMPLATE')
  const forms = readdirSync(directory)
    .filter((name) => name !== 'config.yml')
    .map((name) => ({ name, form: parse(read('.github/ISSUE_TEMPLATE', name)) as Form }))

  test.each(forms.map(({ name, form }) => [name, form] as const))(
    '%s has what GitHub asks of a form',
    (_, form) => {
      expect(form.name).toMatch(/^\S.{2,}$/)
      expect(form.description).toMatch(/^\S.{2,}$/)
      const fields = form.body.filter(({ type }) => type !== 'markdown')
      expect(fields.length).toBeGreaterThan(0)
      const ids = fields.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { type, id, attributes } of fields) {
        expect(type).toMatch(/^(input|textarea|dropdown|checkboxes)$/)
        expect(id).toMatch(/^[a-zA-Z0-9_-]+$/)
        expect(attributes['label']).toEqual(expect.stringMatching(/\S/))
        expect(Array.isArray(attributes['options'])).toBe(/dropdown|checkboxes/.test(type))
      }
    },
  )

  test('the form for a bug asks for version, runner and log', () => {
    const bug = forms.find(({ name }) => name === 'bug.yml')?.form
    const required = bug?.body
      .filter(({ validations }) => validations?.required)
      .map(({ id }) => id)
    expect(required).toEqual(expect.arrayContaining(['version', 'runner', 'log']))
  })

  test('what the forms link to in the repository exists', () => {
    const texts = forms.map(({ name }) => read('.github/ISSUE_TEMPLATE', name)).join('\n')
    const links = [...texts.matchAll(/\]\(\.\.\/blob\/main\/([^)#]+)/g)].map(
      ([, link]) => link ?? '',
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
