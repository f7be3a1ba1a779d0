// The tool cache that the jobs of a machine share, as jobs see it: what is used, replaced and left alone.
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { lookUp, store, type VerificationRecord } from '../../src/install/tool-cache.ts'
import type { Job, JobOptions } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { startServer } from '../stand-in/server.ts'
import { entryOf, leftovers, recordOf } from './leftovers.ts'
import { captureOutput } from './servers.ts'

const world = setUp()
const { inputs } = world
const nowhere = { 'github-url': 'http://127.0.0.1:1', 'github-api-url': 'http://127.0.0.1:1' }
const offline = () => inputs({ 'cli-version': '1.2.33', ...nowhere })

function start(options: JobOptions = {}): Job {
  return world.start({ build: 'dist', ...options })
}

async function jobWithEntry(version = '1.2.33'): Promise<Job> {
  const job = start()
  expect(await job.main(inputs({ 'cli-version': version }))).toMatchObject({ exitCode: 0 })
  world.standIn.clearRequests()
  return job
}

function requests(): string[] {
  const paths = world.standIn.requests.map(({ path }) => path)
  return paths.filter((path) => !path.startsWith('/service/'))
}

function sha256(path: string): string {
  return createHash('sha256').update(fs.readFileSync(path)).digest('hex')
}

const root = `choreo/1.2.33/${process.arch}`
const entry = [
  'choreo',
  'choreo/1.2.33',
  root,
  `${root}.complete`,
  `${root}/choreo`,
  `${root}/verified.json`,
]

/** Expects the tool cache to hold one intact entry, and nothing else. */
function expectIntact(job: Job): void {
  expect(fs.readdirSync(job.toolCache, { recursive: true }).toSorted()).toEqual(entry.toSorted())
  expect(sha256(entryOf(job).executable)).toBe(recordOf(job)['executable'])
}

describe('an entry of the tool cache', () => {
  test('holds the executable, its record and a marker, and lends the session a hard link', async () => {
    const job = start()
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expectIntact(job)
    expect(recordOf(job)).toEqual({
      tag: 'v1.2.33',
      archive: expect.stringMatching(/^[0-9a-f]{64}$/),
      executable: sha256(entryOf(job).executable),
      verifiedWith: 'the release v1.2.33',
    })
    const own = join(main.outputs['session'] ?? '', 'cli', 'choreo')
    expect(fs.lstatSync(own)).toMatchObject({ ino: fs.lstatSync(entryOf(job).executable).ino })
    expect(fs.lstatSync(own).mode & 0o777).toBe(0o755)
  })

  test('serves an exact version without a request', async () => {
    const job = await jobWithEntry()
    const main = await job.main(offline())
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.33' })
    expect(main.log[0]).toContain('from the tool cache, SHA-256 verified with the release v1.2.33')
  })

  test.each(['latest', '1.x'])(
    'serves %s after one request, when that is its version',
    async (version) => {
      const job = await jobWithEntry()
      const main = await job.main(inputs({ 'cli-version': version }))
      expect(main.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.33' })
      expect(requests()).toHaveLength(1)
    },
  )

  test('serves its own version and CLI only, and is found by @actions/tool-cache', async () => {
    const job = await jobWithEntry('1.2.32')
    expect((await job.main(inputs())).outputs).toMatchObject({ 'cache-hit': 'false' })
    const wdp = { cli: 'wdp', 'cli-version': '1.2.32' }
    expect((await job.main(inputs(wdp))).outputs).toMatchObject({ 'cache-hit': 'false' })
    const again = await job.main(inputs({ ...wdp, ...nowhere }))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.32-wdp' })
    const script = `import { find, findAllVersions } from '@actions/tool-cache'
      console.log(find('choreo', '1.2.33'), find('wdp', '1.2.32-wdp'), findAllVersions('choreo').join())`
    const args = ['--input-type=module', '-e', script]
    const env = { ...process.env, RUNNER_TOOL_CACHE: job.toolCache }
    const found = execFileSync(process.execPath, args, { env, encoding: 'utf8' })
    const directories = [entryOf(job).directory, entryOf(job, '1.2.32-wdp', 'wdp').directory]
    expect(found).toContain(`${directories.join(' ')} 1.2.32,1.2.33\n`)
  })

  test('serves a job that pins its digest', async () => {
    const job = await jobWithEntry()
    const main = await job.main({ ...offline(), 'cli-sha256': recordOf(job)['archive'] ?? '' })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'true' } })
    expect(main.log[0]).toContain('SHA-256 verified with the input `cli-sha256`')
  })

  test('stays when a job pins a digest that no archive has', async () => {
    const job = await jobWithEntry()
    const main = await job.main(inputs({ 'cli-version': '1.2.33', 'cli-sha256': '0'.repeat(64) }))
    expect(main.annotations).toMatchObject([
      {
        level: 'error',
        message: expect.stringContaining(`\`cli-sha256\` states ${'0'.repeat(64)}`),
      },
    ])
    expectIntact(job)
  })

  test('is replaced without a message when the release states another digest', async () => {
    world.standIn.publish({ cli: 'choreo', tag: 'v0.3.0', publishedAt: '2021-01-01T00:00:00Z' })
    const job = await jobWithEntry('~0.3')
    const { archive } = recordOf(job, '0.3.0')
    world.standIn.publish({ cli: 'choreo', tag: 'v0.3.0', padTo: 100_000 })
    const main = await job.main(inputs({ 'cli-version': '~0.3' }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expect(recordOf(job, '0.3.0')['archive']).not.toBe(archive)
    const again = await job.main(inputs({ 'cli-version': '~0.3' }))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true' })
  })
})

describe('an entry is replaced, with a warning that says why, when', () => {
  type Damage = (files: ReturnType<typeof entryOf>) => unknown
  test.each<[string, Damage, RegExp]>([
    [
      'its executable has changed',
      ({ executable }) => fs.writeFileSync(executable, '#!/bin/sh'),
      /choreo has changed/,
    ],
    ['its executable is missing', ({ executable }) => fs.rmSync(executable), /ENOENT.*choreo'/],
    ['its executable cannot be run', ({ executable }) => fs.chmodSync(executable, 0o644), /EACCES/],
    [
      'its executable is a directory',
      ({ executable }) => replace(executable, fs.mkdirSync),
      /choreo is not a file/,
    ],
    [
      'its executable is a pipe',
      ({ executable }) => replace(executable, makePipe),
      /choreo is not a file/,
    ],
    [
      'its executable is a link',
      ({ executable }) => replace(executable, (path) => fs.symlinkSync('/bin/sh', path)),
      /choreo is not a file/,
    ],
    [
      'others may write its executable',
      ({ executable }) => fs.chmodSync(executable, 0o775),
      /choreo can be written by other users/,
    ],
    [
      'others may write its record',
      ({ record }) => fs.chmodSync(record, 0o666),
      /verified.json can be written by/,
    ],
    [
      'others may write its directory',
      ({ directory }) => fs.chmodSync(directory, 0o777),
      /can be written by other users/,
    ],
    [
      'its record is a pipe',
      ({ record }) => replace(record, makePipe),
      /verified.json is not a file/,
    ],
    [
      'its record is a link',
      ({ record, executable }) => replace(record, (path) => fs.symlinkSync(executable, path)),
      /ELOOP/,
    ],
    ['its record is missing', ({ record }) => fs.rmSync(record), /ENOENT.*verified.json'/],
    [
      'its record is damaged',
      ({ record }) => fs.writeFileSync(record, '{"archive":'),
      /verified.json is not/,
    ],
    [
      'its record is null',
      ({ record }) => fs.writeFileSync(record, 'null'),
      /verified.json is not/,
    ],
    [
      'its record is of another tag',
      ({ record }) => fs.writeFileSync(record, '{"tag":"v1.2.32"}'),
      /verified.json is not of v1\.2\.33/,
    ],
    [
      'it is a file',
      ({ directory }) => replace(directory, (path) => fs.writeFileSync(path, '')),
      /is not a directory/,
    ],
    [
      'it is a link',
      ({ directory }) => replace(directory, (path) => fs.symlinkSync('/', path)),
      /is not a directory/,
    ],
  ])('%s', async (_, damage, reason) => {
    const job = await jobWithEntry()
    damage(entryOf(job))
    const main = await job.main(inputs({ 'cli-version': '1.2.33' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' } })
    expect(main.annotations).toMatchObject([
      { level: 'warning', title: 'Tool cache not trusted', message: expect.stringMatching(reason) },
    ])
    expectIntact(job)
    expect((await job.main(offline())).outputs).toMatchObject({ 'cache-hit': 'true' })
  })

  function replace(path: string, make: (path: string) => unknown): void {
    fs.rmSync(path, { recursive: true })
    make(path)
  }

  function makePipe(path: string): void {
    execFileSync('mkfifo', ['-m', '755', path])
  }
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

  function storeNew(content: Buffer | string, replace: boolean): VerificationRecord {
    const path = join(fs.mkdtempSync(join(directory, 'new-')), 'choreo')
    fs.writeFileSync(path, content, { mode: 0o755 })
    const record = { tag: 'v1.2.33', archive: 'any', executable: sha256(path), verifiedWith: '' }
    store(entryOf({ toolCache }).directory, record, path, replace)
    return record
  }

  // The file is read in pieces of 2 MiB.
  test.each([0, 1, 2 ** 21 - 1, 2 ** 21, 2 ** 21 + 1])(
    'an executable of %i bytes is verified to its last one',
    async (size) => {
      const content = randomBytes(size)
      const record = storeNew(content, false)
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
    storeNew('content 0', true)
    let [isLooking, replaced] = [true, 0]
    const replacing = (async () => {
      for (; isLooking; await sleep(3)) storeNew(`content ${++replaced}`, true)
    })()
    for (let look = 0; look < 500; look++) await find()
    isLooking = false
    await replacing
    expect(replaced).toBeGreaterThan(10)
    expect(printed()).not.toContain('::warning')
  })

  test.each<[string, (path: string) => unknown]>([
    ['a directory', (path) => fs.mkdirSync(path)],
    ['a dangling link', (path) => fs.symlinkSync('/nowhere', path)],
  ])('%s at the place of the marker stays', async (_, plant) => {
    fs.mkdirSync(join(toolCache, 'choreo', '1.2.33'), { recursive: true })
    plant(entryOf({ toolCache }).marker)
    storeNew('content', false)
    await find()
    expect(fs.lstatSync(entryOf({ toolCache }).marker).isFile()).toBe(false)
    expect(printed()).not.toContain('::warning')
  })

  test('staging directories are removed when they are older than a day', async () => {
    const names = ['link', 'new', 'old'].map((name) => `.choreo-login-staging-${name}`)
    const [link = '', recent = '', old = ''] = names.map((name) => join(toolCache, name))
    for (const path of [old, recent]) fs.mkdirSync(join(path, 'new'), { recursive: true })
    fs.symlinkSync(directory, link)
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
    for (const path of [old, link]) fs.lutimesSync(path, twoDaysAgo, twoDaysAgo)
    storeNew('content', false)
    expect(fs.readdirSync(toolCache)).toEqual([...names.slice(0, 2), 'choreo'])
  })
})

describe('an open session', () => {
  test('does not need the tool cache', async () => {
    const job = start()
    const main = await job.main(inputs())
    expect(await job.step('rm -rf "$RUNNER_TOOL_CACHE"/*')).toMatchObject({ exitCode: 0 })
    expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 0 })
    const post = await job.post(main, inputs())
    expect(post.log.join()).toContain('Logged out')
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test.each([
    ['and whose entry stays', false, 'true'],
    ['and whose entry the release decides on', true, 'false'],
  ])('keeps its executable when another job pins another digest, %s', async (_, api, cacheHit) => {
    const mirror = await startServer()
    for (const [server, padTo] of [
      [world.standIn, 50_000],
      [mirror, 60_000],
    ] as const) {
      server.publish({ cli: 'choreo', tag: 'v0.7.0', publishedAt: '2021-01-01T00:00:00Z', padTo })
    }
    const pinned = async (job: Job, { url, apiUrl }: typeof mirror) => {
      const open = {
        'github-url': url,
        'github-api-url': api ? apiUrl : '',
        'cli-version': '0.7.0',
      }
      const unpinned = start()
      await unpinned.main(inputs(open))
      const digest = recordOf(unpinned, '0.7.0')['archive'] ?? ''
      return job.main(inputs({ ...open, 'cli-sha256': digest }))
    }
    const first = start()
    const main = await pinned(first, world.standIn)
    const own = join(main.outputs['session'] ?? '', 'cli', 'choreo')
    const before = sha256(own)
    const second = start({ on: first, name: 'second' })
    expect(await pinned(second, mirror)).toMatchObject({ exitCode: 0 })
    expect(sha256(own)).toBe(before)
    expect(await first.step('choreo list projects')).toMatchObject({ exitCode: 0 })
    const third = await pinned(start({ on: first, name: 'third' }), world.standIn)
    expect(third).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { 'cache-hit': cacheHit },
    })
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
    return ended
  }

  test('succeed on an empty tool cache', async () => {
    for (const main of await run(start())) expect(main.annotations).toEqual([])
  })

  test('succeed on an outdated entry, and none of them warns', async () => {
    const job = await jobWithEntry()
    const record = { ...recordOf(job), archive: '0'.repeat(64) }
    fs.writeFileSync(entryOf(job).record, JSON.stringify(record))
    for (const main of await run(job)) expect(main.annotations).toEqual([])
  })

  test('succeed on a changed entry, and each warning says why', async () => {
    const job = await jobWithEntry()
    fs.writeFileSync(entryOf(job).executable, 'damaged')
    const warnings = (await run(job)).flatMap((main) => main.annotations)
    expect(warnings.length).toBeGreaterThanOrEqual(1)
    for (const { message } of warnings) expect(message).toMatch(/choreo has changed since/)
  })
})

test('a cancelled download leaves nothing behind', async () => {
  const job = start()
  world.standIn.faults.download = { bytesPerSecond: 100 }
  world.standIn.clearRequests()
  const run = job.startMain(inputs())
  while (!requests().some((path) => path.includes('sig='))) await sleep(5)
  run.child.kill('SIGINT')
  const main = await run.ended
  expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] })
  expect(main.annotations[0]?.message).toContain('cancelled')
  expect(main.milliseconds).toBeLessThan(5000)
  expect(leftovers(job)).toEqual([])
})

describe('a runner', () => {
  test.each<[string, (job: Job) => string | undefined]>([
    ['without a tool cache', () => undefined],
    ['with an empty RUNNER_TOOL_CACHE', () => ''],
    ['whose tool cache is a file', (job) => join(job.directory, 'file', 'tools')],
    ['whose tool cache is read-only', () => '/proc/self'],
    ['whose tool cache is a dangling link', (job) => join(job.directory, 'link')],
  ])('%s gets the CLI for one session', async (_, place) => {
    const job = start()
    fs.writeFileSync(join(job.directory, 'file'), '')
    fs.symlinkSync('/nowhere/at/all', join(job.directory, 'link'))
    const env = { RUNNER_TOOL_CACHE: place(job) }
    const main = await job.main(inputs({ 'cli-version': '1.2.33' }), { env })
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
