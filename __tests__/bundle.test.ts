// What ships: that it can be read, holds nothing it does not need, and loads no more than a run needs.
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { type Job, root } from './runner.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const dist = join(root, 'dist')
const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const scripts = files
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, code: readFileSync(path, 'utf8') }))
const code = scripts.map((script) => script.code).join('\n')
const bundled = [
  ...new Set(
    [...code.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name]) => name),
  ),
] as string[]

describe('dist', () => {
  test('can be read: no long line, no path of a machine', () => {
    const longest = Math.max(...code.split('\n').map((line) => line.length))
    expect(longest).toBeLessThan(2000)
    expect(code).not.toContain(root)
  })

  test('is quick to read: ASCII, and modules that are compiled at once', () => {
    expect(code).not.toMatch(/[^\0-\x7f]/)
    const modules = [...code.matchAll(/^\t\/\*{3}\/ \d+: \/\*{3}\/ (.*)/gm)].map(
      ([, start]) => start,
    )
    expect(modules.length).toBeGreaterThan(40)
    expect(modules.filter((start) => !start?.startsWith('(('))).toEqual([])
  })

  test('holds no second HTTP client, and nothing that only tests need', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { readonly dev?: boolean }>
    }
    expect(bundled).toContain('@actions/core')
    expect(bundled).not.toContain('undici')
    expect(code).not.toMatch(/require\(["']undici["']\)|from ["']undici["']|class HttpClient\b/)
    expect(bundled.filter((name) => packages[`node_modules/${name}`]?.dev !== undefined)).toEqual(
      [],
    )
  })

  test('holds every module of src and of the packages once', () => {
    const named = [...code.matchAll(/CONCATENATED MODULE: (\S+\/(?:lib|node_modules)\/\S+)/g)]
    const modules = named.map(([, name]) => name)
    expect(modules.length).toBeGreaterThan(20)
    expect(modules.filter((name, at) => modules.indexOf(name) !== at)).toEqual([])
  })

  test('names the licence of every package in it', () => {
    const texts = readFileSync(join(dist, 'licenses.txt'), 'utf8').split(/^-{80}$/m)
    const named = texts.map((text) => text.trim().split('\n')[0])
    expect(named.toSorted()).toEqual(bundled.toSorted())
    for (const text of texts) expect(text).toMatch(/licen[cs]e|copyright/i)
  })

  test('has at most 350 kB', () => {
    const bytes = files.reduce((sum, path) => sum + readFileSync(path).length, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThanOrEqual(350_000)
  })

  test('is most of what a runner downloads, which has at most 100 kB', () => {
    // Of the files as they are now, committed or not.
    const env = { ...process.env, GIT_INDEX_FILE: join(world.start().directory, 'index') }
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 })
    git('add', '--all')
    const archive = git('archive', git('write-tree').toString().trim())
    const names = execFileSync('tar', ['-t'], { input: archive, encoding: 'utf8' }).split('\n')
    for (const needed of ['action.yml', 'logout/action.yml', 'README.md', 'LICENSE']) {
      expect(names).toContain(needed)
    }
    for (const path of files) expect(names).toContain(path.slice(root.length + 1))
    expect(gzipSync(archive).length).toBeLessThanOrEqual(100_000)
  })
})

describe('a run loads', () => {
  /** A job whose bundles lack the scripts that a pattern finds by what they hold. */
  function jobWithout(absent: (path: string, code: string) => boolean): Job {
    const job = world.start({ build: 'dist' })
    const copy = join(job.directory, 'dist')
    cpSync(dist, copy, { recursive: true })
    cpSync(join(root, 'package.json'), join(job.directory, 'package.json'))
    const removed = scripts.filter((script) => absent(script.path, script.code))
    expect(removed.length).toBeGreaterThan(0)
    for (const { path } of removed) rmSync(join(copy, path.slice(dist.length)))
    return world.start({ build: copy, on: job, name: 'light' })
  }

  test('one file in post when there is nothing to do', async () => {
    const job = jobWithout((path) => !path.endsWith(join('post', 'index.js')))
    expect(await job.post({ state: {} }, {})).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
  })

  test('no chunk when an input is bad', async () => {
    const job = jobWithout((path) => basename(path) !== 'index.js')
    const main = await job.main(world.inputs({ region: 'mars' }))
    expect(main).toMatchObject({ exitCode: 1, stderr: '' })
    expect(main.annotations[0]?.message).toContain('The input `region` is "mars"')
  })

  test('nothing of the network, and of archives, when the CLI is in the tool cache', async () => {
    const job = jobWithout((_, code) => /MODULE: \S+\/lib\/install\/(http|zip|tar)\.js/.test(code))
    const filled = await world.start({ build: 'dist', on: job }).main(world.inputs())
    expect(filled).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' } })
    const main = await job.main(world.inputs({ 'cli-version': 'v1.2.33' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
  })

  test("few of Node's own modules", async () => {
    const job = world.start({ build: 'dist' })
    await job.post(await job.main(world.inputs()), world.inputs())
    const hook = "process.on('exit', () => console.error(process.moduleLoadList.join()))"
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` }
    const inputs = world.inputs({ 'cli-version': 'v1.2.33' })
    const main = await job.main(inputs, { env })
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
    const post = await job.post(main, inputs, { env })
    expect(post.stdout).toContain('Logged out')
    const heavy =
      /NativeModule (internal\/fs\/promises|perf_hooks|https?|tls|zlib|worker_threads)\b/
    for (const { stderr } of [main, post]) {
      expect(stderr).toContain('NativeModule child_process')
      expect(stderr).not.toMatch(heavy)
    }
    expect(post.stderr).not.toContain('NativeModule crypto')
  })

  test('nothing of the tool cache when the CLI is installed already', async () => {
    const job = jobWithout((_, code) => /node_modules\/@actions\/tool-cache\//.test(code))
    const filled = await world.start({ build: 'dist', on: job }).main(world.inputs())
    const { cli } = JSON.parse(filled.state['session'] ?? '{}') as { cli: string }
    const main = await job.main(world.inputs({ 'cli-path': cli }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
  })
})
