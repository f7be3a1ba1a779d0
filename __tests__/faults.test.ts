// Logins that fail in every way that a program can, as a runner sees them: one sentence, no token, no
// trace, and a post that finds its house in order.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  everything,
  expectClean,
  expectRed,
  mark,
  processesOf,
  shellCli,
  until,
} from './expectations.ts'
import type { Ended, Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { executable, type Fault } from './stand-in/executable.ts'

const world = setUp()
const token = 'Zq7-first.part_9f2e-LAST-part-8x'

/** Runs main with a CLI, and expects a failure that post finds cleaned up. */
async function failing(job: Job, cli: string, more = {}): Promise<Ended> {
  const inputs = { token, 'cli-path': cli, ...more }
  const main = await job.main(inputs)
  expectRed(main, token)
  const post = await job.post(main, inputs)
  expectClean(post, job, token)
  expect(post.stdout.replace(/^::add-mask::.*\n/gm, '')).toBe('')
  return main
}

function messageOf(main: Ended): string {
  return main.annotations[0]?.message ?? ''
}

function standIn(job: Job, fault: Fault): string {
  const path = join(job.directory, 'choreo')
  const program = { cli: 'choreo', version: 'v1.2.33', service: world.standIn.service } as const
  writeFileSync(path, executable({ ...program, fault }), { mode: 0o755 })
  return path
}

describe.each(['src', 'dist'] as const)('a login that fails (%s)', (build) => {
  test('because the token is refused says so, and how to get another', async () => {
    const job = world.start({ build })
    const main = await job.main(world.inputs({ token }))
    expectRed(main, token)
    expect(main.annotations[0]?.title).toBe('Token refused')
    expect(messageOf(main)).toContain('401 Unauthorized')
    expectClean(await job.post(main, world.inputs({ token })), job, token)
  })

  test('without a word is red all the same', async () => {
    const job = world.start({ build })
    const main = await failing(job, shellCli(job, 'cat >/dev/null; exit 1'))
    expect(messageOf(main)).toMatch(/without a word[\s\S]*exit code 1\./)
  })

  test('before it reads its input never brings the action down, 25 times in a row', async () => {
    const job = world.start({ build })
    const cli = shellCli(job, 'exec <&-; echo "Error: no network at all" >&2; exit 1')
    for (let time = 1; time <= 25; time++) {
      const main = await job.main({ token, 'cli-path': cli })
      expectRed(main, token)
      expect(messageOf(main)).toContain('  Error: no network at all')
    }
    await failing(job, cli)
  })

  test('because it never answers is stopped, with all that it started', async () => {
    const jobs = [false, true].map((grandchild) => {
      const job = world.start({ build })
      mark(job)
      const pidFile = join(job.directory, 'pids')
      return { job, pidFile, cli: standIn(job, { kind: 'hang', grandchild, pidFile }) }
    })
    await Promise.all(
      jobs.map(async ({ job, pidFile, cli }) => {
        const main = await failing(job, cli, { 'timeout-seconds': '2' })
        expect(main.annotations[0]?.title).toBe('Login timed out')
        expect(messageOf(main)).toContain('timeout-seconds')
        expect(main.milliseconds).toBeGreaterThan(2000)
        expect(main.milliseconds).toBeLessThan(12_000)
        expect(readFileSync(pidFile, 'utf8')).toMatch(/^\d+\n/)
        await until(() => processesOf(job).length === 0)
      }),
    )
  })

  test('because the run is cancelled ends soon, and takes the CLI and its children along', async () => {
    const jobs = (['SIGINT', 'SIGTERM'] as const).map((signal) => {
      const job = world.start({ build })
      mark(job)
      const pidFile = join(job.directory, 'pids')
      return {
        job,
        signal,
        pidFile,
        cli: standIn(job, { kind: 'hang', grandchild: true, pidFile }),
      }
    })
    await Promise.all(
      jobs.map(async ({ job, signal, pidFile, cli }) => {
        const inputs = { token, 'cli-path': cli }
        const { child, ended } = job.startMain(inputs)
        await until(() => existsSync(pidFile))
        expect(processesOf(job)).toHaveLength(3)
        const began = performance.now()
        child.kill(signal)
        const main = await ended
        expect(performance.now() - began).toBeLessThan(7000)
        expectRed(main, token)
        expect(main.annotations[0]?.title).toBe('Login cancelled')
        await until(() => processesOf(job).length === 0)
        expectClean(await job.post(main, inputs), job, token)
      }),
    )
  })

  test('because main is killed leaves its session to post', async () => {
    const job = world.start({ build })
    mark(job)
    const pidFile = join(job.directory, 'pids')
    const inputs = { token, 'cli-path': standIn(job, { kind: 'hang', pidFile }) }
    const { child, ended } = job.startMain(inputs)
    await until(() => existsSync(pidFile))
    child.kill('SIGKILL')
    // The pipes to the runner belong to main alone: its end is seen at once.
    const main = await ended
    expect(readdirSync(job.temp)).toHaveLength(1)
    const post = await job.post(main, inputs)
    killAll(pidFile)
    expectClean(post, job, token)
  })

  test('with hostile output gives the runner no command and the reader no token', async () => {
    const job = world.start({ build })
    const main = await failing(job, shellCli(job, hostile('exit 1')))
    expect(messageOf(main)).toContain('# # [error]older')
    expect(messageOf(main)).toContain('***')
  })
})

describe('a login that fails', () => {
  test.each([
    ['1', 'exit 1', 'exit code 1.'],
    ['2', 'exit 2', 'exit code 2.'],
    ['64', 'exit 64', 'exit code 64.'],
    ['126', 'exit 126', 'exit code 126.'],
    ['127', 'exit 127', 'exit code 127.'],
    ['255', 'exit 255', 'exit code 255.'],
  ])('with exit code %s tells it and what the CLI said', async (_, script, words) => {
    const job = world.start()
    const main = await failing(
      job,
      shellCli(job, `cat >/dev/null; echo "Odd words" >&2; ${script}`),
    )
    expect(messageOf(main)).toContain(words)
    expect(messageOf(main)).toContain('The CLI said:\n  Odd words')
  })

  test.each(['SIGKILL', 'SIGSEGV', 'SIGABRT', 'SIGTERM'])(
    'by %s tells the signal',
    async (signal) => {
      const job = world.start()
      const main = await failing(job, shellCli(job, `kill -${signal.slice(3)} $$`))
      expect(main.annotations[0]?.title).toBe('CLI was killed')
      expect(messageOf(main)).toContain(`The signal was ${signal}.`)
    },
  )

  test.each([
    ['is no program', (path: string) => writeFileSync(path, noise(), { mode: 0o755 })],
    ['is empty', (path: string) => writeFileSync(path, '', { mode: 0o755 })],
    ['is a page', (path: string) => writeFileSync(path, '<!doctype html>', { mode: 0o755 })],
    ['has no interpreter', (path: string) => script(path, '/nowhere/at/all')],
    ['has an interpreter that may not be run', (path: string) => script(path, forbidden(path))],
  ])('because the file %s says that it cannot be run', async (_, write) => {
    const job = world.start()
    const path = join(job.directory, 'choreo')
    write(path)
    const main = await failing(job, path)
    expect(main.annotations[0]?.title).toBe('CLI cannot be run')
    expect(messageOf(main)).toContain('cli-path')
  })

  test('with 20 MB and no line break costs little memory and time', async () => {
    const job = world.start()
    const cli = shellCli(
      job,
      `cat >/dev/null
      [ "$1" = login ] || exit 0
      head -c 20000000 /dev/zero | tr '\\0' x; head -c 20000000 /dev/zero | tr '\\0' y >&2; exit 1`,
    )
    const memory = join(job.directory, 'memory')
    const record = `import { writeFileSync } from 'node:fs'
      process.on('exit', () => writeFileSync(process.env.MEMORY, String(process.resourceUsage().maxRSS)))`
    const url = `data:text/javascript,${encodeURIComponent(record)}`
    const env = { MEMORY: memory, NODE_OPTIONS: `--import=${url}` }
    const main = await job.main({ token, 'cli-path': cli }, { env })
    expectRed(main, token)
    expect(Number(readFileSync(memory, 'utf8'))).toBeLessThan(150 * 1024)
    expect(main.milliseconds).toBeLessThan(10_000)
    expect(main.stdout.length).toBeLessThan(20_000)
  })
})

describe('a login that works', () => {
  const keep = 'cat > "$HOME/credentials"'

  test('with noise on standard error is green and quiet', async () => {
    const job = world.start()
    const cli = shellCli(
      job,
      `case $1 in login) ${keep}; echo "warning: a new version is available" >&2;; esac`,
    )
    const main = await job.main({ token, 'cli-path': cli })
    expect(main).toMatchObject({ exitCode: 0, stderr: '', annotations: [], commands: [] })
    expect(main.stdout).not.toContain('new version')
    expectClean(await job.post(main, { token, 'cli-path': cli }), job, token)
  })

  test('and has hostile output is green, and the runner gets no command', async () => {
    const job = world.start()
    const cli = shellCli(job, hostile('echo "$token" > "$HOME/credentials"'))
    const main = await job.main({ token, 'cli-path': cli })
    expect(main).toMatchObject({ exitCode: 0, stderr: '', annotations: [], commands: [] })
    expect(everything(main)).not.toContain(token)
    expectClean(await job.post(main, { token, 'cli-path': cli }), job, token)
  })

  test('and leaves a process behind that holds its output is not taken for one that hangs', async () => {
    const job = world.start()
    const cli = shellCli(job, `case $1 in login) ${keep}; sleep 3 & ;; esac`)
    const main = await job.main({ token, 'cli-path': cli, 'timeout-seconds': '1' })
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs['authenticated']).toBe('true')
  })
})

// It prints on standard output, then on standard error.
function hostile(then: string): string {
  return `token=$(cat)
  say() {
    printf '::error::newer\\n  ::add-path::/evil\\n##[error]older\\nx ##[add-mask]y\\r::set-env name=A::b\\n'
    printf '\\033[31m::warning::red\\033[0m\\n\\033]0;::notice::title\\007\\n\\302\\233m::error::c1\\n'
    printf '\\357\\273\\277::error::mark\\n\\000::error::nul\\n\\342\\200\\250::error::separator\\n'
    printf '##[error]older\\n%s\\n%s\\n' "$token" "$(printf %s "$token" | base64)"
  }
  say; say >&2
  ${then}`
}

function noise(): Buffer {
  return Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 197 + 113) % 251))
}

function script(path: string, interpreter: string): void {
  writeFileSync(path, `#!${interpreter}\n`, { mode: 0o755 })
}

function forbidden(path: string): string {
  writeFileSync(`${path}-interpreter`, '', { mode: 0o644 })
  return `${path}-interpreter`
}

function killAll(pidFile: string): void {
  for (const pid of readFileSync(pidFile, 'utf8').trim().split('\n'))
    process.kill(Number(pid), 'SIGKILL')
}
