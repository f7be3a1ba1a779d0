// Downloads over connections that toxiproxy slows down, stalls and breaks. SEED=N repeats the choices of the
// random runs.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { targetsOf } from '../../../src/cli/distributions.ts'
import { agreeOn } from '../../../src/install/digest.ts'
import { download } from '../../../src/install/download.ts'
import { findRelease } from '../../../src/install/release.ts'
import { expectLogin, until } from '../../expectations.ts'
import { leftovers } from '../../install/leftovers.ts'
import { captureOutput, network } from '../../install/servers.ts'
import { setUp } from '../../set-up.ts'
import { executable } from '../../stand-in/executable.ts'
import { type Gateway, startGateway } from './gateway.ts'
import { type Link, startToxiproxy, type Toxic, type Toxiproxy } from './toxiproxy.ts'

const world = setUp()
captureOutput()
const targets = targetsOf('linux', process.arch)
const tag = 'v1.3.0'
/** Makes an archive of about 110 kB, which takes five seconds at 20 kB/s. */
const padTo = 300_000

const directory = mkdtempSync(join(tmpdir(), 'choreo-login-toxics-'))
let gateway: Gateway
let toxiproxy: Toxiproxy
/** The executable in the archive. */
let published: Buffer

beforeAll(async () => {
  const { standIn } = world
  standIn.publish({ cli: 'choreo', tag, padTo })
  published = executable({ cli: 'choreo', version: tag, service: standIn.service, padTo })
  gateway = await startGateway(standIn)
  toxiproxy = await startToxiproxy()
})
beforeEach(() => {
  world.standIn.clearRequests()
})
afterAll(async () => {
  await toxiproxy?.stop()
  gateway?.close()
  rmSync(directory, { recursive: true, force: true })
})

/** Installs the newest CLI over a connection, with short pauses. Returns how that ended. */
async function fetchOver({ address }: Link, idleTimeoutMs = 30_000) {
  const place = mkdtempSync(join(directory, 'download-'))
  const path = join(place, 'choreo')
  const pauses = { leftMs: 560 }
  const limits = { ...network(), idleTimeoutMs, backoffMs: 40, pauses }
  const urls = { githubUrl: `http://${address}`, githubApiUrl: `http://${address}/api` }
  const wanted = { cli: 'choreo', cliVersion: 'latest', cliSha256: 'release', targets } as const
  const began = performance.now()
  const fetching = async () => {
    const { archives, stated } = await findRelease({
      ...wanted,
      githubToken: '',
      ...urls,
      ...limits,
    })
    const expected = agreeOn(stated, 'release')
    const copy = join(place, 'archive')
    await download(archives, { executable: path, copy, wantsCopy: true, expected }, limits)
  }
  const error = await fetching().catch(({ message }: Error) => message)
  const milliseconds = performance.now() - began
  if (typeof error !== 'string') expect(readFileSync(path).equals(published)).toBe(true)
  else {
    expect(error).toMatch(
      /Could not get http:\S+: [^\n]+\. ?(Check the network, [^\n]+ of the runner\.|Nothing is)/,
    )
    expect(existsSync(path)).toBe(false)
  }
  return { error, milliseconds }
}

/** Does the same at 40 kB/s, which takes three seconds, and disturbs the connection in the middle. */
async function fetchDisturbed(disturb: (link: Link) => Promise<unknown>, idleTimeoutMs?: number) {
  const link = await toxiproxy.link(gateway.port)
  await link.add({ type: 'bandwidth', rate: 40 })
  const fetching = fetchOver(link, idleTimeoutMs)
  await until(() => downloads().length > 0)
  await sleep(300)
  await disturb(link)
  return fetching
}

/** The requests for the archive. */
function downloads(): readonly string[] {
  return world.requestsToGitHub().filter((path) => path.startsWith('/objects/'))
}

describe('a download recovers from', () => {
  test('20 kB/s, however long it takes', async () => {
    const link = await toxiproxy.link(gateway.port)
    await link.add({ type: 'bandwidth', rate: 20 })
    const { error, milliseconds } = await fetchOver(link, 2000)
    expect(error).toBeUndefined()
    expect(milliseconds).toBeGreaterThan(4000)
  })

  test.each<[string, Toxic]>([
    ['latency and jitter', { type: 'latency', latency: 120, jitter: 80 }],
    ['a slow close', { type: 'slow_close', delay: 500 }],
    ['small pieces', { type: 'slicer', average_size: 2000, delay: 5000 }],
  ])('%s', async (_, toxic) => {
    const link = await toxiproxy.link(gateway.port)
    await link.add(toxic)
    expect(await fetchOver(link)).toMatchObject({ error: undefined })
  })

  test.each(['reset_peer', 'timeout'])('the toxic %s in the middle, once', async (type) => {
    const toxic = { type, timeout: 0 }
    const { error } = await fetchDisturbed(async (link) => {
      await link.add(toxic)
      // The second attempt, which may meet it too.
      await until(() => world.requestsToGitHub().filter((path) => /download/.test(path)).length > 1)
      await link.remove(toxic)
    }, 1500)
    expect(error).toBeUndefined()
    expect(downloads().length).toBeGreaterThan(1)
  })
})

describe('a download that is hit again and again fails with one sentence and leaves no file:', () => {
  const brokeOff = 'the connection broke off, 4 times'
  /** Nothing arrives, and no end either. */
  const silence = { type: 'latency', latency: 600_000, jitter: 0 }

  test.each<[string, (link: Link) => Promise<unknown>, string, number]>([
    ['a reset', (link) => link.add({ type: 'reset_peer', timeout: 0 }), brokeOff, 1],
    ['silence', (link) => link.add(silence), 'sent nothing for 1.5 seconds, 2 times', 1],
    ['a limit of bytes', (link) => link.add({ type: 'limit_data', bytes: 30_000 }), brokeOff, 4],
    ['a server that goes away', (link) => link.cut(), 'the connection was refused, 4 times', 1],
  ])('%s in the middle', async (_, disturb, message, requests) => {
    const { error } = await fetchDisturbed(disturb, 1500)
    expect(error).toContain(message)
    expect(downloads()).toHaveLength(requests)
  })
})

test('a whole job logs in although a download breaks off, and keeps one whole CLI', async () => {
  const [link, job] = [await toxiproxy.link(gateway.port), world.start()]
  const limit = { type: 'limit_data', bytes: 30_000 }
  await link.add(limit)
  const url = `http://${link.address}`
  const login = expectLogin(
    job,
    world.inputs({ 'github-url': url, 'github-api-url': `${url}/api` }),
  )
  await until(() => downloads().length >= 2)
  await link.remove(limit)
  await login
  const found = leftovers(job).filter((path) => /cli\/choreo$|\.tar\.gz$|\.part$/.test(path))
  const places = [
    /^choreo-login\/1\.3\.0\/[\w-]+\/choreo-cli-v1\.3\.0-\S+$/,
    /^choreo-session-\w+\/cli\/choreo$/,
  ]
  expect(found).toEqual(places.map((place) => expect.stringMatching(place)))
  const version = expect.stringContaining(tag)
  expect(await job.step('choreo --version')).toMatchObject({ exitCode: 0, stdout: version })
})

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

const average_size = fc.integer({ min: 500, max: 5000 })
const toxics = fc.oneof(
  fc.record({ type: fc.constant('latency'), latency: fc.nat(200), jitter: fc.nat(200) }),
  fc.record({ type: fc.constant('bandwidth'), rate: fc.integer({ min: 20, max: 200 }) }),
  fc.record({ type: fc.constant('slow_close'), delay: fc.nat(400) }),
  fc.record({ type: fc.constant('slicer'), average_size, delay: fc.nat(5000) }),
  fc.record({ type: fc.constant('timeout'), timeout: fc.nat(200) }),
  fc.record({ type: fc.constant('reset_peer'), timeout: fc.nat(200) }),
  fc.record({ type: fc.constant('limit_data'), bytes: fc.nat(100_000) }),
)
const disturbances = fc.uniqueArray(
  fc.record({ toxic: toxics, afterMs: fc.nat(500), forMs: fc.nat(1000) }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ toxic }) => toxic.type,
  },
)

test('30 downloads, each disturbed at random moments, succeed or fail with one sentence', async () => {
  const runs = fc.sample(disturbances, { seed, numRuns: 30 }).map(async (chosen) => {
    const link = await toxiproxy.link(gateway.port)
    for (const { toxic, afterMs, forMs } of chosen) {
      // toxiproxy needs ten seconds to remove a toxic whose connection the client has closed meanwhile: a
      // download may end before its disturbances.
      sleep(afterMs)
        .then(() => link.add(toxic))
        .then(() => sleep(forMs))
        .then(() => link.remove(toxic))
        .catch(() => undefined)
    }
    try {
      return (await fetchOver(link, 1500)).error
    } catch (error) {
      throw new Error(`SEED=${seed}, ${JSON.stringify(chosen)}`, { cause: error })
    }
  })
  expect(await Promise.all(runs)).toContain(undefined)
})
