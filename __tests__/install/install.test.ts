// From a version to a verified executable: what is verified, what fails, and what a user reads then.
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../src/inputs/inputs.ts'
import { install } from '../../src/install/install.ts'
import { expectFailedLogin, expectFailure, expectLogin, shellCli, until } from '../expectations.ts'
import { mountSmall, whyNoMount } from '../privileges.ts'
import { asVariables, type Ended, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { tarGz } from '../stand-in/archive.ts'
import type { Faults } from '../stand-in/faults.ts'
import { archivesIn, leftovers, sha256 } from './leftovers.ts'
import { quickPauses } from './quick-clock.ts'
import { captureOutput, servers } from './servers.ts'

captureOutput()
const world = setUp()
const { http } = servers()
const { inputs, start } = world
let versions = 0

/** Publishes a release. Returns its tag. */
function publish(archive: Buffer): string {
  // Newer than every version that is known to be too old.
  const tag = `v3.0.${++versions}`
  world.standIn.publish({ cli: 'choreo', tag, publishedAt: '2020-01-01', archive: () => archive })
  return tag
}

/** Installs the CLI in this process, as on another platform. */
function installOn(
  platform: NodeJS.Platform,
  { temp, toolCache }: Job,
  version = '1.2.33',
  sha256 = 'release',
) {
  process.env['RUNNER_TOOL_CACHE'] = toolCache
  const machine = { ...process, platform, arch: 'arm64', env: { RUNNER_TOOL_CACHE: toolCache } }
  const wanted = readInputs(
    asVariables(inputs({ token: '', 'cli-version': version, 'cli-sha256': sha256 })),
  )
  const executable = join(temp, platform === 'win32' ? 'choreo.exe' : 'choreo')
  const places = { executable, download: join(temp, 'download') }
  return install(wanted, machine, places, new AbortController().signal)
}

// A CLI that does what a login needs, and does not get much smaller.
const cliBytes = 4_000_000
const largeCli = Buffer.concat([
  Buffer.from('#!/bin/sh\necho 3.0.0; touch "$HOME/kept"; exit\n'),
  randomBytes(cliBytes),
])

describe('a download', () => {
  const script = Buffer.from('#!/bin/sh\ntouch "$GITHUB_WORKSPACE/ran"\n')
  const archive = tarGz([{ name: 'choreo', content: script }])
  const [right, wrong] = [sha256(archive), '0'.repeat(64)]

  test('with another digest than the pinned ones is neither kept nor run', async () => {
    const job = start()
    const pins = `${wrong} sha256:${'1'.repeat(64)}`
    const pinned = inputs({ 'cli-version': publish(archive), 'cli-sha256': pins })
    const { title, message, main } = await expectFailedLogin(job, pinned)
    expect(title).toBe('Choreo: CLI not installed')
    expect(message).toMatch(new RegExp(`digest is ${right}, but .* states ${wrong} or 1{64}`))
    expect(main.outputs).toEqual({ authenticated: 'false' })
    expect(leftovers(job)).toEqual([])
    expect(existsSync(join(job.directory, 'ran'))).toBe(false)
  })

  test('of a release with another digest than the pinned ones is not begun', async () => {
    const job = start()
    world.standIn.clearRequests()
    const { message } = await expectFailedLogin(job, inputs({ 'cli-sha256': wrong }))
    expect(message).toMatch(/for the archive of v1\.2\.33.*`cli-version`/)
    expect(world.requestsToGitHub()).toEqual(['/api/repos/wso2/choreo-cli/releases/latest'])
  })

  test('of a release without a digest is refused, and one that is not compared warns at every run', async () => {
    const job = start()
    const old = { 'cli-version': 'v0.9.0' }
    const { message } = await expectFailedLogin(job, inputs(old))
    expect(message).toMatch(/v0\.9\.0/)
    const warnings = [
      { title: 'Choreo: CLI not verified' },
      { title: 'Choreo: CLI version too old' },
    ]
    for (const _ of ['first', 'second']) {
      const main = await job.main(inputs({ ...old, 'cli-sha256': 'None' }))
      expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' } })
      expect(main.log.join()).toContain('downloaded, not verified')
      expect(main.summary).toContain('not verified')
      expect(main.annotations).toMatchObject(warnings)
      job.wipeTemp()
      expect(archivesIn(job)).toEqual([])
    }
  })

  test('with the right digest is used even if the server calls it a web page', async () => {
    const archive = tarGz([
      { name: 'choreo', content: Buffer.from('#!/bin/sh\ntouch "$HOME/kept"\n') },
    ])
    const url = await http((_, response) => {
      response.setHeader('content-type', 'text/html').end(archive)
    })
    const pinned = { 'cli-version': 'v3.0.0', 'cli-sha256': sha256(archive) }
    await expectLogin(start(), inputs({ ...pinned, 'github-url': url }))
  })

  test('without a length that breaks off is attempted again', async () => {
    world.standIn.faults.download = { how: 'cut', times: 1 }
    const { log } = await expectLogin(start(), inputs())
    expect(log.join()).toMatch(/broke off\. Next attempt/)
  })

  test('arrives from a mirror that needs 12 seconds for a response', async () => {
    world.standIn.faults.delayMs = 12_000
    const { log } = await expectLogin(start(), inputs())
    expect(log.join()).not.toContain('attempt')
  })

  test('arrives from a network that is not there for three attempts at each request', async () => {
    const refused = { status: 503, times: 3 }
    world.standIn.faults.api = { ...refused }
    world.standIn.faults.download = { ...refused }
    const { log } = await expectLogin(start(), inputs(), { env: quickPauses })
    expect(log.join().match(/status 503\. Next attempt/g)).toHaveLength(6)
  })

  const whyNot = whyNoMount()
  const testMounted = whyNot === '' ? test : test.skip

  testMounted(`goes on when there is no room${whyNot} for the archive too`, async () => {
    const job = start()
    const tag = publish(tarGz([{ name: 'choreo', content: largeCli }]))
    mountSmall(job.temp, cliBytes + 1_000_000)
    const main = await job.main(inputs({ 'cli-version': tag }))
    expect(main.annotations).toEqual([])
    expect(main.outputs).toMatchObject({ authenticated: 'true' })
    expect(archivesIn(job)).toEqual([])
    await job.post(main, inputs())
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
    await until(() => leftovers(job).some((path) => path.endsWith('cli/.part')))
    child.kill('SIGINT')
    const main = await ended
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Choreo: Step stopped' }] })
    // It takes hours at this rate.
    expect(leftovers(job)).toEqual([])
  })
})

const smallMachine = { NODE_OPTIONS: '--max-old-space-size=400' }

test.each([
  ['no texts', [{ name: 'archive', digest: Array(10_000).fill([]) }]],
  ['many names', Array.from({ length: 4000 }, (_, n) => ({ name: `archive-${n}` }))],
])('a list of releases with %s for archives is an error on a small machine', async (_, assets) => {
  const release = JSON.stringify({ tag_name: 'v0.0.1', assets })
  const list = { status: 200, body: `[${Array(100).fill(release)}]` }
  world.standIn.faults.api = list
  const main = await start().main(inputs({ 'cli-version': '1.x' }), { env: smallMachine })
  expect(expectFailure(main, inputs().token).message).toContain('no release "1.x"')
})

test('a text instead of a release is an error on a small machine', async () => {
  world.standIn.faults.api = { status: 200, body: JSON.stringify('x'.repeat(15_000_000)) }
  const main = await start().main(inputs(), { env: smallMachine })
  expect(expectFailure(main, inputs().token).message).toContain('describes no release')
})

const text = { status: 200, body: 'text' }
test.each<[NodeJS.Platform, Faults['download'], RegExp]>([
  ['linux', { status: 404 }, /status 404\. Check the inputs `cli-version` and `github-url`\.$/],
  ['linux', 'html', /a web page instead of an archive\. A proxy .* of GitHub\.$/],
  ['linux', text, /cannot be used: incorrect header check\. Nothing of it was run or kept\.$/],
  ['darwin', text, /it is not a zip archive, or .* missing\. Nothing of it was run or kept\.$/],
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
  ['README.md', /holds no executable named choreo\. Nothing of it was run or kept\.$/],
  ['choreo', /choreo is not an executable.*`cli-version`/],
])('an archive with nothing but text, in %s, is not kept', async (name, reason) => {
  const job = start()
  const tag = publish(tarGz([{ name, content: Buffer.from('text') }]))
  await expect(installOn('linux', job, tag)).rejects.toThrow(reason)
  expect(readdirSync(job.toolCache)).toEqual([])
})

test.each(['win32', 'darwin'] as const)(
  'the CLI for %s comes from a zip archive, and then from the tool cache',
  async (platform) => {
    const job = start()
    const path = join(job.temp, platform === 'win32' ? 'choreo.exe' : 'choreo')
    const cli = { version: 'v1.2.33', verifiedWith: 'the release v1.2.33' }
    expect(await installOn(platform, job)).toEqual({ ...cli, cacheHit: false })
    const content = readFileSync(path)
    expect(content.toString()).toMatch(/^#!/)
    expect(archivesIn(job)).toEqual([expect.stringMatching(/\/choreo-cli-v1\.2\.33-.*\.zip$/)])
    rmSync(path)
    expect(await installOn(platform, job)).toEqual({ ...cli, cacheHit: true })
    expect(readFileSync(path)).toEqual(content)
    expect(readdirSync(job.temp)).toEqual([basename(path)])
    // Without metadata, nobody knows whether there is an archive for Windows on Arm.
    const digest = sha256(readFileSync(archivesIn(job)[0] ?? ''))
    const pinned = await installOn(platform, start(), '1.2.33', digest)
    expect(pinned).toMatchObject({ cacheHit: false, verifiedWith: 'the input `cli-sha256`' })
  },
)

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
    const executable = shellCli(job, 'echo choreo 3.2.1; touch "$HOME/kept"')
    const env = { PATH: `./:${process.env['PATH']}` }
    expect((await job.step('command -v choreo', { env })).stdout).toContain('/bin/choreo\n')
    expect(
      executableOf(
        await expectLogin(job, inputs({ 'cli-path': 'choreo', command: 'other' }), { env }),
      ),
    ).toBe(executable)
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
