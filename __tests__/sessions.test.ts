// Sessions side by side, closed early, kept, undone and under fire. From the bundles.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { expectClean, mark, processesOf, until } from './expectations.ts'
import { type Ended, holders, type Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { executable, type Fault } from './stand-in/executable.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world
const jobsAtOnce = Number(process.env['JOBS'] ?? 8)

function start(): Job {
  return world.start({ build: 'dist' })
}

function standIn(job: Job, fault?: Fault): string {
  const path = join(job.directory, 'choreo')
  const program = {
    cli: 'choreo',
    version: 'v1.2.33',
    service: world.standIn.service,
    fault,
  } as const
  writeFileSync(path, executable(program), { mode: 0o755 })
  return path
}

function addAccount(name: string): string {
  const token = `token-of-the-account-${name}`
  world.standIn.addAccount(token, {
    account: name,
    organizations: [{ id: name, handle: name, name }],
  })
  return token
}

function logoutsOf(token: string): number {
  return world.standIn.logouts.filter((one) => one === token).length
}

const nobody = 'command -v choreo >/dev/null && echo somebody || echo nobody'

describe('several accounts in one job', () => {
  test('have a command each, and end in any order', async () => {
    const job = start()
    const [staging, production] = ['staging', 'production'].map((name) =>
      inputs({ token: addAccount(name), command: `choreo-${name}` }),
    ) as [Record<string, string>, Record<string, string>]
    const first = await job.main(staging)
    const second = await job.main(production)
    const step = await job.step('choreo-staging whoami; choreo-production whoami')
    expect(step.stdout).toBe('staging\nproduction\n')
    expect(await job.post(first, staging)).toMatchObject({ exitCode: 0, annotations: [] })
    expect((await job.step('choreo-production whoami')).stdout).toBe('production\n')
    expectClean(await job.post(second, production), job, production['token'] ?? '')
  })

  test('with the same command: the later is found first, the earlier comes back', async () => {
    const job = start()
    const [one, two] = ['one', 'two'].map((name) => inputs({ token: addAccount(name) })) as [
      Record<string, string>,
      Record<string, string>,
    ]
    await job.main(one)
    const later = await job.main(two)
    expect((await job.step('choreo whoami')).stdout).toBe('two\n')
    const closed = await job.logout({ session: later.outputs['session'] ?? '' })
    expect(closed).toMatchObject({ exitCode: 0, annotations: [] })
    expect((await job.step('choreo whoami')).stdout).toBe('one\n')
  })

  test('cannot have one name of their own twice, nor that of a shell', async () => {
    const job = start()
    await job.main(inputs({ command: 'deployer' }))
    for (const command of ['deployer', 'cd']) {
      const main = await job.main(inputs({ command }))
      expect(main).toMatchObject({ exitCode: 1, state: {} })
      expect(main.annotations[0]?.message).toContain(`"${command}"`)
    }
  })

  test('are warned when a name hides another program', async () => {
    const main = await start().main(inputs({ command: 'git' }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [{ title: 'Command hides a program' }] })
  })
})

describe('an early log-out', () => {
  test('closes all sessions; post is silent and logs out nobody twice', async () => {
    const job = start()
    const token = addAccount('early')
    const main = await job.main(inputs({ token }))
    const closed = await job.logout({})
    expect(closed).toMatchObject({ exitCode: 0, annotations: [] })
    expect(closed.log).toHaveLength(1)
    expect((await job.step(nobody)).stdout).toBe('nobody\n')
    const post = await job.post(main, inputs({ token }))
    expectClean(post, job, token)
    expect(post.log).toEqual([])
    expect(logoutsOf(token)).toBe(1)
  })

  test('without a session says so', async () => {
    expect(await start().logout({})).toMatchObject({
      exitCode: 0,
      log: ['No session of this job is open.'],
    })
  })

  test('refuses what is no session of this job, and removes nothing', async () => {
    const job = start()
    const precious = join(job.directory, 'precious')
    mkdirSync(precious)
    const link = join(job.temp, 'choreo-session-0123456789abcdef')
    symlinkSync(precious, link)
    const bare = join(job.temp, 'choreo-session-fedcba9876543210')
    mkdirSync(bare)
    for (const session of [
      precious,
      link,
      bare,
      job.temp,
      '/',
      '..',
      'choreo-session-0123456789abcdef',
    ]) {
      const closed = await job.logout({ session })
      expect(closed.exitCode).toBe(1)
      expect(closed.annotations).toHaveLength(1)
    }
    expect(existsSync(precious) && existsSync(link) && existsSync(bare)).toBe(true)
  })
})

describe('a session that stays', () => {
  test('with `logout: false` is left open, and post says so', async () => {
    const job = start()
    const main = await job.main(inputs({ logout: 'false' }))
    const post = await job.post(main, inputs({ logout: 'false' }))
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(post.log.join()).toContain('stays')
    expect((await job.step('choreo whoami')).stdout).toBe('octo\n')
  })
})

describe('the home of the machine', () => {
  function personalLogin(job: Job): Record<string, string> {
    const files = {
      'credentials.json': '{"token":"of-a-person"}',
      'bin/tool': 'x',
      'deep/er/notes': 'mine',
    }
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(job.home, '.choreo', name, '..'), { recursive: true })
      writeFileSync(join(job.home, '.choreo', name), content)
    }
    return files
  }
  function contents(job: Job): Record<string, string> {
    const entries = readdirSync(join(job.home, '.choreo'), { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    return Object.fromEntries(
      files.map((path) => [
        path.slice(join(job.home, '.choreo/').length),
        readFileSync(path, 'utf8'),
      ]),
    )
  }

  test('is byte for byte what it was after an isolated login', async () => {
    const job = start()
    const before = personalLogin(job)
    const main = await job.main(inputs())
    expect(contents(job)).toEqual(before)
    await job.post(main, inputs())
    expect(contents(job)).toEqual(before)
  })

  test('is used with `isolate: false`, and restored by post', async () => {
    const job = start()
    const before = personalLogin(job)
    const more = inputs({ isolate: 'false', token: addAccount('shared') })
    const main = await job.main(more)
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    const step = await job.step('choreo connect --project p </dev/null; choreo env HOME')
    expect(step.stdout).toContain(JSON.stringify({ HOME: job.home }))
    expect(contents(job)).not.toEqual(before)
    const post = await job.post(main, more)
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(contents(job)).toEqual(before)
    expect(logoutsOf(more['token'] ?? '')).toBe(1)
    expect(readdirSync(job.temp)).toEqual([])
  })

  test('has no directory of the CLI after `isolate: false`, when it had none before', async () => {
    const job = start()
    const main = await job.main(inputs({ isolate: 'false' }))
    expect(existsSync(join(job.home, '.choreo'))).toBe(true)
    expectClean(await job.post(main, inputs()), job, knownToken)
  })

  test('is as before at once when a login with `isolate: false` is refused', async () => {
    const job = start()
    const before = personalLogin(job)
    const main = await job.main(inputs({ isolate: 'false', token: 'an-unknown-token' }))
    expect(main.exitCode).toBe(1)
    expect(contents(job)).toEqual(before)
    expect(await job.post(main, inputs())).toMatchObject({ exitCode: 0, annotations: [], log: [] })
  })

  test('is cleaned when a CLI writes there against what it was told', async () => {
    const job = start()
    const more = {
      token: knownToken,
      'cli-path': standIn(job, { kind: 'ignores-home', home: job.home }),
    }
    const main = await job.main(more)
    expect(main).toMatchObject({ exitCode: 0, annotations: [{ title: 'Login not isolated' }] })
    expect(main.annotations[0]?.message).toContain('credentials.json')
    const post = await job.post(main, more)
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(holders(job.home, knownToken)).toEqual([])
  })
})

describe('post', () => {
  test('says where it found the token, and never what it found', async () => {
    const job = start()
    const main = await job.main(inputs())
    const path = join(job.temp, 'forgotten.txt')
    writeFileSync(path, `token=${Buffer.from(`${knownToken}\n`).toString('base64')}`)
    const post = await job.post(main, inputs())
    expect(post).toMatchObject({ exitCode: 0, annotations: [{ title: 'Traces of the token' }] })
    expect(post.annotations[0]?.message).toContain(path)
    expect(post.log.join()).toContain('1 traces')
  })

  const attacks: readonly (readonly [
    string,
    (job: Job, main: Ended) => Promise<Record<string, string>>,
  ])[] = [
    [
      'the CLI is deleted',
      async (job) => {
        rmSync(job.toolCache, { recursive: true })
        return {}
      },
    ],
    [
      'the session is deleted',
      async (_, main) => {
        rmSync(main.outputs['session'] ?? '', { recursive: true })
        return {}
      },
    ],
    [
      'a hostile choreo is first on PATH and HOME is another',
      async (job) => {
        const bin = join(job.directory, 'hostile')
        mkdirSync(bin)
        writeFileSync(join(bin, 'choreo'), `#!/bin/sh\ntouch '${job.directory}/pwned'\n`, {
          mode: 0o755,
        })
        return { PATH: `${bin}:${process.env['PATH']}`, HOME: bin }
      },
    ],
    [
      'the service is down',
      async () => {
        world.standIn.faults.service = { status: 503 }
        return {}
      },
    ],
    ['the state is garbled', async () => ({ STATE_session: '{"directory":' })],
    [
      'the state points elsewhere',
      async (job, main) => ({
        STATE_session: (main.state['session'] ?? '').replaceAll(job.temp, '/etc'),
      }),
    ],
  ]
  test.each(attacks)('removes the credentials when %s', async (_, attack) => {
    const job = start()
    const main = await job.main(inputs())
    const env = await attack(job, main)
    const post = await job.post(main, inputs(), { env })
    expect(post).toMatchObject({ exitCode: 0, stderr: '' })
    expect(post.annotations.length).toBeLessThanOrEqual(1)
    expect(readdirSync(job.temp)).toEqual([])
    expect(holders(job.directory, knownToken)).toEqual([])
    expect(existsSync(join(job.directory, 'pwned'))).toBe(false)
  })

  test('does not wait long for a log-out that hangs', async () => {
    const job = start()
    const more = { token: knownToken, 'cli-path': standIn(job, { kind: 'logout-hangs' }) }
    const main = await job.main(more)
    const post = await job.post(main, more)
    expect(post).toMatchObject({ exitCode: 0, annotations: [{ title: 'Choreo log-out failed' }] })
    expect(post.milliseconds).toBeLessThan(20_000)
    expect(readdirSync(job.temp)).toEqual([])
  })

  test('ends what still runs in the session', async () => {
    const job = start()
    mark(job)
    const more = { token: knownToken, 'cli-path': standIn(job, { kind: 'lingers' }) }
    const main = await job.main(more)
    await until(() => processesOf(job).length > 0)
    expect(await job.post(main, more)).toMatchObject({ exitCode: 0, annotations: [] })
    await until(() => processesOf(job).length === 0)
    expect(readdirSync(job.temp)).toEqual([])
  })

  test('leaves no token when main was killed at any moment', async () => {
    const rounds = Number(process.env['KILLS'] ?? 12)
    for (let round = 0; round < rounds; round++) {
      const job = start()
      mark(job)
      const more = { token: knownToken, 'cli-path': standIn(job, { kind: 'late-writer', ms: 40 }) }
      const { child, ended } = job.startMain(more)
      await sleep(60 + (round * 240) / rounds)
      child.kill('SIGKILL')
      const main = await ended
      expect(await job.post(main, more)).toMatchObject({ exitCode: 0, stderr: '' })
      await sleep(100)
      expect(holders(job.directory, knownToken)).toEqual([])
      expect(processesOf(job)).toEqual([])
    }
  })
})

test('many jobs on one machine never see each other', async () => {
  const machine = start()
  const other = Array.from({ length: jobsAtOnce }, (_, at) =>
    world.start({ build: 'dist', on: machine, name: `job-${at}` }),
  )
  await Promise.all(
    other.map(async (job, at) => {
      const token = addAccount(`account-${at}`)
      await sleep((at * 37) % 200)
      const main = await job.main(inputs({ token }))
      expect(main).toMatchObject({ exitCode: 0, annotations: [] })
      expect((await job.step('choreo whoami')).stdout).toBe(`account-${at}\n`)
      await sleep((at * 53) % 200)
      expect((await job.step('choreo whoami')).stdout).toBe(`account-${at}\n`)
      expect(await job.post(main, inputs({ token }))).toMatchObject({
        exitCode: 0,
        annotations: [],
      })
      expect(readdirSync(job.temp)).toEqual([])
    }),
  )
  expect(readdirSync(machine.home)).toEqual([])
})
