// Many jobs at once on one machine, with one user, one home and one tool cache: nobody ever acts for the
// account of another, and who is killed leaves nothing but in a temporary directory of its own. JOBS=50
// runs as many, and SEED=… runs again what an error names.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { mark, processesOf } from './expectations.ts'
import { holders, type Job } from './runner.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const jobs = Number(process.env['JOBS'] ?? 12)
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** Numbers from 0 to 1 that are the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const fates = ['ends', 'ends', 'ends', 'is killed in main', 'is killed in post'] as const

test(
  `${jobs} jobs at once, some of them killed, never see each other`,
  async () => {
    const machine = world.start({ build: 'dist' })
    const personal = join(machine.home, '.choreo', 'credentials.json')
    mkdirSync(join(personal, '..'))
    writeFileSync(personal, '{"token":"of-a-person"}')
    const before = statSync(personal)

    const alive = await Promise.all(
      Array.from({ length: jobs }, async (_, at) => {
        const job = world.start({ build: 'dist', on: machine, name: `job-${at}` })
        mark(job)
        // As long as all others: none is the beginning of another one.
        const account = `account-${1000 + at}`
        const token = world.addAccount(account)
        const fate = fates[at % fates.length]
        await live(job, token, account, fate, dice(seed + at))
        return { job, token, fate }
      }),
    ).catch((cause: unknown) => {
      throw new Error(`SEED=${seed} JOBS=${jobs}`, { cause })
    })

    for (const { job, token, fate } of alive) {
      const left = holders(machine.directory, token)
      expect({ fate, left: left.filter((path) => !path.startsWith(job.temp)) }).toEqual({
        fate,
        left: [],
      })
      if (fate === 'ends') expect(readdirSync(job.temp)).toEqual([])
      job.wipeTemp()
      expect(holders(machine.directory, token)).toEqual([])
    }
    expect(readdirSync(machine.home)).toEqual(['.choreo'])
    expect(readdirSync(join(machine.home, '.choreo'))).toEqual(['credentials.json'])
    expect(readFileSync(personal, 'utf8')).toBe('{"token":"of-a-person"}')
    expect(statSync(personal).mtimeMs).toBe(before.mtimeMs)
  },
  30_000 + jobs * 3000,
)

async function live(
  job: Job,
  token: string,
  account: string,
  fate: (typeof fates)[number] | undefined,
  random: () => number,
): Promise<void> {
  const inputs = world.inputs({ token })
  const pause = () => sleep(random() * 300)
  await pause()
  const { child, ended } = job.startMain(inputs)
  if (fate === 'is killed in main') {
    await sleep(random() * 1500)
    child.kill('SIGKILL')
    await ended
    endProcessesOf(job)
    return
  }
  const main = await ended
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  for (let steps = 1 + Math.floor(random() * 3); steps > 0; steps--) {
    await pause()
    expect((await job.step('choreo whoami')).stdout).toBe(`${account}\n`)
  }
  await pause()
  if (fate === 'is killed in post') {
    const post = job.startPost(main, inputs)
    await sleep(random() * 300)
    post.child.kill('SIGKILL')
    await post.ended
    endProcessesOf(job)
    return
  }
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(post.log.join()).toContain('0 traces')
  expect(world.logoutsOf(token)).toBe(1)
}

// As the runner does at the end of a job, by the mark that they all inherit.
function endProcessesOf(job: Job): void {
  for (const found of processesOf(job)) process.kill(Number.parseInt(found, 10), 'SIGKILL')
}
