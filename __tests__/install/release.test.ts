// Which release is installed, and what replaces GitHub's API where it fails, in process.
import { describe, expect, test } from '@jest/globals'
import { targetOf } from '../../src/cli/distribution.ts'
import { findRelease, type Wanted } from '../../src/install/release.ts'
import { setUp } from '../set-up.ts'
import type { Faults } from '../stand-in/faults.ts'
import { startServer } from '../stand-in/server.ts'
import { network } from './servers.ts'

const world = setUp()

function find(more: Partial<Wanted> = {}) {
  const { url: githubUrl, apiUrl } = world.standIn
  const target = targetOf('linux', 'x64')
  const wanted = {
    cli: 'choreo',
    version: 'latest',
    target,
    githubUrl,
    apiUrl,
    githubToken: '',
  } as const
  return findRelease({ ...wanted, ...network(), ...more })
}

function apiRequests() {
  return world.standIn.requests.filter(({ path }) => path.startsWith('/api'))
}

const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

describe('the release', () => {
  test.each([
    ['choreo', 'latest', 'v1.2.33'],
    ['choreo', 'v1.2.32', 'v1.2.32'],
    ['choreo', '1.2.32', 'v1.2.32'],
    ['choreo', '1.x', 'v1.2.33'],
    ['choreo', '~1.1', 'v1.1.4'],
    ['choreo', '<1.2.33', 'v1.2.32'],
    ['choreo', 'v1.2.212603061900', 'v1.2.212603061900'],
    ['choreo', 'v1.1.2-signed', 'v1.1.2-signed'],
    ['wdp', 'latest', 'v1.2.32-wdp'],
    ['wdp', '1.2.30', 'v1.2.30-wdp'],
    ['wdp', '<1.2.32', 'v1.2.30-wdp'],
  ] as const)('of %s for "%s" is %s', async (cli, version, tag) => {
    const name = `${cli}-cli-${tag}-linux-amd64.tar.gz`
    const url = `${world.standIn.url}/wso2/${cli}-cli/releases/download/${tag}/${name}`
    expect(await find({ cli, version })).toEqual({ tag, url, digest: sha256 })
  })

  test('from before GitHub computed digests has none', async () => {
    expect(await find({ version: 'v0.9.0' })).toMatchObject({ tag: 'v0.9.0', digest: undefined })
  })

  test.each([
    ['choreo', '1.2.31', 'The latest one is v1.2.33; .* v0.9.0, v1.1.4, v1.2.32, v1.2.33'],
    ['choreo', '>=2', 'The latest one is v1.2.33; .* v1.2.32, v1.2.33'],
    ['choreo', 'nightly', 'The latest one is v1.2.33; .* v1.2.32, v1.2.33'],
    ['wdp', '1.2.31', 'The latest one is v1.2.32-wdp; .* v1.2.30-wdp, v1.2.32-wdp'],
  ] as const)(
    'of %s for "%s" does not exist: the error lists others',
    async (cli, version, others) => {
      const message = new RegExp(
        `There is no release "${version}" of the .*\\. ${others}\\. Name one`,
      )
      await expect(find({ cli, version })).rejects.toThrow(message)
    },
  )

  test('without an archive for the machine is an error that lists its archives', async () => {
    const target = { os: 'linux', arch: 'riscv64', archive: 'tar.gz' } as const
    await expect(find({ target })).rejects.toThrow(
      /v1\.2\.33 has no choreo-cli-v1\.2\.33-linux-riscv64\.tar\.gz: it has .*linux-amd64/,
    )
  })

  test('is found in a list of several pages', async () => {
    const { publish, close, url: githubUrl, apiUrl } = await startServer()
    for (let day = 0; day < 230; day++) {
      const tag = `v1.2.2126${1_000_000 + day}`
      publish({ cli: 'choreo', tag, prerelease: true, archive: () => Buffer.from(tag) })
    }
    expect((await find({ githubUrl, apiUrl, version: '~1.1' })).tag).toBe('v1.1.4')
    await close()
  })
})

describe('without a usable response of the API', () => {
  const assets = [{ name: 'choreo-cli-v1.2.33-linux-amd64.tar.gz', digest: null }]
  const json = (data: unknown) => ({ status: 200, body: JSON.stringify(data) })
  const faults: readonly [string, NonNullable<Faults['api']>][] = [
    ['status 403', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }],
    ['status 429', { status: 429 }],
    ['status 503', { status: 503 }],
    ['status 401 for every token', { status: 401 }],
    ['status 101', { status: 101 }],
    ['no response', 'hang'],
    ['a reset', 'reset'],
    ['a sign-in page', 'html'],
    ['null', json(null)],
    ['a list', json([])],
    ['no assets', json({ tag_name: 'v1.2.33' })],
    ['an asset that is null', json({ tag_name: 'v1.2.33', assets: [null] })],
    [
      'an asset name that is an object',
      json({ tag_name: 'v1.2.33', assets: [{ name: {} }, ...assets] }),
    ],
    ['a tag that is an object', json({ tag_name: {}, assets })],
    ['a tag that could be a path', json({ tag_name: '../..', assets })],
  ]

  test.each(faults)('(%s) the latest version comes from the redirect', async (_, api) => {
    world.standIn.faults.api = api
    expect(await find({ githubToken: 'job' })).toMatchObject({ tag: 'v1.2.33', digest: undefined })
  })

  test.each(faults)('(%s) an exact version is taken as it is', async (_, api) => {
    world.standIn.faults.api = api
    const release = await find({ version: '1.2.32', githubToken: 'job' })
    expect(release).toMatchObject({ tag: 'v1.2.32', digest: undefined })
  })

  test.each([...faults.slice(0, 9)])(
    '(%s) a range is an error that says what to do',
    async (_, api) => {
      world.standIn.faults.api = api
      await expect(find({ version: '1.x' })).rejects.toThrow(
        /"1\.x".*list of releases.*did not return it.*exact version.*`github-api-url`/,
      )
    },
  )

  test('about another release an exact version is taken as it is', async () => {
    world.standIn.faults.api = json({ tag_name: 'v1.2.33', assets })
    expect(await find({ version: '1.2.32' })).toMatchObject({ tag: 'v1.2.32', digest: undefined })
  })

  test('a digest that is not a text is none', async () => {
    const [asset] = assets
    world.standIn.faults.api = json({
      tag_name: 'v1.2.33',
      assets: [{ ...asset, digest: { toString: 1 } }],
    })
    expect(await find()).toMatchObject({ tag: 'v1.2.33', digest: undefined })
  })

  test('because it is switched off, it is not requested', async () => {
    world.standIn.clearRequests()
    expect((await find({ apiUrl: '' })).tag).toBe('v1.2.33')
    expect((await find({ apiUrl: '', cli: 'wdp' })).tag).toBe('v1.2.32-wdp')
    expect((await find({ apiUrl: '', version: '7.7.7' })).tag).toBe('v7.7.7')
    expect(apiRequests()).toEqual([])
  })

  test.each([403, 429])('because of a rate limit (%d), it is requested once', async (status) => {
    world.standIn.faults.api = { status }
    world.standIn.clearRequests()
    await find({ githubToken: 'job' })
    expect(apiRequests()).toHaveLength(1)
  })
})

describe('the token for the API', () => {
  test('is left out where the API refuses it', async () => {
    world.standIn.faults.requireToken = 'another'
    world.standIn.clearRequests()
    expect(await find({ githubToken: 'of-a-server' })).toMatchObject({ digest: sha256 })
    const sent = apiRequests().map(({ headers }) => headers.authorization)
    expect(sent).toEqual(['Bearer of-a-server', undefined])
  })
})

describe('a release page that redirects to', () => {
  test.each<[string, NonNullable<Faults['web']>, RegExp]>([
    ['no page', { status: 404 }, /responded with status 404.*`github-url`.*`cli-version`/],
    ['another protocol', { status: 101 }, /responded with status 101/],
    [
      'a tag that could be a path',
      { status: 302, headers: { location: '/wso2/choreo-cli/releases/tag/..%2f..%2fetc' } },
      /does not redirect to a release/,
    ],
  ])('%s is an error', async (_, web, reason) => {
    world.standIn.faults.web = web
    await expect(find({ apiUrl: '' })).rejects.toThrow(reason)
  })
})
