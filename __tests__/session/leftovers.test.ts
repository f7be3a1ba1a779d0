// The search for leftover copies of the tokens: where it looks, for what, and its bounds.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { searchTokens } from '../../src/session/leftovers.ts'
import { encodingsOf } from '../../src/token/token.ts'

const token = 'Zq7+first/part~9f2e-LAST part=8x'
const other = 'another-token-0123456789'

const directory = mkdtempSync(join(tmpdir(), 'choreo-login-leftovers-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Makes a directory with files. Returns its path. */
function place(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const path = mkdtempSync(join(directory, 'place-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

test.each(encodingsOf(token))('the search finds %s', (encoding) => {
  const at = place({ found: `before ${encoding} after`, other: 'nothing' })
  const found = [join(at, 'found')]
  expect(searchTokens([token], {}, [at])).toEqual({ found, files: 2, isComplete: true })
})

test('the search finds each token in files at any depth, in hidden files and in binary files', () => {
  const at = place({
    [`${'d/'.repeat(40)}file`]: token,
    '.hidden/.file': other,
    blob: `\0\xff${token}\0`,
  })
  expect(searchTokens([token, other], {}, [at]).found).toHaveLength(3)
})

test('the search skips a file that is too large, and reads the others', () => {
  const at = place({ large: Buffer.alloc(65 * 1024 * 1024), small: token })
  const found = [join(at, 'small')]
  expect(searchTokens([token], { RUNNER_TEMP: at }, [])).toEqual({
    found,
    files: 1,
    isComplete: false,
  })
})

test('the search follows no links', () => {
  const at = place()
  symlinkSync(place({ file: token }), join(at, 'link'))
  symlinkSync(join(place({ file: token }), 'file'), join(at, 'file'))
  expect(searchTokens([token], {}, [at])).toEqual({ found: [], files: 0, isComplete: true })
})

test('the search covers the directories of the command files and the top of RUNNER_TEMP', () => {
  const [variables, summaries] = [place({ other: token }), place({ other: token })]
  const RUNNER_TEMP = place({ script: token, 'deeper/file': token })
  const env = {
    GITHUB_ENV: join(variables, 'own'),
    GITHUB_STEP_SUMMARY: join(summaries, 'own'),
    RUNNER_TEMP,
  }
  const found = [join(variables, 'other'), join(summaries, 'other'), join(RUNNER_TEMP, 'script')]
  expect(searchTokens([token], env, []).found.toSorted()).toEqual(found.toSorted())
})

test.each([
  ['2,000 files', many(2100, 'file', 'x')],
  ['2,000 files and directories', many(1100, 'directory/file', 'x')],
  ['64 MiB', many(13, 'file', Buffer.alloc(5 * 1024 * 1024))],
])('the search ends after %s, and reports that it is not complete', (_, files) => {
  expect(searchTokens([token], {}, [place(files)])).toMatchObject({ found: [], isComplete: false })
})

function many(count: number, name: string, content: string | Buffer) {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}-${name}`, content]))
}
