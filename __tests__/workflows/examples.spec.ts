// Each file in `examples`, run as its users run it, but with the stand-in behind the defaults of the action. What
// its scripts do with unusual outputs is in `repository/release-example.test.ts`.
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { stepsOf, workflow } from '../repository/steps.ts'
import { root } from '../runner.ts'
import type { Run, Start } from './machine.ts'
import { afterLogin, loggedOut, setUp } from './set-up.ts'

const world = setUp()

const promised = new Set<string>()

type RunExample = (start?: Omit<Start, 'workflow'>) => Promise<Run>

/** Says what an example does, in a test. */
function example(file: string, promise: string, check: (run: RunExample) => Promise<void>): void {
  promised.add(file)
  test(`${file} ${promise}`, () =>
    check((start) => world.run({ workflow: workflow(`examples/${file}`), ...start })))
}

/** Returns the SHA-256 of the archive of v1.2.33 for Linux, which is the same for each architecture. */
async function digest(): Promise<string> {
  const { url, clearRequests } = world.standIn
  const path = 'wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-amd64.tar.gz'
  const archive = await (await fetch(`${url}/${path}`)).bytes()
  clearRequests()
  return createHash('sha256').update(archive).digest('hex')
}

/** The event of somebody who starts a workflow by hand, with the id of a build that the stand-in has. */
const dispatched = { event: 'workflow_dispatch', payload: { inputs: { 'build-id': '4000' } } } as const

example('smallest.yml', 'deploys the build that was entered, and logs out', async (run) => {
  const ended = await run(dispatched)
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(afterLogin(ended)).toEqual(['Created deployment deployment-1', loggedOut])
  expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
})

example('release.yml', 'builds, waits, and deploys one build to both environments', async (run) => {
  world.machine.addProgram('sleep', 'exit')
  const ended = await run({ event: 'release', vars: { CHOREO_ORGANIZATION: 'acme' } })
  const jobs = { build: 'success', development: 'success', production: 'success' }
  expect(ended).toMatchObject({ exitCode: 0, jobs, annotations: [] })
  const states = ended.log.filter((line) => line.startsWith('Build 4001: '))
  expect(states.map((line) => line.slice(12))).toEqual(['in_progress', 'in_progress', 'success'])
  const deployments = ['catalog to Development from 4001', 'catalog to Production from 4001']
  expect(world.standIn.deployments).toEqual(deployments)
})

/** Starts a chat that keeps what it is told. Its address is a secret. */
async function startChat() {
  const messages: string[] = []
  const server = createServer(async (request, response) => {
    messages.push(JSON.parse(await text(request)).text)
    response.end('ok')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/${randomUUID()}`
  return { messages, url, [Symbol.dispose]: () => server.close() }
}

const unknownToken = () => `pat-${randomUUID()}`

example('scheduled.yml', 'warns three weeks before the token expires', async (run) => {
  using chat = await startChat()
  const expiry = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  const ended = await run({
    event: 'schedule',
    secrets: { CHOREO_TOKEN: world.addAccount('acme'), CHAT_WEBHOOK: chat.url },
    vars: { CHOREO_TOKEN_EXPIRES_ON: expiry },
  })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { build: 'success' } })
  expect(ended.annotations).toMatchObject([{ level: 'warning', title: 'Choreo: Token expires' }])
  expect(ended.log).toContain('Created build 4001')
  expect(chat.messages).toEqual([])
})

example('scheduled.yml', 'goes on with the second token, and tells the chat', async (run) => {
  using chat = await startChat()
  const CHOREO_TOKEN_NEXT = world.addAccount('acme')
  const secrets = { CHOREO_TOKEN: unknownToken(), CHOREO_TOKEN_NEXT, CHAT_WEBHOOK: chat.url }
  const ended = await run({ event: 'schedule', secrets })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { build: 'success', notify: 'success' } })
  expect(ended.annotations).toMatchObject([{ title: 'Choreo: Token refused, fallback used' }])
  expect(ended.log).toContain('Created build 4001')
  const message =
    /^The nightly build on Choreo: success, with the second token: renew the first one\. https:.*\/runs\/\d+$/
  expect(chat.messages).toEqual([expect.stringMatching(message)])
})

example('scheduled.yml', 'fails when both tokens are refused and no chat is set', async (run) => {
  const secrets = { CHOREO_TOKEN: unknownToken(), CHOREO_TOKEN_NEXT: unknownToken() }
  const ended = await run({ event: 'schedule', secrets })
  expect(ended).toMatchObject({ exitCode: 1, jobs: { build: 'failure', notify: 'failure' } })
  expect(ended.annotations).toMatchObject([{ level: 'error', title: 'Choreo: Both tokens refused' }])
  expect(ended.log.join('\n')).toMatch(/The secret CHAT_WEBHOOK is empty\.$/m)
})

example('tests.yml', 'connects the tests to Choreo, in the home of the machine', async (run) => {
  const { directory, home } = world.machine
  const [checkout, cache] = [join(directory, 'app'), join(directory, 'npm')]
  mkdirSync(checkout)
  const test = 'echo "connected: $CHOREO_CONNECTED, at home in $HOME"'
  writeFileSync(join(checkout, 'package.json'), JSON.stringify({ scripts: { test } }))
  // npm writes into the home of its user, where this test expects no change.
  const env = { npm_config_cache: cache, npm_config_update_notifier: 'false' }
  const ended = await run({ checkout, env })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { test: 'success' }, annotations: [] })
  expect(ended.log).toContain(`connected: 1, at home in ${home}`)
})

example('accounts.yml', 'compares two organizations in one job', async (run) => {
  const [staging, production] = [world.addAccount('staging'), world.addAccount('production')]
  const secrets = { CHOREO_TOKEN_STAGING: staging, CHOREO_TOKEN_PRODUCTION: production }
  const vars = { CHOREO_ORGANIZATION_STAGING: 'staging', CHOREO_ORGANIZATION_PRODUCTION: 'production' }
  const ended = await run({ event: 'workflow_dispatch', secrets, vars })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { compare: 'success' }, annotations: [] })
  expect(afterLogin(ended)).toEqual([
    expect.stringContaining('removed the session of `choreo-staging`'),
    'Both organizations have the same components.',
    expect.stringContaining('removed the session of `choreo-production`'),
  ])
})

example('self-hosted.yml', 'builds in many jobs at once, which end their logins early', async (run) => {
  const ended = await run({ vars: { CHOREO_CLI_SHA256: await digest() } })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { build: 'success' }, annotations: [] })
  const count = (text: string) => ended.log.filter((line) => line.includes(text)).length
  expect(count('Created build ')).toBe(3)
  expect(count('Logged out, and removed the session of `choreo`.')).toBe(3)
  expect(count('The report of another team comes here.')).toBe(3)
})

example('container.yml', 'tests, and creates a build', async (run) => {
  world.machine.addProgram('go', 'echo "go $*"')
  const ended = await run()
  expect(ended).toMatchObject({ exitCode: 0, annotations: [] })
  expect(ended.log[0]).toBe('go test ./...')
  expect(afterLogin(ended)).toEqual(['Created build 4001', loggedOut])
})

example('enterprise-server.yml', 'asks no API, and sends no token of the job', async (run) => {
  const vars = { CHOREO_MIRROR: world.standIn.url, CHOREO_CLI_SHA256: await digest() }
  const ended = await run({ ...dispatched, server: 'github.example.com', vars })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
  const downloads = world.standIn.requests.filter(({ path }) => !path.startsWith('/service/'))
  expect(downloads.map(({ path }) => path.replace(/linux-\w+/, 'linux-amd64'))).toEqual([
    '/wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-amd64.tar.gz',
    expect.stringMatching(/^\/objects\//),
  ])
  expect(downloads.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([])
})

/** The event of a pull request to `octo/app`. */
function pullRequestFrom(repository: string) {
  const [head, base] = [repository, 'octo/app'].map((name) => ({ repo: { full_name: name } }))
  return { event: 'pull_request', payload: { pull_request: { number: 7, head, base } } }
}

const notChecked = 'Not checked against Choreo; this happens after the merge.'

example('pull-requests.yml', 'checks a pull request from a branch', async (run) => {
  const ended = await run(pullRequestFrom('octo/app'))
  expect(ended).toMatchObject({ exitCode: 0, jobs: { check: 'success' }, annotations: [] })
  expect(ended.log.at(-2)).toMatch(/catalog/)
  expect(ended.log).not.toContain(notChecked)
})

example('pull-requests.yml', 'succeeds without a login for a pull request from a fork', async (run) => {
  const ended = await run({ ...pullRequestFrom('stranger/app'), secrets: {} })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { check: 'success' } })
  expect(ended.log).toEqual([notChecked])
  const message = expect.stringContaining('comes from a fork')
  expect(ended.annotations).toMatchObject([{ level: 'notice', message }])
})

example('wdp.yml', 'deploys with `wdp`, which the second job calls by the old name', async (run) => {
  const ended = await run(dispatched)
  const jobs = { deploy: 'success', migrate: 'success' }
  expect(ended).toMatchObject({ exitCode: 0, jobs, annotations: [] })
  expect(world.standIn.deployments).toEqual(['catalog to Development from 4000'])
  expect(afterLogin(ended)).toContainEqual(expect.stringMatching(/\bcatalog\b/))
  expect(world.standIn.requests.map(({ path }) => path).join()).not.toContain('choreo-cli')
})

test('every example has a test, and a row in the list', () => {
  const files = readdirSync(join(root, 'examples')).filter((file) => file !== 'README.md')
  expect(files.toSorted()).toEqual([...promised].toSorted())
  const list = readFileSync(join(root, 'examples', 'README.md'), 'utf8')
  const listed = [...list.matchAll(/\]\((.+)\)/g)].map(([, file]) => file)
  expect(listed.toSorted()).toEqual(files.toSorted())
})

test('the examples use nothing but this action, and a checkout that is pinned', () => {
  for (const file of promised) {
    for (const { uses = 'OWNER/choreo-login@v1' } of stepsOf(workflow(`examples/${file}`))) {
      expect(uses).toMatch(/^(OWNER\/choreo-login(\/logout)?@v1|actions\/checkout@[0-9a-f]{40})$/)
    }
  }
})
