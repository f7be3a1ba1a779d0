// Jobs without a token: they fail or skip with a reason, and never make a request. Which reason belongs
// to which run is a table of `explainMissingToken`.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { expectFailure } from '../expectations.ts'
import type { Job } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()
afterAll(() => expect(world.standIn.requests).toEqual([]))

function fork({ directory }: Job): Record<string, string> {
  const path = join(directory, 'event.json')
  const [head, base] = ['someone/app', 'octo/app'].map((name) => ({ repo: { full_name: name } }))
  writeFileSync(path, JSON.stringify({ pull_request: { head, base } }))
  return { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path }
}

test.concurrent('a missing token fails with the reason', async () => {
  const job = world.start()
  const main = await job.main(world.inputs({ token: '  ' }), { env: fork(job) })
  const error = expectFailure(main, 'someone/app')
  expect(error.title).toBe('Choreo: No token')
  expect(error.message).toMatch(/^The input `token` is empty\. .*comes from a fork/)
  expect(main).toMatchObject({ log: [`##[error]${error.message}`], state: {} })
  expect(readdirSync(job.temp)).toEqual([])
})

test.concurrent('a token that is `false` is a missing one, and the message says how to avoid it', async () => {
  const main = await world.start().main(world.inputs({ token: 'false' }))
  const error = expectFailure(main, 'no token')
  expect(error.title).toBe('Choreo: No token')
  expect(error.message).toMatch(/`false`.*`\|\| ''`/)
  expect(main.masks).toEqual([])
})

test.concurrent('the other secrets are masked before anything else, also when the token is missing', async () => {
  const others = { 'fallback-token': 'another-token-0123', 'github-token': 'ghs_0123456789abcdef' }
  const main = await world.start().main(world.inputs({ token: '', ...others }))
  expect(main.masks).toEqual(expect.arrayContaining(Object.values(others)))
  expect(main.stdout).toMatch(/^(::add-mask::.*\n)+::error /)
})

test.concurrent('a missing token succeeds with a notice when `on-missing-token` is `skip`', async () => {
  const job = world.start()
  // Runs of forks get no variables either.
  const unset = { 'expected-organization': '', 'cli-sha256': '' }
  const inputs = world.inputs({ token: '', 'on-missing-token': 'Skip', ...unset })
  const main = await job.main(inputs, { env: { GITHUB_EVENT_PATH: '/no/such/event' } })
  expect(main).toMatchObject({ outcome: 'success', commands: [], summary: '' })
  expect(main).toMatchObject({ outputs: { authenticated: 'false' }, state: {} })
  expect(main.annotations).toMatchObject([{ level: 'notice', title: 'Choreo: Login skipped' }])
  expect(main.log).toEqual([`##[notice]${main.annotations[0]?.message}`])
  expect(main.annotations[0]?.message).toContain('a secret that does not exist is an empty string')
  expect((await job.step('command -v choreo || echo none')).stdout).toBe('none\n')
  expect(readdirSync(job.temp)).toEqual([])
  expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
})
