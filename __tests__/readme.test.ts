import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
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
  for (const path of links) expect(() => readFileSync(join(root, path))).not.toThrow(/ENOENT/)
})
