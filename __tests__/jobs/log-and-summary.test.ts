// What a login reports: its log, its job summary, and the warning of an expiry date.
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { everything, expectLogin, expectLogout } from '../expectations.ts'
import type { Job } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

test.concurrent('log and summary name the CLI, its origin, the organization and the end of the session', async () => {
  const main = await world.start().main(world.inputs({ 'expected-organization': 'acme' }))
  expect(main.log).toEqual([
    'Downloading the Choreo CLI v1.2.33 …',
    expect.stringMatching(/^Choreo CLI v1\.2\.33, downloaded, SHA-256 verified/),
    'Logging in to Choreo…',
    expect.stringMatching(/^✓ Logged in to Choreo, .* acme\.$/),
    expect.stringMatching(/^Later steps call `choreo`\. The session ends with the job\.$/),
  ])
  for (const words of ['Choreo CLI v1.2.33', 'SHA-256 verified', 'acme, verified', 'the first']) {
    expect(main.summary).toContain(words)
  }
})

test.concurrent('debug logging does not print the token', async () => {
  const job = world.start()
  const token = world.addAccount('debugged', { fault: { status: 503, times: 1 } })
  const inputs = world.inputs({ token, 'expected-organization': 'debugged' })
  const env = { RUNNER_DEBUG: '1' }
  const main = await expectLogin(job, inputs, { env })
  expect(main.stdout).toContain('::debug::')
  expect(everything(main)).not.toContain(token)
  await expectLogout(job, main, inputs, { env })
})

test.concurrent('a token is not taken for the version that the CLI prints', async () => {
  const { job, inputs } = world.scripted(`echo "choreo 3.2.1-${token}"; touch "$HOME/kept"`)
  expect(everything(await expectLogin(job, inputs))).not.toContain(token)
})

test.concurrent.each<[what: string, summary: string, file: (job: Job) => string | undefined]>([
  ['`summary: false`', 'False', (job) => join(job.directory, 'summary')],
  ['a summary file that is unset', 'true', () => undefined],
  ['a summary file that is missing', 'true', (job) => join(job.directory, 'no', 'such', 'file')],
  ['a summary file that is a directory', 'true', (job) => job.home],
])('a login with %s succeeds without a summary', async (_, summary, file) => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  const env = { GITHUB_STEP_SUMMARY: file(job) }
  expect((await expectLogin(job, { ...inputs, summary }, { env })).summary).toBe('')
  expect(await job.step('cat summary')).toMatchObject({ exitCode: 1 })
})

test.concurrent.each([
  ['101', ['Choreo: Token expires']],
  ['4', []],
])('`expiry-warning-days: %s`, 100 days before the date, warns %j', async (days, titles) => {
  const date = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10)
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  const main = await job.main({ ...inputs, 'token-expires-on': date, 'expiry-warning-days': days })
  expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
  // One day less after midnight.
  const message = expect.stringMatching(new RegExp(`in (99|100) days, on ${date}`))
  expect(main.annotations).toEqual(titles.map((title) => ({ level: 'warning', title, message })))
  expect(main.summary).toMatch(/<td>in (99|100) days<\/td>/)
})
