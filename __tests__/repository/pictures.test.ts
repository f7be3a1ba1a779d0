// The pictures of the README and the summary in docs/how-it-works.md show what the action prints now.
import { expect, test } from '@jest/globals'
import { draw } from '../../scripts/pictures.ts'
import { withSection } from '../../scripts/readme.ts'
import { read } from './tracked-files.ts'

const drawn = await draw()
const readme = read('README.md')

test('the pages show pictures and a summary that a new run of the jobs gives too', () => {
  expect(Object.keys(drawn.files)).toHaveLength(2)
  for (const [path, svg] of Object.entries(drawn.files)) {
    expect(svg).toBe(read(path))
    expect(readme).toContain(`src="${path}"`)
  }
  const page = read('docs/how-it-works.md')
  expect(page).toContain('<!-- summary -->')
  expect(withSection(page, 'summary', drawn.summary)).toBe(page)
})

test('the pictures and the summary name no token, address or path of the machine', () => {
  const all = [...Object.values(drawn.files), drawn.summary].join('\n')
  expect(all).not.toMatch(/stand-in-|127\.0\.0\.1|choreo-session-|choreo-login-test-/)
})
