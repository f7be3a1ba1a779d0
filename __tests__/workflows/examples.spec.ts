// Each file in `examples`, run as its users run it, but with the stand-in behind the defaults of the action. What
// its scripts do with unusual outputs is in `repository/release-example.test.ts`.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { servers } from '../install/servers.ts'
import { stepsOf, workflow } from '../repository/steps.ts'
import { root } from '../runner.ts'
import type { Start } from './machine.ts'
import { afterLogin, loggedOut, setUp } from './set-up.ts'

const world = setUp()
const { http } = servers()
const promised = new Set<string>()

/** Says what an example does, in a test. */
function example(file: string, promise: string, check: (example: Start) => Promise<void>): void {
  promised.add(file)
  test(`${file} ${promise}`, () => check({ workflow: workflow(`examples/${file}`) }))
}

const archive = '/wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-amd64.tar.gz'

/** Returns the SHA-256 of the archive, which is the same for each architecture. */
async function digest(): Promise<string> {
  const bytes = await (await fetch(world.standIn.url + archive)).bytes()
  world.standIn.clearRequests()
  return createHash('sha256').update(bytes).digest('hex')
}

/** The event of somebody who starts a workflow by hand, with the id of a build that the stand-in has. */
const dispatched = {
  event: 'workflow_dispatch',
  payload: { inputs: { 'build-id': '4000' } },
} as const

example('smallest.yml', 'deploys the build that was entered, and logs out', async (example) => {
  const ended = await world.succeed({ ...example, ...dispatched })
  expect(afterLogin(ended)).toEqual(['Created deployment deployment-1', loggedOut])
  expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
})

example(
  'release.yml',
  'builds, waits, and deploys one build to both environments',
  async (example) => {
    world.machine.addProgram('sleep', 'exit')
    const vars = { CHOREO_ORGANIZATION: 'acme' }
    const { log } = await world.succeed({ ...example, event: 'release', vars })
    const states = log
      .filter((line) => line.startsWith('Build 4001: '))
      .map((line) => line.slice(12))
    expect(states).toEqual(['in_progress', 'in_progress', 'success'])
    const deployments = ['catalog to Development from 4001', 'catalog to Production from 4001']
    expect(world.standIn.deployments).toEqual(deployments)
  },
)

/** Starts a chat that keeps what it is told. Its address is a secret. */
async function startChat() {
  const messages: string[] = []
  const url = await http(async (request, response) => {
    messages.push(JSON.parse(await text(request)).text)
    response.end('ok')
  })
  return { messages, url: `${url}/${randomUUID()}` }
}

const unknownToken = () => `pat-${randomUUID()}`

example('scheduled.yml', 'warns three weeks before the token expires', async (example) => {
  const chat = await startChat()
  const secrets = { CHOREO_TOKEN: world.addAccount('acme'), CHAT_WEBHOOK: chat.url }
  const CHOREO_TOKEN_EXPIRES_ON = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  const ended = await world.run({
    ...example,
    event: 'schedule',
    secrets,
    vars: { CHOREO_TOKEN_EXPIRES_ON },
  })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { build: 'success' } })
  expect(ended.annotations).toMatchObject([{ level: 'warning', title: 'Choreo: Token expires' }])
  expect(ended.log).toContain('Created build 4001')
  expect(chat.messages).toEqual([])
})

example('scheduled.yml', 'goes on with the second token, and tells the chat', async (example) => {
  const chat = await startChat()
  const CHOREO_TOKEN_NEXT = world.addAccount('acme')
  const secrets = { CHOREO_TOKEN: unknownToken(), CHOREO_TOKEN_NEXT, CHAT_WEBHOOK: chat.url }
  const ended = await world.run({ ...example, event: 'schedule', secrets })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { build: 'success', notify: 'success' } })
  expect(ended.annotations).toMatchObject([{ title: 'Choreo: Fallback token used' }])
  expect(ended.log).toContain('Created build 4001')
  const message =
    /^The nightly build on Choreo: success, with the second token: renew the first one\. https:.*\/runs\/\d+$/
  expect(chat.messages).toEqual([expect.stringMatching(message)])
})

example(
  'scheduled.yml',
  'fails when both tokens are refused and no chat is set',
  async (example) => {
    const secrets = { CHOREO_TOKEN: unknownToken(), CHOREO_TOKEN_NEXT: unknownToken() }
    const ended = await world.run({ ...example, event: 'schedule', secrets })
    expect(ended).toMatchObject({ exitCode: 1, jobs: { build: 'failure', notify: 'failure' } })
    expect(ended.annotations).toMatchObject([
      { level: 'error', title: 'Choreo: Both tokens refused' },
    ])
    expect(ended.log.join('\n')).toMatch(/The secret CHAT_WEBHOOK is empty\.$/m)
  },
)

example(
  'tests.yml',
  'connects the tests to Choreo, in the home of the machine',
  async (example) => {
    world.machine.addProgram('npm', 'echo "npm $*: connected $CHOREO_CONNECTED, at home in $HOME"')
    const ended = await world.succeed(example)
    const printed = `npm test: connected 1, at home in ${world.machine.home}`
    expect(afterLogin(ended)).toEqual([printed, loggedOut])
  },
)

example('accounts.yml', 'lists two organizations in one job', async (example) => {
  const [staging, production] = [world.addAccount('staging'), world.addAccount('production')]
  const secrets = { CHOREO_TOKEN_STAGING: staging, CHOREO_TOKEN_PRODUCTION: production }
  const vars = {
    CHOREO_ORGANIZATION_STAGING: 'staging',
    CHOREO_ORGANIZATION_PRODUCTION: 'production',
  }
  const ended = await world.succeed({ ...example, event: 'workflow_dispatch', secrets, vars })
  expect(afterLogin(ended)).toEqual([
    expect.stringMatching(/^id +handle/),
    expect.stringMatching(/catalog/),
    expect.stringContaining('removed the session of `choreo-staging`'),
    expect.stringMatching(/^id +handle/),
    expect.stringMatching(/catalog/),
    expect.stringContaining('removed the session of `choreo-production`'),
  ])
})

example(
  'self-hosted.yml',
  'builds in many jobs at once, which end their logins early',
  async (example) => {
    const vars = { CHOREO_CLI_SHA256: await digest() }
    const { log } = await world.succeed({ ...example, vars })
    const count = (text: string) => log.filter((line) => line.includes(text)).length
    expect(count('Created build ')).toBe(3)
    expect(count('Logged out, and removed the session of `choreo`.')).toBe(3)
    expect(count('The report of another team comes here.')).toBe(3)
  },
)

example(
  'secrets-manager.yml',
  'deploys with a token that no secret of GitHub holds',
  async (example) => {
    const MANAGED_SECRET = world.addAccount('acme')
    const ended = await world.succeed({
      ...example,
      ...dispatched,
      secrets: {},
      env: { MANAGED_SECRET },
    })
    expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
    expect(ended.log.join('\n')).not.toContain(MANAGED_SECRET)
  },
)

example('container.yml', 'tests, and creates a build', async (example) => {
  world.machine.addProgram('go', 'echo "go $*"')
  const ended = await world.succeed(example)
  expect(ended.log[0]).toBe('go test ./...')
  expect(afterLogin(ended)).toEqual(['Created build 4001', loggedOut])
})

example('enterprise-server.yml', 'asks no API, and sends no token of the job', async (example) => {
  const vars = { CHOREO_MIRROR: world.standIn.url, CHOREO_CLI_SHA256: await digest() }
  await world.succeed({ ...example, ...dispatched, server: 'github.example.com', vars })
  expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
  const downloads = world.standIn.requests.filter(({ path }) => !path.startsWith('/service/'))
  const paths = downloads.map(({ path }) => path.replace(/linux-\w+/, 'linux-amd64'))
  expect(paths).toEqual([archive, expect.stringMatching(/^\/objects\//)])
  expect(downloads.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([])
})

/** The event of a pull request to `octo/app`. */
function pullRequestFrom(repository: string) {
  const [head, base] = [repository, 'octo/app'].map((name) => ({ repo: { full_name: name } }))
  return { event: 'pull_request', payload: { pull_request: { number: 7, head, base } } }
}

const notChecked = 'Not checked against Choreo; this happens after the merge.'

example('pull-requests.yml', 'checks a pull request from a branch', async (example) => {
  const { log } = await world.succeed({ ...example, ...pullRequestFrom('octo/app') })
  expect(log.at(-2)).toMatch(/catalog/)
  expect(log).not.toContain(notChecked)
})

example(
  'pull-requests.yml',
  'succeeds without a login for a pull request from a fork',
  async (example) => {
    const ended = await world.run({ ...example, ...pullRequestFrom('stranger/app'), secrets: {} })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { check: 'success' } })
    expect(ended.log.at(-1)).toBe(notChecked)
    const message = expect.stringContaining('comes from a fork')
    expect(ended.annotations).toMatchObject([{ level: 'notice', message }])
  },
)

example(
  'wdp.yml',
  'deploys with `wdp`, which the second job calls by the old name',
  async (example) => {
    const ended = await world.succeed({ ...example, ...dispatched })
    expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
    expect(afterLogin(ended)).toContainEqual(expect.stringMatching(/\bcatalog\b/))
    expect(world.standIn.requests.map(({ path }) => path).join()).not.toContain('choreo-cli')
  },
)

test('every example has a test, and a row in the list', () => {
  const files = readdirSync(join(root, 'examples')).filter((file) => file !== 'README.md')
  expect(files.toSorted()).toEqual([...promised].toSorted())
  const list = readFileSync(join(root, 'examples', 'README.md'), 'utf8')
  const listed = [...list.matchAll(/\]\((.+\.yml)\)/g)].map(([, file]) => file)
  expect(listed.toSorted()).toEqual(files.toSorted())
})

test('the examples use nothing but this action, and official ones that are pinned', () => {
  const steps = [...promised].flatMap((file) => stepsOf(workflow(`examples/${file}`)))
  for (const { uses = 'OWNER/choreo-login@v1' } of steps) {
    expect(uses).toMatch(
      /^(OWNER\/choreo-login(\/logout)?@v1|(actions\/checkout|google-github-actions\/[\w-]+)@[0-9a-f]{40})$/,
    )
  }
})
