// Which release is installed, and what replaces GitHub's API where it fails, in process.
import { expect, test } from '@jest/globals'
import { targetsOf } from '../../src/cli/distributions.ts'
import { findRelease, type Wanted } from '../../src/install/release.ts'
import { setUp } from '../set-up.ts'
import type { Faults } from '../stand-in/faults.ts'
import { captureOutput, network } from './servers.ts'

captureOutput()
const world = setUp()
const targets = targetsOf('linux', 'x64')
const pinned = { cliSha256: ['0'.repeat(64)] } as const

function find(cliVersion: string, more: Partial<Wanted> = {}) {
  const { url: githubUrl, apiUrl: githubApiUrl } = world.standIn
  const source = {
    cli: 'choreo',
    cliVersion,
    cliSha256: 'release',
    githubUrl,
    githubApiUrl,
  } as const
  return findRelease({ ...source, githubToken: '', targets, ...network(), ...more })
}

const json = (data: unknown) => ({ status: 200, body: JSON.stringify(data) })
const name = 'choreo-cli-v1.2.33-linux-amd64.tar.gz'
const release = { tag_name: 'v1.2.33', assets: [{ name, digest: `sha256:${'0'.repeat(64)}` }] }
const withDigest = (digest: unknown) => json({ ...release, assets: [{ name, digest }] })

const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

test.each([
  ['choreo', 'latest', 'v1.2.33'],
  ['choreo', 'v1.2.32', 'v1.2.32'],
  ['choreo', '<1.2.33', 'v1.2.32'],
  ['wdp', '<1.2.32', 'v1.2.30-wdp'],
] as const)('the release of %s for "%s" is %s', async (cli, version, tag) => {
  const name = `${cli}-cli-${tag}-linux-amd64.tar.gz`
  const url = `${world.standIn.url}/wso2/${cli}-cli/releases/download/${tag}/${name}`
  const stated = { kind: 'found', tag, digest: sha256 }
  const archives = [{ cli, tag, target: targets[0], name, url }]
  expect(await find(version, { cli })).toEqual({ tag, archives, stated })
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
  const other = [{ os: 'linux', arch: 'riscv64', archive: 'tar.gz' }] as const
  const message = /v1\.2\.33 has no choreo-cli-v1\.2\.33-linux-riscv64.*: it has .*linux-amd64/
  for (const version of ['latest', '~1.2'])
    await expect(find(version, { targets: other })).rejects.toThrow(message)
})

test('the names of other archives are shown in part', async () => {
  const names = ['x'.repeat(15_000_000), ...Array.from({ length: 30 }, (_, n) => `name-${n}`)]
  world.standIn.faults.api = json({ tag_name: 'v1.2.33', assets: names.map((name) => ({ name })) })
  const message = await find('latest').catch((error: Error) => error.message)
  expect(message).toMatch(/x{100}, name-0, .*, name-18\. Name/)
  expect(`${message}`.length).toBeLessThan(1000)
})

test('the names of other archives are texts only', async () => {
  const name = { toString: 1, valueOf: 1 }
  world.standIn.faults.api = json({ tag_name: 'v1.2.33', assets: [{ name }, { name: 'text' }] })
  await expect(find('latest')).rejects.toThrow(/: it has text\. Name another/)
})

test('a range passes over a release without an archive for the machine', async () => {
  world.standIn.publish({
    cli: 'wdp',
    tag: 'v1.2.90-wdp',
    publishedAt: '2020-01-01',
    assets: ['linux-arm64', 'darwin-amd64'],
  })
  const machines = [targets, targetsOf('linux', 'arm64')]
  const found = machines.map((targets) => find('~1.2.32', { cli: 'wdp', targets }))
  expect((await Promise.all(found)).map(({ tag }) => tag)).toEqual(['v1.2.32-wdp', 'v1.2.90-wdp'])
})

test('Windows on Arm gets the archive for arm64 where there is one', async () => {
  const targets = targetsOf('win32', 'arm64')
  world.standIn.publish({
    cli: 'wdp',
    tag: 'v1.2.91-wdp',
    publishedAt: '2020-01-01',
    assets: ['windows-arm64', 'windows-amd64'],
  })
  const archivesOf = async (version: string, more: Partial<Wanted> = {}) =>
    (await find(version, { cli: 'wdp', targets, ...more })).archives.map(
      ({ target }) => target.arch,
    )
  expect(await archivesOf('1.2.91')).toEqual(['arm64'])
  expect(await archivesOf('1.2.32')).toEqual(['amd64'])
  expect(await archivesOf('1.2.32', pinned)).toEqual(['arm64', 'amd64'])
})

test('a release is found in a list of several pages', async () => {
  for (let day = 0; day < 230; day++) {
    const tag = `v1.2.2126${1_000_000 + day}-wdp`
    world.standIn.publish({ cli: 'wdp', tag, prerelease: true, archive: () => Buffer.from(tag) })
  }
  expect((await find('<1.2.32', { cli: 'wdp' })).tag).toBe('v1.2.30-wdp')
})

test.each<[string, Faults['api'], string]>([
  ['null', json(null), 'unreadable'],
  ['no assets', json({ ...release, assets: undefined }), 'unreadable'],
  ['an asset that is null', json({ ...release, assets: [null, ...release.assets] }), 'found'],
  ['a digest that is null', withDigest(null), 'missing'],
  ['a digest that is empty', withDigest(''), 'missing'],
  ['a digest that is not SHA-256', withDigest(`sha512:${'0'.repeat(128)}`), 'unreadable'],
  ['a tag that could be a path', json({ ...release, tag_name: '../..' }), 'unreadable'],
  ['another release', json({ ...release, tag_name: 'v1.2.32' }), 'unreadable'],
  ['what is to be found', json(release), 'found'],
])('an API that responds with %s states a digest that is %s', async (_, api, kind) => {
  world.standIn.faults.api = api
  expect((await find('v1.2.33')).stated.kind).toBe(kind)
})

test.each<[string, Faults['api'], RegExp]>([
  ['status 403', { status: 403 }, /could not be read.*status 403\./],
  ['status 404', { status: 404 }, /could not be read.*status 404\./],
])(
  'the latest release is not looked for where the API responds with %s',
  async (_, api, reason) => {
    world.standIn.faults.api = api
    world.standIn.clearRequests()
    await expect(find('latest')).rejects.toThrow(reason)
    expect(world.requestsToGitHub()).toEqual([expect.stringContaining('/api/')])
    expect(await find('latest', pinned)).toMatchObject({
      tag: 'v1.2.33',
      stated: { kind: 'unreadable' },
    })
  },
)

test.each<[string, Faults['api'], RegExp]>([
  ['null', json(null), /describes no release/],
  ['status 404', { status: 404 }, /status 404/],
])('a range without a list (%s) is an error', async (_, api, reason) => {
  world.standIn.faults.api = api
  const message = await find('1.x', { cliSha256: 'none' }).catch((error: Error) => error.message)
  expect(message).toMatch(/"1\.x".*list of releases.*exact version.*`github-api-url`/)
  expect(message).toMatch(reason)
})

test('a pinned exact version, and one that is not compared, need no request', async () => {
  world.standIn.clearRequests()
  for (const cliSha256 of [pinned.cliSha256, 'none'] as const) {
    expect(await find('7.7.7', { cliSha256 })).toMatchObject({ tag: 'v7.7.7' })
  }
  expect(world.requestsToGitHub()).toEqual([])
})

test('an API that is switched off, or not needed, gets no request', async () => {
  world.standIn.clearRequests()
  const options = [{ ...pinned, githubApiUrl: '' }, { cliSha256: 'none' }] as const
  for (const more of options) {
    expect(await find('latest', { cli: 'wdp', ...more })).toMatchObject({ tag: 'v1.2.32-wdp' })
  }
  expect(world.requestsToGitHub()).toEqual(Array(2).fill('/wso2/wdp-cli/releases/latest'))
  await expect(find('latest', { githubApiUrl: '' })).rejects.toThrow('`github-api-url` is empty')
  await expect(find('1.x', { githubApiUrl: '' })).rejects.toThrow('list of releases')
})

test.each([401, 403, 404])('a token that gets status %d is left out', async (status) => {
  world.standIn.faults.requireToken = 'another'
  world.standIn.faults.refusal = { status, headers: { 'retry-after': '1' } }
  world.standIn.clearRequests()
  const found = await find('latest', { githubToken: 'of-a-server' })
  expect(found.stated).toMatchObject({ digest: sha256 })
  const sent = world.standIn.requests.map(({ headers }) => headers.authorization)
  expect(sent).toEqual(['Bearer of-a-server', undefined])
})

test('a token that no header can hold is named', async () => {
  const { stated } = await find('1.2.33', { githubToken: 'two\nlines' })
  expect(stated).toMatchObject({ why: expect.stringContaining('`github-token` holds a character') })
})

const badTag = '/wso2/choreo-cli/releases/tag/..%2f..%2fetc'
test.each<[string, Faults['web'], RegExp]>([
  ['does not redirect', { status: 200 }, /does not redirect.*`github-url`.*`cli-version`/],
  [
    'redirects to no tag',
    { status: 302, headers: { location: badTag } },
    /not redirect to a release/,
  ],
])('a release page that %s is an error', async (_, web, reason) => {
  world.standIn.faults.web = web
  await expect(find('latest', { ...pinned, githubApiUrl: '' })).rejects.toThrow(reason)
})

test('a release page is found behind two redirects, and not requested itself', async () => {
  const { url } = world.standIn
  world.standIn.faults.web = {
    status: 301,
    headers: { location: `${url}/wso2/wdp-cli/releases/latest` },
    times: 1,
  }
  world.standIn.clearRequests()
  expect(await find('latest', { ...pinned, githubApiUrl: '' })).toMatchObject({
    tag: 'v1.2.32-wdp',
  })
  expect(world.requestsToGitHub()).toHaveLength(2)
})
