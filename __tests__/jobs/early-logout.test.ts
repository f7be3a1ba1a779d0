// The action of the early log-out: it closes sessions of its own job before the job ends.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expectLogin, expectLogout, keeping, until } from '../expectations.ts'
import type { Job } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

test.concurrent('it closes every session of the job, and none of another job on the machine', async () => {
  const job = world.start()
  const neighbour = world.start({ on: job, name: 'neighbour' })
  await expectLogin(neighbour, world.inputs())
  for (const command of ['early-one', 'early-two'])
    await expectLogin(job, world.inputsOf(command, { command }))
  const inputs = world.inputsOf('early')
  const main = await expectLogin(job, inputs)

  const ended = await job.logout()
  expect(ended).toMatchObject({ exitCode: 0, annotations: [] })
  expect(ended.log).toHaveLength(3)
  expect(await job.logout()).toMatchObject({
    exitCode: 0,
    log: ['No session of this job is open.'],
  })
  expect(await job.step('choreo whoami || early-one whoami')).toMatchObject({ exitCode: 127 })
  expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
  expect((await expectLogout(job, main, inputs)).log).toEqual([])
  expect(world.logoutsOf(inputs.token)).toBe(1)
})

test.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'it finishes in spite of %s',
  async (signal) => {
    const script = 'touch "$GITHUB_WORKSPACE/began"; sleep 0.3; touch "$GITHUB_WORKSPACE/finished"'
    const { job, inputs } = world.scripted(`${keeping}[ "$1" != logout ] || { ${script}; }`)
    await expectLogin(job, inputs)
    const { child, ended } = job.startLogout()
    await until(() => existsSync(join(job.directory, 'began')))
    child.kill(signal)
    expect(await ended).toMatchObject({ exitCode: 0, signal: null, annotations: [] })
    expect(existsSync(join(job.directory, 'finished'))).toBe(true)
    expect(readdirSync(job.temp)).toEqual([])
  },
)

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
  const foreign = (await expectLogin(neighbour, world.inputs())).session
  const detour = `${job.temp}/../${basename(neighbour.temp)}/${basename(foreign)}`
  const others = [precious, link, bare, foreign, detour, job.temp, '/', '..', basename(link)]
  for (const session of others) {
    const ended = await job.logout(session)
    expect(ended).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] })
  }
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(job.temp)).toHaveLength(2)
  expect(existsSync(precious)).toBe(true)
  expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
})

test.concurrent.each<[what: string, change: (job: Job) => object]>([
  ['another place removes nothing there', ({ home }) => ({ directory: home })],
  [
    'a command for the runner gives it none',
    () => ({ command: 'x\n::add-path::/x\n##[add-path]/x' }),
  ],
])('a marker that was changed to name %s', async (_, change) => {
  const job = world.start()
  const inputs = world.inputsOf('changed-marker')
  const main = await expectLogin(job, inputs)
  const marker = join(main.session, 'session.json')
  const said = JSON.parse(readFileSync(marker, 'utf8')) as object
  writeFileSync(marker, JSON.stringify({ ...said, ...change(job) }))
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [], commands: [] })
  // What main saved is out of reach for later steps: it closes the session.
  await expectLogout(job, main, inputs)
})
