// The architecture of src, derived from its import statements. A room is a folder of src, or a file at its
// top. An import leads into the same room, or into a room of a lower layer.
import { posix } from 'node:path'
import { expect, test } from '@jest/globals'
import { read, trackedFiles } from './tracked-files.ts'

const layers = [
  ['main.ts', 'post.ts', 'logout.ts'],
  ['action.ts'],
  ['login', 'logout'],
  ['install', 'session'],
  ['network'],
  ['inputs'],
  ['cli'],
  ['runner'],
  ['token'],
]
const entries = layers[0] ?? []

const files = trackedFiles().filter((path) => /^src\/.*\.ts$/.test(path))
const sources = files.map((path) => sourceOf(path.replace('src/', '')))
const paths = sources.map(({ path }) => path)

/** Reads a file of src. Its path is relative to src, and its code has no comments. */
function sourceOf(path: string) {
  const text = read(`src/${path}`)
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name)
  const imports = found(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)
  return {
    path,
    code,
    own: imports
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(path), name)),
    modules: imports.filter((name) => !name.startsWith('.')),
    exports: found(
      /^export (?:declare )?(?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/gm,
    ),
  }
}

function room(path: string): string {
  return path.split('/')[0] ?? ''
}

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
}

/** Returns the files that import each other in circles, or import such files. */
function inCircles(files = sources): string[] {
  const paths = files.map(({ path }) => path)
  const importing = files.filter(({ own }) => own.some((path) => paths.includes(path)))
  return importing.length === files.length ? paths : inCircles(importing)
}

test('the rooms of src are the ones named here, and only entries and stories stand outside of them', () => {
  const rooms = [...new Set(paths.map(room))]
  expect(rooms.toSorted()).toEqual(layers.flat().toSorted())
})

// So there is no circle between rooms either.
test('the rooms of src import from lower layers only', () => {
  const layerOf = (path: string) => layers.findIndex((rooms) => rooms.includes(room(path)))
  const imports = sources.flatMap(({ path, own }) => own.map((other) => [path, other] as const))
  const across = imports.filter(([path, other]) => room(path) !== room(other))
  expect(across.filter(([path, other]) => layerOf(other) <= layerOf(path))).toEqual([])
})

test('the files of src import each other in no circle', () => {
  expect(inCircles()).toEqual([])
})

test('the files of src are each imported unless they are entries', () => {
  const imported = new Set(sources.flatMap(({ own }) => own))
  expect([...imported, ...entries].toSorted()).toEqual(paths.toSorted())
})

test('the files of src export each name once', () => {
  const names = sources.flatMap(({ exports }) => exports)
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('the files of src import packages that package.json lists as dependencies', () => {
  const { dependencies } = JSON.parse(read('package.json'))
  const modules = sources
    .flatMap(({ modules }) => modules)
    .filter((name) => !name.startsWith('node:'))
  const packages = modules.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0])
  expect([...new Set(packages)].toSorted()).toEqual(Object.keys(dependencies).toSorted())
})

test('the files of src know nothing of tests and of the stand-in', () => {
  const known =
    /stand-?in\b|__tests__|\bjest\b|NODE_ENV|127\.0\.0\.1|localhost|squid|t(iny|oxi)proxy|gnome-keyring|secret-tool/i
  expect(filesWith(known)).toEqual([])
})

test.each([
  ['starts processes', ['cli', 'session'], /'node:child_process'/],
  ['runs the CLI', ['cli/run.ts'], /'@actions\/exec'/],
  ['opens connections', ['network'], /'node:(https?|http2|net|tls)'/],
  ['calls `fetch`', [], /\bfetch\(/],
  // session/wrapper.ts holds the text of a script that runs as a process of its own; install/cache.ts tells the
  // toolkit where to keep an archive.
  [
    'has the environment, platform and architecture of the process',
    [...entries, 'install/cache.ts', 'session/wrapper.ts'],
    /\bprocess(\.|\[')(env|platform|arch)\b|\} = process\b|\bprocess\)|'node:process'/,
  ],
  [
    'reads inputs and masks',
    ['inputs'],
    /['"`]INPUT_|\.INPUT_|\bget\w*Input\b|\bsetSecret\b|add-mask/,
  ],
  [
    'writes outputs, state and PATH',
    ['action.ts'],
    /\b(setOutput|saveState|addPath|exportVariable)\b/,
  ],
  // The toolkit escapes commands of the runner.
  [
    'prints past the toolkit',
    ['session/wrapper.ts'],
    /process\.(stdout|stderr)\.write|\bconsole\./,
  ],
])('src %s only in %j', (_, places, pattern) => {
  const found = filesWith(pattern).map((path) => (places.includes(room(path)) ? room(path) : path))
  expect([...new Set(found)].toSorted()).toEqual(places.toSorted())
})

test('files that compute reach neither disk, network nor processes', () => {
  const pure = ['token/token.ts', 'cli/distributions.ts', 'cli/failure.ts', 'install/digest.ts']
  const modules = pure.map((path) => sources.find((source) => source.path === path)?.modules)
  expect(modules).toEqual(pure.map(() => []))
})
