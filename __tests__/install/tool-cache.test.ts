// The tool cache that the jobs of a machine share: what is used, what is replaced, and what is left alone.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { lookUp, store } from '../../src/install/tool-cache.ts'
import { expectLogin } from '../expectations.ts'
import { interpret, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { entryOf, recordOf, sha256 } from './leftovers.ts'
import { captureOutput } from './servers.ts'

const world = setUp()
const { inputs, start } = world
const exact = { 'cli-version': '1.2.33' }
// The executable is stored read-only.
const change = 'chmod u+w choreo; echo changed >>choreo'
const outdate = `sed -i 's/"archive":"./"archive":"-/' verified.json`

const printed = captureOutput()
let job: Job
beforeEach(() => {
  job = start()
  process.env['RUNNER_TOOL_CACHE'] = job.toolCache
})

/** Runs a login that has to succeed. Returns whether the CLI came from the tool cache. */
async function cacheHit(more: Readonly<Record<string, string>>): Promise<string | undefined> {
  return (await expectLogin(job, inputs(more))).outputs['cache-hit']
}

function runInEntry(script: string): void {
  execFileSync('sh', ['-e', '-c', script], { cwd: entryOf(job).directory })
}

/** Expects the tool cache to hold one intact entry, and nothing else. */
function expectIntact(): void {
  const entry = `choreo/1.2.33/${process.arch}`
  const files = [entry, `${entry}.complete`, `${entry}/choreo`, `${entry}/verified.json`]
  const found = fs.readdirSync(job.toolCache, { recursive: true }).toSorted()
  expect(found).toEqual(['choreo', 'choreo/1.2.33', ...files].toSorted())
  expect(sha256(fs.readFileSync(entryOf(job).executable))).toBe(recordOf(job)['executable'])
}

const newPath = () => join(fs.mkdtempSync(join(job.directory, 'new-')), 'choreo')
const find = () => lookUp('choreo', 'v1.2.33', process, newPath())

function storeNew(content: Buffer | string, replace = false) {
  const path = newPath()
  fs.writeFileSync(path, content, { mode: 0o755 })
  const record = {
    tag: 'v1.2.33',
    archive: '',
    executable: sha256(content),
    verifiedWith: '',
    source: '',
  }
  store(entryOf(job).directory, record, path, replace)
  return record
}

test('an entry is stored in a new tool cache, and shares its executable with the session', async () => {
  fs.rmSync(job.toolCache, { recursive: true })
  const { session } = await expectLogin(job, inputs())
  expectIntact()
  expect(recordOf(job)).toEqual({
    tag: 'v1.2.33',
    archive: expect.stringMatching(/^[0-9a-f]{64}$/),
    executable: expect.any(String),
    verifiedWith: 'the release v1.2.33',
    source: `${world.standIn.url} ${world.standIn.apiUrl}`,
  })
  const own = fs.lstatSync(join(session, 'cli', 'choreo'))
  expect([own.ino, own.mode & 0o777]).toEqual([fs.lstatSync(entryOf(job).executable).ino, 0o555])
})

test('an entry serves a job that names its version, its digest, or the latest version', async () => {
  await expectLogin(job, inputs())
  const pinned = { ...exact, 'cli-sha256': recordOf(job)['archive'] ?? '' }
  const said: unknown[] = []
  world.standIn.clearRequests()
  for (const wanted of [exact, pinned, {}])
    said.push((await expectLogin(job, inputs(wanted))).log[0])
  expect(said).toEqual([
    'Choreo CLI v1.2.33, from the tool cache, SHA-256 verified with the release v1.2.33.',
    'Choreo CLI v1.2.33, from the tool cache, SHA-256 verified with the input `cli-sha256`.',
    'Choreo CLI v1.2.33, from the tool cache, SHA-256 verified with the release v1.2.33.',
  ])
  expect(world.requestsToGitHub()).toEqual(['/api/repos/wso2/choreo-cli/releases/latest'])
})

test('an entry serves its own version and CLI only', async () => {
  await expectLogin(job, inputs())
  const wdp = { cli: 'wdp', 'cli-version': '1.2.32' }
  expect(await cacheHit({ 'cli-version': '1.2.32' })).toBe('false')
  expect(await cacheHit(wdp)).toBe('false')
  expect(await cacheHit(wdp)).toBe('true')
})

// A job may set `github-url` to a server that it controls, and its tool cache may be that of other jobs.
test('an entry from another server is not used without a digest', async () => {
  await expectLogin(job, inputs())
  const main = await job.main(inputs({ ...exact, 'github-api-url': '' }))
  expect(main.outputs).toMatchObject({ 'cache-hit': 'false' })
  expect(main.annotations).toMatchObject([{ title: 'Choreo: CLI not verified' }])
})

test('an entry is replaced when the release states another digest, but not in an open session', async () => {
  const { session } = await expectLogin(job, inputs())
  const own = join(session, 'cli', 'choreo')
  const before = fs.statSync(own)
  const { archive = '' } = recordOf(job)
  runInEntry(outdate)
  // A digest of the job alone does not replace it.
  const pinned = { ...exact, 'cli-sha256': archive, 'github-api-url': '' }
  expect(await cacheHit(pinned)).toBe('false')
  expect(recordOf(job)['archive']).not.toBe(archive)
  expect(await cacheHit({ 'cli-version': '~1.2' })).toBe('false')
  expect(recordOf(job)['archive']).toBe(archive)
  expect(fs.statSync(entryOf(job).executable).ino).not.toBe(before.ino)
  expect(fs.statSync(own)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
})

test.each([
  ['executable has changed', change, /choreo has changed since/],
  ['executable is missing', 'rm -f choreo', /ENOENT.*choreo'/],
  ['executable cannot be run', 'chmod 644 choreo', /EACCES/],
  ['executable is a link', 'ln -sf /bin/sh choreo', /choreo is not a file/],
  ['executable is open to others', 'chmod 775 choreo', /choreo can be written by other users/],
  ['record is missing', 'rm verified.json', /ENOENT.*verified.json'/],
  ['record is damaged', `echo '{"tag":' >verified.json`, /verified.json is not of v1\.2\.33/],
  [
    'record is of another tag',
    `echo '{"tag":"v1.2.32"}' >verified.json`,
    /verified.json is not of/,
  ],
  ['record is a pipe', 'rm verified.json; mkfifo verified.json', /verified.json is not a file/],
  ['record is a link', 'ln -sf /bin/sh verified.json', /ELOOP/],
  ['record is open to others', 'chmod 666 verified.json', /verified.json can be written by/],
  ['directory is open to others', 'chmod 777 .', /can be written by other users/],
  ['directory is a link', 'mv "$PWD" ../own; ln -s own "$PWD"', /is not a directory/],
])('a warning says when the %s, and the entry can be replaced', async (_, script, reason) => {
  storeNew('first')
  runInEntry(script)
  expect(await find()).toEqual({ entry: entryOf(job).directory, isDamaged: true })
  const message = expect.stringMatching(reason)
  const warning = { level: 'warning', title: 'Choreo: Tool cache not trusted', message }
  expect(interpret(printed()).annotations).toEqual([warning])
  const record = storeNew('second', true)
  expect(await find()).toMatchObject({ record })
})

// The file is read in pieces of 2 MiB.
test.each([1, 2 ** 21, 2 ** 21 + 1])(
  'all of %i bytes are verified, to the last one',
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
  const record = storeNew('content')
  const replace = `cp -r '${entry}' new; mv '${entry}' old; mv new '${entry}'; rm -rf old`
  const script = `for round in $(seq 100); do ${replace}; done`
  const replacing = spawn('sh', ['-e', '-c', script], { cwd: job.toolCache })
  while (replacing.exitCode === null) await find()
  expect(replacing.exitCode).toBe(0)
  expect(await find()).toMatchObject({ record })
  expect(printed()).not.toContain('::warning')
})

test('a dangling link at the place of the marker stays', async () => {
  const { directory, marker } = entryOf(job)
  fs.mkdirSync(dirname(marker), { recursive: true })
  fs.symlinkSync('nowhere', marker)
  storeNew('content')
  expect(await find()).toEqual({ entry: directory })
  expect(fs.readlinkSync(marker)).toBe('nowhere')
})

test('staging directories are removed when they are older than a day', () => {
  const place = (name: string) => join(job.toolCache, `.choreo-login-staging-${name}`)
  for (const name of ['old', 'new']) fs.mkdirSync(join(place(name), 'new'), { recursive: true })
  fs.symlinkSync(job.home, place('link'))
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
  for (const path of [place('old'), place('link'), job.home])
    fs.lutimesSync(path, twoDaysAgo, twoDaysAgo)
  storeNew('content')
  const left = ['link', 'new'].map((name) => `.choreo-login-staging-${name}`)
  expect(fs.readdirSync(job.toolCache)).toEqual([...left, 'choreo'])
})

test.each([
  ['an empty tool cache', 'rm -r ../../../choreo', []],
  ['an outdated entry', outdate, []],
  ['a changed entry', change, [expect.stringContaining('choreo has changed since')]],
])('twelve jobs at once succeed on %s, and warn only of a change', async (_, script, warnings) => {
  await expectLogin(job, inputs())
  runInEntry(script)
  const jobs = Array.from({ length: 12 }, (_, n) => start({ on: job, name: `job-${n}` }))
  const ended = await Promise.all(jobs.map((job) => job.main(inputs({ 'cli-version': '~1.2' }))))
  const steps = await Promise.all(jobs.map((job) => job.step('choreo list projects')))
  for (const step of [...ended, ...steps]) expect(step).toMatchObject({ exitCode: 0, stderr: '' })
  expectIntact()
  const messages = new Set(
    ended.flatMap(({ annotations }) => annotations.map(({ message }) => message)),
  )
  expect([...messages]).toEqual(warnings)
})

test.each([
  ['no tool cache', undefined],
  ['a tool cache below a file', '/dev/null/tools'],
])('a runner with %s gets the CLI for one session', async (_, RUNNER_TOOL_CACHE) => {
  await expectLogin(job, inputs(exact), { env: { RUNNER_TOOL_CACHE } })
})
