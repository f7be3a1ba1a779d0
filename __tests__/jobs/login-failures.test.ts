// Logins that fail: one annotation that explains the failure, no token anywhere, and nothing for post to
// do. Which words and which ends mean what are
// tables of `explain`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { knownFailures } from '../../src/cli/known-failures.ts'
import { errorOf, everything, failedLogin } from '../expectations.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

test.concurrent('a refused token is explained with the words of the CLI, and is not tried again', async () => {
  const { title, message } = await failedLogin(world.start(), world.inputs({ token }))
  expect(title).toBe('Choreo: Token refused')
  expect(message).toContain(knownFailures.find((known) => known.title === 'Token refused')?.advice)
  expect(message).toContain(' The exit code was 1.\nThe CLI said:\n')
  expect(message).toContain('  Error: login failed: 401 Unauthorized')
  expect(world.attemptsOf(token)).toBe(1)
})

/** Enough of a Linux executable for the kernel to refuse it: it is for a processor that does not exist. */
function elf(): Buffer {
  const header = Buffer.alloc(64)
  header.write('\u007fELF')
  header.set([2, 1, 1], 4)
  header.writeUInt16LE(2, 16)
  header.writeUInt16LE(0x1234, 18)
  header.writeUInt32LE(1, 20)
  return Buffer.concat([header, Buffer.from('\n(\n)(')])
}

test.concurrent.each<[what: string, content: string | Buffer, words: RegExp]>([
  ['is for another processor', elf(), /\nThe CLI said:\n.*syntax error/is],
  ['needs a missing interpreter', '#!/no/such\n', /The operating system said:\n.*ENOENT/],
  ['needs an interpreter that may not be run', '#!/etc/passwd\n', /system said:\n.*EACCES/],
])('a CLI that %s is explained as one that cannot be run', async (_, content, words) => {
  const { job, inputs } = world.scripted('')
  writeFileSync(inputs['cli-path'], content)
  const { title, message } = await failedLogin(job, inputs)
  expect(title).toBe('Choreo: CLI cannot be run')
  expect(message).toMatch(words)
})

test.concurrent('a CLI that is killed is explained with the signal', async () => {
  const { job, inputs } = world.scripted('kill -KILL $$')
  const { title, message } = await failedLogin(job, inputs)
  expect(title).toBe('Choreo: CLI was killed')
  expect(message).toContain('The signal was SIGKILL.')
})

test('a CLI that exits before it reads its input never brings the action down, 25 times', async () => {
  const script = 'exec <&-; echo "Error: no network at all" >&2; exit 1'
  const lanes = Array.from({ length: 5 }, async () => {
    const { job, inputs } = world.scripted(script)
    for (let time = 0; time < 5; time++) {
      const main = await job.main(inputs)
      expect(errorOf(main, token).message).toContain('  Error: no network at all')
    }
  })
  await Promise.all(lanes)
})

test.concurrent('hostile output is quoted without commands for the runner and without the token', async () => {
  // Printed on standard output, then on standard error.
  const { job, inputs } = world.scripted(`token=$(cat)
    say() {
      printf '::error::newer\\n  ::add-path::/evil\\n##[error]older\\nx ##[add-mask]y\\r::set-env name=A::b\\n'
      printf '\\033[31m::warning::red\\033[0m\\n\\033]0;::notice::title\\007\\n\\302\\233m::error::c1\\n'
      printf '\\357\\273\\277::error::mark\\n\\000::error::nul\\n\\342\\200\\250::error::separator\\n'
      printf '##[error]older\\n%s\\n%s\\n' "$token" "$(printf %s "$token" | base64)"
    }
    say; say >&2; exit 1`)
  const { message, main } = await failedLogin(job, inputs)
  expect(message).toContain('# # [error]older')
  expect(message).toContain('***')
  expect(everything(main)).not.toContain(token.slice(4, 20))
})

const megabyte = "head -c 1000000 /dev/zero | tr '\\0' x"
const tenTimesTwo = `for n in 0 1 2 3 4 5 6 7 8 9; do ${megabyte}; ${megabyte} >&2; done; exit 1`

test.concurrent.each([
  ['20 MB without a line break', tenTimesTwo],
  ['output without an end', `while :; do ${megabyte}; done`],
])('a CLI that prints %s fails in bounds of time and memory', async (_, flood) => {
  const { job, inputs } = world.scripted(`cat >/dev/null; [ "$1" = login ] || exit 0\n${flood}`)
  const path = join(job.directory, 'memory')
  const record = `import { writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync('${path}', String(process.resourceUsage().maxRSS)))`
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(record)}`
  const main = await job.main({ ...inputs, 'timeout-seconds': '12' }, { env: { NODE_OPTIONS } })
  errorOf(main, token)
  expect(main.milliseconds).toBeLessThan(10_000)
  expect(main.stdout.length).toBeLessThan(20_000)
  expect(Number(readFileSync(path, 'utf8'))).toBeLessThan(256 * 1024)
})
