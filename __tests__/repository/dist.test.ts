// What ships: dist holds what it needs and nothing else, and a run loads no more of it than it needs.
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { type Job, metadata, root } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { copyRepository } from '../workflows/repository.ts'

const world = setUp()
const dist = join(root, 'dist')
const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const scripts = files
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, code: readFileSync(path, 'utf8') }))
const code = scripts.map((script) => script.code).join('\n')
const paths = code.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)
const bundled = new Set([...paths].map(([, name = '']) => name))

describe('dist', () => {
  test('has short lines, and no path of the machine that built it', () => {
    expect(Math.max(...code.split('\n').map((line) => line.length))).toBeLessThan(2000)
    expect(code).not.toContain(root)
  })

  test('holds no package that only development needs, and no HTTP client', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const needless = [...bundled].filter((name) => packages[`node_modules/${name}`]?.dev ?? false)
    expect(needless).toEqual([])
    // ncc takes the real client, without a word, when it does not find the stub.
    expect(bundled).not.toContain('undici')
    expect(code).not.toMatch(/require\(["']undici["']\)|from ["']undici["']|class HttpClient\b/)
  })

  test('holds each module once', () => {
    const named = code.matchAll(/CONCATENATED MODULE: (\S+\/(?:lib|node_modules)\/\S+)/g)
    const modules = [...named].map(([, name]) => name)
    expect(modules.length).toBeGreaterThan(20)
    expect(modules.filter((name, at) => modules.indexOf(name) !== at)).toEqual([])
  })

  test('names the license of each package in it', () => {
    const texts = readFileSync(join(dist, 'licenses.txt'), 'utf8').split(/^-{80}$/m)
    const named = texts.map((text) => text.trim().split('\n')[0])
    expect(named.toSorted()).toEqual([...bundled].toSorted())
    for (const text of texts) expect(text).toMatch(/licen[cs]e|copyright/i)
  })

  test('has at most 400 kB', () => {
    const bytes = files.reduce((sum, path) => sum + readFileSync(path).length, 0)
    expect(bytes).toBeLessThanOrEqual(400_000)
  })
})

test('a runner downloads the action, its README and license, in at most 115 kB', () => {
  const { archive, remove } = copyRepository()
  remove()
  const listed = execFileSync('tar', ['-t'], { input: archive, encoding: 'utf8' }).split('\n')
  const names = listed.filter((name) => name !== '' && !name.endsWith('/'))
  const needed = ['LICENSE', 'README.md', 'action.yml', 'logout/action.yml', 'package.json']
  const built = files.map((path) => relative(root, path))
  expect(names.toSorted()).toEqual([...needed, ...built].toSorted())
  expect(gzipSync(archive).length).toBeLessThanOrEqual(115_000)
})

test('a login sets exactly the outputs of action.yml', async () => {
  const main = await world.start().main(world.inputs())
  expect(Object.keys(main.outputs).toSorted()).toEqual(Object.keys(metadata().outputs).toSorted())
})

describe('a run loads', () => {
  /** A job whose copy of dist lacks some scripts. */
  function jobWithout(isAbsent: (path: string, code: string) => boolean): Job {
    const job = world.start()
    const copy = join(job.directory, 'dist')
    cpSync(dist, copy, { recursive: true })
    cpSync(join(root, 'package.json'), join(job.directory, 'package.json'))
    const absent = scripts.filter((script) => isAbsent(script.path, script.code))
    expect(absent.length).toBeGreaterThan(0)
    for (const { path } of absent) rmSync(join(copy, relative(dist, path)))
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
    expect(main.annotations[0]?.message).toContain('`region`')
  })

  test('nothing of the network and of archives when the CLI is in the tool cache', async () => {
    const job = jobWithout((_, code) => /MODULE: \S+\/lib\/install\/(http|zip|tar)\.js/.test(code))
    const filled = await world.start({ on: job }).main(world.inputs())
    expect(filled).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' } })
    const main = await job.main(world.inputs({ 'cli-version': 'v1.2.33' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
  })

  test('nothing of the tool cache with `cli-path`', async () => {
    const job = jobWithout((_, code) => /node_modules\/@actions\/tool-cache\//.test(code))
    const main = await job.main(world.scripted('touch "$HOME/kept"').inputs)
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
  })

  test("few of Node's own modules", async () => {
    const job = world.start()
    const inputs = world.inputs({ 'cli-version': 'v1.2.33' })
    await job.post(await job.main(inputs), inputs)
    const hook = "process.on('exit', () => console.error(process.moduleLoadList.join()))"
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` }
    const main = await job.main(inputs, { env })
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
    const post = await job.post(main, inputs, { env })
    for (const { stderr } of [main, post]) {
      expect(stderr).toContain('NativeModule child_process')
      expect(stderr).not.toMatch(/NativeModule (perf_hooks|https?|tls|zlib|worker_threads)\b/)
    }
    expect(post.stderr).not.toContain('NativeModule crypto')
  })
})
