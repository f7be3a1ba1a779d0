// What ships: dist holds what it needs and nothing else, and a run loads no more of it than it needs.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { archivesIn, sha256 } from '../install/leftovers.ts'
import { preloaded } from '../preloaded.ts'
import { type Ended, root } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { copyRepository } from '../workflows/repository.ts'
import { read, trackedFiles } from './tracked-files.ts'

const world = setUp()
const files = trackedFiles().filter((path) => path.startsWith('dist/'))
const scripts = files
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, code: read(path) }))
const code = scripts.map((script) => script.code).join('\n')
const paths = code.match(/(?:node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/)+/g)
const { packages } = JSON.parse(read('package-lock.json'))
/** The packages in dist, by their place below the root, as the lock file names them. */
const bundled = [...new Set(paths)].map((path) => path.replace(/\/$/, ''))
const versions = bundled.map((path) => {
  const name = path.replace(/^.*node_modules\//, '')
  return { name, version: packages[path].version as string }
})

describe('dist', () => {
  test('has at most 380 kB, in short lines, and no path of the machine that built it', () => {
    const bytes = files.reduce((sum, path) => sum + Buffer.byteLength(read(path)), 0)
    expect(bytes).toBeLessThanOrEqual(380_000)
    expect(Math.max(...code.split('\n').map((line) => line.length))).toBeLessThan(2000)
    expect(code).not.toContain(root)
  })

  test('holds no package that only development needs, and no HTTP client', () => {
    expect(bundled.length).toBeGreaterThan(3)
    expect(bundled.filter((path) => packages[path].dev ?? false)).toEqual([])
    // ncc takes the real client, without a word, when it does not find the stub.
    expect(code).not.toMatch(/\bundici\b|class HttpClient\b/)
  })

  test('holds each function of semver that is called', () => {
    const callers = ['tool-cache', 'manifest'].map((name) => `@actions/tool-cache/lib/${name}.js`)
    const texts = callers.map((path) => readFileSync(join(root, 'node_modules', path), 'utf8'))
    const called = [...texts, read('src/install/range.ts')].join().match(/\bsemver\.\w+(?=\()/g)
    const names = new Set(called?.map((call) => call.replace('semver.', '')))
    expect(names.size).toBeGreaterThan(4)
    const offered = read('bundle/semver.js').match(/(?<=default as )\w+/g)
    expect(offered?.toSorted()).toEqual([...names].toSorted())
  })

  test('names the version and the license of each package in it', () => {
    const texts = read('dist/licenses.txt').split(/^-{80}$/m)
    const named = texts.map((text) => text.trim().split('\n')[0])
    const expected = versions.map(({ name, version }) => `${name} ${version}`)
    expect(named.toSorted()).toEqual(expected.toSorted())
    for (const text of texts) expect(text).toMatch(/licen[cs]e|copyright/i)
  })

  test('has a bill of materials with each package in it, which actions/attest can read', () => {
    const { components, ...bill } = JSON.parse(read('dist/sbom.cdx.json'))
    const uuid = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    const format = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 }
    expect(bill).toMatchObject({ ...format, serialNumber: expect.stringMatching(uuid) })
    const listed = (components as typeof versions).map(({ name, version }) => ({ name, version }))
    expect(listed).toEqual(versions.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    for (const { name, version, purl } of components) {
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
    }
  })
})

test.each(['package-lock.json', '__tests__/windows/package-lock.json'])(
  '%s has a digest and no address for each package',
  (path) => {
    const { '': own, ...others } = JSON.parse(read(path)).packages
    expect(own).toBeDefined()
    for (const locked of Object.values(others)) {
      expect(locked).toMatchObject({ integrity: expect.stringMatching(/^sha512-/) })
      expect(locked).not.toHaveProperty('resolved')
    }
  },
)

test('npm runs no install script of a package', () => {
  const setting = execFileSync('npm', ['config', 'get', 'ignore-scripts'], { cwd: root })
  expect(setting.toString().trim()).toBe('true')
})

test('the build refuses another version of Node, and leaves dist alone', () => {
  const { checkout, remove } = copyRepository()
  const other = `Object.defineProperty(process, 'version', { value: 'v24.0.0' })`
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(other)}`, 'scripts/build.ts'],
    { cwd: checkout, encoding: 'utf8' },
  )
  const isThere = existsSync(join(checkout, 'dist', 'main', 'index.js'))
  remove()
  expect({ status, isThere }).toEqual({ status: 1, isThere: true })
  expect(stderr).toContain(`only Node ${process.version.slice(1)} builds dist`)
})

test('a runner downloads the action, its README and license, in at most 115 kB', () => {
  const { archive, remove } = copyRepository()
  remove()
  const names = execFileSync('tar', ['-t'], { input: archive, encoding: 'utf8' }).match(
    /^.*[^/\n]$/gm,
  )
  const needed = ['LICENSE', 'README.md', 'action.yml', 'logout/action.yml', 'package.json']
  expect(new Set(names)).toEqual(new Set([...needed, ...files]))
  expect(gzipSync(archive).length).toBeLessThanOrEqual(115_000)
})

describe('a run loads', () => {
  const hooks = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { console.error(url); return next(url, context) } })
process.on('exit', () => console.error(process.moduleLoadList.join('\\n')))`
  const tracing = { env: preloaded(hooks), mayPrintOnStandardError: true }

  /** Returns the scripts of dist that a run has loaded, and their code. */
  function loaded({ stderr }: Ended) {
    const found = scripts.filter(({ path }) =>
      stderr.includes(`${pathToFileURL(join(root, path))}\n`),
    )
    return { paths: found.map(({ path }) => path), code: found.map(({ code }) => code).join('\n') }
  }

  test('one file in post when there is nothing to do', async () => {
    const post = await world.start().post({ state: {} }, {}, tracing)
    expect(post).toMatchObject({ exitCode: 0, stdout: '' })
    expect(loaded(post).paths).toEqual(['dist/post/index.js'])
  })

  test('no chunk when an input is bad', async () => {
    const main = await world.start().main(world.inputs({ region: 'mars' }), tracing)
    expect(main.annotations[0]?.message).toContain('`region`')
    expect(loaded(main).paths).toEqual(['dist/action/index.js', 'dist/main/index.js'])
  })

  test('nothing of the tool cache with `cli-path`', async () => {
    const { job, inputs } = world.scripted('touch "$HOME/kept"')
    const main = await job.main(inputs, tracing)
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
    const toolCache = 'node_modules/@actions/tool-cache/'
    expect(code).toContain(toolCache)
    expect(loaded(main).code).not.toContain(toolCache)
  })

  test("none of Node's modules for networks when the pinned archive is in the tool cache", async () => {
    const network = /NativeModule (https?|tls)\b/
    const job = world.start()
    const first = await job.main(world.inputs(), tracing)
    await job.post(first, world.inputs())
    expect(first.stderr).toMatch(network)
    const [archive = ''] = archivesIn(job)
    const digest = sha256(readFileSync(archive))
    const inputs = world.inputs({ 'cli-version': 'v1.2.33', 'cli-sha256': digest })
    const main = await job.main(inputs, tracing)
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
    const post = await job.post(main, inputs, tracing)
    for (const run of [main, post]) {
      expect(run.stderr).toContain('NativeModule child_process')
      expect(run.stderr).not.toMatch(network)
    }
    expect(post.stderr).not.toMatch(/NativeModule (crypto|zlib)/)
  })
})
