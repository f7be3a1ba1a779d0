// Logins that are stopped: by their time limit, by a cancelled run, and by a killed runner.
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import {
  expectFailedLogin,
  expectFailure,
  expectLogout,
  keeping,
  processesOf,
  until,
} from '../expectations.ts'
import { holders } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

// It ignores signals, and has a child in its process group and another one outside.
const hanging = `[ "$1" = login ] || exit 0
  trap '' TERM INT HUP
  sleep 300 &
  setsid sh -c "trap '' TERM INT HUP; sleep 300; :" &
  cat > "$HOME/kept"; touch "$GITHUB_WORKSPACE/hangs"; wait`

/** Starts a login, and waits until its CLI hangs. */
async function startHanging(more: Readonly<Record<string, string>> = {}) {
  const { job, inputs: scripted } = world.scripted(hanging)
  const inputs = { ...scripted, ...more }
  const main = job.startMain(inputs)
  await until(() => existsSync(join(job.directory, 'hangs')))
  return { job, inputs, ...main }
}

test.concurrent('a login that exceeds its time limit ends with everything that it started', async () => {
  const { job, inputs } = world.scripted(hanging)
  const { title, message, main } = await expectFailedLogin(job, {
    ...inputs,
    'timeout-seconds': '3',
  })
  expect(title).toBe('Choreo: Login timed out')
  expect(message).toContain('`timeout-seconds`')
  expect(main.milliseconds).toBeGreaterThan(3000)
  await until(() => processesOf(job).length === 0)
})

test.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a run that is cancelled with %s ends with everything that the CLI started',
  async (signal) => {
    const { job, inputs, child, ended } = await startHanging()
    child.kill(signal)
    const main = await ended
    const { title, message } = expectFailure(main, token)
    expect(title).toBe('Choreo: Step stopped')
    expect(message).toMatch(/logging in.*`timeout-minutes`/)
    expect(readdirSync(job.temp)).toEqual([])
    await until(() => processesOf(job).length === 0)
    expect((await expectLogout(job, main, inputs)).log).toEqual([])
  },
)

test.concurrent('a run that is cancelled between two attempts does not wait for the next one', async () => {
  const unreachable = world.addAccount('unreachable', { fault: { status: 503 } })
  const inputs = world.inputs({ token: unreachable, 'login-attempts': '100' })
  const { child, ended } = world.start().startMain(inputs)
  // The pauses get longer: 0.5, 1, 2 and 4 seconds.
  await until(() => world.attemptsOf(unreachable) >= 4)
  await sleep(1000)
  // At least three seconds of the pause remain.
  const began = performance.now()
  child.kill('SIGINT')
  expect(expectFailure(await ended, unreachable).title).toBe('Choreo: Step stopped')
  expect(performance.now() - began).toBeLessThan(3000)
  expect(world.attemptsOf(unreachable)).toBe(4)
})

test.concurrent('a run that is stopped during the download says so, and nothing about a login', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const inputs = world.inputs({ token, 'github-url': url, 'github-api-url': url })
  const { child, ended } = world.start().startMain(inputs)
  await once(silent, 'connection')
  child.kill('SIGINT')
  const { title, message } = expectFailure(await ended, token)
  silent.close()
  expect(title).toBe('Choreo: Step stopped')
  expect(message).toContain('downloading')
  expect(message.split('\n')[0]).not.toMatch(/login|logging/i)
})

test.concurrent('a run that is stopped while organizations are read says so, and is logged out', async () => {
  const { job, inputs } = world.scripted(`echo "$1" >> "$GITHUB_WORKSPACE/called"
    ${keeping}[ "$1" != list ] || { touch "$GITHUB_WORKSPACE/hangs"; exec sleep 300; }`)
  const { child, ended } = job.startMain({ ...inputs, 'expected-organization': 'acme' })
  await until(() => existsSync(join(job.directory, 'hangs')))
  child.kill('SIGTERM')
  expect(expectFailure(await ended, token).message).toContain('organizations')
  expect((await job.step('cat called')).stdout).toMatch(/list\nlogout\n$/)
})

test.concurrent.each(['true', 'false'])(
  'post ends the CLI of a main that was killed, and removes its session, with `logout: %s`',
  async (logout) => {
    const { job, inputs, child, ended } = await startHanging({ logout })
    child.kill('SIGKILL')
    // The pipes to the runner belong to main alone: its end is seen at once.
    const main = await ended
    expect(processesOf(job).length).toBeGreaterThan(2)
    await expectLogout(job, main, inputs)
    await until(() => processesOf(job).length === 0)
  },
)

test('post leaves no token when main was killed at any moment', async () => {
  const kills = Number(process.env['KILLS'] ?? 12)
  const lanes = [0, 1, 2]
  let cutOff = 0
  // How long a whole main takes on this machine: the shortest so far, because its load may change meanwhile.
  let whole = Number.POSITIVE_INFINITY

  async function run(killAfterMs?: number): Promise<void> {
    const { job, inputs } = world.scripted(`sleep 0.04; ${keeping}`)
    const { child, ended } = job.startMain(inputs)
    if (killAfterMs !== undefined) {
      await sleep(killAfterMs)
      child.kill('SIGKILL')
    }
    const main = await ended
    if (main.signal === 'SIGKILL') cutOff++
    else whole = Math.min(whole, main.milliseconds)
    await expectLogout(job, main, inputs)
    // A CLI that outlived main would write its credentials now.
    await sleep(100)
    expect(holders(job.directory, token)).toEqual([])
    expect(processesOf(job)).toEqual([])
  }

  await Promise.all(lanes.map(() => run()))
  for (let kill = 0; kill < kills; kill += lanes.length) {
    await Promise.all(lanes.map((lane) => run(whole * ((kill + lane + Math.random()) / kills))))
  }
  // The first kill comes in the first twelfth of a main. How many others come in time depends on the machine.
  expect(cutOff).toBeGreaterThan(0)
})
