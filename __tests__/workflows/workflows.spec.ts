// What only a runner of whole workflows shows: expressions and contexts, conditions, post steps, composite actions,
// called workflows and cancellation. Everything else has tests in `jobs`, which are faster.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findPowerShell, whyNoPowerShell } from '../powershell/powershell.ts'
import { workflow } from '../repository/steps.ts'
import { afterLogin, loggedOut, setUp } from './set-up.ts'

const world = setUp()

const token = `\${{ secrets.CHOREO_TOKEN }}`
const login = { uses: 'OWNER/choreo-login@v1', with: { token } }
const neverRuns = { run: 'echo "This is never printed."' }

/** Returns a workflow of one job with these steps. */
function deploy(...steps: readonly object[]) {
  return { on: 'push', jobs: { deploy: { 'runs-on': 'ubuntu-latest', steps } } }
}

test('a login reaches later steps and outputs, and ends with the job', async () => {
  const env = {
    AUTHENTICATED: `\${{ steps.login.outputs.authenticated }}`,
    CLI: `\${{ steps.login.outputs.cli-path }}`,
    VERSION: `\${{ steps.login.outputs.cli-version }}`,
    TOKEN: token,
  }
  const run = `echo "authenticated is $AUTHENTICATED, the version is $VERSION"
    "$CLI" whoami
    choreo list components --project=storefront
    echo "The token is $TOKEN."
    echo "Encoded it is $(printf %s "$TOKEN" | base64)."
    echo "The machine's home is $HOME."`
  const ended = await world.succeed({ workflow: deploy({ ...login, id: 'login' }, { env, run }) })
  expect(afterLogin(ended)).toEqual([
    'authenticated is true, the version is v1.2.33',
    'acme',
    expect.stringMatching(/^id +handle/i),
    expect.stringMatching(/catalog/),
    'The token is ***.',
    'Encoded it is ***.',
    `The machine's home is ${world.machine.home}.`,
    loggedOut,
  ])
  // The token of the job, which action.yml takes from the context, is sent to the API of the releases only.
  const { requests } = world.standIn
  const bearer = requests.filter(({ headers }) =>
    headers.authorization?.includes('token-of-the-job-itself'),
  )
  expect(bearer.map(({ path }) => path)).toEqual(['/api/repos/wso2/choreo-cli/releases/latest'])
})

test('a step that fails makes the job fail, and post logs out', async () => {
  const failing = { run: 'choreo create deployment nothing --project=storefront --build-id=none' }
  const onFailure = { if: 'failure()', run: 'echo "$(choreo whoami) cleans up."' }
  const always = { if: 'always()', run: 'echo "$(choreo whoami) looks after it."' }
  const ended = await world.run({ workflow: deploy(login, failing, neverRuns, onFailure, always) })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
  const error = 'Error: request failed: 409 Conflict'
  expect(afterLogin(ended)).toEqual([error, 'acme cleans up.', 'acme looks after it.', loggedOut])
})

test('a composite action can contain the login: post runs at the end of the job that uses it', async () => {
  const wrapper = { id: 'wrapper', uses: './__tests__/workflows/wrapper', with: { token } }
  const env = { VERSION: `\${{ steps.wrapper.outputs.version }}` }
  const step = { env, run: 'echo "$(choreo whoami) uses $VERSION"' }
  const ended = await world.succeed({
    workflow: deploy({ uses: 'actions/checkout@v7' }, wrapper, step),
  })
  expect(afterLogin(ended)).toEqual(['Created build 4001', 'acme uses v1.2.32', loggedOut])
})

const hasPowerShell = (await findPowerShell()) !== ''
const testInPowerShell = hasPowerShell ? test : test.skip
const whyNot = hasPowerShell ? '' : whyNoPowerShell

testInPowerShell(
  `steps with \`shell: pwsh\` call the wrapper of sh on Linux${whyNot}`,
  async () => {
    const run = `"$((Get-Command choreo).Name) belongs to $(choreo whoami)."
    choreo echo 'a b' -- --name="it's"
    'piped' | choreo cat
    choreo exit 42
    "The exit code is $LASTEXITCODE."
    choreo exit 0`
    // PowerShell writes to its caches as soon as it starts.
    const env = { XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache') }
    const ended = await world.succeed({ workflow: deploy(login, { shell: 'pwsh', run }), env })
    const printed = [
      'choreo belongs to acme.',
      '["a b","--","--name=it\'s"]',
      'piped',
      'The exit code is 42.',
    ]
    expect(afterLogin(ended)).toEqual([...printed, loggedOut])
  },
)

test('a called workflow logs in with `secrets: inherit`, and names that setting without it', async () => {
  const uses = './__tests__/workflows/called.yml'
  const jobs = { 'with-secrets': { uses, secrets: 'inherit' }, 'without-secrets': { uses } }
  const workflow = { on: 'push', jobs }
  const ended = await world.run({ workflow })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
  expect(afterLogin(ended)).toEqual(['Created build 4001', loggedOut])
  expect(ended.annotations).toMatchObject([{ level: 'error', title: 'Choreo: No token' }])
  expect(ended.annotations[0]?.message).toContain('`secrets: inherit`')
})

test('a job that is cancelled in a later step logs out', async () => {
  const waiting = { run: 'echo "$(choreo whoami) is waiting."\nexec sleep 100' }
  const ended = await world.run({
    workflow: deploy(login, waiting, neverRuns),
    cancelAt: 'acme is waiting.',
  })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' }, annotations: [] })
  expect(afterLogin(ended)).toEqual(['acme is waiting.', loggedOut])
})

// It also shows that the search after each of the other tests would find a session.
test('a session that stays open is in the temporary directory, and only there', async () => {
  const secret = world.addAccount('acme')
  const workflow = deploy({ ...login, with: { token, logout: false } })
  const ended = await world.machine.run({ workflow, secrets: { CHOREO_TOKEN: secret } })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.at(-1)).toContain('does not log out of `choreo`')
  const [[session = '', ...others] = [], ...jobs] = world.machine.left()
  expect(session).toMatch(/^choreo-session-/)
  expect([...others, ...jobs]).toEqual([])
  const holders = world.machine.holders(secret)
  expect(holders).not.toEqual([])
  for (const path of holders) expect(path).toContain(session)
})

// The job `alpine` has a part of these steps, in a container.
test('the job `action` of CI succeeds, and its last post finds nothing of the login', async () => {
  const { jobs, ...rest } = workflow('.github/workflows/ci.yml')
  const action = { ...jobs['action'], strategy: { matrix: { os: ['ubuntu-latest'] } } }
  const ended = await world.machine.run({ workflow: { ...rest, jobs: { action } } })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { action: 'success' } })
  expect(ended.log.at(-1)).toBe('Nothing of the login is left.')
  expect(ended.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
})
