// The shelf that jobs share: what is taken from it, what is not trusted, and many jobs at once.
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { verify } from '../src/install/tool-cache.ts'
import { installed, leftovers, recordOf } from './leftovers.ts'
import type { Ended, Job, Running } from './runner.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const { inputs } = world
const nowhere = { 'github-url': 'http://127.0.0.1:1', 'github-api-url': 'http://127.0.0.1:1' }

function requests(): string[] {
  return world.standIn.requests
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('/service/'))
}

async function jobWithCli(version = '1.2.33'): Promise<Job> {
  const job = world.start()
  expect(await job.main(inputs({ 'cli-version': version }))).toMatchObject({ exitCode: 0 })
  world.standIn.clearRequests()
  return job
}

function isVerified(job: Job): boolean {
  const digest = createHash('sha256')
    .update(readFileSync(installed(job).executable))
    .digest('hex')
  return digest === recordOf(job)['executable']
}

const files = ['choreo', 'choreo/1.2.33', `choreo/1.2.33/${process.arch}`].concat(
  ['.complete', '/choreo', '/verified.json'].map((end) => `choreo/1.2.33/${process.arch}${end}`),
)

function shelf(job: Job): string[] {
  return readdirSync(job.toolCache, { recursive: true, encoding: 'utf8' }).toSorted()
}

function stages(job: Job): number {
  return readdirSync(job.toolCache).filter((name) => name.includes('stage')).length
}

describe('a CLI in the tool cache', () => {
  test('is taken without any request when an exact version is wanted', async () => {
    const job = await jobWithCli()
    const main = await job.main(inputs({ 'cli-version': 'v1.2.33', ...nowhere }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.33' })
    expect(requests()).toEqual([])
  })

  test.each(['latest', '1.x'])('is taken for %s when that is the same version', async (version) => {
    const job = await jobWithCli()
    const main = await job.main(inputs({ 'cli-version': version }))
    expect(main.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.33' })
    expect(requests()).toHaveLength(1)
  })

  test('is another one for each version and each CLI', async () => {
    const job = await jobWithCli('1.2.32')
    const newer = await job.main(inputs())
    expect(newer.outputs).toMatchObject({ 'cache-hit': 'false', 'cli-version': 'v1.2.33' })
    const successor = await job.main(inputs({ cli: 'wdp', 'cli-version': '1.2.32' }))
    expect(successor.outputs).toMatchObject({
      'cache-hit': 'false',
      'cli-version': 'v1.2.32-wdp',
    })
    const again = await job.main(inputs({ cli: 'wdp', 'cli-version': '1.2.32', ...nowhere }))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.32-wdp' })
  })

  test('is found by @actions/tool-cache', async () => {
    const job = await jobWithCli()
    await job.main(inputs({ cli: 'wdp', 'cli-version': '1.2.32' }))
    const before = process.env['RUNNER_TOOL_CACHE']
    process.env['RUNNER_TOOL_CACHE'] = job.toolCache
    try {
      const { find, findAllVersions } = await import('@actions/tool-cache')
      expect(find('choreo', '1.2.33')).toBe(installed(job).directory)
      expect(find('wdp', '1.2.32-wdp')).toBe(installed(job, '1.2.32-wdp', 'wdp').directory)
      expect(findAllVersions('choreo')).toEqual(['1.2.33'])
    } finally {
      if (before === undefined) delete process.env['RUNNER_TOOL_CACHE']
      else process.env['RUNNER_TOOL_CACHE'] = before
    }
  })

  test('is nothing but the executable, its record and the mark of @actions/tool-cache', async () => {
    const job = await jobWithCli()
    expect(shelf(job)).toEqual(files.toSorted())
  })

  test('counts when it has the digest that `cli-sha256` wants, and the log says so', async () => {
    const job = await jobWithCli()
    const pin = { 'cli-version': '1.2.33', 'cli-sha256': recordOf(job)['archive'] ?? '' }
    const main = await job.main(inputs({ ...pin, ...nowhere }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'true' } })
    expect(main.log[0]).toContain('SHA-256 verified with the input `cli-sha256`')
  })

  test('of another digest than `cli-sha256` wants is not used, and what is downloaded is checked too', async () => {
    const job = await jobWithCli()
    const pin = { 'cli-version': '1.2.33', 'cli-sha256': '0'.repeat(64) }
    const main = await job.main(inputs(pin))
    expect(main).toMatchObject({ exitCode: 1 })
    expect(main.annotations).toMatchObject([{ level: 'error' }])
    expect(main.annotations[0]?.message).toContain(`\`cli-sha256\` states ${'0'.repeat(64)}`)
    expect(isVerified(job)).toBe(true)
  })

  test('of another archive than the release states now is installed anew, without a word', async () => {
    world.standIn.publish({ cli: 'choreo', tag: 'v0.3.0', publishedAt: '2021-01-01T00:00:00Z' })
    const job = await jobWithCli('~0.3')
    const old = recordOf(job, '0.3.0')
    world.standIn.publish({ cli: 'choreo', tag: 'v0.3.0', padTo: 100_000 })
    const main = await job.main(inputs({ 'cli-version': '~0.3' }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expect(recordOf(job, '0.3.0')['archive']).not.toBe(old['archive'])
    const again = await job.main(inputs({ 'cli-version': '~0.3' }))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true' })
  })
})

describe('a CLI in the tool cache is installed anew, with a warning, when', () => {
  test.each<[string, (job: Job) => void]>([
    ['its executable has changed', (job) => writeFileSync(installed(job).executable, '#!/bin/sh')],
    ['its executable is gone', (job) => rmSync(installed(job).executable)],
    ['its executable cannot be started', (job) => chmodSync(installed(job).executable, 0o644)],
    [
      'its executable is a folder',
      (job) => {
        rmSync(installed(job).executable)
        mkdirSync(join(installed(job).executable, 'choreo'), { recursive: true })
      },
    ],
    [
      'its executable is a pipe',
      (job) => {
        rmSync(installed(job).executable)
        execFileSync('mkfifo', ['-m', '755', installed(job).executable])
      },
    ],
    [
      'its record is a pipe',
      (job) => {
        rmSync(installed(job).record)
        execFileSync('mkfifo', [installed(job).record])
      },
    ],
    ['its record is gone', (job) => rmSync(installed(job).record)],
    ['its record is damaged', (job) => writeFileSync(installed(job).record, '{"archive":')],
    ['its record is no record', (job) => writeFileSync(installed(job).record, 'null')],
    [
      'its record is that of another tag',
      (job) => {
        const record = { ...recordOf(job), tag: 'v1.2.32' }
        writeFileSync(installed(job).record, JSON.stringify(record))
      },
    ],
    [
      'a file stands in its place',
      (job) => {
        rmSync(installed(job).directory, { recursive: true })
        writeFileSync(installed(job).directory, 'not a directory')
      },
    ],
  ])('%s', async (_, damage) => {
    const job = await jobWithCli()
    damage(job)
    const main = await job.main(inputs({ 'cli-version': '1.2.33' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' } })
    expect(main.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/has changed since.*installed anew/) },
    ])
    expect(isVerified(job)).toBe(true)
    const again = await job.main(inputs({ 'cli-version': '1.2.33', ...nowhere }))
    expect(again).toMatchObject({ annotations: [], outputs: { 'cache-hit': 'true' } })
    expect(shelf(job)).toEqual(files.toSorted())
  })
})

// The file is read in pieces of 2 MiB.
test.each([0, 1, 2 ** 21 - 1, 2 ** 21, 2 ** 21 + 1, 3 * 2 ** 21 + 1])(
  'an executable of %i bytes is verified to its last one',
  async (size) => {
    const { toolCache: directory } = world.start()
    const content = randomBytes(size)
    const proof = {
      tag: 'v1.2.33',
      archive: 'any',
      executable: createHash('sha256').update(content).digest('hex'),
      comparedWith: '',
    }
    writeFileSync(join(directory, 'verified.json'), JSON.stringify(proof))
    const shelf = {
      roots: [],
      cli: 'choreo',
      tag: 'v1.2.33',
      arch: 'x64',
      executable: 'x',
    } as const
    const isVerified = async (bytes: Buffer) => {
      writeFileSync(join(directory, 'x'), bytes, { mode: 0o755 })
      return (await verify(directory, shelf)) !== undefined
    }
    expect(await isVerified(content)).toBe(true)
    expect(await isVerified(Buffer.concat([content, Buffer.from('x')]))).toBe(false)
    for (const at of [0, size >> 1, size - 1].filter((at) => at >= 0 && at < size)) {
      const changed = Buffer.from(content)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await isVerified(changed)).toBe(false)
    }
  },
)

test('a tree that another job has put there already stays as it is: a job may be running it', async () => {
  const job = await jobWithCli()
  const { ino } = statSync(installed(job).executable)
  // Where the other job was when this one looked: all was there but the mark.
  rmSync(`${installed(job).directory}.complete`)
  const main = await job.main(inputs({ 'cli-version': '1.2.33' }))
  expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
  expect(statSync(installed(job).executable).ino).toBe(ino)
  expect(shelf(job)).toEqual(files.toSorted())
})

describe('twenty jobs at once', () => {
  function twenty(): [Job, Job[]] {
    const first = world.start()
    const names = Array.from({ length: 19 }, (_, n) => `job-${n}`)
    return [first, names.map((name) => world.start({ on: first, name }))]
  }

  function start(jobs: readonly Job[]): Running[] {
    return jobs.map((job) => job.startMain(inputs({ 'cli-version': '1.2.33' })))
  }

  /** What each job got can be run, and the shelf holds one verified tree and nothing else. */
  async function expectAllWell(job: Job, runs: readonly Running[]): Promise<readonly Ended[]> {
    const ended = await Promise.all(runs.map((run) => run.ended))
    const steps = ended.map((main) => job.step(`'${main.outputs['cli-path']}' list projects`))
    for (const main of ended) expect(main).toMatchObject({ exitCode: 0 })
    for (const step of await Promise.all(steps)) expect(step).toMatchObject({ exitCode: 0 })
    expect(isVerified(job)).toBe(true)
    expect(shelf(job)).toEqual(files.toSorted())
    return ended
  }

  test('all succeed on an empty tool cache, and one verified tree remains', async () => {
    const [first, others] = twenty()
    const ended = await expectAllWell(first, start([first, ...others]))
    for (const main of ended) expect(main.annotations).toEqual([])
  })

  test('all others succeed when two are killed in the middle, and nothing of those stays', async () => {
    const [first, others] = twenty()
    world.standIn.clearRequests()
    world.standIn.faults.download = { bytesPerSecond: 100 }
    const victims = start(others.splice(0, 2))
    while (requests().filter((path) => path.includes('sig=')).length < 2) await sleep(5)
    // About two seconds each: none of the others has ended when the two are killed.
    world.standIn.faults.download = { bytesPerSecond: 4000 }
    const runs = start([first, ...others])
    while (stages(first) <= 2) await sleep(5)
    for (const { child } of victims) child.kill('SIGKILL')
    for (const { ended } of victims) expect(await ended).toMatchObject({ signal: 'SIGKILL' })
    const ended = await expectAllWell(first, runs)
    for (const main of ended) expect(main.annotations).toEqual([])
  })

  test('all succeed on a damaged tree, and none finds it missing', async () => {
    const [first, others] = twenty()
    mkdirSync(installed(first).directory, { recursive: true })
    writeFileSync(installed(first).executable, 'damaged', { mode: 0o755 })
    writeFileSync(`${installed(first).directory}.complete`, '')
    await expectAllWell(first, start([first, ...others]))
  })
})

describe('what a killed job left behind', () => {
  test('is removed by the next installation, when its process is gone', async () => {
    const job = world.start()
    world.standIn.faults.download = { bytesPerSecond: 100 }
    const run = job.startMain(inputs())
    while (readdirSync(job.toolCache).length === 0) await sleep(5)
    run.child.kill('SIGKILL')
    await run.ended
    expect(shelf(job).join()).toContain('stage')
    world.standIn.faults.download = undefined
    expect(await job.main(inputs())).toMatchObject({ exitCode: 0 })
    expect(shelf(job)).toEqual(files.toSorted())
  })

  test('of another machine is removed when it is older than a day, and not before', async () => {
    const job = world.start()
    const names = ['old', 'new'].map((age) => `.choreo-login-stage-${age}-1`)
    for (const name of names) mkdirSync(join(job.toolCache, name))
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
    utimesSync(join(job.toolCache, names[0] ?? ''), twoDaysAgo, twoDaysAgo)
    await job.main(inputs())
    expect(shelf(job)).toEqual([names[1], ...files].toSorted())
  })
})

test('a cancelled download leaves nothing behind', async () => {
  const job = world.start()
  world.standIn.faults.download = { bytesPerSecond: 100 }
  const run = job.startMain(inputs())
  while (readdirSync(job.toolCache).length === 0) await sleep(5)
  run.child.kill('SIGINT')
  const main = await run.ended
  expect(main).toMatchObject({ exitCode: 1 })
  expect(main.annotations).toMatchObject([
    { level: 'error', message: expect.stringContaining('cancelled') },
  ])
  expect(main.milliseconds).toBeLessThan(5000)
  expect(leftovers(job)).toEqual([])
})

describe('a runner', () => {
  const places: readonly [string, (job: Job) => string | undefined][] = [
    ['without a tool cache', () => undefined],
    ['with an empty RUNNER_TOOL_CACHE', () => ''],
    [
      'whose tool cache cannot be made',
      (job) => {
        writeFileSync(join(job.directory, 'file'), '')
        return join(job.directory, 'file', 'tools')
      },
    ],
    ['whose tool cache is read-only', () => '/proc/self'],
    ['whose tool cache is a dangling link', dangling],
  ]

  test.each(places)('%s gets the CLI in its temporary directory', async (_, place) => {
    const job = world.start()
    const env = { RUNNER_TOOL_CACHE: place(job) }
    const main = await job.main(inputs({ 'cli-version': '1.2.33' }), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    const step = await job.step('choreo list projects', { env })
    expect(step).toMatchObject({ exitCode: 0 })
    expect(statSync(join(job.temp, 'choreo-tool-cache', 'choreo')).isDirectory()).toBe(true)
    const again = await job.main(inputs({ 'cli-version': '1.2.33', ...nowhere }), { env })
    expect(again).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
  })

  test('whose tool cache does not exist yet gets one', async () => {
    const job = world.start()
    rmSync(job.toolCache, { recursive: true })
    expect(await job.main(inputs())).toMatchObject({ exitCode: 0, annotations: [] })
    expect(shelf(job)).toEqual(files.toSorted())
  })

  function dangling(job: Job): string {
    symlinkSync(join(job.directory, 'nothing'), join(job.directory, 'link'))
    return join(job.directory, 'link')
  }
})
