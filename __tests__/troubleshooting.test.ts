import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { meanings, unknown } from '../src/cli/failure.ts'
import { root } from './runner.ts'

const page = readFileSync(join(root, 'docs', 'troubleshooting.md'), 'utf8')
const code = readdirSync(join(root, 'src'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n')

test('the page has a section for every title of an annotation, and for nothing else', () => {
  const titles = [...code.matchAll(/(?:title(?: = |: )|failure\(\s*)'([A-Z][^']+)'/g)].map(
    ([, title]) => title,
  )
  const products = ['Choreo CLI', 'WSO2 Developer Platform CLI']
  const wanted = [...new Set(titles)].filter((title) => !products.includes(title ?? ''))
  const sections = [...page.matchAll(/^### (.*)$/gm)].map(([, title]) => title)
  expect(wanted.length).toBeGreaterThan(20)
  expect(sections.toSorted()).toEqual(wanted.toSorted())
})

test.each([...meanings, unknown].map(({ title, why }) => [title, why]))(
  'the page explains "%s" in the words of the message',
  (_, why) => {
    expect(page).toContain(why)
  },
)

test.each([
  'The input `token` is empty.',
  'RUNNER_TEMP is not set',
  'The session could not be made in',
  'Another login with',
  'and the machine has no home directory',
  'is as it was before',
  'There is no release',
  'No CLI is published for',
  'Could not get',
  'Choreo refused the token. Trying the fallback token.',
  'No session of this job is open.',
  'The run was cancelled',
])('the page and the code both have the words "%s"', (words) => {
  expect(page).toContain(words)
  expect(code).toContain(words)
})
