import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from './runner.ts'

const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8')
const sections = page.split(/^## /m).slice(1)
const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(test|spec)\.ts$/.test(name) && !name.includes('node_modules'))
  .filter((name) => name !== 'security.test.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

const named = [...page.matchAll(/^- "(.+)"$/gm)].map(([, name]) => name ?? '')

describe('the page about security', () => {
  test.each(named.map((name) => [name]))('names the test "%s", which exists', (name) => {
    expect([`'${name}'`, `${name}\``].some((title) => tests.includes(title))).toBe(true)
  })

  test('names tests for each of those who could want the token', () => {
    const threats = sections.filter((section) => section.includes('**Stopped by.**'))
    expect(threats).toHaveLength(7)
    for (const threat of threats) {
      expect(threat).toContain('**Not stopped.**')
      expect(threat.split('**Shown by.**')[1]).toMatch(/^- "/m)
    }
  })

  test('has a heading for each of its links', () => {
    const slugs = sections.map((section) =>
      (section.split('\n')[0] ?? '')
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, slug]) => slug)
    expect(links).toHaveLength(7)
    for (const link of links) expect(slugs).toContain(link)
  })
})

test.each(['docs/security.md', 'SECURITY.md'])('%s links to files that exist', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '')
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(() => readFileSync(join(root, file, '..', link))).not.toThrow()
})
