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

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(path.replaceAll('\\', '/')))
const paths = sources.map(({ path }) => path)

/** Reads a file of src. Its path is relative to src, with slashes, and its code has no comments. */
function read(path: string) {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name)
  const imports = found(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)
  return {
    path,
    lines: text.split('\n').length - 1,
    code,
    own: imports.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name)),
    modules: imports.filter((name) => !name.startsWith('.')),
    exports: found(/^export (?:declare )?(?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/gm),
  }
}

function room(path: string): string {
  return path.split('/')[0] ?? ''
}

function layerOf(path: string): number {
  return layers.findIndex((rooms) => rooms.includes(room(path)))
}

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
}

/** Returns the files that import each other in circles, or import such files. */
function inCircles(): string[] {
  let left = sources
  for (;;) {
    const paths = left.map(({ path }) => path)
    const importing = left.filter(({ own }) => own.some((path) => paths.includes(path)))
    if (importing.length === left.length) return paths
    left = importing
  }
}

describe('the rooms of src', () => {
  test('are the ones named here, and at most six files stand outside of them', () => {
    const rooms = [...new Set(paths.map(room))]
    expect(rooms.toSorted()).toEqual(layers.flat().toSorted())
    expect(rooms.filter((name) => name.endsWith('.ts')).length).toBeLessThanOrEqual(6)
  })

  // So there is no circle between rooms either.
  test('import from lower layers only', () => {
    const upward = sources.flatMap(({ path, own }) =>
      own
        .filter((other) => room(other) !== room(path) && layerOf(other) <= layerOf(path))
        .map((other) => `${path} → ${other}`),
    )
    expect(upward).toEqual([])
  })
})

describe('the files of src', () => {
  test('import each other in no circle', () => {
    expect(inCircles()).toEqual([])
  })

  test('are each imported unless they are entries', () => {
    const imported = new Set(sources.flatMap(({ own }) => own))
    expect([...imported, ...entries].toSorted()).toEqual(paths.toSorted())
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
    const modules = sources.flatMap(({ modules }) => modules).filter((name) => !name.startsWith('node:'))
    const packages = modules.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0])
    expect([...new Set(packages)].toSorted()).toEqual(Object.keys(dependencies).toSorted())
  })

  test('know nothing of tests and of the stand-in', () => {
    const known =
      /stand-?in|__tests__|\bjest\b|NODE_ENV|127\.0\.0\.1|localhost|squid|t(iny|oxi)proxy|gnome-keyring|secret-tool/i
    expect(filesWith(known)).toEqual([])
  })
})

test.each([
  ['starts processes', ['cli', 'session'], /'node:child_process'/],
  ['runs the CLI', ['cli/run.ts'], /'@actions\/exec'/],
  ['opens connections', ['install'], /'node:(https?|http2|net|tls)'/],
  ['calls `fetch`', [], /\bfetch\(/],
  // session/wrapper.ts holds the text of a script that runs as a process of its own.
  [
    'reads environment, platform and architecture',
    [...entries, 'session/wrapper.ts'],
    /\bprocess(\.|\[')(env|platform|arch)\b|\} = process\b|\bprocess\)|'node:process'/,
  ],
  ['reads inputs and masks', ['runner'], /['"`]INPUT_|\.INPUT_|\bget\w*Input\b|\bsetSecret\b|add-mask/],
  ['writes outputs, state and PATH', ['action.ts'], /\b(setOutput|saveState|addPath|exportVariable)\b/],
  // The toolkit escapes commands of the runner.
  ['prints past the toolkit', ['session/wrapper.ts'], /process\.(stdout|stderr)\.write|\bconsole\./],
])('src %s only in %j', (_, places, pattern) => {
  const found = filesWith(pattern).map((path) => (places.includes(room(path)) ? room(path) : path))
  expect([...new Set(found)].toSorted()).toEqual(places.toSorted())
})

test('files that compute reach neither disk, network nor processes', () => {
  const pure = ['token/token.ts', 'cli/distribution.ts', 'cli/failure.ts', 'install/version.ts']
  const modules = pure.map((path) => sources.find((source) => source.path === path)?.modules)
  expect(modules).toEqual(pure.map(() => []))
})
