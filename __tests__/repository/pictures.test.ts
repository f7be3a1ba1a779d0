// The pictures of the README show what the action prints now.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { draw, type Pictures } from '../../scripts/pictures.ts'
import { withSection } from '../../scripts/readme.ts'
import { read } from './tracked-files.ts'

let drawn: Pictures
beforeAll(async () => {
  drawn = await draw()
})

describe('a new run of the jobs gives', () => {
  test('the pictures that are committed, and README.md shows them', () => {
    expect(Object.keys(drawn.files)).toHaveLength(2)
    for (const [path, svg] of Object.entries(drawn.files)) {
      expect(svg).toBe(read(path))
      expect(read('README.md')).toContain(`src="${path}"`)
    }
  })

  test('the summary of README.md', () => {
    const readme = read('README.md')
    expect(readme).toContain('<!-- summary -->')
    expect(withSection(readme, 'summary', drawn.summary)).toBe(readme)
  })
})

test('the first picture shows a login, a step that uses it, and a log-out', () => {
  const svg = drawn.files['docs/log-success.svg'] ?? ''
  expect(svg).toMatch(/✓ Logged in[\s\S]+choreo list projects[\s\S]+Storefront[\s\S]+Logged out/)
  expect(svg).not.toContain('failure"')
})

test("the second picture shows a refused token with the CLI's words and a link", () => {
  const svg = drawn.files['docs/log-refused.svg'] ?? ''
  expect(svg).toMatch(/Choreo: Token refused[\s\S]+The CLI said[\s\S]+\bError:[\s\S]+#token-refused/)
})

test('the pictures and the summary name no token, address or path of the machine', () => {
  const all = [...Object.values(drawn.files), drawn.summary].join('\n')
  expect(all).not.toMatch(/stand-in-|127\.0\.0\.1|choreo-session-|choreo-login-test-/)
})
