// The search for leftover copies of a token: where it looks, for what, and for how long at most.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findTraces } from '../../src/session/leftovers.ts'
import { forms } from '../../src/token/token.ts'

const token = 'Zq7+first/part~9f2e-LAST part=8x'

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-leftovers-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function place(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const path = mkdtempSync(join(directory, 'place-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

test('a token is found in each of its forms, and in longer data in Base64 and hexadecimal', () => {
  const encodings = ['base64', 'base64url', 'hex'] as const
  const longer = encodings.map((encoding) => Buffer.from(`octo:${token}:x`).toString(encoding))
  for (const form of [...forms(token), ...longer]) {
    const at = place({ found: `before ${form} after`, clean: 'nothing' })
    const found = { paths: [join(at, 'found')], isComplete: true }
    expect(findTraces(['another-token-0123456789', token], {}, [at])).toEqual(found)
  }
})

test('a token is found at any depth, and in hidden and binary files, but not behind links', () => {
  const deep = Array.from({ length: 40 }, (_, at) => `d${at}`).join('/')
  const at = place({ [`${deep}/file`]: token, '.hidden/.file': token, blob: `\0\xff${token}\0` })
  symlinkSync(place({ file: token }), join(at, 'link'))
  expect(findTraces([token], {}, [at])).toMatchObject({ paths: { length: 3 }, isComplete: true })
})

test('a token is found at any place of a large file', () => {
  const mebibyte = 1024 * 1024
  for (const start of [0, mebibyte - 5, mebibyte, 3 * mebibyte - 1, 5 * mebibyte]) {
    const at = place({ large: Buffer.concat([Buffer.alloc(start, 'x'), Buffer.from(token)]) })
    expect(findTraces([token], {}, [at]).paths).toHaveLength(1)
  }
})

test('files beside the command files are read, and the top level of the temporary directory', () => {
  const env = {
    GITHUB_ENV: join(place({ set_env_1: token }), 'set_env_2'),
    GITHUB_STEP_SUMMARY: join(place({ step_summary_1: token }), 'step_summary_2'),
    RUNNER_TEMP: place({ script: token, 'deeper/file': token }),
  }
  const found = [
    join(dirname(env.GITHUB_ENV), 'set_env_1'),
    join(dirname(env.GITHUB_STEP_SUMMARY), 'step_summary_1'),
    join(env.RUNNER_TEMP, 'script'),
  ]
  expect(findTraces([token], env, []).paths.toSorted()).toEqual(found.toSorted())
})

test('a search that exceeds a limit of entries or bytes says that it is incomplete', () => {
  const many = Array.from({ length: 2100 }, (_, at) => [`file-${at}`, 'x'])
  const empty = place()
  for (let at = 0; at < 2100; at++) mkdirSync(join(empty, `directory-${at}`))
  const large = place()
  for (let at = 0; at < 13; at++) writeFileSync(join(large, `${at}`), Buffer.alloc(5 * 1024 * 1024))
  for (const at of [place(Object.fromEntries(many)), empty, large]) {
    expect(findTraces([token], {}, [at])).toEqual({ paths: [], isComplete: false })
  }
})

test('a search ends after two seconds, also in the middle of a file', () => {
  // So many tokens take so long that the limit of bytes is far away.
  const tokens = Array.from({ length: 1500 }, (_, at) => `a-token-of-many-${at}`)
  const at = place({ large: Buffer.alloc(60 * 1024 * 1024, 'a-token-of-many-x') })
  const began = performance.now()
  expect(findTraces(tokens, {}, [at])).toEqual({ paths: [], isComplete: false })
  expect(performance.now() - began).toBeLessThan(6000)
})
