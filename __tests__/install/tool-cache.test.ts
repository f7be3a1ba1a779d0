// The tool cache that the jobs of a machine share: what is used, what is replaced, and what is left alone.
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { lookUp, store } from '../../src/install/tool-cache.ts'
import { interpret, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { entryOf, recordOf } from './leftovers.ts'
import { captureOutput } from './servers.ts'

const world = setUp()
const { inputs, start } = world
const exact = { 'cli-version': '1.2.33' }
// It is stored read-only.
const change = 'chmod u+w choreo; echo changed >>choreo'

/** Starts a job on a machine where another one has installed a CLI. */
async function startWithEntry(version = '1.2.33'): Promise<Job> {
  const job = start()
  expect(await job.main(inputs({ 'cli-version': version }))).toMatchObject({ exitCode: 0 })
  world.standIn.clearRequests()
  return job
}

function sha256(path: string): string {
  return createHash('sha256').update(fs.readFileSync(path)).digest('hex')
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
  test('is stored with its record in a new tool cache, and shares its executable with the session', async () => {
    const job = start()
    fs.rmSync(job.toolCache, { recursive: true })
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

  test.each<[string, (archive?: string) => Record<string, string>, number, string]>([
    ['an exact version', () => exact, 0, 'the release v1.2.33'],
    ['the latest version', () => ({}), 1, 'the release v1.2.33'],
    ['its digest', (archive = '') => ({ ...exact, 'cli-sha256': archive }), 0, 'the input `cli-sha256`'],
  ])('serves a job that names %s', async (_, wanted, requests, verifiedWith) => {
    const job = await startWithEntry()
    const main = await job.main(inputs(wanted(recordOf(job)['archive'])))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.33' })
    expect(main.log[0]).toContain(`from the tool cache, SHA-256 verified with ${verifiedWith}`)
    expect(world.requestsToGitHub()).toHaveLength(requests)
  })

  test('serves its own version and CLI only', async () => {
    const job = await startWithEntry('1.2.32')
    expect((await job.main(inputs())).outputs).toMatchObject({ 'cache-hit': 'false' })
    const wdp = { cli: 'wdp', 'cli-version': '1.2.32' }
    expect((await job.main(inputs(wdp))).outputs).toMatchObject({ 'cache-hit': 'false' })
    const again = await job.main(inputs(wdp))
    expect(again.outputs).toMatchObject({ 'cache-hit': 'true', 'cli-version': 'v1.2.32-wdp' })
  })

  // A job may set `github-url` to a server that it controls, and its tool cache may be that of other jobs.
  test('from another server is not used without a digest', async () => {
    const job = await startWithEntry()
    const main = await job.main(inputs({ ...exact, 'github-api-url': '' }))
    expect(main.outputs).toMatchObject({ 'cache-hit': 'false' })
    expect(main.annotations).toMatchObject([{ title: 'Choreo: CLI not verified' }])
  })

  test('is replaced only when the release states another digest, and never in an open session', async () => {
    const release = { cli: 'choreo', tag: 'v3.3.0', publishedAt: '2021-01-01T00:00:00Z' } as const
    const version = { 'cli-version': '3.3.0' }
    const archiveOf = (job: Job) => recordOf(job, '3.3.0')['archive'] ?? ''
    world.standIn.publish(release)
    const job = start()
    const { outputs } = await job.main(inputs(version))
    const own = join(outputs['session'] ?? '', 'cli', 'choreo')
    const before = { executable: sha256(own), archive: archiveOf(job) }
    world.standIn.publish({ ...release, padTo: 100_000 })
    const archive = archiveOf(await startWithEntry('3.3.0'))

    const refused = await job.main(inputs({ ...version, 'cli-sha256': '0'.repeat(64) }))
    expect(refused.annotations).toMatchObject([{ level: 'error' }])
    expect(archiveOf(job)).toBe(before.archive)
    const pinned = await job.main(inputs({ ...version, 'cli-sha256': archive, 'github-api-url': '' }))
    expect(pinned).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expect(archiveOf(job)).toBe(before.archive)
    const main = await job.main(inputs({ 'cli-version': '~3.3' }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
    expect(archiveOf(job)).toBe(archive)
    expect(sha256(own)).toBe(before.executable)
  })
})

describe('in process', () => {
  const printed = captureOutput()
  let job: Job
  beforeEach(() => {
    job = start()
    process.env['RUNNER_TOOL_CACHE'] = job.toolCache
  })

  async function find() {
    const path = join(job.directory, 'choreo')
    const found = await lookUp('choreo', 'v1.2.33', process, path)
    fs.rmSync(path, { force: true })
    return found
  }

  function storeNew(content: Buffer | string, replace = false) {
    const path = join(fs.mkdtempSync(join(job.directory, 'new-')), 'choreo')
    fs.writeFileSync(path, content, { mode: 0o755 })
    const record = { tag: 'v1.2.33', archive: '', executable: sha256(path), verifiedWith: '', source: '' }
    store(entryOf(job).directory, record, path, replace)
    return record
  }

  test.each([
    ['executable has changed', change, /choreo has changed since/],
    ['executable is missing', 'rm -f choreo', /ENOENT.*choreo'/],
    ['executable cannot be run', 'chmod 644 choreo', /EACCES/],
    ['executable is a link', 'ln -sf /bin/sh choreo', /choreo is not a file/],
    ['executable is open to others', 'chmod 775 choreo', /choreo can be written by other users/],
    ['record is missing', 'rm verified.json', /ENOENT.*verified.json'/],
    ['record is damaged', `echo '{"tag":' >verified.json`, /verified.json is not of v1\.2\.33/],
    ['record is of another tag', `echo '{"tag":"v1.2.32"}' >verified.json`, /verified.json is not of/],
    ['record is a pipe', 'rm verified.json; mkfifo verified.json', /verified.json is not a file/],
    ['record is a link', 'ln -sf /bin/sh verified.json', /ELOOP/],
    ['record is open to others', 'chmod 666 verified.json', /verified.json can be written by/],
    ['directory is open to others', 'chmod 777 .', /can be written by other users/],
    ['directory is a link', 'mv "$PWD" ../own; ln -s own "$PWD"', /is not a directory/],
  ])('a warning says when the %s, and the entry can be replaced', async (_, script, reason) => {
    storeNew('first')
    const entry = entryOf(job).directory
    execFileSync('sh', ['-e', '-c', script], { cwd: entry })
    expect(await find()).toEqual({ entry, isDamaged: true })
    const message = expect.stringMatching(reason)
    const warning = { level: 'warning', title: 'Choreo: Tool cache not trusted', message }
    expect(interpret(printed()).annotations).toEqual([warning])
    const record = storeNew('second', true)
    expect(await find()).toMatchObject({ record })
  })

  // The file is read in pieces of 2 MiB.
  test.each([1, 2 ** 21, 2 ** 21 + 1])(
    'an executable of %i bytes is verified to its last one',
    async (size) => {
      const content = randomBytes(size)
      const record = storeNew(content)
      expect(await find()).toMatchObject({ record })
      content[size - 1] = (content[size - 1] ?? 0) ^ 1
      fs.writeFileSync(entryOf(job).executable, content)
      expect(await find()).toMatchObject({ isDamaged: true })
    },
  )

  test('an entry that is replaced while it is looked up is not reported', async () => {
    const entry = entryOf(job).directory
    const missing = new Set<string>()
    for (const name of ['one', 'two']) {
      missing.add(storeNew(name).executable)
      fs.renameSync(entry, join(job.toolCache, name))
    }
    const script = `cp -r $next new; mv '${entry}' old; mv new '${entry}'; rm -rf old`
    const loop = `cd '${job.toolCache}'; while :; do for next in one two; do ${script}; done; done`
    const replacing = spawn('sh', ['-c', loop], { stdio: 'ignore' })
    for (let look = 0; look < 1000 || missing.size > 0; look++) {
      missing.delete((await find()).record?.executable ?? '')
    }
    replacing.kill()
    await once(replacing, 'exit')
    expect(printed()).not.toContain('::warning')
  })

  test('a dangling link at the place of the marker stays', async () => {
    const { marker } = entryOf(job)
    fs.mkdirSync(join(marker, '..'), { recursive: true })
    fs.symlinkSync(join(job.directory, 'nowhere'), marker)
    storeNew('content')
    expect(await find()).not.toHaveProperty('record')
    expect(fs.lstatSync(marker).isSymbolicLink()).toBe(true)
    expect(fs.existsSync(marker)).toBe(false)
    expect(printed()).not.toContain('::warning')
  })

  test('staging directories are removed when they are older than a day', () => {
    const names = ['link', 'new', 'old'].map((name) => `.choreo-login-staging-${name}`)
    const [link = '', recent = '', old = ''] = names.map((name) => join(job.toolCache, name))
    for (const path of [old, recent]) fs.mkdirSync(join(path, 'new'), { recursive: true })
    fs.symlinkSync(job.directory, link)
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
    for (const path of [old, link]) fs.lutimesSync(path, twoDaysAgo, twoDaysAgo)
    storeNew('content')
    expect(fs.readdirSync(job.toolCache)).toEqual([...names.slice(0, 2), 'choreo'])
  })
})

test.each([
  ['an empty tool cache', 'rm -r ../../../choreo', []],
  ['an outdated entry', `sed -i 's/"archive":"./"archive":"-/' verified.json`, []],
  ['a changed entry', change, [expect.stringContaining('choreo has changed since')]],
])('twelve jobs at once succeed on %s, and warn only of a change', async (_, script, warnings) => {
  const first = await startWithEntry()
  execFileSync('sh', ['-c', script], { cwd: entryOf(first).directory })
  const names = Array.from({ length: 11 }, (_, n) => `job-${n}`)
  const jobs = [first, ...names.map((name) => start({ on: first, name }))]
  const ended = await Promise.all(jobs.map((job) => job.main(inputs({ 'cli-version': '~1.2' }))))
  const steps = await Promise.all(jobs.map((job) => job.step('choreo list projects')))
  for (const step of [...ended, ...steps]) expect(step).toMatchObject({ exitCode: 0, stderr: '' })
  expectIntact(first)
  const messages = new Set(ended.flatMap(({ annotations }) => annotations.map(({ message }) => message)))
  expect([...messages]).toEqual(warnings)
})

test.each([
  ['no tool cache', undefined],
  ['a tool cache below a file', '/dev/null/tools'],
])('a runner with %s gets the CLI for one session', async (_, RUNNER_TOOL_CACHE) => {
  const job = start()
  const env = { RUNNER_TOOL_CACHE }
  const main = await job.main(inputs(exact), { env })
  expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'cache-hit': 'false' } })
  expect(await job.step('choreo list projects', { env })).toMatchObject({ exitCode: 0 })
})
