// The action of the early log-out: it closes sessions of its own job before the job ends.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expectLogin, expectLogout, keeping, shellCli, until } from '../expectations.ts'
import { asStranger, unprivileged, whyNoStranger } from '../privileges.ts'
import { holders, type Job } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

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
  // Nobody else can make the directories again before post.
  expect(readdirSync(job.temp)).toHaveLength(3)
  expect(readdirSync(main.session)).toEqual(['closed'])
  expect(statSync(main.session).mode & 0o777).toBe(0o700)
  expect((await job.step('env')).stdout).not.toContain('CHOREO')
  for (const session of ['all', main.session])
    expect(await job.logout(session)).toMatchObject({
      exitCode: 0,
      annotations: [],
      log: ['No session of this job is open.'],
    })
  expect(await job.step('choreo whoami || early-one whoami')).toMatchObject({ exitCode: 127 })
  expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
  expect(existsSync(main.session)).toBe(false)
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
    expect(holders(job.temp, inputs.token)).toEqual([])
  },
)

test.concurrent('of two at once that close one session, neither calls the log-out failed', async () => {
  const both = 'touch "began-$$"; until [ "$(ls | grep -c began)" = 2 ]; do sleep 0.02; done'
  // The other one is ended by the first, which removes the session.
  const { job, inputs } = world.scripted(`${keeping}[ "$1" != logout ] || {
    cd "$GITHUB_WORKSPACE"; ${both}; mkdir first || exec sleep 60; }`)
  await expectLogin(job, inputs)
  const ended = [job.startLogout(), job.startLogout()].map((step) => step.ended)
  for (const step of await Promise.all(ended)) {
    expect(step).toMatchObject({ exitCode: 0, annotations: [] })
  }
  expect(holders(job.temp, inputs.token)).toEqual([])
})

test.concurrent('it refuses what is not a session of this job, and removes nothing', async () => {
  const job = world.start()
  const precious = join(job.directory, 'precious')
  const link = join(job.temp, 'choreo-session-0123456789abcdef')
  const bare = join(job.temp, 'choreo-session-fedcba9876543210')
  for (const directory of [precious, bare]) mkdirSync(directory)
  symlinkSync(precious, link)
  // With a slash at its end, the link is a directory.
  const forged = { directory: `${link}/`, command: 'x', executable: '/bin/true', region: '' }
  writeFileSync(join(precious, 'session.json'), JSON.stringify({ ...forged, logout: true }))
  // To read a pipe in place of the marker would never end.
  await job.step(`mkfifo '${bare}/session.json'`)
  const neighbour = world.start({ on: job, name: 'neighbour' })
  const foreign = (await expectLogin(neighbour, world.inputs())).session
  const detour = `${job.temp}/../${basename(neighbour.temp)}/${basename(foreign)}`
  const others = [precious, link, `${link}/`, bare, foreign, detour, job.temp]
  for (const session of [...others, '/', '..', basename(link), '']) {
    const ended = await job.logout(session)
    const title = 'Choreo: Invalid input'
    expect(ended).toMatchObject({ exitCode: 1, annotations: [{ level: 'error', title }] })
  }
  expect(readdirSync(job.temp)).toHaveLength(2)
  expect(readdirSync(precious)).toEqual(['session.json'])
  expect((await neighbour.step('choreo whoami')).stdout).toBe('octo\n')
})

test.concurrent('with an empty input it fails, and closes no session', async () => {
  const job = world.start()
  const inputs = world.inputsOf('not-of-the-skipped-login')
  const main = await expectLogin(job, inputs)
  const skipped = await job.main(world.inputs({ token: '', 'on-missing-token': 'skip' }))
  const ended = await job.logout(skipped.session)
  expect(ended.annotations).toMatchObject([{ level: 'error', title: 'Choreo: Invalid input' }])
  await expectLogout(job, main, inputs)
  expect(world.logoutsOf(inputs.token)).toBe(1)
})

const why = whyNoStranger()
/** Starts a job in whose RUNNER_TEMP every user can make directories, as below /tmp. */
function startShared(): Job {
  const job = world.start({ through: unprivileged })
  chmodSync(job.directory, 0o755)
  chmodSync(job.temp, 0o1777)
  return job
}

const testAsStranger = why === '' ? test.concurrent : test.skip

testAsStranger(`it runs and removes nothing of another user, and says so${why}`, async () => {
  const job = startShared()
  const planted = join(job.temp, 'choreo-session-0123456789abcdef')
  const executable = shellCli(job, 'touch "$GITHUB_WORKSPACE/started"', 'planted')
  const session = { directory: planted, command: 'x', cli: 'choreo', executable }
  const marker = JSON.stringify({ ...session, region: '', logout: true })
  const plant = `mkdir -m 777 '${planted}' '${planted}/home'; printf '%s' '${marker}' > '${planted}/session.json'`
  expect((await job.step(plant, { through: asStranger })).exitCode).toBe(0)

  const alone = await job.logout()
  expect(alone).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] })
  expect(alone.annotations[0]?.message).toContain(planted)
  const inputs = world.inputsOf('beside-another-user')
  const main = await expectLogin(job, inputs)
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
  expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, stdout: '' })
  expect(readdirSync(job.temp)).toEqual([basename(planted)])
  expect(readdirSync(planted).toSorted()).toEqual(['home', 'session.json'])
  expect(existsSync(join(job.directory, 'started'))).toBe(false)
})

testAsStranger(`another user cannot make a session again after the log-out${why}`, async () => {
  const job = startShared()
  const main = await expectLogin(job, world.inputsOf('made-again'))
  await job.logout()
  const script = `mkdir '${main.session}' || touch '${main.session}/session.json' || ls '${main.session}'`
  expect((await job.step(script, { through: asStranger })).exitCode).not.toBe(0)
  expect(await job.post(main, {})).toMatchObject({ exitCode: 0, stdout: '' })
  expect(readdirSync(job.temp)).toEqual([])
})

test.concurrent('a log that nobody reads, and a deleted working directory, do not stop it', async () => {
  const { job, inputs } = world.scripted(`${keeping}[ "$1" != logout ] || sleep 0.3`)
  await expectLogin(job, inputs)
  const place = join(job.directory, 'gone')
  mkdirSync(place)
  const through = ['sh', '-c', `cd '${place}'; rmdir '${place}'; exec "$@" > /dev/full`, 'sh']
  expect(await job.startLogout('all', { through }).ended).toMatchObject({ exitCode: 0, stderr: '' })
  expect(holders(job.temp, token)).toEqual([])
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
  expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(job.temp)).toEqual([])
})
