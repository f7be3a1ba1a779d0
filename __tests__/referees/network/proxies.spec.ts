// Whole jobs whose way to GitHub leads through real proxies.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { everything, until } from '../../expectations.ts'
import { leftovers } from '../../install/leftovers.ts'
import type { Ended, Job } from '../../runner.ts'
import { setUp } from '../../set-up.ts'
import { type Arrival, type Gateway, startGateway } from './gateway.ts'
import {
  type Certificate,
  credentials,
  type ForwardProxy,
  makeCertificate,
  type Squid,
  startSquid,
  startTinyproxy,
} from './proxies.ts'
import { freePorts } from './service.ts'

const world = setUp()
const githubToken = 'token-of-the-job'
const login = `${credentials.user}:${encodeURIComponent(credentials.password)}@`
const secrets = [githubToken, credentials.password, encodeURIComponent(credentials.password)]

let directory: string
let trusted: Certificate
/** The front over HTTPS, and the one over plain HTTP. */
let secure: Gateway
let plain: Gateway
let squid: Squid
let tinyproxy: ForwardProxy
let closed: number

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-proxies-'))
  trusted = makeCertificate(directory, 'servers', [
    'subjectAltName=DNS:github.test,DNS:localhost',
    'basicConstraints=critical,CA:TRUE',
  ])
  secure = await startGateway(world.standIn, { certificate: trusted })
  plain = await startGateway(world.standIn)
  closed = (await freePorts(1))[0] ?? 0
  const allowed = [secure, plain].flatMap(({ github, store }) => [github, store]).concat(closed)
  squid = await startSquid(allowed, trusted.certificate)
  tinyproxy = await startTinyproxy(allowed)
})
beforeEach(() => {
  secure.clear()
  plain.clear()
})
afterAll(async () => {
  await Promise.all([squid?.stop(), tinyproxy?.stop()])
  secure?.close()
  plain?.close()
  rmSync(directory, { recursive: true, force: true })
})

type Variables = Readonly<Record<string, string>>

function start(variables: Variables): Job {
  const job = world.start({ build: 'dist' })
  Object.assign(job.env, variables)
  return job
}

function github(origin: string): Record<string, string> {
  const inputs = { 'github-url': origin, 'github-api-url': `${origin}/api` }
  return world.inputs({ ...inputs, 'github-token': githubToken })
}

/** A whole job that goes well. Its credentials reached their own servers alone. */
async function expectLogin(job: Job, origin: string): Promise<void> {
  const inputs = github(origin)
  const main = await job.main(inputs)
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(main.log.join('\n')).toContain('verified with the release v1.2.33')
  const step = await job.step('choreo list projects')
  expect(step).toMatchObject({ exitCode: 0, stderr: '' })
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expectNoSecret(main, step, post)
  const paths = arrivals().map(({ path }) => path.replace(/\?.*/, ''))
  const api = /^\/api\/.*\/releases\/latest$/
  const expected = [api, api, /^\/wso2\/choreo-cli\/releases\/download\//, /^\/objects\//]
  expect(paths).toEqual(expected.map((path) => expect.stringMatching(path)))
  // The API has moved to another origin, which gets no token.
  const [first, ...others] = arrivals().map(({ headers }) => headers)
  expect(first?.authorization).toBe(`Bearer ${githubToken}`)
  for (const headers of others) expect(headers).not.toHaveProperty('authorization')
  for (const { headers } of arrivals()) expect(headers).not.toHaveProperty('proxy-authorization')
}

function expectNoSecret(...steps: readonly Ended[]): void {
  for (const secret of secrets) expect(everything(...steps)).not.toContain(secret)
}

/** A job that fails with one sentence, and leaves nothing behind. */
async function expectFailure(job: Job, origin: string, message: RegExp): Promise<void> {
  const main = await job.main(github(origin))
  expect(main.annotations).toEqual([
    { level: 'error', title: 'Choreo: CLI not installed', message: expect.stringMatching(message) },
  ])
  expect(main.annotations[0]?.message).not.toMatch(/\n|undefined|\[object/)
  expect(main).toMatchObject({ exitCode: 1, stderr: '', outputs: { authenticated: 'false' } })
  expect(main.milliseconds).toBeLessThan(20_000)
  expectNoSecret(main)
  expect(leftovers(job)).toEqual([])
  expect(arrivals()).toEqual([])
}

/** What reached GitHub and its object store. */
function arrivals(): readonly Arrival[] {
  return [...secure.arrivals, ...plain.arrivals]
}

function sources(): readonly string[] {
  return arrivals().map(({ from }) => from)
}

/** The requests that a proxy gets meanwhile. It may log them late, so their number is waited for. */
async function requestsTo(proxy: ForwardProxy, count: number, run: () => Promise<void>): Promise<string[]> {
  const before = proxy.requests().length
  await run()
  await until(() => proxy.requests().length >= before + count)
  return proxy.requests().slice(before)
}

describe.each(['squid', 'tinyproxy'])('%s', (name) => {
  /** The proxy, how a job names it, how it names another proxy, and a host that the proxy can reach. */
  function setting() {
    const [withPassword, without] = [login + squid.address, tinyproxy.address]
    return name === 'squid'
      ? { proxy: squid, address: withPassword, other: without, host: 'github.test' }
      : { proxy: tinyproxy, address: without, other: withPassword, host: 'localhost' }
  }

  test('gets metadata and archive over HTTPS, in tunnels', async () => {
    const { proxy, address, other, host } = setting()
    const job = start({
      HTTPS_PROXY: `http://${address}`,
      HTTP_PROXY: `http://${other}`,
      NODE_EXTRA_CA_CERTS: trusted.certificate,
    })
    const { github, store } = secure
    const requests = await requestsTo(proxy, 4, () => expectLogin(job, `https://${host}:${github}`))
    expect(requests).toEqual([github, store, github, store].map((port) => `CONNECT ${host}:${port}`))
    expect(sources()).toEqual(Array(4).fill(proxy.source))
  })

  test('gets metadata and archive over plain HTTP, by whole URLs', async () => {
    const { proxy, address, other, host } = setting()
    const job = start({ http_proxy: address, https_proxy: other })
    const origin = `http://${host}:${plain.github}`
    const requests = await requestsTo(proxy, 4, () => expectLogin(job, origin))
    expect(requests).toEqual([
      expect.stringContaining(`GET ${origin}/api/`),
      expect.stringContaining(`GET http://${host}:${plain.store}/api/`),
      expect.stringContaining(`GET ${origin}/wso2/`),
      expect.stringContaining(`GET http://${host}:${plain.store}/objects/`),
    ])
    expect(sources()).toEqual(Array(4).fill(proxy.source))
  })

  test('is avoided for what NO_PROXY names', async () => {
    const { proxy, address } = setting()
    const job = start({
      HTTPS_PROXY: `http://${address}`,
      NO_PROXY: `other.test, localhost:${secure.github}`,
      NODE_EXTRA_CA_CERTS: trusted.certificate,
    })
    await expectLogin(job, `https://localhost:${secure.github}`)
    expect(sources()).toEqual(['127.0.0.1', proxy.source, '127.0.0.1', proxy.source])
  })

  test('refuses a tunnel to another port: the job fails with its status, at once', async () => {
    const { proxy, address, host } = setting()
    const job = start({ HTTPS_PROXY: `http://${address}` })
    const requests = await requestsTo(proxy, 2, () =>
      expectFailure(job, `https://${host}`, /^Could not get https:\/\/.* refused .* status 403\. /),
    )
    // One for the API, one for the page.
    expect(requests).toEqual([`CONNECT ${host}:443`, `CONNECT ${host}:443`])
  })
})

describe('squid', () => {
  test.each([
    ['a wrong password', `${credentials.user}:wrong-password@`],
    ['no password', ''],
  ])('refuses %s: the job fails with one sentence, at once', async (_, wrong) => {
    const job = start({ HTTPS_PROXY: `http://${wrong}${squid.address}` })
    const origin = `https://github.test:${secure.github}`
    const requests = await requestsTo(squid, 2, () =>
      expectFailure(job, origin, /status 407\. Check the user name and the password in `HTTPS_PROXY`/),
    )
    expect(requests).toHaveLength(2)
  })

  test('inspects traffic, and its certificate authority is in NODE_EXTRA_CA_CERTS', async () => {
    const { github, store } = secure
    const job = start({
      HTTPS_PROXY: `http://${login}${squid.inspecting}`,
      NODE_EXTRA_CA_CERTS: squid.authority,
    })
    await expectLogin(job, `https://github.test:${github}`)
    expect(sources()).toEqual(Array(4).fill(squid.source))
    const inspected = squid.requests().filter((request) => request.startsWith('GET https://'))
    expect(inspected.at(-1)).toMatch(`GET https://github.test:${store}/objects/`)
  })

  test('inspects traffic, and its certificate authority is unknown: the job fails', async () => {
    const job = start({
      HTTPS_PROXY: `http://${login}${squid.inspecting}`,
      NODE_EXTRA_CA_CERTS: trusted.certificate,
    })
    const origin = `https://github.test:${secure.github}`
    await expectFailure(job, origin, /certificate.*set `NODE_EXTRA_CA_CERTS` to its file/)
  })
})

test('what cannot be reached is tried four times, and the network named as the likely reason', async () => {
  const fail = (address: string, host: string, message: RegExp) => {
    const job = start({ HTTPS_PROXY: `http://${address}` })
    return expectFailure(job, `https://${host}:${closed}`, message)
  }
  const [requestsToSquid, requestsToTinyproxy] = await Promise.all([
    requestsTo(squid, 8, () =>
      fail(login + squid.address, 'github.test', /refused .* status 503, 4 times\. Check the net/),
    ),
    requestsTo(tinyproxy, 8, () =>
      fail(tinyproxy.address, 'localhost', /refused .* status 500, 4 times\. Check the network/),
    ),
    fail(`127.0.0.1:${closed}`, 'localhost', /refused, 4 times\. Check the network, the proxy/),
  ])
  // Four for the API, four for the page.
  expect(requestsToSquid).toHaveLength(8)
  expect(requestsToTinyproxy).toHaveLength(8)
})
