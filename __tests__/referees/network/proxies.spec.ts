// Whole jobs whose way to GitHub leads through real proxies, or over TLS.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import {
  everything,
  expectFailedLogin,
  expectLogin,
  expectLogout,
  until,
} from '../../expectations.ts'
import { leftovers } from '../../install/leftovers.ts'
import { quickPauses } from '../../install/quick-clock.ts'
import type { Ended, Job } from '../../runner.ts'
import { setUp, type WorkingInputs } from '../../set-up.ts'
import { type Gateway, startGateway } from './gateway.ts'
import * as proxies from './proxies.ts'
import { unreachablePort } from './service.ts'

const world = setUp()
const githubToken = 'token-of-the-job'
/** How many requests each proxy got before the test. */
const earlier = new Map<proxies.ForwardProxy, number>()

const directory = mkdtempSync(join(tmpdir(), 'choreo-login-proxies-'))
/** The certificate of the front over HTTPS. */
const trusted = proxies.makeCertificate(directory, 'servers')
let secure: Gateway
let plain: Gateway
let squid: proxies.Squid
let tinyproxy: proxies.ForwardProxy

beforeAll(async () => {
  secure = await startGateway(world.standIn, trusted)
  plain = await startGateway(world.standIn)
  const allowed = [secure.port, plain.port, unreachablePort]
  squid = await proxies.startSquid(directory, allowed, trusted)
  tinyproxy = await proxies.startTinyproxy(directory, allowed)
})
beforeEach(() => {
  world.standIn.clearRequests()
  for (const proxy of [squid, tinyproxy]) earlier.set(proxy, proxy.requests().length)
})
afterAll(async () => {
  await Promise.all([squid?.stop(), tinyproxy?.stop()])
  secure?.close()
  plain?.close()
  rmSync(directory, { recursive: true, force: true })
})

type Variables = Readonly<Record<string, string>>

/** Starts a job with these variables, which trusts the front over HTTPS. */
function start(variables: Variables): Job {
  const job = world.start()
  Object.assign(job.env, { NODE_EXTRA_CA_CERTS: trusted, ...variables })
  return job
}

function github(origin: string, apiOrigin = origin): WorkingInputs {
  const urls = { 'github-url': origin, 'github-api-url': `${apiOrigin}/api` }
  return world.inputs({ ...urls, 'github-token': githubToken })
}

/** Runs a whole job that succeeds. Its credentials reached their own servers alone. */
async function expectJob(job: Job, inputs: WorkingInputs, from: readonly string[]): Promise<void> {
  const main = await expectLogin(job, inputs)
  expect(main.log.join('\n')).toContain('verified with the release v1.2.33')
  const step = await job.step('choreo list projects')
  expect(step).toMatchObject({ exitCode: 0, stderr: '' })
  expectNoSecret(main, step, await expectLogout(job, main, inputs))
  const paths = [
    /^\/api\/.*\/releases\/latest$/,
    /^\/wso2\/choreo-cli\/releases\/download\//,
    /^\/objects\//,
  ]
  expect(world.requestsToGitHub()).toEqual(paths.map((path) => expect.stringMatching(path)))
  const arrivals = world.standIn.requests.filter(({ path }) => !path.startsWith('/service/'))
  const credentials = arrivals.map(({ headers }) => [
    headers.authorization,
    headers['proxy-authorization'],
  ])
  const nothing = [undefined, undefined]
  expect(credentials).toEqual([[`Bearer ${githubToken}`, undefined], nothing, nothing])
  expect(arrivals.map(({ headers }) => headers['x-forwarded-for'])).toEqual(from)
}

function expectNoSecret(...steps: readonly Ended[]): void {
  for (const secret of [githubToken, proxies.password, encodeURIComponent(proxies.password)]) {
    expect(everything(...steps)).not.toContain(secret)
  }
}

/** The requests that a proxy got in this test. It may log them late, so their number is waited for. */
async function requestsTo(proxy: proxies.ForwardProxy, count: number): Promise<string[]> {
  const requests = () => proxy.requests().slice(earlier.get(proxy))
  await until(() => requests().length >= count)
  return requests()
}

test.each(['squid', 'tinyproxy'])(
  'a job gets metadata in a tunnel of %s, and the archive by whole URLs through the other proxy',
  async (name) => {
    const [proxy, other] = name === 'squid' ? [squid, tinyproxy] : [tinyproxy, squid]
    const job = start({ HTTPS_PROXY: `http://${proxy.address}`, http_proxy: other.address })
    const [api, origin] = [`localhost:${secure.port}`, `http://localhost:${plain.port}`]
    await expectJob(job, github(origin, `https://${api}`), [
      proxy.source,
      other.source,
      other.source,
    ])
    expect(await requestsTo(proxy, 1)).toEqual([`CONNECT ${api}`])
    const urls = ['wso2', 'objects'].map((path) =>
      expect.stringContaining(`GET ${origin}/${path}/`),
    )
    expect(await requestsTo(other, 2)).toEqual(urls)
  },
)

test('a job gets metadata and archive through a proxy whose CA is in NODE_EXTRA_CA_CERTS', async () => {
  const job = start({
    HTTPS_PROXY: `http://${squid.inspecting}`,
    NODE_EXTRA_CA_CERTS: squid.authority,
  })
  const origin = `https://localhost:${secure.port}`
  await expectJob(job, github(origin), Array(3).fill(squid.source))
  // A tunnel each, and what squid reads in it.
  const requests = await requestsTo(squid, 6)
  const urls = ['api', 'wso2', 'objects'].map((path) =>
    expect.stringContaining(`GET ${origin}/${path}/`),
  )
  expect(requests.filter((request) => !request.startsWith('CONNECT'))).toEqual(urls)
})

test('a job goes past its proxy to what NO_PROXY names', async () => {
  const proxy = `http://${tinyproxy.address}`
  const NO_PROXY = `other.test, localhost:${plain.port}`
  const job = start({ HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY })
  const inputs = github(`https://localhost:${secure.port}`, `http://localhost:${plain.port}`)
  await expectJob(job, inputs, ['127.0.0.1', tinyproxy.source, tinyproxy.source])
})

test.each<
  [string, RegExp, number, () => readonly [proxies.ForwardProxy, port: number, address?: string]]
>([
  ['squid forbids the port', /refused .* status 403\. /, 1, () => [squid, 443]],
  ['tinyproxy forbids the port', /refused .* status 403\. /, 1, () => [tinyproxy, 443]],
  [
    'there is no proxy',
    /refused, \d times\. /,
    0,
    () => [squid, secure.port, `127.0.0.1:${unreachablePort}`],
  ],
  ['squid cannot connect', /refused.* 503, \d times\. /, 5, () => [squid, unreachablePort]],
  ['tinyproxy cannot connect', /refused.* 500, \d times\. /, 5, () => [tinyproxy, unreachablePort]],
  [
    'the password is wrong',
    /407\. Check .* `HTTPS_PROXY`/,
    1,
    () => [squid, secure.port, squid.refused],
  ],
  [
    "squid's CA is not trusted",
    /set `NODE_EXTRA_CA_CERTS`/,
    1,
    () => [squid, secure.port, squid.inspecting],
  ],
])(
  'a job fails with one sentence, and sends nothing, when %s',
  async (_, reason, count, setting) => {
    const [proxy, port, address = proxy.address] = setting()
    const job = start({ HTTPS_PROXY: `http://${address}`, ...quickPauses })
    const { title, message, main } = await expectFailedLogin(
      job,
      github(`https://localhost:${port}`),
    )
    expect(title).toBe('Choreo: CLI not installed')
    expect(message).toMatch(/^The digest of the release could not be read.* Could not get https:/)
    expect(message).toMatch(reason)
    expect(leftovers(job)).toEqual([])
    expectNoSecret(main)
    const requests = await requestsTo(proxy, count)
    expect(new Set(requests)).toEqual(new Set(count > 0 ? [`CONNECT localhost:${port}`] : []))
    // What is not retried is requested once.
    if (count === 1) expect(requests).toHaveLength(1)
    expect(world.standIn.requests).toEqual([])
  },
)

test('a redirect from https to http is refused', async () => {
  world.standIn.faults.download = {
    status: 302,
    headers: { location: `http://localhost:${plain.port}/` },
  }
  const { message } = await expectFailedLogin(start({}), github(`https://localhost:${secure.port}`))
  expect(message).toMatch(/^Could not get .* redirects from https to http, which is refused\.$/m)
})

test.each<[string, () => Readonly<Record<string, string>>]>([
  ['a server', () => ({})],
  ['an inspecting proxy', () => ({ HTTPS_PROXY: `http://${squid.inspecting}` })],
])(
  'a certificate of %s that is not trusted is refused, whatever NODE_TLS_REJECT_UNAUTHORIZED says',
  async (_, variables) => {
    const job = world.start()
    Object.assign(job.env, { NODE_TLS_REJECT_UNAUTHORIZED: '0', ...variables })
    const main = await job.main(github(`https://localhost:${secure.port}`))
    const message = expect.stringContaining('NODE_EXTRA_CA_CERTS')
    expect(main.annotations).toMatchObject([{ title: 'Choreo: CLI not installed', message }])
    expect(leftovers(job)).toEqual([])
    expect(world.standIn.requests).toEqual([])
  },
)
