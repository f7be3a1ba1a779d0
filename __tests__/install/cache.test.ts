// The archives that the jobs of a machine share: which are used, which are ignored, and which are kept.
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { expectLogin } from '../expectations.ts'
import { preloaded } from '../preloaded.ts'
import { unprivileged } from '../privileges.ts'
import type { Ended, Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { tarGz } from '../stand-in/archive.ts'
import { archivesIn, sha256 } from './leftovers.ts'

const world = setUp()
const { inputs, start } = world
const exact = { 'cli-version': '1.2.33' }

let job: Job
beforeEach(() => {
  job = start()
})

/** Runs a login that has to succeed, as the only one of its job. */
async function logIn(more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const main = await expectLogin(job, inputs(more))
  job.wipeTemp()
  return main
}

/** Runs a login that has to succeed. Returns whether the CLI came from the tool cache. */
async function cacheHit(more: Readonly<Record<string, string>> = {}): Promise<string | undefined> {
  return (await logIn(more)).outputs['cache-hit']
}

/** The only archive in the tool cache. */
function archiveOf(job: Job): string {
  const [path = '', ...others] = archivesIn(job)
  expect(others).toEqual([])
  return path
}

test('an archive is kept in a new tool cache, under its version, platform and digest', async () => {
  fs.rmSync(job.toolCache, { recursive: true })
  const { session } = await expectLogin(job, inputs())
  const path = archiveOf(job)
  const digest = sha256(fs.readFileSync(path)).slice(0, 16)
  const name = expect.stringMatching(/^choreo-cli-v1\.2\.33-linux-\w+\.tar\.gz$/)
  expect(path.slice(job.toolCache.length).split('/')).toEqual([
    '',
    'choreo-login',
    '1.2.33',
    expect.stringMatching(new RegExp(`^choreo-linux-\\w+-${digest}$`)),
    name,
  ])
  expect(fs.statSync(path).mode & 0o777).toBe(0o644)
  expect(fs.readdirSync(session).includes('download')).toBe(false)
})

test('an archive serves jobs that name its version, its digest, or the latest version', async () => {
  await logIn()
  const pinned = {
    ...exact,
    'cli-sha256': `${'0'.repeat(64)} ${sha256(fs.readFileSync(archiveOf(job)))}`,
  }
  world.standIn.clearRequests()
  const said: unknown[] = []
  for (const wanted of [pinned, exact, {}]) said.push((await logIn(wanted)).log[0])
  const from = 'Choreo CLI v1.2.33, from the tool cache, SHA-256 verified with'
  const release = `${from} the release v1.2.33.`
  expect(said).toEqual([`${from} the input \`cli-sha256\`.`, release, release])
  const api = '/api/repos/wso2/choreo-cli/releases'
  expect(world.requestsToGitHub()).toEqual([`${api}/tags/v1.2.33`, `${api}/latest`])
})

test('an archive serves its own version and CLI only', async () => {
  await logIn()
  const wdp = { cli: 'wdp', 'cli-version': '1.2.32' }
  expect(await cacheHit({ 'cli-version': '1.2.32' })).toBe('false')
  expect(await cacheHit(wdp)).toBe('false')
  expect(await cacheHit(wdp)).toBe('true')
})

test('archives of one version with different digests stand beside each other', async () => {
  const tag = 'v3.1.0'
  const publish = (text: string) => {
    const content = Buffer.from(`#!/bin/sh\n# ${text}\ntouch "$HOME/kept"\n`)
    const archive = tarGz([{ name: 'choreo', content }])
    world.standIn.publish({ cli: 'choreo', tag, publishedAt: '2020-01-01', archive: () => archive })
  }
  for (const text of ['first', 'second']) {
    publish(text)
    expect(await cacheHit({ 'cli-version': tag })).toBe('false')
  }
  publish('first')
  expect(await cacheHit({ 'cli-version': tag })).toBe('true')
  expect(archivesIn(job)).toHaveLength(2)
})

const otherArchive = tarGz([{ name: 'choreo', content: Buffer.from('#!/bin/sh\ntouch "$RAN"\n') }])
const cut = 'head -c 1000 "$ARCHIVE" >cut; mv cut "$ARCHIVE"'

test.each<[string, string, readonly object[]]>([
  ['is missing', 'rm "$ARCHIVE"', []],
  ['is cut short', cut, []],
  ['is empty', ': >"$ARCHIVE"', []],
  ['is a directory', 'rm "$ARCHIVE"; mkdir "$ARCHIVE"', []],
  ['is a pipe', 'rm "$ARCHIVE"; mkfifo "$ARCHIVE"', []],
  ['is a link', 'mv "$ARCHIVE" own; ln -s "$PWD/own" "$ARCHIVE"', []],
  ['is larger than 512 MiB', 'truncate -s 1G "$ARCHIVE"', []],
  ['has no directory', 'rm -r "$ENTRY"; ln -s nowhere "$ENTRY"', []],
  [
    'is another one',
    'cp other "$ARCHIVE"',
    [{ level: 'notice', title: 'Choreo: Cached archive ignored' }],
  ],
  [
    'is text',
    'yes >text & sleep 0.1; kill $!; mv text "$ARCHIVE"',
    [{ title: 'Choreo: Cached archive ignored' }],
  ],
  [
    'has more behind its end',
    'echo more >>"$ARCHIVE"',
    [{ title: 'Choreo: Cached archive ignored' }],
  ],
])('a cached archive that %s is a miss, and is replaced', async (_, script, annotations) => {
  await logIn()
  const path = archiveOf(job)
  fs.writeFileSync(join(job.directory, 'other'), otherArchive)
  const env = { ...process.env, ARCHIVE: path, ENTRY: dirname(path) }
  execFileSync('sh', ['-e', '-c', script], { cwd: job.directory, env })
  const main = await job.main(inputs(), { env: { RAN: join(job.directory, 'ran') } })
  expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' }, annotations })
  expect(main.annotations).toHaveLength(annotations.length)
  job.wipeTemp()
  expect(fs.existsSync(join(job.directory, 'ran'))).toBe(false)
  expect(await cacheHit()).toBe('true')
  expect(basename(archiveOf(job))).toBe(basename(path))
})

// Variables for a run that collects garbage all the time. Node prints a warning for each file that is still open.
const collecting = preloaded(`
process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
const collect = process.getBuiltinModule('node:vm').runInNewContext('gc')
setInterval(collect, 5).unref()`)

test('a cached archive that is empty does not stay open', async () => {
  await logIn()
  fs.writeFileSync(archiveOf(job), '')
  await expectLogin(job, inputs(), { env: collecting })
})

test.each<[string, string | undefined, number]>([
  ['no tool cache', undefined, 0o755],
  ['a tool cache below a file', '/dev/null/tools', 0o755],
  ['a tool cache that it cannot write', './tools', 0o555],
])('a runner with %s gets the CLI for one session', async (_, place, mode) => {
  const job = start({ through: unprivileged })
  fs.mkdirSync(join(job.directory, 'tools'), { mode })
  const RUNNER_TOOL_CACHE = place?.replace(/^\./, job.directory)
  await expectLogin(job, inputs(exact), { env: { RUNNER_TOOL_CACHE } })
  expect(fs.existsSync(join(job.directory, 'choreo-login'))).toBe(false)
  expect(fs.readdirSync(join(job.directory, 'tools'))).toEqual([])
})

test.each([
  ['can be written by others', 'mkdir -m 777 choreo-login'],
  ['is a link', 'mkdir own; ln -s own choreo-login'],
  ['is a file', ': >choreo-login'],
])('nothing is kept where the directory of the action %s', async (_, script) => {
  execFileSync('sh', ['-e', '-c', script], { cwd: job.toolCache })
  expect(await cacheHit()).toBe('false')
  expect(archivesIn(job)).toEqual([])
})

const runScript =
  "process.getBuiltinModule('node:child_process').execFileSync('sh', ['-e', '-c', process.env.SCRIPT])"

// Variables for a run in which a script runs when the toolkit starts to copy the archive.
const beforeCopying = preloaded(`
const { promises } = process.getBuiltinModule('node:fs')
const { copyFile } = promises
promises.copyFile = (...args) => {
  ${runScript}
  return copyFile(...args)
}`)

// The same, before the directory of the action is entered.
const beforeEntering = preloaded(`
const { chdir } = process
process.chdir = (directory) => {
  if (directory === 'choreo-login') ${runScript}
  chdir(directory)
}`)

// The same, when it was entered.
const afterEntering = preloaded(`
const { chdir } = process
process.chdir = (directory) => {
  chdir(directory)
  if (directory === 'choreo-login') ${runScript}
}`)

/** Swaps the directory of the action for a new one that has the same entry, without an archive. */
const swap = 'mv choreo-login moved; mkdir -p "$ENTRY"'

test.each([
  ['a pipe', `${swap}; mkfifo "$ARCHIVE"`],
  ['a link to a file of ours', `${swap}; ln -s "$OWN/file" "$ARCHIVE"`],
  ['a link to a directory of ours', `${swap}; rmdir "$ENTRY"; ln -s "$OWN" "$ENTRY"`],
])('an archive is kept although %s takes its place meanwhile', async (_, script) => {
  await logIn()
  const path = archiveOf(job)
  const content = fs.readFileSync(path)
  fs.rmSync(join(job.toolCache, 'choreo-login'), { recursive: true })
  const own = join(job.home, 'own')
  fs.mkdirSync(own)
  fs.writeFileSync(join(own, 'file'), 'content')
  const places = { OWN: own, ARCHIVE: path, ENTRY: dirname(path) }
  const SCRIPT = `cd ${job.toolCache}; ${script}`
  await expectLogin(job, inputs(), { env: { ...beforeCopying, ...places, SCRIPT } })
  expect(fs.readdirSync(own)).toEqual(['file'])
  expect(fs.readFileSync(join(own, 'file'), 'utf8')).toBe('content')
  expect(fs.readFileSync(path.replace('/choreo-login/', '/moved/'))).toEqual(content)
})

test.each([
  [
    'is swapped for a link before it is entered',
    'mv choreo-login moved; mkdir own; ln -s own choreo-login',
    beforeEntering,
  ],
  ['is removed after it was entered', 'rmdir choreo-login', afterEntering],
])('nothing is kept when the directory of the action %s', async (_, script, preload) => {
  const SCRIPT = `cd ${job.toolCache}; ${script}`
  await expectLogin(job, inputs(), { env: { ...preload, SCRIPT } })
  expect(archivesIn(job)).toEqual([])
})

test('a removed working directory, with a relative tool cache, is not waited for', async () => {
  const preload = preloaded(`
const { mkdirSync, rmdirSync } = process.getBuiltinModule('node:fs')
mkdirSync('removed')
process.chdir('removed')
rmdirSync('../removed')`)
  const through = ['timeout', '--signal=KILL', '60']
  const job = start({ through })
  await expectLogin(job, inputs(), { env: { ...preload, RUNNER_TOOL_CACHE: 'two/names' } })
})

test('a release whose tag is not a version is not kept', async () => {
  const content = Buffer.from('#!/bin/sh\ntouch "$HOME/kept"\n')
  const archive = tarGz([{ name: 'choreo', content }])
  world.standIn.publish({
    cli: 'choreo',
    tag: 'nightly',
    publishedAt: '2020-01-01',
    archive: () => archive,
  })
  expect(await cacheHit({ 'cli-version': 'nightly' })).toBe('false')
  expect(archivesIn(job)).toEqual([])
})

test('sixteen jobs at once on an empty tool cache succeed without an annotation', async () => {
  const jobs = Array.from({ length: 16 }, (_, n) => start({ on: job, name: `job-${n}` }))
  await Promise.all(jobs.map((one) => expectLogin(one, inputs())))
  expect(await cacheHit()).toBe('true')
  archiveOf(job)
})
