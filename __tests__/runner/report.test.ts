// What src/runner/report.ts prints, as the runner reads it.
import { afterEach, expect, test } from '@jest/globals'
import { fail, warn } from '../../src/runner/report.ts'
import { captureOutput } from '../install/servers.ts'
import { processorTimeOf } from '../processor-time.ts'
import { linesOf } from './lines.ts'
import { readLines } from './printed.ts'

const printed = captureOutput()
const env = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_ACTION_REPOSITORY: 'octo/choreo-login',
  GITHUB_ACTION_REF: 'v1',
}
const link = '\nMore: https://github.com/octo/choreo-login/blob/v1/docs/troubleshooting.md#title'

afterEach(() => {
  process.exitCode = undefined
})

/** Prints a warning. Returns its message, and everything else in the log. */
function warnOf(message: string) {
  warn('Title', message, env)
  const { log, commands } = readLines(linesOf(printed()))
  const others = log.lines.filter((line) => !line.startsWith('##['))
  return { shown: log.issues[0]?.message ?? '', others, issues: log.issues, commands }
}

const most = 4095 - link.length

test('a message that has room with its link is shown as a whole, and not repeated in the log', () => {
  const message = 'x'.repeat(most)
  expect(warnOf(message).shown).toBe(message + link)
  expect(printed()).not.toMatch(/^x/m)
})

test.each([most + 1, most + 50, 2 * most])(
  'of a message of %i characters whole lines are shown, and all of them are in the log',
  (length) => {
    const message = `${'y'.repeat(8)}\n`.repeat(Math.ceil(length / 9)).slice(0, length)
    const { shown, others } = warnOf(message)
    expect(shown.length).toBeLessThan(4096)
    expect(shown.length).toBeGreaterThan(4000)
    expect(shown.endsWith(link)).toBe(true)
    const lines = shown.slice(0, -link.length).split('\n')
    expect(new Set(lines.slice(0, -1))).toEqual(new Set(['y'.repeat(8)]))
    expect(others.join('\n')).toContain(message.slice(0, -9))
  },
)

test('a long message in the log gives the runner no command', () => {
  const message = `${'x'.repeat(5000)}\n::error::y\n##[error]z`
  const { issues, commands } = warnOf(message)
  expect(issues).toHaveLength(1)
  expect(commands).toEqual([])
})

test('a message of many lines is cut quickly', () => {
  expect(processorTimeOf(() => warnOf('\n'.repeat(100_000)))).toBeLessThan(2000)
})

test('a failure is shown without its secrets, and hides them in the log too', () => {
  const secret = 'a-secret-of-the-job'
  const message = `${'x'.repeat(5000)}\n${secret}`
  expect(fail(new Error(message), [secret], env).message).not.toContain(secret)
  expect(printed()).not.toContain(secret)
})
