// What ships: dist holds what it needs and nothing else, and a run loads no more of it than it needs.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { type Ended, metadata, root } from '../runner.ts'
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
  test('has at most 400 kB, in short lines, and no path of the machine that built it', () => {
    const bytes = files.reduce((sum, path) => sum + readFileSync(path).length, 0)
    expect(bytes).toBeLessThanOrEqual(400_000)
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

  test('names the license of each package in it', () => {
    const texts = readFileSync(join(dist, 'licenses.txt'), 'utf8').split(/^-{80}$/m)
    const named = texts.map((text) => text.trim().split('\n')[0])
    expect(named.toSorted()).toEqual([...bundled].toSorted())
    for (const text of texts) expect(text).toMatch(/licen[cs]e|copyright/i)
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
  const hooks = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { console.error(url); return next(url, context) } })
process.on('exit', () => console.error(process.moduleLoadList.join('\\n')))`
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}` }

  /** Returns the scripts of dist that a run has loaded, and their code. */
  function loaded({ stderr }: Ended) {
    const found = scripts.filter(({ path }) => stderr.includes(`${pathToFileURL(path)}\n`))
    return { paths: found.map(({ path }) => path), code: found.map(({ code }) => code).join('\n') }
  }

  test('one file in post when there is nothing to do', async () => {
    const job = world.start()
    expect(await job.post({ state: {} }, {})).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    const { paths } = loaded(await job.post({ state: {} }, {}, { env }))
    expect(paths).toEqual([join(dist, 'post', 'index.js')])
  })

  test('no chunk when an input is bad', async () => {
    const main = await world.start().main(world.inputs({ region: 'mars' }), { env })
    expect(main.annotations[0]?.message).toContain('`region`')
    expect(new Set(loaded(main).paths.map((path) => basename(path)))).toEqual(new Set(['index.js']))
  })

  test('nothing of the tool cache with `cli-path`', async () => {
    const { job, inputs } = world.scripted('touch "$HOME/kept"')
    const main = await job.main(inputs, { env })
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
    const toolCache = 'node_modules/@actions/tool-cache/'
    expect(code).toContain(toolCache)
    expect(loaded(main).code).not.toContain(toolCache)
  })

  test("little of the action and of Node's own modules when the CLI is in the tool cache", async () => {
    const network = /MODULE: \S+\/lib\/install\/(http|zip|tar)\.js/
    const job = world.start()
    const inputs = world.inputs({ 'cli-version': 'v1.2.33' })
    const first = await job.main(inputs, { env })
    await job.post(first, inputs)
    expect(loaded(first).code).toMatch(network)
    const main = await job.main(inputs, { env })
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
    const post = await job.post(main, inputs, { env })
    for (const run of [main, post]) {
      expect(run.stderr).toContain('NativeModule child_process')
      expect(run.stderr).not.toMatch(/NativeModule (perf_hooks|https?|tls|zlib|worker_threads)\b/)
      expect(loaded(run).code).not.toMatch(network)
    }
    expect(post.stderr).not.toContain('NativeModule crypto')
  })
})
