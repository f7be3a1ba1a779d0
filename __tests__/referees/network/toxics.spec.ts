// Downloads over connections that toxiproxy slows down, stalls and breaks. SEED=N repeats the choices of the
// random runs.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { targetOf } from '../../../src/cli/distribution.ts'
import { download, findRelease } from '../../../src/install/download.ts'
import { until } from '../../expectations.ts'
import { leftovers } from '../../install/leftovers.ts'
import { setUp } from '../../set-up.ts'
import { executable } from '../../stand-in/executable.ts'
import { type Arrival, type Gateway, startGateway } from './gateway.ts'
import { type Link, startToxiproxy, type Toxic, type Toxiproxy } from './toxiproxy.ts'

jest.setTimeout(20_000)
const world = setUp()
const target = targetOf('linux', process.arch)
const tag = 'v1.3.0'
/** Makes an archive of about 110 kB, which takes two seconds at 50 kB/s. */
const padTo = 300_000
const idleTimeoutMs = 300
/** Nothing arrives, and no end either. */
const silence: Toxic = { type: 'latency', latency: 600_000, jitter: 0 }

let directory: string
let gateway: Gateway
let toxiproxy: Toxiproxy
/** SHA-256 of the executable in the archive. */
let published: string
/** Ends the downloads of a test that failed. */
let ending: AbortController

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-toxics-'))
  const { standIn } = world
  standIn.publish({ cli: 'choreo', tag, padTo })
  const { service } = standIn
  const bytes = executable({ cli: 'choreo', version: tag, service, padTo })
  published = createHash('sha256').update(bytes).digest('hex')
  gateway = await startGateway(standIn, { oneOrigin: true })
  toxiproxy = await startToxiproxy()
})
beforeEach(() => {
  ending = new AbortController()
})
afterEach(() => {
  ending.abort()
  gateway.clear()
  for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true })
})
afterAll(async () => {
  await toxiproxy?.stop()
  gateway?.close()
  rmSync(directory, { recursive: true, force: true })
})

function connect(): Promise<Link> {
  return toxiproxy.link(gateway.github)
}

let files = 0

/** Installs the newest CLI over a connection, with short time limits. Returns how that ended. */
async function fetchOver({ address }: Link) {
  const path = join(mkdtempSync(join(directory, `${++files}-`)), 'choreo')
  const machine = { ...process, platform: 'linux', env: {} }
  const network = { machine, cancelled: ending.signal, idleTimeoutMs, backoffMs: 40 }
  const urls = { githubUrl: `http://${address}`, githubApiUrl: `http://${address}/api` }
  const wanted = { cli: 'choreo', cliVersion: 'latest', target, githubToken: '' } as const
  const began = performance.now()
  const ended = await findRelease({ ...wanted, ...urls, ...network })
    .then((release) => {
      const digests = release.digest === undefined ? {} : { 'the release': release.digest }
      return download(release, digests, target.archive, path, network)
    })
    .catch((error: Error) => error)
  const milliseconds = performance.now() - began
  if (ended instanceof Error) {
    expect(ended.message).toMatch(
      /^Could not get http:\S+: [^\n]+\. Check the network, the proxy and the firewall of the runner\.$/,
    )
    expect(existsSync(path)).toBe(false)
    return { error: ended.message, milliseconds }
  }
  const installed = createHash('sha256').update(readFileSync(path)).digest('hex')
  expect([installed, ended.executable]).toEqual([published, published])
  return { error: undefined, milliseconds }
}

/** The same at 100 kB/s, which takes a second. */
async function fetchSlowly(link: Link) {
  await link.add({ type: 'bandwidth', rate: 100 })
  return fetchOver(link)
}

/** The requests for the archive. */
function downloads(): readonly Arrival[] {
  return gateway.arrivals.filter(({ path }) => path.startsWith('/objects/'))
}

/** Waits until a slow download of the archive is under way. */
async function untilMiddle(): Promise<void> {
  await until(() => downloads().length > 0)
  await sleep(300)
}

describe('a download recovers from', () => {
  test.each<[string, Toxic]>([
    ['latency and jitter', { type: 'latency', latency: 120, jitter: 80 }],
    ['50 kB/s, however long it takes', { type: 'bandwidth', rate: 50 }],
    ['small pieces', { type: 'slicer', average_size: 2000, delay: 5000 }],
    ['a slow close', { type: 'slow_close', delay: 500 }],
  ])('%s', async (_, toxic) => {
    const link = await connect()
    await link.add(toxic)
    const { error, milliseconds } = await fetchOver(link)
    expect(error).toBeUndefined()
    expect(milliseconds).toBeLessThan(6_000)
    if (toxic.type === 'bandwidth') expect(milliseconds).toBeGreaterThan(4 * idleTimeoutMs)
  })

  test.each<[string, Toxic]>([
    ['a reset', { type: 'reset_peer', timeout: 0 }],
    ['silence', { type: 'timeout', timeout: 0 }],
  ])('%s in the middle, once', async (_, toxic) => {
    const link = await connect()
    const fetching = fetchSlowly(link)
    await untilMiddle()
    await link.add(toxic)
    // The second attempt, which may meet it too.
    await until(() => gateway.arrivals.filter(({ path }) => /download/.test(path)).length > 1)
    await link.remove(toxic.type)
    const { error, milliseconds } = await fetching
    expect(error).toBeUndefined()
    expect(milliseconds).toBeLessThan(6_000)
    expect(downloads().length).toBeGreaterThan(1)
  })
})

describe('a download that is hit again and again fails with one sentence and leaves no file:', () => {
  test.each<[string, Toxic, string]>([
    ['a reset', { type: 'reset_peer', timeout: 0 }, 'the connection broke off, 4 times'],
    ['silence', silence, 'sent nothing for 0.3 seconds, 2 times'],
  ])('%s in the middle', async (_, toxic, message) => {
    const link = await connect()
    const fetching = fetchSlowly(link)
    await untilMiddle()
    await link.add(toxic)
    const { error, milliseconds } = await fetching
    expect(error).toContain(message)
    expect(milliseconds).toBeLessThan(4_000)
  })

  test('a limit of bytes', async () => {
    const link = await connect()
    await link.add({ type: 'limit_data', bytes: 30_000 })
    const { error, milliseconds } = await fetchOver(link)
    expect(error).toContain('the connection broke off, 4 times')
    expect(milliseconds).toBeLessThan(4_000)
    expect(downloads()).toHaveLength(4)
  })

  test('a server that goes away in the middle', async () => {
    const link = await connect()
    const fetching = fetchSlowly(link)
    await untilMiddle()
    await link.cut()
    const { error, milliseconds } = await fetching
    expect(error).toContain('the connection was refused, 4 times')
    expect(milliseconds).toBeLessThan(4_000)
  })
})

test('a whole job logs in although a download breaks off, and keeps one whole CLI', async () => {
  const [link, job] = [await connect(), world.start({ build: 'dist' })]
  await link.add({ type: 'limit_data', bytes: 30_000 })
  const [url, api] = [`http://${link.address}`, `http://${link.address}/api`]
  const running = job.startMain(world.inputs({ 'github-url': url, 'github-api-url': api }))
  await until(() => downloads().length === 2)
  await link.remove('limit_data')
  const main = await running.ended
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  const executables = leftovers(job).filter((path) => /(cli|x64|arm64)\/choreo$/.test(path))
  expect(executables).toEqual([
    expect.stringMatching(/^choreo-session-\w+\/cli\/choreo$/),
    expect.stringMatching(/^choreo\/1\.3\.0\/\w+\/choreo$/),
  ])
  const step = await job.step('choreo --version')
  expect(step).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(tag) })
  expect(downloads().length).toBeGreaterThan(1)
})

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

type Disturbance = Readonly<Record<'afterMs' | 'forMs', number>> & { readonly toxic: Toxic }

const average_size = fc.integer({ min: 500, max: 5000 })
const toxics: fc.Arbitrary<Toxic> = fc.oneof(
  fc.record({ type: fc.constant('latency'), latency: fc.nat(200), jitter: fc.nat(200) }),
  fc.record({ type: fc.constant('bandwidth'), rate: fc.integer({ min: 20, max: 200 }) }),
  fc.record({ type: fc.constant('slow_close'), delay: fc.nat(400) }),
  fc.record({ type: fc.constant('slicer'), average_size, delay: fc.nat(5000) }),
  fc.record({ type: fc.constant('timeout'), timeout: fc.nat(200) }),
  fc.record({ type: fc.constant('reset_peer'), timeout: fc.nat(200) }),
  fc.record({ type: fc.constant('limit_data'), bytes: fc.nat(100_000) }),
)

const disturbances: fc.Arbitrary<readonly Disturbance[]> = fc.uniqueArray(
  fc.record({ toxic: toxics, afterMs: fc.nat(500), forMs: fc.nat(1000) }),
  { minLength: 1, maxLength: 5, selector: ({ toxic }) => toxic.type },
)

// toxiproxy needs ten seconds to remove a toxic whose connection the client has closed meanwhile: a download
// may end before its disturbances.
function disturb(link: Link, { toxic, afterMs, forMs }: Disturbance): void {
  const run = async () => {
    await sleep(afterMs)
    await link.add(toxic)
    await sleep(forMs)
    await link.remove(toxic.type)
  }
  run().catch(() => undefined)
}

test('30 downloads, each disturbed at random moments, succeed or fail in bounds', async () => {
  const run = async (chosen: readonly Disturbance[]): Promise<boolean> => {
    const link = await connect()
    for (const disturbance of chosen) disturb(link, disturbance)
    try {
      const { error, milliseconds } = await fetchOver(link)
      expect(milliseconds).toBeLessThan(8_000)
      return error === undefined
    } catch (error) {
      throw new Error(`SEED=${seed}, ${JSON.stringify(chosen)}`, { cause: error })
    }
  }
  const succeeded = await Promise.all(fc.sample(disturbances, { seed, numRuns: 30 }).map(run))
  expect(succeeded).toContain(true)
})
