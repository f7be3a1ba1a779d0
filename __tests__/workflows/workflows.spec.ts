// What only a runner of whole workflows shows: expressions and contexts, conditions, post steps, composite actions,
// called workflows and cancellation. Everything else has tests in `jobs`, which are faster.
import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { findPowerShell } from '../powershell/powershell.ts'
import type { Run, Start } from './machine.ts'
import { afterLogin, loggedOut, setUp } from './set-up.ts'

const world = setUp()

/** Runs a workflow of this folder, with the token of an account. */
function run(name: string, start: Partial<Start> = {}): Promise<Run> {
  return world.run({ secrets: { CHOREO_TOKEN: world.addAccount('acme') }, ...named(name), ...start })
}

function named(name: string): Pick<Start, 'workflow' | 'checkout'> {
  const { checkout } = world.repository
  return { workflow: join(checkout, '__tests__', 'workflows', name), checkout }
}

test('a login reaches later steps, outputs and the summary, and ends with the job', async () => {
  const ended = await run('login.yml')
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.outputs['login']).toMatchObject({
    authenticated: 'true',
    'cli-version': 'v1.2.33',
    'cache-hit': 'false',
    'token-used': 'primary',
  })
  expect(ended.log).toContainEqual(
    expect.stringMatching(/v1\.2\.33, downloaded, SHA-256 verified with the release/),
  )
  expect(afterLogin(ended)).toEqual([
    'authenticated is true, the version is v1.2.33',
    'acme',
    expect.stringMatching(/^id +handle/i),
    expect.stringMatching(/catalog/),
    'Created build 4001',
    'The token is ***.',
    'Encoded it is ***.',
    `The machine's home is ${world.machine.home}.`,
    loggedOut,
  ])
  expect(ended.summary).toContain('acme, verified')
  expect(ended.steps.at(-1)).toBe('Post ./: success')
  // The token of the job, which action.yml takes from the context, is sent to the API of the releases only.
  const bearer = world.standIn.requests.filter(({ headers }) =>
    headers.authorization?.includes('token-of-the-job-itself'),
  )
  expect(bearer.map(({ path }) => path)).toEqual([
    expect.stringMatching(/^\/api\/repos\/wso2\/choreo-cli\/releases\//),
  ])
})

test('a step that fails makes the job fail, and post logs out', async () => {
  const ended = await run('failing-step.yml')
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
  expect(ended.jobs['after']).not.toBe('success')
  expect(afterLogin(ended)).toEqual([
    'Error: request failed: 409 Conflict',
    'acme cleans up.',
    'acme looks after it.',
    loggedOut,
  ])
  expect(ended.steps.at(-1)).toBe('Post ./: success')
})

test('a composite action can contain the login: post runs at the end of the job that uses it', async () => {
  const ended = await run('composite.yml')
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log).toContain('✓ Logged in to Choreo, with access to the organization acme.')
  expect(afterLogin(ended)).toEqual(['Created build 4001', 'acme uses v1.2.32', loggedOut])
})

const testInPowerShell = (await findPowerShell()) === '' ? test.skip : test

testInPowerShell('steps with `shell: pwsh` call the wrapper of other shells on Linux', async () => {
  // PowerShell writes to its caches as soon as it starts.
  const env = { XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache') }
  const ended = await run('powershell.yml', { env })
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

test('a called workflow logs in with `secrets: inherit`, and names that setting without it', async () => {
  const ended = await run('reusable.yml')
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
  expect(afterLogin(ended)).toEqual(['Created build 4001', loggedOut])
  expect(ended.annotations).toMatchObject([{ level: 'error', title: 'Choreo: No token' }])
  expect(ended.annotations[0]?.message).toContain('`secrets: inherit`')
})

test('a job that is cancelled in a later step logs out', async () => {
  const ended = await run('cancelled.yml', { cancelAt: 'acme is waiting.' })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' }, annotations: [] })
  expect(afterLogin(ended)).toEqual(['acme is waiting.', loggedOut])
})

// It also shows that the search after each of the other tests would find a session.
test('a session that stays open is in the temporary directory, and only there', async () => {
  const token = world.addAccount('acme')
  const { download } = world.repository
  const secrets = { CHOREO_TOKEN: token }
  const ended = await world.machine.run({ ...named('kept-session.yml'), download, secrets })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.at(-1)).toMatch(/^The session of `choreo` stays open \(`logout: false`\)/)
  const [[session = '', ...others] = [], ...jobs] = world.machine.left()
  expect(session).toMatch(/^choreo-session-/)
  expect([...others, ...jobs]).toEqual([])
  const holders = world.machine.holders(token)
  expect(holders).not.toEqual([])
  for (const path of holders) expect(path).toContain(session)
})

// The job `alpine` has a part of these steps, in a container.
test('the job `action` of CI succeeds, and its last post finds nothing of the login', async () => {
  const { checkout, download } = world.repository
  const { jobs, ...rest } = parse(readFileSync(join(checkout, '.github', 'workflows', 'ci.yml'), 'utf8'))
  const action = { ...jobs.action, strategy: { matrix: { os: ['ubuntu-latest'] } } }
  const workflow = join(world.machine.directory, 'ci.yml')
  writeFileSync(workflow, stringify({ ...rest, jobs: { action } }))

  const ended = await world.machine.run({ workflow, checkout, download })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { action: 'success' } })
  expect(ended.log.at(-1)).toBe('Nothing of the login is left.')
  expect(ended.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
})
