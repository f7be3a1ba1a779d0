// From a version to a verified executable: what is verified, what fails, and what a user reads then.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { install } from '../../src/install/install.ts'
import { readInputs } from '../../src/runner/inputs.ts'
import { until } from '../expectations.ts'
import { asVariables } from '../runner.ts'
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
  test('with another digest is neither kept nor run', async () => {
    const job = start()
    const attempts = world.standIn.attempts.length
    const main = await job.main(inputs({ 'cli-version': publish({ digest: `sha256:${wrong}` }) }))
    expectCleanFailure(
      job,
      main,
      /SHA-256 digest is [0-9a-f]{64}, but the release v3\.0\.\d+ states 0{64},.*compare both/,
    )
    expect(world.standIn.attempts).toHaveLength(attempts)
  })

  test.each<[string, () => string, Faults['api']]>([
    ['the API refuses', () => 'v1.2.33', { status: 403 }],
    ['the digest is not SHA-256', () => publish({ digest: `sha512:${wrong}${wrong}` }), undefined],
  ])('is not verified when %s: a warning shows how to pin it', async (_, tagOf, api) => {
    const tag = tagOf()
    const job = start()
    world.standIn.faults.api = api
    const main = await job.main(inputs({ 'cli-version': tag }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cli-version': tag } })
    expect(main.log.join()).toContain('downloaded, not verified')
    const { archive } = recordOf(job, tag.slice(1))
    const message = expect.stringMatching(`not verified.*cli-version: ${tag}.*cli-sha256: ${archive}`)
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Choreo: CLI not verified', message }])
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

describe('the input `cli-sha256`', () => {
  async function digestOf(tag: string): Promise<string> {
    const job = start()
    await job.main(inputs({ 'cli-version': tag }))
    return recordOf(job, tag.slice(1))['archive'] ?? ''
  }

  test('is enough where the release states no digest', async () => {
    const pin = `sha256:${(await digestOf('v0.9.0')).toUpperCase()}`
    const job = start()
    const main = await job.main(inputs({ 'cli-version': 'v0.9.0', 'cli-sha256': pin }))
    expect(main.annotations).toMatchObject([{ title: 'Choreo: CLI version too old' }])
    expect(recordOf(job, '0.9.0')['verifiedWith']).toBe('the input `cli-sha256`')
  })

  test('and the digest of the release must both match', async () => {
    const pinned = start()
    const main = await pinned.main(inputs({ 'cli-sha256': wrong }))
    expectCleanFailure(pinned, main, new RegExp(`the input \`cli-sha256\` states ${wrong}`))
    const archive = await digestOf(publish({}))
    const job = start()
    const tag = publish({ digest: `sha256:${wrong}` })
    const other = await job.main(inputs({ 'cli-version': tag, 'cli-sha256': archive }))
    expectCleanFailure(job, other, new RegExp(`the release ${tag} states ${wrong}`))
  })
})

describe('a download fails in one sentence with', () => {
  test.each<[string, Faults['download'], RegExp]>([
    [
      'status 404',
      { status: 404 },
      /responded with status 404\. Check the inputs `cli-version` and `github-url`/,
    ],
    ['status 407', { status: 407 }, /the proxy refused the request with status 407\. Check the user name/],
    ['a web page', 'html', /a web page instead of an archive.*proxy/],
  ])('%s', async (_, download, reason) => {
    const job = start()
    world.standIn.faults.download = download
    const main = await job.main(inputs())
    expectCleanFailure(job, main, reason)
    const url = `${world.standIn.url}/wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-`
    expect(main.annotations[0]?.message).toContain(`Could not get ${url}`)
    expect(main.annotations[0]?.message).not.toContain('sig=')
  })

  test.each<[string, () => Buffer, RegExp]>([
    [
      'no executable',
      () => tarGz([{ name: 'README.md' }]),
      /holds no executable named choreo\. Nothing of it was kept/,
    ],
    [
      'an archive that is none',
      () => Buffer.from('no archive'),
      /not a usable archive: incorrect header check/,
    ],
  ])('%s', async (_, archive, reason) => {
    const bytes = archive()
    const job = start()
    const tag = publish({ archive: () => bytes, digest: 'none' })
    expectCleanFailure(job, await job.main(inputs({ 'cli-version': tag })), reason)
  })

  test('a file that is not an executable, which is not stored either', async () => {
    const job = start()
    const archive = () => tarGz([{ name: 'choreo', content: Buffer.from('text') }])
    const main = await job.main(inputs({ 'cli-version': publish({ archive }) }))
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Choreo: CLI cannot be run' }])
    expect(main.annotations[0]?.message).toMatch(/is not an executable.*`cli-version`/)
    expect(leftovers(job)).toEqual([])
  })
})

describe('on another machine', () => {
  const printed = captureOutput()

  async function installOn(platform: string, arch: string, more = {}) {
    const { toolCache, directory: parent } = start()
    process.env['RUNNER_TOOL_CACHE'] = toolCache
    const directory = join(parent, 'session')
    mkdirSync(directory)
    const env = asVariables(inputs({ token: '', ...more }))
    const machine = {
      platform,
      arch,
      version: process.version,
      execPath: process.execPath,
      env: { RUNNER_TOOL_CACHE: toolCache },
    }
    const path = join(directory, platform === 'win32' ? 'choreo.exe' : 'choreo')
    const run = () => install(readInputs(env), machine, path, new AbortController().signal)
    const files = () => readdirSync(toolCache, { recursive: true, encoding: 'utf8' })
    return { run, directory, files }
  }

  test.each([
    ['win32', 'arm64', 'choreo.exe'],
    ['darwin', 'arm64', 'choreo'],
  ])(
    '(%s on %s) the CLI comes from its archive, and then from the tool cache',
    async (platform, arch, name) => {
      const { run, directory, files } = await installOn(platform, arch, { 'cli-version': '1.2.33' })
      const path = join(directory, name)
      const verifiedWith = 'the release v1.2.33'
      const cli = { version: 'v1.2.33', verifiedWith }
      expect(await run()).toEqual({ ...cli, cacheHit: false })
      expect(printed()).toContain('Downloading the Choreo CLI v1.2.33 …')
      expect(readFileSync(path).subarray(0, 2).toString()).toBe('#!')
      expect(files()).toContain(join('choreo', '1.2.33', arch, name))
      rmSync(path)
      expect(await run()).toEqual({ ...cli, cacheHit: true })
      expect(readFileSync(path).subarray(0, 2).toString()).toBe('#!')
    },
  )

  test('a file that is not a zip archive leaves nothing behind', async () => {
    const version = publish({ archive: () => Buffer.from('PK no') })
    const { run, directory, files } = await installOn('darwin', 'x64', { 'cli-version': version })
    await expect(run()).rejects.toThrow(/it is not a zip archive/)
    expect([...files(), ...readdirSync(directory)]).toEqual([])
  })

  test('for which nothing is published nothing is requested', async () => {
    world.standIn.clearRequests()
    const { run } = await installOn('freebsd', 'x64')
    await expect(run()).rejects.toThrow(/No CLI is published for freebsd on x64.*`cli-path`/)
    expect(world.standIn.requests).toEqual([])
  })
})

describe('the input `cli-path`', () => {
  test.each(['a path', 'a name on PATH'])('names a CLI as %s, which is used in place', async (how) => {
    const first = start()
    await first.main(inputs({ 'cli-version': '1.2.32' }))
    const { executable, directory } = entryOf(first, '1.2.32')
    const job = start()
    const path = how === 'a path' ? executable : 'choreo'
    const env = { PATH: `${directory}:${process.env['PATH']}` }
    world.standIn.clearRequests()
    const main = await job.main(inputs({ 'cli-path': path, ...nowhere }), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cli-version': 'v1.2.32', 'cache-hit': 'false' })
    expect(JSON.parse(main.state['session'] ?? '')).toMatchObject({ executable })
    expect(world.requestsToGitHub()).toEqual([])
    expect(readdirSync(job.toolCache)).toEqual([])
  })

  test('never means the command of an earlier login of the job', async () => {
    const job = start()
    const first = await job.main(inputs({ 'cli-version': '1.2.32' }))
    const installed = start()
    await installed.main(inputs())
    const { executable, directory } = entryOf(installed)
    const env = { PATH: `${join(first.outputs['session'] ?? '', 'bin')}:${directory}:${process.env['PATH']}` }
    const main = await job.main(inputs({ 'cli-path': 'choreo' }), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(main.state['session'] ?? '')).toMatchObject({ executable })
  })

  test('is found in a relative directory of PATH', async () => {
    const first = start()
    await first.main(inputs())
    const { executable, directory } = entryOf(first)
    const job = start()
    const env = { PATH: `${relative(job.directory, directory)}:${process.env['PATH']}` }
    const main = await job.main(inputs({ 'cli-path': 'choreo' }), { env })
    expect(JSON.parse(main.state['session'] ?? '{}')).toMatchObject({ executable })
  })

  test('is an error when there is no such executable', async () => {
    const job = start()
    const main = await job.main(inputs({ 'cli-path': 'no-such-cli' }))
    expect(main).toMatchObject({ exitCode: 1, state: {} })
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Choreo: Invalid input' }])
    expect(main.annotations[0]?.message).toContain('`cli-path` is "no-such-cli"')
  })

  test.each(['', 'text\n'])('is an error when it is not an executable (%j)', async (content) => {
    const job = start()
    const path = join(job.directory, 'choreo')
    writeFileSync(path, content, { mode: 0o755 })
    const main = await job.main(inputs({ 'cli-path': path }))
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Choreo: CLI cannot be run' }])
    expect(main.annotations[0]?.message).toMatch(/choreo is not an executable.*`cli-path`/)
  })
})
