// Sessions side by side, closed early, and kept. From the bundles.
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { expectClean } from './expectations.ts'
import { holders, type Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world

function start(): Job {
  return world.start({ build: 'dist' })
}

const nobody = 'command -v choreo >/dev/null && echo somebody || echo nobody'

describe('several accounts in one job', () => {
  test('have a command each, and end in any order', async () => {
    const job = start()
    const [staging, production] = ['staging', 'production'].map((name) =>
      inputs({ token: world.addAccount(name), command: `choreo-${name}` }),
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
    const [one, two] = ['one', 'two'].map((name) => inputs({ token: world.addAccount(name) })) as [
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
    // Where file systems do not tell letters apart, `Deployer` would be found instead of `deployer`.
    for (const command of ['deployer', 'Deployer', 'cd']) {
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
    const token = world.addAccount('early')
    const main = await job.main(inputs({ token }))
    const closed = await job.logout({})
    expect(closed).toMatchObject({ exitCode: 0, annotations: [] })
    expect(closed.log).toHaveLength(1)
    expect((await job.step(nobody)).stdout).toBe('nobody\n')
    const post = await job.post(main, inputs({ token }))
    expectClean(post, job, token)
    expect(post.log).toEqual([])
    expect(world.logoutsOf(token)).toBe(1)
  })

  test('closes the sessions of all accounts, and none of another job on the machine', async () => {
    const job = start()
    const neighbour = world.start({ build: 'dist', on: job, name: 'neighbour' })
    await neighbour.main(inputs())
    const tokens = ['one', 'two', 'three'].map((name) => world.addAccount(`early-${name}`))
    for (const [at, token] of tokens.entries()) {
      await job.main(inputs({ token, command: `choreo-${at}` }))
    }
    const closed = await job.logout({})
    expect(closed).toMatchObject({ exitCode: 0, annotations: [] })
    expect(closed.log).toHaveLength(3)
    expect(tokens.map((token) => world.logoutsOf(token))).toEqual([1, 1, 1])
    expect(readdirSync(job.temp)).toEqual([])
    expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
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
    const neighbour = world.start({ build: 'dist', on: job, name: 'neighbour' })
    const { outputs } = await neighbour.main(inputs())
    const foreign = outputs['session'] ?? ''
    for (const session of [
      precious,
      link,
      bare,
      foreign,
      `${job.temp}/../${basename(neighbour.temp)}/${basename(foreign)}`,
      job.temp,
      '/',
      '..',
      'choreo-session-0123456789abcdef',
    ]) {
      const closed = await job.logout({ session })
      expect(closed.exitCode).toBe(1)
      expect(closed.annotations).toHaveLength(1)
    }
    expect([precious, link, bare].filter((path) => !existsSync(path))).toEqual([])
    expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
  })
})

describe('a session that stays', () => {
  test('with `logout: false` is left open, and main and post say so', async () => {
    const job = start()
    const main = await job.main(inputs({ logout: 'false' }))
    expect(main.log.join('\n')).toContain('The session stays after the job')
    const post = await job.post(main, inputs({ logout: 'false' }))
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(post.log.join()).toContain('stays, as `logout: false` asks, until the runner empties')
    expect((await job.step('choreo whoami')).stdout).toBe('octo\n')
    job.wipeTemp()
    expect(holders(job.directory, knownToken)).toEqual([])
  })

  test('in the home of the machine is said to stay there', async () => {
    const job = start()
    const more = inputs({ logout: 'false', isolate: 'false' })
    const main = await job.main(more)
    expect(main.log.join('\n')).toContain('The login stays after the job, in the home')
    const post = await job.post(main, more)
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(post.log.join()).toContain(`stays in ${job.home}/.choreo, as \`logout: false\` asks`)
    job.wipeTemp()
    expect(existsSync(join(job.home, '.choreo', 'credentials.json'))).toBe(true)
  })
})
