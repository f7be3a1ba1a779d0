// Post finishes even if it is interrupted at any moment: by signals, by a log that cannot be written,
// and without a working directory. POSTS=200 runs as many.
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { expectLogin } from '../expectations.ts'
import { holders, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()
const posts = Number(process.env['POSTS'] ?? 12)

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP', 'EPIPE', 'ENOSPC', 'deleted directory']

test(`${posts} posts that are interrupted leave nothing, and exit with 0`, async () => {
  for (let at = 0; at < posts; at += 4) {
    const ended = await Promise.allSettled([at, at + 1, at + 2, at + 3].map(interruptPost))
    for (const one of ended) if (one.status === 'rejected') throw one.reason
  }
}, 240_000)

async function interruptPost(number: number): Promise<void> {
  const how = interruptions[number % interruptions.length] ?? ''
  const delay = Math.random() * 100
  const inputs = world.inputsOf(`interrupted-${number}`)
  const job = world.start()
  const main = await expectLogin(job, inputs)
  const { child, ended } = job.startPost(main, inputs, { through: through(how, job) })
  let isOver = false
  child.stdout?.on('data', (text: string) => {
    isOver ||= text.includes('removed the session')
  })
  // Node runs no code for a while when it starts and when it exits, and no code can listen for signals then.
  if (how.startsWith('SIG') && child.stdout) await once(child.stdout, 'data')
  await sleep(delay)
  await setImmediate()
  if (how.startsWith('SIG') && !isOver) child.kill(how as NodeJS.Signals)
  if (how === 'EPIPE') child.stdout?.destroy()
  const { exitCode, signal } = await ended
  expect({ how, delay, exitCode, signal }).toEqual({ how, delay, exitCode: 0, signal: null })
  expect(readdirSync(job.temp)).toEqual([])
  expect(holders(job.directory, inputs.token)).toEqual([])
  expect(world.logoutsOf(inputs.token)).toBe(1)
}

function through(how: string, { directory }: Job): readonly string[] {
  if (how === 'ENOSPC') return ['sh', '-c', 'exec "$@" >/dev/full', 'sh']
  if (how !== 'deleted directory') return []
  const place = `${directory}/gone`
  return ['sh', '-c', `mkdir -p '${place}'; cd '${place}'; rmdir '${place}'; exec "$@"`, 'sh']
}
