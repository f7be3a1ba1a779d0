// Whole workflows, as act runs them, looked at from outside: what the jobs ended in, what they printed,
// and what is left on the machine.
import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findPowerShell } from '../powershell/powershell.ts'
import type { Run, Start } from './machine.ts'
import { setUp } from './set-up.ts'

const world = setUp()

const loggedOut = 'Logged out, and removed the session of `choreo`; 0 traces of the token are left.'

function run(name: string, start: Partial<Start> = {}): Promise<Run> {
  return world.run({ ...named(name), ...start })
}

function named(name: string): Pick<Start, 'workflow' | 'checkout'> {
  const { checkout } = world.repository
  return { workflow: join(checkout, '__tests__', 'workflows', name), checkout }
}

test('a login reaches every later step, its outputs and the summary, and ends with the job', async () => {
  const token = world.addAccount('acme')
  const ended = await run('login.yml', { secrets: { CHOREO_TOKEN: token } })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.outputs['login']).toMatchObject({
    authenticated: 'true',
    'cli-version': 'v1.2.33',
    'cache-hit': 'false',
    'token-used': 'primary',
  })
  expect(ended.log).toEqual([
    'Choreo CLI v1.2.33, downloaded, SHA-256 verified with the release v1.2.33.',
    'Logged in, with access to the organization acme.',
    'Later steps call `choreo`. The session ends with the job.',
    'authenticated is true, the version is v1.2.33',
    'acme',
    expect.stringMatching(/^ID +HANDLE/),
    expect.stringMatching(/catalog/),
    expect.stringMatching(/broken/),
    expect.stringMatching(/endless/),
    'Created deployment deployment-1',
    'The token is ***.',
    'Encoded it is ***.',
    `The machine's home is ${world.machine.home}.`,
    loggedOut,
  ])
  expect(ended.summary).toContain('acme, confirmed')
  expect(ended.steps.at(-1)).toBe('Post ./: success')
})

test('the second job of a machine finds the CLI in the tool cache', async () => {
  const secrets = { CHOREO_TOKEN: world.addAccount('acme') }
  await run('login.yml', { secrets })
  world.standIn.clearRequests()
  const second = await run('login.yml', { secrets })
  expect(second.outputs['login']).toMatchObject({ 'cache-hit': 'true' })
  expect(world.standIn.requests.map(({ path }) => path).join()).not.toContain('/download/')
})

test('the token of the job goes to the API of the releases, and to nobody else', async () => {
  await run('login.yml', { secrets: { CHOREO_TOKEN: world.addAccount('acme') } })
  const bearer = world.standIn.requests.filter(({ headers }) =>
    headers.authorization?.includes('token-of-the-job-itself'),
  )
  expect(bearer.map(({ path }) => path)).toEqual([
    expect.stringMatching(/^\/api\/repos\/wso2\/choreo-cli\/releases\//),
  ])
})

test('a step that fails makes the job red, and the log-out happens all the same', async () => {
  const ended = await run('failing-step.yml', {
    secrets: { CHOREO_TOKEN: world.addAccount('acme') },
  })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
  expect(ended.jobs['after']).not.toBe('success')
  expect(ended.log.slice(3)).toEqual([
    'Error: request failed: 409 Conflict',
    'acme cleans up.',
    'acme looks after it.',
    loggedOut,
  ])
  expect(ended.steps.at(-1)).toBe('Post ./: success')
})

test('two accounts have a command each, and one of them can end before the other', async () => {
  const ended = await run('accounts.yml', {
    secrets: {
      STAGING_TOKEN: world.addAccount('staging'),
      PRODUCTION_TOKEN: world.addAccount('production'),
    },
  })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { compare: 'success' }, annotations: [] })
  expect(ended.log.slice(6)).toEqual([
    'staging and production',
    'There is no command choreo.',
    'Logged out, and removed the session of `choreo-staging`.',
    'production is still there',
    'There is no command choreo-staging any more.',
    'Logged out, and removed the session of `choreo-production`; 0 traces of the token are left.',
  ])
})

test('after an early log-out nothing is left for later steps, and post is silent', async () => {
  const token = world.addAccount('acme')
  const ended = await run('logout.yml', {
    secrets: { CHOREO_TOKEN: token },
    // Every step has it, as far as act hands on its own environment.
    env: { NEEDLE: token },
  })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.slice(3)).toEqual([
    'acme',
    'Logged out, and removed the session of `choreo`.',
    'There is no command any more.',
  ])
})

test('without a token a job is green that skips, and red that does not', async () => {
  const ended = await run('missing-token.yml')
  expect(ended).toMatchObject({ exitCode: 1, jobs: { skip: 'success', fail: 'failure' } })
  expect(ended.log).toEqual(['Nobody is logged in.'])
  expect(ended.annotations.map(({ level, title }) => `${level}: ${title}`).toSorted()).toEqual([
    'error: No token',
    'notice: Choreo login skipped',
  ])
  expect(ended.outputs['login']).toEqual({ authenticated: 'false' })
  expect(world.standIn.requests).toEqual([])
})

test('a pull request from a fork is told why it has no token', async () => {
  const payload = {
    pull_request: {
      head: { repo: { full_name: 'stranger/app' } },
      base: { repo: { full_name: 'octo/app' } },
    },
  }
  const { annotations } = await run('missing-token.yml', { event: 'pull_request', payload })
  expect(annotations).toHaveLength(2)
  for (const { message } of annotations) expect(message).toContain('comes from a fork')
})

test('a refused token leaves a job green that continues on error, and nobody logged in', async () => {
  const ended = await run('refused-token.yml', { secrets: { CHOREO_TOKEN: `pat-${randomUUID()}` } })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { try: 'success' } })
  expect(ended.annotations).toMatchObject([{ level: 'error', title: 'Token refused' }])
  expect(ended.log.slice(1)).toEqual([
    'The login ended in failure, authenticated is false.',
    'There is no command.',
  ])
})

test('a composite action can wrap the login, with post at the end of the job that uses it', async () => {
  const ended = await run('composite.yml', { secrets: { CHOREO_TOKEN: world.addAccount('acme') } })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.slice(1)).toEqual([
    'Logged in, with access to the organization acme.',
    'Later steps call `choreo`. The session ends with the job.',
    'Created deployment deployment-1',
    'acme uses v1.2.32',
    loggedOut,
  ])
})

const testInPowerShell = (await findPowerShell()) === '' ? test.skip : test

testInPowerShell('steps with `shell: pwsh` call the wrapper of other shells on Linux', async () => {
  const secrets = { CHOREO_TOKEN: world.addAccount('acme') }
  // PowerShell writes to its caches as soon as it starts.
  const env = { XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache') }
  const ended = await run('powershell.yml', { secrets, env })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log).toEqual(
    expect.arrayContaining([
      'choreo belongs to acme.',
      '["a b","--","--name=it\'s"]',
      'piped',
      'The exit code is 42.',
      'The step ended in failure.',
    ]),
  )
})

test('a workflow that is called is logged in with `secrets: inherit`, and is told of it without', async () => {
  const ended = await run('reusable.yml', { secrets: { CHOREO_TOKEN: world.addAccount('acme') } })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
  expect(ended.log.slice(3)).toEqual(['Created deployment deployment-1', loggedOut])
  expect(ended.annotations).toMatchObject([
    { level: 'error', title: 'No token', message: expect.stringContaining('`secrets: inherit`') },
  ])
})

test('a job that is cancelled in a later step logs out', async () => {
  const secrets = { CHOREO_TOKEN: world.addAccount('acme') }
  const ended = await run('cancelled.yml', { secrets, cancelAt: 'acme is waiting.' })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' }, annotations: [] })
  expect(ended.log.slice(3)).toEqual(['acme is waiting.', loggedOut])
})

test('the jobs of a matrix share a machine, and never see each other', async () => {
  const accounts = ['red', 'green', 'blue']
  const secrets = Object.fromEntries(
    accounts.map((account) => [`TOKEN_${account}`, world.addAccount(account)]),
  )
  const ended = await run('matrix.yml', { secrets })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  for (const account of accounts) expect(ended.log).toContain(`${account} is ${account}`)
  expect(ended.log.filter((line) => line === loggedOut)).toHaveLength(3)
})

// It shows, too, that the look around of all the other tests sees what is there.
test('a session that is kept is found in the temporary directory, and only there', async () => {
  const token = world.addAccount('acme')
  const { download } = world.repository
  const secrets = { CHOREO_TOKEN: token }
  const ended = await world.machine.run({ ...named('kept-session.yml'), download, secrets })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.at(-1)).toMatch(/^The session of `choreo` stays, as `logout: false` asks/)
  const [[session = '', ...others] = [], ...jobs] = world.machine.left()
  expect(session).toMatch(/^choreo-session-/)
  expect([...others, ...jobs]).toEqual([])
  const holders = world.machine.holders(token)
  expect(holders).not.toEqual([])
  for (const path of holders) expect(path).toContain(session)
})
