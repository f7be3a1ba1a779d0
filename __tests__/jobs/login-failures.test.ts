// Logins that fail: one annotation that explains the failure, no token anywhere, and nothing for post to
// do. Which words and which ends mean what are tables of `diagnose`.
import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { knownFailures } from '../../src/cli/known-failures.ts'
import { expectFailedLogin, expectFailure, expectLogin } from '../expectations.ts'
import { preloaded } from '../preloaded.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

test.concurrent('a refused token is explained with the words of the CLI, and is not tried again', async () => {
  const { title, message } = await expectFailedLogin(world.start(), world.inputs({ token }))
  expect(title).toBe('Choreo: Token refused')
  expect(message).toContain(knownFailures.find((known) => known.title === 'Token refused')?.advice)
  expect(message).toContain('  Error: login failed: 401 Unauthorized')
  expect(world.attemptsOf(token)).toBe(1)
})

test.concurrent('a failure in unknown words is quoted, with numbered steps', async () => {
  const { job, inputs } = world.scripted('echo "Error: quota of the moon" >&2; exit 9')
  const { title, message } = await expectFailedLogin(job, inputs)
  expect(title).toBe('Choreo: Login failed')
  expect(message).toMatch(/\b9\.\n.*\n {2}Error: quota of the moon\n/)
  expect(message.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ', '4. ', '5. '])
})

test.concurrent.each([
  ['asdf', 'echo "No version is set for command choreo" >&2; exit 126'],
  ['asdf without a home', 'exit 126'],
  ['mise', 'echo "mise ERROR No version is set for shim: choreo" >&2; exit 1'],
])('a `cli-path` that is a shim of %s is recognized', async (_, script) => {
  const { job, inputs } = world.scripted(script)
  const { title, message } = await expectFailedLogin(job, inputs)
  expect(title).toBe('Choreo: CLI is a shim')
  expect(message).toContain('`asdf which choreo`')
})

test.concurrent.each(['\\', '"'])('a `cli-path` that ends with %s is run', async (end) => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  const path = `${inputs['cli-path']}${end}`
  renameSync(inputs['cli-path'], path)
  await expectLogin(job, { ...inputs, 'cli-path': path })
})

test.concurrent('a failed login whose token was not accepted does not advise to revoke it', async () => {
  const { job, inputs } = world.scripted(
    'touch "$HOME/config"; echo "401 Unauthorized" >&2; exit 1',
  )
  const main = await job.main(inputs)
  expect(expectFailure(main, token).message).not.toMatch(/\brevoke\b/i)
})

/** Starts like a Linux executable for a processor that does not exist, which the kernel refuses. */
function elf(): Buffer {
  const header = execFileSync('head', ['-c', '64', '/bin/sh'])
  header.writeUInt16LE(0x1234, 18)
  return Buffer.concat([header, Buffer.from('\n(\n)(')])
}

test.concurrent.each<[what: string, content: string | Buffer, words: RegExp]>([
  ['is for another processor', elf(), /\nThe CLI said:\n.*syntax error/is],
  [
    'needs a missing interpreter',
    '#!/no/such\n',
    /The operating system said:\n {2}spawn \S+ ENOENT\n/,
  ],
  [
    'needs an interpreter that may not be run',
    '#!/etc/passwd\n',
    /system said:\n {2}spawn \S+ EACCES\n/,
  ],
])('a CLI that %s is explained as one that cannot be run', async (_, content, words) => {
  const { job, inputs } = world.scripted('')
  writeFileSync(inputs['cli-path'], content)
  const { title, message } = await expectFailedLogin(job, inputs)
  expect(title).toBe('Choreo: CLI cannot be run')
  expect(message).toMatch(words)
})

test('a CLI that exits before it reads its input never brings the action down, 25 times', async () => {
  const script = 'exec <&-; echo "Error: no network at all" >&2; exit 1'
  const lanes = Array.from({ length: 5 }, async () => {
    const { job, inputs } = world.scripted(script)
    for (let time = 0; time < 5; time++) {
      const main = await job.main(inputs)
      expect(expectFailure(main, token).message).toContain('  Error: no network at all')
    }
  })
  await Promise.all(lanes)
})

const megabyte = "head -c 1000000 /dev/zero | tr '\\0' x"
const tenTimesTwo = `for n in 0 1 2 3 4 5 6 7 8 9; do ${megabyte}; ${megabyte} >&2; done; exit 1`

test.concurrent.each([
  ['20 MB without a line break', tenTimesTwo],
  ['output without an end', `while :; do ${megabyte}; done`],
])('a CLI that prints %s is stopped, in bounds of memory', async (_, flood) => {
  const { job, inputs } = world.scripted(`cat >/dev/null; [ "$1" = login ] || exit 0\n${flood}`)
  const path = join(job.directory, 'memory')
  const record = `import { writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync('${path}', String(process.resourceUsage().maxRSS)))`
  const main = await job.main(inputs, { env: preloaded(record) })
  expect(expectFailure(main, token).title).toBe('Choreo: CLI printed too much')
  expect(main.stdout.length).toBeLessThan(20_000)
  expect(Number(readFileSync(path, 'utf8'))).toBeLessThan(256 * 1024)
})
