// Which release is taken, over which network: asked of a server that answers as GitHub does.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { targetOf } from '../src/cli/distribution.ts'
import { findRelease, type Wanted } from '../src/install/release.ts'
import { setUp } from './set-up.ts'
import type { Faults } from './stand-in/faults.ts'
import { startServer } from './stand-in/server.ts'

const world = setUp()

function wanted(more: Partial<Wanted>): Wanted {
  return {
    cli: 'choreo',
    version: 'latest',
    target: targetOf('linux', 'x64'),
    githubUrl: world.standIn.url,
    apiUrl: world.standIn.apiUrl,
    githubToken: '',
    cancelled: new AbortController().signal,
    ...more,
  }
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
    ['wdp', 'v1.2.30-wdp', 'v1.2.30-wdp'],
    ['wdp', '1.x', 'v1.2.32-wdp'],
    ['wdp', '<1.2.32', 'v1.2.30-wdp'],
  ] as const)('of %s that "%s" means is %s', async (cli, version, tag) => {
    const name = `${cli}-cli-${tag}-linux-amd64.tar.gz`
    expect(await findRelease(wanted({ cli, version }))).toEqual({
      tag,
      url: `${world.standIn.url}/wso2/${cli}-cli/releases/download/${tag}/${name}`,
      digest: sha256,
    })
  })

  test('has no digest when it is from before GitHub computed them', async () => {
    const release = await findRelease(wanted({ version: 'v0.9.0' }))
    expect(release).toMatchObject({ tag: 'v0.9.0', digest: undefined })
  })

  test.each([
    ['choreo', '1.2.31', 'The latest one is v1.2.33', 'v0.9.0, v1.1.4, v1.2.32'],
    ['choreo', '9.9.9', 'The latest one is v1.2.33', 'v1.2.32, v1.2.33'],
    ['choreo', '>=2', 'The latest one is v1.2.33', 'v1.2.32, v1.2.33'],
    ['choreo', 'nightly', 'The latest one is v1.2.33', 'v1.2.32, v1.2.33'],
    ['wdp', '1.2.31', 'The latest one is v1.2.32-wdp', 'v1.2.30-wdp, v1.2.32-wdp'],
  ] as const)(
    'of %s named "%s" does not exist, and the error says what does',
    async (cli, version, latest, around) => {
      const failure = expect(findRelease(wanted({ cli, version }))).rejects
      await failure.toThrow(`There is no release "${version}"`)
      await expect(findRelease(wanted({ cli, version }))).rejects.toThrow(latest)
      await expect(findRelease(wanted({ cli, version }))).rejects.toThrow(around.split(', ').at(-1))
    },
  )

  test('has no archive for the machine, and the error says which there are', async () => {
    const target = { os: 'linux', arch: 'riscv64', archive: 'tar.gz' } as const
    await expect(findRelease(wanted({ target }))).rejects.toThrow(
      /v1\.2\.33 has no choreo-cli-v1\.2\.33-linux-riscv64\.tar\.gz: it has .*linux-amd64/,
    )
  })
})

describe('a long list of releases', () => {
  test('is read to its end', async () => {
    const standIn = await startServer()
    try {
      for (let day = 0; day < 230; day++) {
        const tag = `v1.2.2126${String(1_000_000 + day)}`
        const archive = () => Buffer.from(tag)
        standIn.publish({ cli: 'choreo', tag, prerelease: true, archive })
      }
      const { url: githubUrl, apiUrl } = standIn
      const old = await findRelease(wanted({ githubUrl, apiUrl, version: '~1.1' }))
      expect(old.tag).toBe('v1.1.4')
      const latest = await findRelease(wanted({ githubUrl, apiUrl }))
      expect(latest.tag).toBe('v1.2.33')
    } finally {
      await standIn.close()
    }
  })
})

describe('an API that', () => {
  const refusals: readonly [string, NonNullable<Faults['api']>][] = [
    ['refuses', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }],
    ['wants fewer requests', { status: 429, headers: { 'retry-after': '3600' } }],
    ['is down', { status: 503 }],
    ['breaks connections', 'reset'],
    ['is a sign-in page', 'html'],
    ['knows no token at all', { status: 401 }],
  ]

  test.each(refusals)('%s is done without, for the latest version', async (_, api) => {
    world.standIn.faults.api = api
    const release = await findRelease(wanted({ githubToken: 'job-token' }))
    expect(release).toMatchObject({ tag: 'v1.2.33', digest: undefined })
  })

  test.each(refusals)('%s is done without, for an exact version', async (_, api) => {
    world.standIn.faults.api = api
    const release = await findRelease(wanted({ version: '1.2.32' }))
    expect(release).toMatchObject({ tag: 'v1.2.32', digest: undefined })
  })

  test('is not there is not asked', async () => {
    world.standIn.clearRequests()
    expect((await findRelease(wanted({ apiUrl: '' }))).tag).toBe('v1.2.33')
    expect((await findRelease(wanted({ apiUrl: '', cli: 'wdp' }))).tag).toBe('v1.2.32-wdp')
    expect((await findRelease(wanted({ apiUrl: '', version: '7.7.7' }))).tag).toBe('v7.7.7')
    expect(world.standIn.requests.filter(({ path }) => path.startsWith('/api'))).toEqual([])
  })

  test('is not there cannot answer for a range, and the error says what to do', async () => {
    await expect(findRelease(wanted({ apiUrl: '', version: '1.x' }))).rejects.toThrow(
      /"1\.x".*list of releases.*exact version.*`github-api-url`/,
    )
  })

  test('refuses the token is asked again without it', async () => {
    world.standIn.faults.requireToken = 'another-token'
    world.standIn.clearRequests()
    const release = await findRelease(wanted({ githubToken: 'token-of-another-server' }))
    expect(release).toMatchObject({ tag: 'v1.2.33', digest: sha256 })
    expect(world.standIn.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-of-another-server',
      undefined,
    ])
  })

  test('is rate-limited is not asked again and again', async () => {
    world.standIn.faults.api = { status: 403 }
    world.standIn.clearRequests()
    await findRelease(wanted({ githubToken: 'job-token' }))
    world.standIn.faults.api = { status: 429 }
    await findRelease(wanted({ githubToken: 'job-token' }))
    const asked = world.standIn.requests.filter(({ path }) => path.startsWith('/api'))
    expect(asked).toHaveLength(2)
  })

  test('refuses the list cannot answer for a range either', async () => {
    world.standIn.faults.api = { status: 403 }
    await expect(findRelease(wanted({ version: '1.x' }))).rejects.toThrow(/did not give it/)
  })
})

describe('the token for the API', () => {
  let elsewhere: Server | undefined
  afterEach(() => {
    elsewhere?.closeAllConnections()
    elsewhere?.close()
  })

  test('is not sent on to where the API redirects', async () => {
    const seen: (string | undefined)[] = []
    const url = await listen((headers) => seen.push(headers.authorization))
    world.standIn.faults.api = { status: 302, headers: { location: `${url}/elsewhere` } }
    world.standIn.clearRequests()
    await findRelease(wanted({ githubToken: 'job-token' }))
    expect(seen).toEqual([undefined])
    expect(world.standIn.requests[0]?.headers.authorization).toBe('Bearer job-token')
  })

  test('is not sent again when a redirect comes back', async () => {
    const url = await listen(() => undefined, `${world.standIn.url}/api/back`)
    world.standIn.faults.api = { status: 302, headers: { location: url }, times: 1 }
    world.standIn.clearRequests()
    await findRelease(wanted({ githubToken: 'job-token' }))
    const back = world.standIn.requests.find(({ path }) => path === '/api/back')
    expect(back).toBeDefined()
    expect(back?.headers.authorization).toBeUndefined()
  })

  async function listen(
    see: (headers: IncomingHttpHeaders) => unknown,
    location?: string,
  ): Promise<string> {
    const server = createServer(({ headers }, response) => {
      see(headers)
      response.writeHead(location ? 302 : 404, location ? { location } : {}).end()
    })
    elsewhere = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  }
})

describe('a release page that', () => {
  test('leads to a page without a release is named, with what to do', async () => {
    world.standIn.faults.web = { status: 404 }
    await expect(findRelease(wanted({ apiUrl: '' }))).rejects.toThrow(
      /\/wso2\/choreo-cli\/releases\/latest does not lead to a release \(it answered with status 404\).*`github-url`.*`cli-version`/,
    )
  })

  test('leads to a tag that could be a path is refused', async () => {
    const location = '/wso2/choreo-cli/releases/tag/..%2f..%2fetc'
    world.standIn.faults.web = { status: 302, headers: { location } }
    await expect(findRelease(wanted({ apiUrl: '' }))).rejects.toThrow(/does not lead to a release/)
  })
})
