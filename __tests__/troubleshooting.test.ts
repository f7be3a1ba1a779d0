// The page on which people look for a message has every message.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { meanings, unknown } from '../src/failure.ts'
import { messages, titles } from './messages.ts'
import { root } from './runner.ts'

const text = readFileSync(join(root, 'docs', 'troubleshooting.md'), 'utf8')
// A quotation in the page is cut into lines, and its words stand in code or not.
const plain = (words: string) =>
  words
    .replace(/^\s*> ?/gm, ' ')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
const page = plain(text)

test('the page has every message of the sources', () => {
  const missing = messages()
    .filter(({ pieces }) => pieces.some((piece) => !page.includes(plain(piece).trim())))
    .map(({ file, pieces }) => `${file}: ${pieces.join(' … ')}`)
  expect(missing).toEqual([])
})

test('the page has a heading for every title of an annotation', () => {
  const headings: readonly string[] = text.match(/(?<=^### ).*$/gm) ?? []
  const named = titles().filter((title) => !/^(Choreo CLI|WSO2 .* CLI)$/.test(title))
  expect(named.filter((title) => !headings.includes(title))).toEqual([])
})

test('the sources are read as they are meant', () => {
  const all = messages().map(({ pieces }) => pieces.join(' … '))
  expect(all).toContain('The input `token` is empty')
  expect(all).toContain('The release … has no')
  expect(all).toContain('`token` and `fallback-token` were both refused')
  for (const { why } of [...meanings, unknown]) {
    expect(all.some((one) => why.replace(/\s+/g, ' ').startsWith(one.replace(/^`/, '')))).toBe(true)
  }
  for (const { title } of [...meanings, unknown]) expect(titles()).toContain(title)
})

test('the links within the page lead somewhere', () => {
  const anchors = (text.match(/(?<=^##+ ).*$/gm) ?? []).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
  for (const [, anchor] of text.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(anchor)
})
