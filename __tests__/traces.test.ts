// The proof at the end of a job: where it looks, for what, and for how long at most.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { findTraces } from '../src/session/leftovers.ts'
import { forms } from '../src/token/token.ts'
import { everything } from './expectations.ts'
import { setUp } from './set-up.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world
const token = 'Zq7+first/part~9f2e-LAST part=8x'

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-traces-'))
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

describe('the search', () => {
  test.each(forms(token).map((form) => [form]))('finds %s', async (form) => {
    const at = place({ found: `before ${form} after`, other: 'nothing' })
    expect(findTraces([token], {}, [at])).toEqual({
      paths: [join(at, 'found')],
      isComplete: true,
    })
  })

  test.each([
    ['Base64', 'base64'],
    ['Base64 for URLs', 'base64url'],
    ['hexadecimal', 'hex'],
  ] as const)('finds each of two tokens in %s, inside of longer data', async (_, encoding) => {
    for (const one of [token, knownToken]) {
      const at = place({ found: Buffer.from(`octo:${one}:x`).toString(encoding) })
      expect(findTraces([token, knownToken], {}, [at]).paths).toHaveLength(1)
    }
  })

  test('finds it at any depth, in hidden and in binary files', async () => {
    const deep = Array.from({ length: 40 }, (_, at) => `d${at}`).join('/')
    const at = place({ [`${deep}/file`]: token, '.hidden/.file': token, blob: `\0\xff${token}\0` })
    expect(findTraces([token], {}, [at]).paths).toHaveLength(3)
  })

  test('finds it wherever it lies in a large file', async () => {
    const mebibyte = 1024 * 1024
    for (const start of [0, mebibyte - 5, mebibyte, 3 * mebibyte - 1, 5 * mebibyte]) {
      const at = place({ large: Buffer.concat([Buffer.alloc(start, 'x'), Buffer.from(token)]) })
      expect(findTraces([token], {}, [at]).paths).toHaveLength(1)
    }
  })

  test('follows no links', async () => {
    const at = place()
    symlinkSync(place({ file: token }), join(at, 'link'))
    expect(findTraces([token], {}, [at])).toEqual({ paths: [], isComplete: true })
  })

  test('looks at all files beside those that take commands, and at the top of RUNNER_TEMP', async () => {
    const env = {
      GITHUB_ENV: join(place({ set_env_1: token }), 'set_env_2'),
      GITHUB_STEP_SUMMARY: join(place({ step_summary_1: token }), 'step_summary_2'),
      RUNNER_TEMP: place({ script: token, 'deeper/file': token }),
    }
    expect(findTraces([token], env, []).paths.toSorted()).toEqual(
      [
        join(dirname(env.GITHUB_ENV), 'set_env_1'),
        join(dirname(env.GITHUB_STEP_SUMMARY), 'step_summary_1'),
        join(env.RUNNER_TEMP, 'script'),
      ].toSorted(),
    )
  })

  test('is told apart from one that could not come to its end', async () => {
    const many = place(
      Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`file-${at}`, 'x'])),
    )
    const empty = place()
    for (let at = 0; at < 2100; at++) mkdirSync(join(empty, `directory-${at}`))
    const large = place()
    for (let at = 0; at < 13; at++)
      writeFileSync(join(large, `${at}`), Buffer.alloc(5 * 1024 * 1024))
    for (const at of [many, empty, large]) {
      expect(findTraces([token], {}, [at])).toEqual({ paths: [], isComplete: false })
    }
  })

  test('ends after two seconds, also in the middle of a file', async () => {
    // So many tokens take so long that the bound of bytes is far away.
    const tokens = Array.from({ length: 1500 }, (_, at) => `a-token-of-many-${at}`)
    const at = place({ large: Buffer.alloc(60 * 1024 * 1024, 'a-token-of-many-x') })
    const began = performance.now()
    expect(findTraces(tokens, {}, [at])).toEqual({ paths: [], isComplete: false })
    expect(performance.now() - began).toBeLessThan(6000)
  })
})

describe('post', () => {
  test('says where it found the token, and never what it found', async () => {
    const job = world.start({ build: 'dist' })
    const main = await job.main(inputs())
    const path = join(job.temp, 'forgotten.txt')
    const encoded = Buffer.from(`${knownToken}\n`).toString('base64')
    writeFileSync(path, `token=${encoded}`)
    const post = await job.post(main, inputs())
    expect(post).toMatchObject({ exitCode: 0, annotations: [{ title: 'Traces of the token' }] })
    expect(post.annotations[0]?.message).toContain(path)
    expect(post.log.join()).toContain('1 traces')
    expect(everything(post)).not.toContain(knownToken)
    expect(everything(post)).not.toContain(encoded)
    expect(existsSync(path)).toBe(true)
  })

  test('looks for both tokens, in the files of the job and in the homes of the CLI', async () => {
    const job = world.start({ build: 'dist' })
    const more = inputs({ 'fallback-token': 'another-token-0123456789' })
    const main = await job.main(more)
    const summary = join(job.directory, 'a-file-of-the-runner')
    mkdirSync(dirname(summary), { recursive: true })
    appendFileSync(summary, encodeURIComponent('another-token-0123456789'))
    mkdirSync(join(job.home, '.choreo/a/b/c/d/e'), { recursive: true })
    writeFileSync(join(job.home, '.choreo/a/b/c/d/e/kept'), knownToken)
    const env = { GITHUB_STEP_SUMMARY: join(job.directory, 'summary') }
    writeFileSync(env.GITHUB_STEP_SUMMARY, '')
    const post = await job.post(main, more, { env })
    const message = post.annotations[0]?.message ?? ''
    expect(message).toContain(summary)
    expect(message).toContain(join(job.home, '.choreo/a/b/c/d/e/kept'))
  })

  test('says so when it could not look everywhere', async () => {
    const job = world.start({ build: 'dist' })
    const main = await job.main(inputs())
    for (let at = 0; at < 2100; at++) writeFileSync(join(job.temp, `file-${at}`), 'x')
    const post = await job.post(main, inputs())
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(post.log.join()).toContain('0 traces of the token are left, as far as was searched')
  })
})
