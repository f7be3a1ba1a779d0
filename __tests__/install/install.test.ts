// From a version to a verified executable: what is verified, what fails, and what a user reads then.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { install } from '../../src/install/install.ts'
import { readInputs } from '../../src/runner/inputs.ts'
import { until } from '../expectations.ts'
import { asVariables, type Ended, type Job } from '../runner.ts'
import { nowhere, setUp } from '../set-up.ts'
import { tarGz } from '../stand-in/archive.ts'
import type { Faults } from '../stand-in/faults.ts'
import { entryOf, expectCleanFailure, leftovers, recordOf } from './leftovers.ts'
import { captureOutput } from './servers.ts'

const world = setUp()
const { inputs, start } = world
const wrong = '0'.repeat(64)
let versions = 0

/** Publishes a release. Returns its tag. */
function publish(more: Readonly<Record<string, unknown>>): string {
  // Newer than every version that is known to be too old.
  const tag = `v3.0.${++versions}`
  world.standIn.publish({ cli: 'choreo', tag, publishedAt: '2020-01-01T00:00:00Z', ...more })
  return tag
}

describe('a download', () => {
  const script = Buffer.from('#!/bin/sh\ntouch "$GITHUB_WORKSPACE/ran"\n')
  const bytes = tarGz([{ name: 'choreo', content: script }])
  const right = createHash('sha256').update(bytes).digest('hex')

  test.each([
    ['the release states another one', wrong, 'any', /but the release v3\S+ states 0{64},.*compare both/],
    ['`cli-sha256` matches, but the release states another one', wrong, right, /the release v3\S+ states 0/],
    ['the release matches, but `cli-sha256` states another one', right, wrong, /`cli-sha256` states 0{64}/],
  ])('with another digest is neither kept nor run: %s', async (_, stated, pin, reason) => {
    const job = start()
    const tag = publish({ archive: () => bytes, digest: `sha256:${stated}` })
    const main = await job.main(inputs({ 'cli-version': tag, 'cli-sha256': pin }))
    expectCleanFailure(job, main, reason)
    expect(main.annotations[0]?.message).toContain(`digest is ${right}, but`)
    expect(existsSync(join(job.directory, 'ran'))).toBe(false)
  })

  test('of a release without a digest is not verified: a warning shows how to pin it', async () => {
    const job = start()
    const main = await job.main(inputs({ 'cli-version': 'v0.9.0' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cli-version': 'v0.9.0' } })
    expect(main.log.join()).toContain('downloaded, not verified')
    const pin = recordOf(job, '0.9.0')['archive'] ?? ''
    const message = expect.stringMatching(`not verified.*cli-version: v0.9.0.*cli-sha256: ${pin}`)
    const notVerified = { level: 'warning', title: 'Choreo: CLI not verified', message }
    const tooOld = { level: 'warning', title: 'Choreo: CLI version too old' }
    expect(main.annotations).toMatchObject([notVerified, tooOld])
    const pinned = await start().main(inputs({ 'cli-version': 'v0.9.0', 'cli-sha256': pin }))
    expect(pinned.annotations).toMatchObject([tooOld])
    expect(pinned.log.join()).toContain('SHA-256 verified with the input `cli-sha256`')
  })

  test('that stops once is attempted again after ten seconds', async () => {
    const job = start()
    world.standIn.faults.download = { how: 'slow-loris', times: 1 }
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.milliseconds).toBeGreaterThan(10_000)
    expect(main.milliseconds).toBeLessThan(16_000)
  })

  test('gets no token for the API, and neither does the log', async () => {
    world.standIn.clearRequests()
    const main = await start().main(inputs({ 'github-token': 'token-of-the-job' }))
    const bearers = world.standIn.requests.filter(({ path, headers }) => {
      return !path.startsWith('/service/') && headers.authorization !== undefined
    })
    expect(bearers.map(({ path }) => path)).toEqual(['/api/repos/wso2/choreo-cli/releases/latest'])
    expect(main.masks).toContain('token-of-the-job')
    expect(main.log.join('\n')).not.toContain('token-of-the-job')
  })
})

test('a cancelled download leaves nothing behind', async () => {
  const job = start()
  world.standIn.faults.download = { bytesPerSecond: 100 }
  const run = job.startMain(inputs())
  await until(() => leftovers(job).some((path) => path.endsWith('cli/choreo')))
  run.child.kill('SIGINT')
  const main = await run.ended
  expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Choreo: Login cancelled' }] })
  expect(leftovers(job)).toEqual([])
  expect(main.milliseconds).toBeLessThan(5000)
})

describe('a download fails in one sentence with', () => {
  test.each<[string, Faults['download'], RegExp]>([
    ['status 404', { status: 404 }, /status 404\. Check the inputs `cli-version` and `github-url`/],
    ['a web page', 'html', /a web page instead of an archive.*proxy/],
    ['another file', { status: 200, body: 'text' }, /not a usable archive: incorrect header check/],
  ])('%s', async (_, download, reason) => {
    const job = start()
    world.standIn.faults.download = download
    const main = await job.main(inputs())
    expectCleanFailure(job, main, reason)
    const url = `${world.standIn.url}/wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-`
    expect(main.annotations[0]?.message).toContain(`Could not get ${url}`)
    expect(main.annotations[0]?.message).not.toContain('sig=')
  })

  test.each([
    ['README.md', 'CLI not installed', /holds no executable named choreo\. Nothing of it was kept/],
    ['choreo', 'CLI cannot be run', /choreo is not an executable.*`cli-version`/],
  ])('an archive with nothing but text, in %s', async (name, title, reason) => {
    const job = start()
    const tag = publish({ archive: () => tarGz([{ name, content: Buffer.from('text') }]) })
    expectCleanFailure(job, await job.main(inputs({ 'cli-version': tag })), reason, title)
  })
})

describe('on another machine', () => {
  const printed = captureOutput()

  function installOn(platform: string, { temp, toolCache }: Job, name: string, version = '1.2.33') {
    process.env['RUNNER_TOOL_CACHE'] = toolCache
    const machine = { ...process, platform, arch: 'arm64', env: { RUNNER_TOOL_CACHE: toolCache } }
    const wanted = readInputs(asVariables(inputs({ token: '', 'cli-version': version })))
    return install(wanted, machine, join(temp, name), new AbortController().signal)
  }

  test('(Windows) the CLI comes from a zip archive, and then from the tool cache', async () => {
    const job = start()
    const path = join(job.temp, 'choreo.exe')
    const cli = { version: 'v1.2.33', verifiedWith: 'the release v1.2.33' }
    expect(await installOn('win32', job, 'choreo.exe')).toEqual({ ...cli, cacheHit: false })
    expect(printed()).toContain('Downloading the Choreo CLI v1.2.33 …')
    const content = readFileSync(path)
    expect(content.toString()).toMatch(/^#!/)
    expect(readFileSync(join(job.toolCache, 'choreo', '1.2.33', 'arm64', 'choreo.exe'))).toEqual(content)
    rmSync(path)
    expect(await installOn('win32', job, 'choreo.exe')).toEqual({ ...cli, cacheHit: true })
    expect(readFileSync(path)).toEqual(content)
  })

  test('(macOS) a file that is not a zip archive leaves nothing behind', async () => {
    const job = start()
    const tag = publish({ archive: () => Buffer.from('PK no') })
    await expect(installOn('darwin', job, 'choreo', tag)).rejects.toThrow(/it is not a zip archive/)
    expect(leftovers(job)).toEqual([])
  })

  test('for which nothing is published nothing is requested', async () => {
    world.standIn.clearRequests()
    const reason = /No CLI is published for freebsd on arm64.*`cli-path`/
    await expect(installOn('freebsd', start(), 'choreo')).rejects.toThrow(reason)
    expect(world.standIn.requests).toEqual([])
  })
})

describe('the input `cli-path`', () => {
  const executableOf = (main: Ended) => JSON.parse(main.state['session'] ?? '{}').executable

  test('names a CLI by its path, which is used in place', async () => {
    const first = start()
    await first.main(inputs({ 'cli-version': '1.2.32' }))
    const { executable } = entryOf(first, '1.2.32')
    const job = start()
    world.standIn.clearRequests()
    const main = await job.main(inputs({ 'cli-path': executable, ...nowhere }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cli-version': 'v1.2.32', 'cache-hit': 'false' })
    expect(executableOf(main)).toBe(executable)
    expect(world.requestsToGitHub()).toEqual([])
    expect(readdirSync(job.toolCache)).toEqual([])
  })

  test('names a CLI on PATH, in a relative directory too, but never an earlier login', async () => {
    const job = start()
    await job.main(inputs())
    const { executable, directory } = entryOf(job)
    const env = { PATH: `${relative(job.directory, directory)}:${process.env['PATH']}` }
    expect((await job.step('command -v choreo', { env })).stdout).toContain('/bin/choreo\n')
    const main = await job.main(inputs({ 'cli-path': 'choreo' }), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(executableOf(main)).toBe(executable)
  })

  test.each([
    ['no-such-cli', 'Invalid input', /`cli-path` is "no-such-cli", and there is no such executable/],
    ['./empty', 'CLI cannot be run', /empty is not an executable.*`cli-path`/],
    ['./text', 'CLI cannot be run', /text is not an executable.*`cli-path`/],
  ])('is an error when it is %s', async (path, title, message) => {
    const job = start()
    writeFileSync(join(job.directory, 'empty'), '', { mode: 0o755 })
    writeFileSync(join(job.directory, 'text'), 'text\n', { mode: 0o755 })
    const main = await job.main(inputs({ 'cli-path': path }))
    expect(main).toMatchObject({ exitCode: 1, state: {} })
    const annotation = { level: 'error', title: `Choreo: ${title}`, message: expect.stringMatching(message) }
    expect(main.annotations).toEqual([annotation])
  })
})
