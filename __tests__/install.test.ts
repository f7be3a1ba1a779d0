// From a version to a verified executable, as a job sees it: what is downloaded, what is verified, what
// goes wrong, and what is left behind then.
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { install } from '../src/install/install.ts'
import { readInputs } from '../src/runner/inputs.ts'
import { expectCleanFailure, installed, leftovers, recordOf } from './leftovers.ts'
import { setUp } from './set-up.ts'
import { type Entry, tarGz, zip } from './stand-in/archive.ts'
import type { Faults } from './stand-in/faults.ts'

const world = setUp()
const { inputs } = world

const wrong = '0'.repeat(64)
let versions = 0

/** Publishes something as a release of its own, and returns its tag. */
function publish(more: Readonly<Record<string, unknown>>): string {
  const tag = `v0.0.${++versions}`
  world.standIn.publish({ cli: 'choreo', tag, publishedAt: '2020-01-01T00:00:00Z', ...more })
  return tag
}

function downloads(): string[] {
  return world.standIn.requests.map(({ path }) => path).filter((path) => /^\/objects\//.test(path))
}

describe.each(['src', 'dist'] as const)('a CLI that is installed (%s)', (build) => {
  test('has the digest that its release states, and its record says so', async () => {
    const job = world.start({ build })
    const main = await job.main(inputs({ 'cli-version': '1.2.32' }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(main.outputs).toMatchObject({ 'cli-version': 'v1.2.32', 'cache-hit': 'false' })
    expect(main.log[0]).toMatch(
      /v1\.2\.32, downloaded, SHA-256 verified with the release v1\.2\.32/,
    )
    const { executable } = installed(job, '1.2.32')
    expect(recordOf(job, '1.2.32')).toMatchObject({
      archive: expect.stringMatching(/^[0-9a-f]{64}$/),
      executable: createHash('sha256').update(readFileSync(executable)).digest('hex'),
      comparedWith: 'the release v1.2.32',
    })
    expect(lstatSync(executable).isFile()).toBe(true)
    expect(statSync(executable).mode & 0o777).toBe(0o755)
  })

  test('with another digest is neither kept nor run', async () => {
    const job = world.start({ build })
    world.standIn.faults.download = 'corrupt'
    const attempts = world.standIn.attempts.length
    const main = await job.main(inputs())
    expectCleanFailure(
      job,
      main,
      /SHA-256 digest is [0-9a-f]{64}, but the release v1\.2\.33 states [0-9a-f]{64},.*compare both/,
    )
    expect(world.standIn.attempts).toHaveLength(attempts)
  })

  test('comes from the release page when the API refuses, with a warning that shows how to pin it', async () => {
    const job = world.start({ build })
    world.standIn.faults.api = { status: 403 }
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cli-version': 'v1.2.33' } })
    const { archive } = recordOf(job)
    expect(main.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(
          `not verified.*cli-version: v1\\.2\\.33.*cli-sha256: ${archive}`,
        ),
      }),
    ])
  })
})

describe('the input `cli-sha256`', () => {
  test('is enough where the release states no digest', async () => {
    const unpinned = world.start()
    await unpinned.main(inputs({ 'cli-version': 'v0.9.0' }))
    const { archive = '' } = recordOf(unpinned, '0.9.0')
    const job = world.start()
    const pin = `sha256:${archive.toUpperCase()}`
    const main = await job.main(inputs({ 'cli-version': 'v0.9.0', 'cli-sha256': pin }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(recordOf(job, '0.9.0').comparedWith).toBe('the input `cli-sha256`')
  })

  test('stands above a release that states another digest', async () => {
    const job = world.start()
    const main = await job.main(inputs({ 'cli-sha256': wrong }))
    expectCleanFailure(job, main, new RegExp(`the input \`cli-sha256\` states ${wrong}`))
  })

  test('does not stand in for the digest of the release', async () => {
    const tag = publish({ digest: `sha256:${wrong}` })
    const good = publish({})
    const job = world.start()
    await job.main(inputs({ 'cli-version': good }))
    const { archive = '' } = recordOf(job, good.slice(1))
    const strict = world.start()
    const main = await strict.main(inputs({ 'cli-version': tag, 'cli-sha256': archive }))
    expectCleanFailure(strict, main, new RegExp(`the release ${tag} states ${wrong}`))
  })
})

test('a digest of another kind than SHA-256 is none, and the warning says so', async () => {
  const tag = publish({ digest: `sha512:${wrong}${wrong}` })
  const job = world.start()
  const main = await job.main(inputs({ 'cli-version': tag }))
  expect(main).toMatchObject({ exitCode: 0 })
  expect(main.annotations).toMatchObject([{ level: 'warning', title: 'CLI not verified' }])
})

describe('a download that meets', () => {
  test.each<[string, Faults['download']]>([
    ['one status 503', { status: 503, times: 1 }],
    ['one status 500', { status: 500, times: 1 }],
    ['one status 408', { status: 408, times: 1 }],
    ['one broken connection', { how: 'reset', times: 1 }],
    ['one broken connection in the middle', { how: 'truncated', times: 1 }],
    ['three of them', { status: 502, times: 3 }],
  ])('%s recovers, in less than 3 seconds more', async (_, download) => {
    const job = world.start()
    world.standIn.faults.download = download
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.milliseconds).toBeLessThan(3500)
  })

  test('a status with `Retry-After` waits as long as it is asked to', async () => {
    const job = world.start()
    const headers = { 'retry-after': '2' }
    world.standIn.faults.download = { status: 429, headers, times: 1 }
    world.standIn.clearRequests()
    const main = await job.main(inputs())
    expect(main.exitCode).toBe(0)
    const times = world.standIn.requests
      .filter(({ path }) => path.startsWith('/objects/'))
      .map(({ at }) => at)
    expect(times).toHaveLength(2)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1990)
  })

  test.each<[string, Faults['download'], RegExp, number]>([
    ['503 always', { status: 503 }, /\/objects\/\S* answered with status 503, 4 times/, 4],
    ['a wait that is too long', { status: 503, headers: { 'retry-after': '3600' } }, /503/, 1],
    ['status 404', { status: 404 }, /status 404.*`cli-version` and `github-url`/, 1],
    ['status 403', { status: 403 }, /status 403/, 1],
    ['a redirect without an end', 'redirect-loop', /redirects more than 5 times/, 5],
    ['half of the bytes always', 'truncated', /connection broke off, 4 times/, 4],
    ['a web page', 'html', /a web page instead of an archive.*proxy/, 1],
    ['a redirect to nowhere', { status: 302, headers: { location: 'ftp://x/' } }, /none/, 1],
  ])('%s fails, with the address and the reason', async (_, download, reason, requests) => {
    const job = world.start()
    world.standIn.faults.download = download
    world.standIn.clearRequests()
    const main = await job.main(inputs())
    expectCleanFailure(job, main, reason)
    expect(main.annotations[0]?.message).toContain(
      `${world.standIn.url}/wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-`,
    )
    expect(main.annotations[0]?.message).not.toContain('sig=')
    expect(downloads()).toHaveLength(requests)
    expect(main.milliseconds).toBeLessThan(5000)
  })

  test('a server that is not there fails in words', async () => {
    const job = world.start()
    const nowhere = 'http://127.0.0.1:1'
    const main = await job.main(inputs({ 'github-url': nowhere, 'github-api-url': '' }))
    expectCleanFailure(job, main, /the connection was refused, 4 times\. Check the network/)
  })

  test('a host that is not known fails in words', async () => {
    const job = world.start()
    const nowhere = { 'github-url': 'http://github.invalid', 'github-api-url': '' }
    const main = await job.main(inputs(nowhere))
    expectCleanFailure(job, main, /the name (of the host is not known|server does not answer)/)
  })
})

describe('an archive', () => {
  const program = Buffer.from('#!/bin/sh\necho this must never run\n')
  const entries: Readonly<Record<string, readonly Entry[]>> = {
    'with a path that goes up': [
      { name: 'choreo', content: program, mode: 0o755 },
      { name: '../../../../evil', content: program },
    ],
    'with an absolute path': [
      { name: 'choreo', content: program, mode: 0o755 },
      { name: '/etc/choreo-evil', content: program },
    ],
    'with a link to /etc': [
      { name: 'etc', link: '/etc' },
      { name: 'choreo', content: program, mode: 0o755 },
    ],
    'without an executable': [{ name: 'README.md', content: Buffer.from('# Choreo\n') }],
    'whose executable is a folder': [{ name: 'choreo', type: 'directory' }],
    'whose executable is a link': [{ name: 'choreo', link: 'README.md' }],
  }

  test.each(Object.keys(entries))('%s is refused, although its digest is right', async (name) => {
    const tag = publish({ archive: () => tarGz(entries[name] ?? []) })
    const job = world.start()
    const main = await job.main(inputs({ 'cli-version': tag }))
    expectCleanFailure(job, main, /no archive that can be used: it holds .*Nothing of it was kept/)
  })

  test('that inflates without an end is given up', async () => {
    const zeros: Entry = { name: 'zeros', content: Buffer.alloc(600 * 1024 * 1024) }
    const archive = tarGz([zeros])
    const tag = publish({ archive: () => archive })
    const job = world.start()
    const main = await job.main(inputs({ 'cli-version': tag }))
    expectCleanFailure(job, main, /more than 512 MiB/)
  })

  test('that is cut off where nobody can tell is still refused', async () => {
    const whole = tarGz([{ name: 'choreo', content: program }])
    const tag = publish({ archive: () => whole.subarray(0, whole.length - 20), digest: 'none' })
    const job = world.start()
    const main = await job.main(inputs({ 'cli-version': tag }))
    expectCleanFailure(job, main, /no archive that can be used: unexpected end of file/)
  })
})

describe('on another machine', () => {
  test.each([
    ['win32', 'x64', 'choreo.exe'],
    ['win32', 'arm64', 'choreo.exe'],
    ['darwin', 'arm64', 'choreo'],
  ])('%s %s, the zip archive is verified, and %s comes out', async (platform, arch, executable) => {
    const job = world.start()
    const cli = await install(...argumentsFor(job, platform, arch, {}))
    expect(cli.path).toBe(join(job.toolCache, 'choreo', '1.2.33', arch, executable))
    expect(cli).toMatchObject({ version: 'v1.2.33', cacheHit: false })
    expect(cli.comparedWith).toBe('the release v1.2.33')
    expect(leftovers(job).filter((path) => path.endsWith('.zip'))).toEqual([])
    expect(await install(...argumentsFor(job, platform, arch, {}))).toMatchObject({
      path: cli.path,
      cacheHit: true,
    })
  })

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['of the wrong digest', { digest: `sha256:${wrong}` }, /states 0{64}/],
    ['that goes up', { archive: () => zip([{ name: '../choreo' }]) }, /leads out/],
    ['without an executable', { archive: () => zip([{ name: 'README' }]) }, /no executable/],
    ['that is none', { archive: () => Buffer.from('PK no') }, /not a zip archive/],
  ])('a zip archive %s leaves nothing behind', async (_, more, reason) => {
    const tag = publish(more)
    const job = world.start()
    const run = install(...argumentsFor(job, 'darwin', 'x64', { 'cli-version': tag }))
    await expect(run).rejects.toThrow(reason)
    expect(leftovers(job)).toEqual([])
  })

  test('for which nothing is published, nothing is asked for', async () => {
    const job = world.start()
    world.standIn.clearRequests()
    const run = install(...argumentsFor(job, 'freebsd', 'x64', {}))
    await expect(run).rejects.toThrow(/No CLI is published for freebsd on x64.*`cli-path`/)
    expect(world.standIn.requests).toEqual([])
  })

  function argumentsFor(
    job: ReturnType<typeof world.start>,
    platform: string,
    arch: string,
    more: Readonly<Record<string, string>>,
  ) {
    const given = Object.entries(inputs({ token: '', ...more }))
    const env = Object.fromEntries(
      given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    )
    const machine = { platform, arch, env: { RUNNER_TOOL_CACHE: job.toolCache } }
    return [readInputs(env), machine, job.temp, new AbortController().signal] as const
  }
})

describe('the input `cli-path`', () => {
  test.each(['as a path', 'on PATH'])('%s needs no request', async (how) => {
    const first = world.start()
    await first.main(inputs({ 'cli-version': '1.2.32' }))
    const { executable, directory } = installed(first, '1.2.32')
    const job = world.start()
    world.standIn.clearRequests()
    const main = await job.main(
      inputs({
        'cli-path': how === 'on PATH' ? 'choreo' : executable,
        'github-url': 'http://127.0.0.1:1',
        'github-api-url': 'http://127.0.0.1:1',
      }),
      { env: { PATH: `${directory}:${process.env['PATH']}` } },
    )
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cli-version': 'v1.2.32', 'cache-hit': 'false' })
    const paths = world.standIn.requests.map(({ path }) => path)
    expect(paths.filter((path) => !path.startsWith('/service/'))).toEqual([])
    expect(leftovers(job).filter((path) => path.endsWith('verified.json'))).toEqual([])
  })
})

test('the token for the API never reaches a download, and no log', async () => {
  const job = world.start()
  world.standIn.clearRequests()
  const main = await job.main(inputs({ 'github-token': 'token-of-the-job' }))
  expect(main.exitCode).toBe(0)
  const bearers = world.standIn.requests.filter(({ path, headers }) => {
    return !path.startsWith('/service/') && headers.authorization !== undefined
  })
  expect(bearers.map(({ path }) => path)).toEqual(['/api/repos/wso2/choreo-cli/releases/latest'])
  expect(main.masks).toContain('token-of-the-job')
  expect(main.log.join('\n')).not.toContain('token-of-the-job')
})
