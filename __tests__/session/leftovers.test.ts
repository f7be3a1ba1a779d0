// The search for leftover copies of the tokens: where it looks, for what, and its bounds.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { searchTokens } from '../../src/session/leftovers.ts'
import { encodingsOf } from '../../src/token/token.ts'

const token = 'Zq7+first/part~9f2e-LAST part=8x'
const other = 'another-token-0123456789'

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-leftovers-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

let places = 0
function place(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const path = join(directory, `place-${++places}`)
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

test.each(encodingsOf(token))('the search finds %s', (encoding) => {
  const at = place({ found: `before ${encoding} after`, other: 'nothing' })
  const result = { found: [join(at, 'found')], files: 2, isComplete: true }
  expect(searchTokens([token], {}, [at])).toEqual(result)
})

test('the search finds each of two tokens inside longer data', () => {
  for (const one of [token, other]) {
    const at = place({ found: Buffer.from(`octo:${one}:x`).toString('base64') })
    expect(searchTokens([token, other], {}, [at]).found).toHaveLength(1)
  }
})

test('the search reads files at any depth, hidden files and binary files', () => {
  const deep = Array.from({ length: 40 }, (_, at) => `d${at}`).join('/')
  const at = place({ [`${deep}/file`]: token, '.hidden/.file': token, blob: `\0\xff${token}\0` })
  expect(searchTokens([token], {}, [at]).found).toHaveLength(3)
})

test('the search skips a file that is too large, and reads the others', () => {
  const at = place({ large: Buffer.alloc(65 * 1024 * 1024), small: token })
  const found = [join(at, 'small')]
  expect(searchTokens([token], { RUNNER_TEMP: at }, [])).toEqual({ found, files: 1, isComplete: false })
})

test('the search follows no links', () => {
  const at = place()
  symlinkSync(place({ file: token }), join(at, 'link'))
  symlinkSync(join(place({ file: token }), 'file'), join(at, 'file'))
  expect(searchTokens([token], {}, [at])).toEqual({ found: [], files: 0, isComplete: true })
})

test('the search covers the directories of the command files and the top of RUNNER_TEMP', () => {
  const env = {
    GITHUB_ENV: join(place({ set_env_1: token }), 'set_env_2'),
    GITHUB_STEP_SUMMARY: join(place({ step_summary_1: token }), 'step_summary_2'),
    RUNNER_TEMP: place({ script: token, 'deeper/file': token }),
  }
  expect(searchTokens([token], env, []).found.toSorted()).toEqual(
    [
      join(dirname(env.GITHUB_ENV), 'set_env_1'),
      join(dirname(env.GITHUB_STEP_SUMMARY), 'step_summary_1'),
      join(env.RUNNER_TEMP, 'script'),
    ].toSorted(),
  )
})

test.each<[string, () => string]>([
  [
    '2,000 files',
    () => place(Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`file-${at}`, 'x']))),
  ],
  [
    '2,000 directories',
    () => {
      const at = place()
      for (let number = 0; number < 2100; number++) mkdirSync(join(at, `directory-${number}`))
      return at
    },
  ],
  [
    '64 MiB',
    () => {
      const content = Buffer.alloc(5 * 1024 * 1024)
      return place(Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`${at}`, content])))
    },
  ],
])('the search ends after %s, and reports that it is not complete', (_, make) => {
  expect(searchTokens([token], {}, [make()])).toMatchObject({ found: [], isComplete: false })
})
