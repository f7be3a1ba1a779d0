// From a version to a verified executable: what is verified, what fails, and what a user reads then.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../src/inputs/inputs.ts'
import { install } from '../../src/install/install.ts'
import { expectFailedLogin, expectLogin, until } from '../expectations.ts'
import { asVariables, type Ended, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { tarGz } from '../stand-in/archive.ts'
import type { Faults } from '../stand-in/faults.ts'
import { entryOf, leftovers, recordOf, sha256 } from './leftovers.ts'
import { captureOutput } from './servers.ts'

captureOutput()
const world = setUp()
const { inputs, start } = world
let versions = 0

/** Publishes a release. Returns its tag. */
function publish(archive: Buffer, digest = 'right'): string {
  // Newer than every version that is known to be too old.
  const tag = `v3.0.${++versions}`
  world.standIn.publish({
    cli: 'choreo',
    tag,
    publishedAt: '2020-01-01',
    archive: () => archive,
    digest,
  })
  return tag
}

/** Installs the CLI in this process, as on another platform. */
function installOn(platform: NodeJS.Platform, { temp, toolCache }: Job, version = '1.2.33') {
  process.env['RUNNER_TOOL_CACHE'] = toolCache
  const machine = { ...process, platform, arch: 'arm64', env: { RUNNER_TOOL_CACHE: toolCache } }
  const wanted = readInputs(asVariables(inputs({ token: '', 'cli-version': version })))
  const path = join(temp, platform === 'win32' ? 'choreo.exe' : 'choreo')
  return install(wanted, machine, path, new AbortController().signal)
}

describe('a download', () => {
  const script = Buffer.from('#!/bin/sh\ntouch "$GITHUB_WORKSPACE/ran"\n')
  const archive = tarGz([{ name: 'choreo', content: script }])
  const [right, wrong] = [sha256(archive), '0'.repeat(64)]

  test.each([
    [
      'the release states another one',
      wrong,
      'any',
      /but the release v3\S+ states 0{64},.*compare both/,
    ],
    [
      '`cli-sha256` matches, but the release states another one',
      wrong,
      right,
      /the release v3\S+ states 0/,
    ],
    [
      'the release matches, but `cli-sha256` states another one',
      right,
      wrong,
      /`cli-sha256` states 0{64}/,
    ],
  ])('with another digest is neither kept nor run: %s', async (_, stated, pin, reason) => {
    const job = start()
    const tag = publish(archive, `sha256:${stated}`)
    const pinned = inputs({ 'cli-version': tag, 'cli-sha256': pin })
    const { title, message, main } = await expectFailedLogin(job, pinned)
    expect(title).toBe('Choreo: CLI not installed')
    expect(message).toMatch(reason)
    expect(message).toContain(`digest is ${right}, but`)
    expect(main.outputs).toEqual({ authenticated: 'false' })
    expect(leftovers(job)).toEqual([])
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
    world.standIn.faults.download = { how: 'slow-loris', times: 1 }
    const { milliseconds } = await expectLogin(start(), inputs())
    expect(milliseconds).toBeGreaterThan(10_000)
  })

  test('gets no token for the API, and neither does the log', async () => {
    world.standIn.clearRequests()
    const { log } = await expectLogin(start(), inputs({ 'github-token': 'token-of-the-job' }))
    const sent = world.standIn.requests.filter(({ headers }) =>
      /of-the-job/.test(JSON.stringify(headers)),
    )
    expect(sent.map(({ path }) => path)).toEqual(['/api/repos/wso2/choreo-cli/releases/latest'])
    expect(log.join('\n')).not.toContain('token-of-the-job')
  })

  test('that is cancelled leaves nothing behind', async () => {
    const job = start()
    world.standIn.faults.download = { bytesPerSecond: 100 }
    const { child, ended } = job.startMain(inputs())
    await until(() => leftovers(job).some((path) => path.endsWith('cli/choreo')))
    child.kill('SIGINT')
    const main = await ended
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Choreo: Step stopped' }] })
    // It takes hours at this rate.
    expect(leftovers(job)).toEqual([])
  })
})

const text = { status: 200, body: 'text' }
test.each<[NodeJS.Platform, Faults['download'], RegExp]>([
  ['linux', { status: 404 }, /status 404\. Check the inputs `cli-version` and `github-url`\.$/],
  ['linux', 'html', /a web page instead of an archive\. A proxy .* of GitHub\.$/],
  ['linux', text, /not a usable archive: incorrect header check\. Nothing of it was kept\.$/],
  ['darwin', text, /it is not a zip archive, or a damaged one\. Nothing of it was kept\.$/],
])(
  'on %s, %j instead of an archive is an error, and is not kept',
  async (platform, download, reason) => {
    const job = start()
    world.standIn.faults.download = download
    const message = await installOn(platform, job).catch((error: Error) => error.message)
    expect(message).toMatch(
      /^Could not get \S+\/releases\/download\/v1\.2\.33\/choreo-cli-[\w.-]+: /,
    )
    expect(message).toMatch(reason)
    expect(leftovers(job)).toEqual([])
  },
)

test.each([
  ['README.md', /holds no executable named choreo\. Nothing of it was kept\.$/],
  ['choreo', /choreo is not an executable.*`cli-version`/],
])('an archive with nothing but text, in %s, is not kept', async (name, reason) => {
  const job = start()
  const tag = publish(tarGz([{ name, content: Buffer.from('text') }]))
  await expect(installOn('linux', job, tag)).rejects.toThrow(reason)
  expect(readdirSync(job.toolCache)).toEqual([])
})

test('the CLI for Windows comes from a zip archive, and then from the tool cache', async () => {
  const job = start()
  const path = join(job.temp, 'choreo.exe')
  const cli = { version: 'v1.2.33', verifiedWith: 'the release v1.2.33' }
  expect(await installOn('win32', job)).toEqual({ ...cli, cacheHit: false })
  const content = readFileSync(path)
  expect(content.toString()).toMatch(/^#!/)
  expect(readFileSync(join(job.toolCache, 'choreo', '1.2.33', 'arm64', 'choreo.exe'))).toEqual(
    content,
  )
  rmSync(path)
  expect(await installOn('win32', job)).toEqual({ ...cli, cacheHit: true })
  expect(readFileSync(path)).toEqual(content)
})

describe('the input `cli-path`', () => {
  const executableOf = (main: Ended) => JSON.parse(main.state['session'] ?? '{}').executable

  test('names a CLI by its path, which is used in place', async () => {
    const { job, inputs: scripted } = world.scripted('echo "choreo 3.2.1"; touch "$HOME/kept"')
    world.standIn.clearRequests()
    const main = await expectLogin(job, inputs(scripted))
    expect(main.outputs).toMatchObject({ 'cli-version': 'v3.2.1', 'cache-hit': 'false' })
    expect(executableOf(main)).toBe(scripted['cli-path'])
    expect(world.requestsToGitHub()).toEqual([])
    expect(readdirSync(job.toolCache)).toEqual([])
  })

  test('names a CLI on PATH, in a relative directory too, but never an earlier login', async () => {
    const job = start()
    await expectLogin(job, inputs())
    const { executable, directory } = entryOf(job)
    const env = { PATH: `${relative(job.directory, directory)}:${process.env['PATH']}` }
    expect((await job.step('command -v choreo', { env })).stdout).toContain('/bin/choreo\n')
    expect(executableOf(await expectLogin(job, inputs({ 'cli-path': 'choreo' }), { env }))).toBe(
      executable,
    )
  })

  test.each([
    [
      'no-such-cli',
      'Invalid input',
      /`cli-path` is "no-such-cli", and there is no such executable/,
    ],
    ['./empty', 'CLI cannot be run', /empty is not an executable.*`cli-path`/],
  ])('is an error when it is %s', async (path, title, reason) => {
    const job = start()
    writeFileSync(join(job.directory, 'empty'), '', { mode: 0o755 })
    const failure = await expectFailedLogin(job, inputs({ 'cli-path': path }))
    expect(failure).toMatchObject({
      title: `Choreo: ${title}`,
      message: expect.stringMatching(reason),
    })
  })
})
