// Which release is installed, and what replaces GitHub's API where it fails, in process.
import { expect, test } from '@jest/globals'
import { targetOf } from '../../src/cli/distributions.ts'
import { findRelease, type Wanted } from '../../src/install/release.ts'
import { setUp } from '../set-up.ts'
import type { Faults } from '../stand-in/faults.ts'
import { network } from './servers.ts'

const world = setUp()
const target = targetOf('linux', 'x64')

function find(cliVersion: string, more: Partial<Wanted> = {}) {
  const { url: githubUrl, apiUrl: githubApiUrl } = world.standIn
  const source = { cli: 'choreo', cliVersion, githubUrl, githubApiUrl, githubToken: '' } as const
  return findRelease({ ...source, target, ...network(), ...more })
}

const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

test.each([
  ['choreo', 'latest', 'v1.2.33'],
  ['choreo', 'v1.2.32', 'v1.2.32'],
  ['choreo', '<1.2.33', 'v1.2.32'],
  ['wdp', '<1.2.32', 'v1.2.30-wdp'],
] as const)('the release of %s for "%s" is %s', async (cli, version, tag) => {
  const name = `${cli}-cli-${tag}-linux-amd64.tar.gz`
  const url = `${world.standIn.url}/wso2/${cli}-cli/releases/download/${tag}/${name}`
  expect(await find(version, { cli })).toEqual({ tag, url, digest: sha256 })
})

test.each([
  ['1.2.31', 'v0.9.0, v1.1.4, v1.2.32, v1.2.33'],
  ['3.x', 'v1.2.32, v1.2.33'],
  ['nightly', 'v1.2.32, v1.2.33'],
])('there is no release "%s", and the error lists others', async (version, known) => {
  const message = `There is no release "${version}" of the .*\\. The latest one is v1.2.33; .* ${known}\\. Name one`
  await expect(find(version)).rejects.toThrow(new RegExp(message))
})

test('a release without an archive for the machine is an error that lists its archives', async () => {
  const other = { os: 'linux', arch: 'riscv64', archive: 'tar.gz' } as const
  const message = /v1\.2\.33 has no choreo-cli-v1\.2\.33-linux-riscv64.*: it has .*linux-amd64/
  await expect(find('latest', { target: other })).rejects.toThrow(message)
})

test('a release is found in a list of several pages', async () => {
  for (let day = 0; day < 230; day++) {
    const tag = `v1.2.2126${1_000_000 + day}-wdp`
    world.standIn.publish({ cli: 'wdp', tag, prerelease: true, archive: () => Buffer.from(tag) })
  }
  expect((await find('<1.2.32', { cli: 'wdp' })).tag).toBe('v1.2.30-wdp')
})

const json = (data: unknown) => ({ status: 200, body: JSON.stringify(data) })
const name = 'choreo-cli-v1.2.33-linux-amd64.tar.gz'
const release = { tag_name: 'v1.2.33', assets: [{ name, digest: `sha256:${'0'.repeat(64)}` }] }
const withDigest = (digest: unknown) => json({ ...release, assets: [{ name, digest }] })

test.each<[string, Faults['api']]>([
  ['status 403', { status: 403 }],
  ['status 401 for every token', { status: 401 }],
  ['no response', 'hang'],
  ['a sign-in page', 'html'],
  ['null', json(null)],
  ['no assets', json({ ...release, assets: undefined })],
  ['an asset that is null', json({ ...release, assets: [null, ...release.assets] })],
  ['a digest that is null', withDigest(null)],
  ['a digest that is not SHA-256', withDigest(`sha512:${'0'.repeat(128)}`)],
  ['a tag that could be a path', json({ ...release, tag_name: '../..' })],
])('unusable metadata (%s) has no digest, and `latest` comes from the redirect', async (_, api) => {
  world.standIn.faults.api = api
  for (const version of ['latest', '1.2.33']) {
    expect(await find(version, { githubToken: 'job' })).toMatchObject({
      tag: 'v1.2.33',
      digest: undefined,
    })
  }
})

test('metadata of another release does not change an exact version', async () => {
  world.standIn.faults.api = json(release)
  expect(await find('1.2.32')).toMatchObject({ tag: 'v1.2.32', digest: undefined })
})

test.each<Faults['api']>(['html', json(null)])(
  'a range without a list (%j) is an error',
  async (api) => {
    world.standIn.faults.api = api
    const message = /"1\.x".*list of releases.*did not return it.*exact version.*`github-api-url`/
    await expect(find('1.x')).rejects.toThrow(message)
  },
)

test('an API that limits the rate gets one request', async () => {
  world.standIn.faults.api = { status: 429 }
  world.standIn.clearRequests()
  await find('1.2.33', { githubToken: 'job' })
  expect(world.requestsToGitHub()).toHaveLength(1)
})

test('an API that is switched off gets no request', async () => {
  world.standIn.clearRequests()
  const off = { cli: 'wdp', githubApiUrl: '' } as const
  expect(await find('latest', off)).toMatchObject({ tag: 'v1.2.32-wdp' })
  expect(await find('7.7.7', off)).toMatchObject({ tag: 'v7.7.7-wdp' })
  expect(world.requestsToGitHub()).toEqual(['/wso2/wdp-cli/releases/latest'])
})

test('the token for the API is left out where the API refuses it', async () => {
  world.standIn.faults.requireToken = 'another'
  world.standIn.clearRequests()
  expect(await find('latest', { githubToken: 'of-a-server' })).toMatchObject({ digest: sha256 })
  const sent = world.standIn.requests.map(({ headers }) => headers.authorization)
  expect(sent).toEqual(['Bearer of-a-server', undefined])
})

const badTag = '/wso2/choreo-cli/releases/tag/..%2f..%2fetc'
test.each<[string, Faults['web'], RegExp]>([
  ['does not redirect', { status: 404 }, /responded with status 404.*`github-url`.*`cli-version`/],
  [
    'redirects to no tag',
    { status: 302, headers: { location: badTag } },
    /not redirect to a release/,
  ],
])('a release page that %s is an error', async (_, web, reason) => {
  world.standIn.faults.web = web
  await expect(find('latest', { githubApiUrl: '' })).rejects.toThrow(reason)
})
