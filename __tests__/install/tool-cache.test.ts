// The tool cache that the jobs of a machine share: what is used, what is replaced, and what is left alone.
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { lookUp, store, type VerificationRecord } from '../../src/install/tool-cache.ts'
import type { Job } from '../runner.ts'
import { nowhere, setUp } from '../set-up.ts'
import { startServer } from '../stand-in/server.ts'
import { entryOf, recordOf } from './leftovers.ts'
import { captureOutput } from './servers.ts'

const world = setUp()
const { inputs, start } = world
const exact = { 'cli-version': '1.2.33' }

/** Starts a job on a machine where another one has installed a CLI. */
async function startWithEntry(version = '1.2.33'): Promise<Job> {
  const job = start()
  expect(await job.main(inputs({ 'cli-version': version }))).toMatchObject({ exitCode: 0 })
  world.standIn.clearRequests()
  return job
}

/** Writes into a file that is stored read-only. */
function overwrite(path: string, content: Buffer | string): void {
  fs.chmodSync(path, 0o755)
  fs.writeFileSync(path, content)
}

function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

function sha256(path: string): string {
  return sha256Of(fs.readFileSync(path))
}

/** Expects the tool cache to hold one intact entry, and nothing else. */
function expectIntact(job: Job): void {
  const entry = `choreo/1.2.33/${process.arch}`
  const files = [entry, `${entry}.complete`, `${entry}/choreo`, `${entry}/verified.json`]
  const found = fs.readdirSync(job.toolCache, { recursive: true }).toSorted()
  expect(found).toEqual(['choreo', 'choreo/1.2.33', ...files].toSorted())
  expect(sha256(entryOf(job).executable)).toBe(recordOf(job)['executable'])
}

describe('an entry of the tool cache', () => {
  test('is stored with its record, and shares its executable with the session', async () => {
    const job = start()
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expectIntact(job)
    const { executable } = entryOf(job)
    expect(recordOf(job)).toEqual({
      tag: 'v1.2.33',
      archive: expect.stringMatching(/^[0-9a-f]{64}$/),
      executable: sha256(executable),
      verifiedWith: 'the release v1.2.33',
      source: `${world.standIn.url} ${world.standIn.apiUrl}`,
    })
    const own = fs.lstatSync(join(main.outputs['session'] ?? '', 'cli', 'choreo'))
    expect([own.ino, own.mode & 0o777]).toEqual([fs.lstatSync(executable).ino, 0o555])
  })

  test.each([
    ['1.2.33', 0],
    ['latest', 1],
  ])('serves %s, with %d requests', async (version, count) => {
    const job = await startWithEntry()
    const main = await job.main(inputs({ 'cli-version': version }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.33' })
    expect(main.log[0]).toContain('from the tool cache, SHA-256 verified with the release v1.2.33')
    expect(world.requestsToGitHub()).toHaveLength(count)
  })

  test('serves its own version and CLI only, and is found by @actions/tool-cache', async () => {
    const job = await startWithEntry('1.2.32')
    expect((await job.main(inputs())).outputs).toMatchObject({ 'cache-hit': 'false' })
    const wdp = { cli: 'wdp', 'cli-version': '1.2.32' }
    expect((await job.main(inputs(wdp))).outputs).toMatchObject({ 'cache-hit': 'false' })
    const again = await job.main(inputs(wdp))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.32-wdp' })
    const script = `import { find, findAllVersions } from '@actions/tool-cache'
      console.log(find('wdp', '1.2.32-wdp'), findAllVersions('choreo').join())`
    const args = ['--input-type=module', '-e', script]
    const env = { ...process.env, RUNNER_TOOL_CACHE: job.toolCache }
    const found = execFileSync(process.execPath, args, { env, encoding: 'utf8' })
    expect(found).toContain(`\n${entryOf(job, '1.2.32-wdp', 'wdp').directory} 1.2.32,1.2.33\n`)
  })

  test('serves a job that pins its digest, and stays when a job pins another one', async () => {
    const job = await startWithEntry()
    const pinned = inputs({ ...exact, 'cli-sha256': recordOf(job)['archive'] ?? '', ...nowhere })
    const main = await job.main(pinned)
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'true' } })
    expect(main.log[0]).toContain('SHA-256 verified with the input `cli-sha256`')
    const wrong = await job.main(inputs({ ...exact, 'cli-sha256': '0'.repeat(64) }))
    expect(wrong.annotations).toMatchObject([{ level: 'error' }])
    expect(wrong.annotations[0]?.message).toContain('`cli-sha256` states 00000')
    expectIntact(job)
  })

  // A job may set `github-url` to a server that it controls, and its tool cache may be that of other jobs.
  test('from another server is used only when a digest confirms it', async () => {
    const job = await startWithEntry()
    const main = await job.main(inputs({ ...exact, 'github-api-url': '' }))
    expect(main.outputs).toMatchObject({ 'cache-hit': 'false' })
    expect(main.annotations).toMatchObject([{ title: 'Choreo: CLI not verified' }])
    const latest = await job.main(inputs({ 'github-url': `${world.standIn.url}/` }))
    expect(latest).toMatchObject({ annotations: [], outputs: { 'cache-hit': 'true' } })
  })

  test('is replaced without a message when the release states another digest', async () => {
    world.standIn.publish({ cli: 'choreo', tag: 'v3.3.0', publishedAt: '2021-01-01T00:00:00Z' })
    const job = await startWithEntry('~3.3')
    const { archive } = recordOf(job, '3.3.0')
    world.standIn.publish({ cli: 'choreo', tag: 'v3.3.0', padTo: 100_000 })
    const main = await job.main(inputs({ 'cli-version': '~3.3' }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expect(recordOf(job, '3.3.0')['archive']).not.toBe(archive)
    const again = await job.main(inputs({ 'cli-version': '~3.3' }))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true' })
  })
})

describe('an entry is replaced, with a warning that says why, when', () => {
  type File = Exclude<keyof ReturnType<typeof entryOf>, 'marker'>
  type Change = (path: string) => unknown
  const write = (text: string) => (path: string) => overwrite(path, text)
  const mode = (bits: number) => (path: string) => fs.chmodSync(path, bits)
  const link = (path: string) => fs.symlinkSync('/bin/sh', path)
  const pipe = (path: string) => execFileSync('mkfifo', ['-m', '755', path])
  const instead = (make: Change) => (path: string) => {
    fs.rmSync(path, { recursive: true })
    make(path)
  }

  test.each<[File, string, Change, RegExp]>([
    ['executable', 'has changed', write('#!/bin/sh'), /choreo has changed since/],
    ['executable', 'is missing', fs.rmSync, /ENOENT.*choreo'/],
    ['executable', 'cannot be run', mode(0o644), /EACCES/],
    ['executable', 'is a link', instead(link), /choreo is not a file/],
    ['executable', 'is open to others', mode(0o775), /choreo can be written by other users/],
    ['record', 'is missing', fs.rmSync, /ENOENT.*verified.json'/],
    ['record', 'is damaged', write('{"archive":'), /verified.json is not of v1\.2\.33/],
    ['record', 'is of another tag', write('{"tag":"v1.2.32"}'), /verified.json is not of/],
    ['record', 'is a pipe', instead(pipe), /verified.json is not a file/],
    ['record', 'is a link', instead(link), /ELOOP/],
    ['record', 'is open to others', mode(0o666), /verified.json can be written by/],
    ['directory', 'is open to others', mode(0o777), /can be written by other users/],
    ['directory', 'is a link', instead(link), /is not a directory/],
  ])('its %s %s', async (file, _, change, message) => {
    const job = await startWithEntry()
    change(entryOf(job)[file])
    const main = await job.main(inputs(exact))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' } })
    const warning = { level: 'warning', title: 'Choreo: Tool cache not trusted' }
    expect(main.annotations).toEqual([{ ...warning, message: expect.stringMatching(message) }])
    expectIntact(job)
    world.standIn.clearRequests()
    const again = await job.main(inputs(exact))
    expect(again).toMatchObject({ annotations: [], outputs: { 'cache-hit': 'true' } })
    expect(world.requestsToGitHub()).toEqual([])
  })
})

describe('in process', () => {
  const printed = captureOutput()
  let [directory, toolCache] = ['', '']
  beforeEach(() => {
    ;({ directory, toolCache } = start())
    process.env['RUNNER_TOOL_CACHE'] = toolCache
  })
  afterEach(() => {
    delete process.env['RUNNER_TOOL_CACHE']
  })

  async function find() {
    const path = join(directory, 'choreo')
    const found = await lookUp('choreo', 'v1.2.33', { ...process, env: process.env }, path)
    fs.rmSync(path, { force: true })
    return found
  }

  function storeNew(content: Buffer | string, replace = false): VerificationRecord {
    const path = join(fs.mkdtempSync(join(directory, 'new-')), 'choreo')
    fs.writeFileSync(path, content, { mode: 0o755 })
    const digests = { archive: 'any', executable: sha256(path) }
    const record = { tag: 'v1.2.33', ...digests, verifiedWith: '', source: '' }
    store(entryOf({ toolCache }).directory, record, path, replace)
    return record
  }

  // The file is read in pieces of 2 MiB.
  test.each([0, 1, 2 ** 21 - 1, 2 ** 21, 2 ** 21 + 1])(
    'an executable of %i bytes is verified to its last one',
    async (size) => {
      const content = randomBytes(size)
      const record = storeNew(content)
      expect(await find()).toMatchObject({ record })
      for (const at of [0, size >> 1, size - 1].filter((at) => at >= 0 && at < size)) {
        const changed = Buffer.from(content)
        changed[at] = (changed[at] ?? 0) ^ 1
        fs.writeFileSync(entryOf({ toolCache }).executable, changed)
        expect(await find()).toMatchObject({ isDamaged: true })
      }
    },
  )

  test('an entry that is replaced while it is looked up is not reported', async () => {
    const entry = entryOf({ toolCache }).directory
    for (const name of ['one', 'two']) {
      storeNew(name)
      fs.renameSync(entry, join(toolCache, name))
    }
    const script = `cp -r $next new; mv '${entry}' old; mv new '${entry}'; rm -rf old`
    const loop = `cd '${toolCache}'; while :; do for next in one two; do ${script}; done; done`
    const replacing = spawn('sh', ['-c', loop], { stdio: 'ignore' })
    const missing = new Set([sha256Of('one'), sha256Of('two')])
    for (let look = 0; look < 1000 || missing.size > 0; look++) {
      missing.delete((await find()).record?.executable ?? '')
    }
    replacing.kill()
    await once(replacing, 'exit')
    expect(printed()).not.toContain('::warning')
  })

  test.each<[string, (path: string) => unknown]>([
    ['a directory', (path) => fs.mkdirSync(path)],
    ['a dangling link', (path) => fs.symlinkSync('/nowhere', path)],
  ])('%s at the place of the marker stays', async (_, plant) => {
    const { marker } = entryOf({ toolCache })
    fs.mkdirSync(join(marker, '..'), { recursive: true })
    plant(marker)
    storeNew('content')
    await find()
    expect(fs.lstatSync(marker).isFile()).toBe(false)
    expect(printed()).not.toContain('::warning')
  })

  test('staging directories are removed when they are older than a day', () => {
    const names = ['link', 'new', 'old'].map((name) => `.choreo-login-staging-${name}`)
    const [link = '', recent = '', old = ''] = names.map((name) => join(toolCache, name))
    for (const path of [old, recent]) fs.mkdirSync(join(path, 'new'), { recursive: true })
    fs.symlinkSync(directory, link)
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
    for (const path of [old, link]) fs.lutimesSync(path, twoDaysAgo, twoDaysAgo)
    storeNew('content')
    expect(fs.readdirSync(toolCache)).toEqual([...names.slice(0, 2), 'choreo'])
  })
})

describe('an open session', () => {
  test.each([
    ['no API states one', false, 'true'],
    ['the API states another one', true, 'false'],
  ])('keeps its executable when another job pins another digest, and %s', async (_, api, hit) => {
    const mirror = await startServer()
    const release = { cli: 'choreo', tag: 'v3.7.0', publishedAt: '2021-01-01T00:00:00Z' } as const
    world.standIn.publish({ ...release, padTo: 50_000 })
    mirror.publish({ ...release, padTo: 60_000 })
    const runPinned = async (job: Job, { url, apiUrl }: typeof mirror) => {
      const urls = { 'github-url': url, 'github-api-url': api ? apiUrl : '' }
      const first = start()
      await first.main(inputs({ ...urls, 'cli-version': '3.7.0' }))
      const pin = { 'cli-version': '3.7.0', 'cli-sha256': recordOf(first, '3.7.0')['archive'] ?? '' }
      const main = await job.main(inputs({ ...urls, ...pin }))
      expect(main).toMatchObject({ exitCode: 0, annotations: [] })
      return main.outputs
    }
    const job = start()
    const outputs = await runPinned(job, world.standIn)
    const own = join(outputs['session'] ?? '', 'cli', 'choreo')
    const before = sha256(own)
    await runPinned(start({ on: job, name: 'second' }), mirror)
    expect(sha256(own)).toBe(before)
    expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 0 })
    const third = await runPinned(start({ on: job, name: 'third' }), world.standIn)
    expect(third).toMatchObject({ 'cache-hit': hit })
    await mirror.close()
  })
})

describe('twelve jobs at once', () => {
  async function run(first: Job) {
    const names = Array.from({ length: 11 }, (_, n) => `job-${n}`)
    const jobs = [first, ...names.map((name) => start({ on: first, name }))]
    const ended = await Promise.all(jobs.map((job) => job.main(inputs({ 'cli-version': '~1.2' }))))
    const steps = await Promise.all(jobs.map((job) => job.step('choreo list projects')))
    for (const step of [...ended, ...steps]) expect(step).toMatchObject({ exitCode: 0, stderr: '' })
    expectIntact(first)
    return ended.flatMap((main) => main.annotations)
  }

  test('succeed on an empty tool cache', async () => {
    expect(await run(start())).toEqual([])
  })

  test('succeed on an outdated entry, and none of them warns', async () => {
    const job = await startWithEntry()
    const record = { ...recordOf(job), archive: '0'.repeat(64) }
    fs.writeFileSync(entryOf(job).record, JSON.stringify(record))
    expect(await run(job)).toEqual([])
  })

  test('succeed on a changed entry, and each warning says why', async () => {
    const job = await startWithEntry()
    overwrite(entryOf(job).executable, 'damaged')
    const messages = (await run(job)).map(({ message }) => message)
    expect(messages).not.toEqual([])
    for (const message of messages) expect(message).toContain('choreo has changed since')
  })
})

describe('a runner', () => {
  test.each<[string, (job: Job) => string | undefined]>([
    ['without a tool cache', () => undefined],
    ['whose tool cache is below a file', (job) => join(job.directory, 'file', 'tools')],
  ])('%s gets the CLI for one session', async (_, place) => {
    const job = start()
    fs.writeFileSync(join(job.directory, 'file'), '')
    const env = { RUNNER_TOOL_CACHE: place(job) }
    const main = await job.main(inputs(exact), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expect(await job.step('choreo list projects', { env })).toMatchObject({ exitCode: 0 })
  })

  test('whose tool cache does not exist gets one', async () => {
    const job = start()
    fs.rmSync(job.toolCache, { recursive: true })
    expect(await job.main(inputs())).toMatchObject({ exitCode: 0, annotations: [] })
    expectIntact(job)
  })
})
