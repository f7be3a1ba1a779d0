// The architecture of src, derived from its import statements. A room is a folder of src, or a file at its
// top. An import leads into the same room, or into a room of a lower layer.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../runner.ts'

const layers = [
  ['main.ts', 'post.ts', 'logout.ts'],
  ['action.ts'],
  ['login'],
  ['install', 'session'],
  ['cli'],
  ['runner'],
  ['token'],
  ['retry.ts', 'or-undefined.ts'],
]
const entries = layers[0] ?? []

/** Files that compute, and reach neither disk, network nor processes. */
const pure = ['token/token.ts', 'cli/distribution.ts', 'cli/failure.ts', 'install/version.ts']

interface Source {
  /** Below src, with slashes. */
  readonly path: string
  readonly lines: number
  /** The text without its comments. */
  readonly code: string
  readonly imports: readonly string[]
  readonly exports: readonly string[]
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(path.replaceAll('\\', '/')))

function read(path: string): Source {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name)
  return {
    path,
    lines: text.split('\n').length - 1,
    code,
    imports: found(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm),
    exports: found(/^export (?:declare )?(?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/gm),
  }
}

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
}

function importersOf(...modules: readonly string[]): string[] {
  const importers = sources.filter(({ imports }) => imports.some((name) => modules.includes(name)))
  return importers.map(({ path }) => path)
}

/** The files of src that a file imports. */
function own({ path, imports }: Source): string[] {
  return imports.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name))
}

function room(path: string): string {
  return path.split('/')[0] ?? ''
}

function layerOf(path: string): number {
  return layers.findIndex((rooms) => rooms.includes(room(path)))
}

/** Returns the files that import each other in circles, or import such files. */
function inCircles(): string[] {
  let left = sources
  for (;;) {
    const paths = new Set(left.map(({ path }) => path))
    const importing = left.filter((source) => own(source).some((path) => paths.has(path)))
    if (importing.length === left.length) return [...paths]
    left = importing
  }
}

describe('the rooms of src', () => {
  test('are the ones named here, and at most six files stand outside of them', () => {
    const rooms = [...new Set(sources.map(({ path }) => room(path)))]
    expect(rooms.toSorted()).toEqual(layers.flat().toSorted())
    expect(rooms.filter((name) => name.endsWith('.ts')).length).toBeLessThanOrEqual(6)
  })

  // So there is no circle between rooms either.
  test('import from lower layers only', () => {
    const upward = sources.flatMap((source) =>
      own(source)
        .filter((path) => room(path) !== room(source.path) && layerOf(path) <= layerOf(source.path))
        .map((path) => `${source.path} → ${path}`),
    )
    expect(upward).toEqual([])
  })
})

describe('the files of src', () => {
  test('import each other in no circle', () => {
    expect(inCircles()).toEqual([])
  })

  test('import files that exist, and each is imported unless it is an entry', () => {
    const paths = sources.map(({ path }) => path)
    const imported = sources.flatMap(own)
    expect(imported.filter((path) => !paths.includes(path))).toEqual([])
    const unused = paths.filter((path) => !imported.includes(path))
    expect(unused.toSorted()).toEqual(entries.toSorted())
  })

  test('export each name once', () => {
    const names = sources.flatMap(({ exports }) => exports)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('have at most 230 lines each, and 3,800 in all', () => {
    expect(sources.filter(({ lines }) => lines > 230).map(({ path }) => path)).toEqual([])
    expect(sources.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThanOrEqual(3800)
  })

  test('import packages that package.json lists as dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const packages = sources
      .flatMap(({ imports }) => imports)
      .filter((name) => !/^(node:|\.)/.test(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '')
    expect([...new Set(packages)].toSorted()).toEqual(Object.keys(dependencies).toSorted())
  })

  test('know nothing of tests and of the stand-in', () => {
    const known =
      /stand-?in|__tests__|\bjest\b|NODE_ENV|127\.0\.0\.1|localhost|squid|t(iny|oxi)proxy|gnome-keyring|secret-tool/i
    expect(filesWith(known)).toEqual([])
  })
})

describe('one place alone', () => {
  // It holds the text of a script that runs as a process of its own.
  const launcher = 'session/wrapper.ts'

  test('starts the CLI: a file of cli', () => {
    expect(importersOf('@actions/exec')).toEqual([expect.stringMatching(/^cli\//)])
    const starters = importersOf('node:child_process')
    expect(starters.filter((path) => !/^(cli|session)\//.test(path))).toEqual([])
  })

  test('opens connections: install', () => {
    const network = importersOf('node:http', 'node:https', 'node:http2', 'node:net', 'node:tls')
    expect(network.filter((path) => room(path) !== 'install')).toEqual([])
    expect(filesWith(/\bfetch\(/)).toEqual([])
  })

  test('reads environment, platform and architecture: an entry, or runner/machine.ts', () => {
    const readers = filesWith(
      /\bprocess(\.|\[')(env|platform|arch)\b|\} = process\b|\bprocess\)|'node:process'/,
    )
    const allowed = [...entries, 'runner/machine.ts', launcher]
    expect(readers.filter((path) => !allowed.includes(path))).toEqual([])
  })

  test('reads inputs and masks: runner', () => {
    const readers = filesWith(/['"`]INPUT_|\.INPUT_|\bget\w*Input\b|\bsetSecret\b|add-mask/)
    expect([...new Set(readers.map(room))]).toEqual(['runner'])
  })

  test('writes outputs, state and PATH: action.ts', () => {
    expect(filesWith(/\b(setOutput|saveState|addPath|exportVariable)\b/)).toEqual(['action.ts'])
  })

  test('prints nothing past the toolkit, which escapes commands of the runner', () => {
    const printing = filesWith(/process\.(stdout|stderr)\.write|\bconsole\./)
    expect(printing.filter((path) => path !== launcher)).toEqual([])
  })
})

test.each(pure)('%s is pure', (path) => {
  const imports = sources.find((source) => source.path === path)?.imports ?? ['no such file']
  expect(imports.filter((name) => !name.startsWith('.'))).toEqual([])
})
