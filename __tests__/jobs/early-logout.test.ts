// The action of the early log-out: it closes sessions of its own job before the job ends.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expectClean, keeping, until } from '../expectations.ts'
import type { Job } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

test.concurrent('it closes every session of the job, and none of another job on the machine', async () => {
  const job = world.start()
  const neighbour = world.start({ on: job, name: 'neighbour' })
  await neighbour.main(world.inputs())
  for (const command of ['early-one', 'early-two']) {
    await job.main(world.inputs({ token: world.addAccount(command), command }))
  }
  const token = world.addAccount('early')
  const main = await job.main(world.inputs({ token }))

  const ended = await job.logout({})
  expect(ended).toMatchObject({ exitCode: 0, annotations: [] })
  expect(ended.log).toHaveLength(3)
  expect(await job.step('choreo whoami || early-one whoami')).toMatchObject({ exitCode: 127 })
  expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
  const post = await job.post(main, world.inputs({ token }))
  expectClean(post, job, token)
  expect(post.log).toEqual([])
  expect(world.logoutsOf(token)).toBe(1)
})

test.concurrent('each of several early log-outs closes its own session, and post says nothing about them', async () => {
  const job = world.start()
  const logIn = async (command: string) => {
    const inputs = world.inputs({ token: world.addAccount(command), command })
    return { inputs, main: await job.main(inputs) }
  }
  const logins = [await logIn('one-by-one'), await logIn('two-by-one')]
  for (const { main } of logins) await job.logout({ session: main.outputs['session'] ?? '' })
  for (const { main, inputs } of logins) {
    expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, annotations: [], log: [] })
  }
})

test.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'it finishes in spite of %s',
  async (signal) => {
    const script = 'touch "$GITHUB_WORKSPACE/began"; sleep 0.3; touch "$GITHUB_WORKSPACE/finished"'
    const { job, inputs } = world.scripted(`${keeping}[ "$1" != logout ] || { ${script}; }`)
    await job.main(inputs)
    const { child, ended } = job.startLogout()
    await until(() => existsSync(join(job.directory, 'began')))
    child.kill(signal)
    expect(await ended).toMatchObject({ exitCode: 0, signal: null, annotations: [] })
    expect(existsSync(join(job.directory, 'finished'))).toBe(true)
    expect(readdirSync(job.temp)).toEqual([])
  },
)

test.concurrent('without a session it says so', async () => {
  const ended = await world.start().logout({})
  expect(ended).toMatchObject({ exitCode: 0, log: ['No session of this job is open.'] })
})

test.concurrent('it refuses what is not a session of this job, and removes nothing', async () => {
  const job = world.start()
  const precious = join(job.directory, 'precious')
  const link = join(job.temp, 'choreo-session-0123456789abcdef')
  const bare = join(job.temp, 'choreo-session-fedcba9876543210')
  for (const directory of [precious, bare]) mkdirSync(directory)
  symlinkSync(precious, link)
  // To read a pipe in place of the marker would never end.
  await job.step(`mkfifo '${bare}/session.json'`)
  const neighbour = world.start({ on: job, name: 'neighbour' })
  const foreign = (await neighbour.main(world.inputs())).outputs['session'] ?? ''
  const detour = `${job.temp}/../${basename(neighbour.temp)}/${basename(foreign)}`
  const others = [precious, link, bare, foreign, detour, job.temp, '/', '..', basename(link)]
  for (const session of others) {
    const ended = await job.logout({ session })
    expect(ended).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] })
  }
  expect(await job.logout({})).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(job.temp)).toHaveLength(2)
  expect(existsSync(precious)).toBe(true)
  expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
})

const command = 'x\n::add-path::/hostile\n##[add-path]/hostile'

test.concurrent.each<[what: string, change: (job: Job) => object]>([
  ['another place removes nothing there', ({ home }) => ({ directory: home })],
  ['a command for the runner gives it none', () => ({ command })],
])('a marker that was changed to name %s', async (_, change) => {
  const job = world.start()
  const inputs = world.inputs({ token: world.addAccount('changed-marker') })
  const main = await job.main(inputs)
  const marker = join(main.outputs['session'] ?? '', 'session.json')
  const said = JSON.parse(readFileSync(marker, 'utf8')) as object
  writeFileSync(marker, JSON.stringify({ ...said, ...change(job) }))
  expect(await job.logout({})).toMatchObject({ exitCode: 0, annotations: [], commands: [] })
  // What main saved is out of reach for later steps: it closes the session.
  expectClean(await job.post(main, inputs), job, inputs['token'] ?? '')
})
