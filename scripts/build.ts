// Builds dist from src: TypeScript to lib (the bundler cannot read TypeScript 7), then one bundle that
// serves all three entries. Nothing is minified: what runs with a token should be read before it is allowed
// to. The comments stay in src.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What this script uses of the bundler's API: https://github.com/vercel/ncc#programmatically-from-nodejs */
type Ncc = (
  entry: string,
  options: { readonly quiet: boolean },
) => Promise<{
  readonly code: string
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
}>

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

for (const directory of ['lib', 'dist'])
  rmSync(join(root, directory), { recursive: true, force: true })
run('tsc')
await bundle()
for (const entry of ['main', 'post', 'logout']) writeEntry(entry)
writeLicenses()
run('biome format --write --config-path=bundle/format.json dist')
for (const name of readdirSync(join(dist, 'action'))) quicken(join(dist, 'action', name))

function run(command: string): void {
  const [name = '', ...args] = command.split(' ')
  execFileSync(name, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

async function bundle(): Promise<void> {
  // The bundler takes the replacements of the tsconfig.json in the working directory.
  process.chdir(join(root, 'bundle'))
  const { code, assets } = await ncc(join(root, 'lib', 'action.js'), { quiet: true })
  write('action/index.js', withLazyBuiltins(withoutAssets(code)))
  for (const [path, { source }] of Object.entries(assets)) write(join('action', path), source)
}

// The bundler works out where its assets are, in every run. There are none.
function withoutAssets(code: string): string {
  const [before, after, ...more] = code.split(
    /^.*webpack\/runtime\/asset-relocator-loader.*\n.*__nccwpck_require__\.ab = .*\n/m,
  )
  if (after === undefined || more.length > 0 || /\.ab\b/.test(before + after)) {
    throw new Error('There are assets now, or the bundler looks for them differently.')
  }
  return before + after
}

// The bundler loads Node's own modules with what it is in that imports them, whether or not they are used
// then. Many of them take longer to load than what this action does with them.
function withLazyBuiltins(code: string): string {
  const [declaration, call] = [
    'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n',
    '__WEBPACK_EXTERNAL_createRequire(import.meta.url)(',
  ]
  if (!code.includes(declaration))
    throw new Error('The bundler names its `require` differently now.')
  if (code.includes('runtime/create fake namespace object')) {
    throw new Error(
      'One of Node’s own modules is used as a value: import what is used of it by name.',
    )
  }
  const lazily = `// Node's own modules, each loaded when something of it is used.
const builtin = (name) => new Proxy({}, { get: (_, key) => name === 'fs' && key === 'promises' ? promises : process.getBuiltinModule(name)[key] })
// Packages take this one apart when they load. Of its functions a login needs one, which there is in fs, too.
const promises = new Proxy({ stat: async (path) => process.getBuiltinModule('fs').statSync(path) }, {
  get: (own, key) => own[key] ?? ((...args) => process.getBuiltinModule('fs/promises')[key](...args)),
})
`
  return code.replace(declaration, lazily).replaceAll(call, 'builtin(')
}

// The bundler puts every module into a function. V8 reads a function twice, the first time only to find
// its end; one in parentheses it compiles at once. And it keeps a text that is all ASCII in half the memory.
function quicken(path: string): void {
  const code = readFileSync(path, 'utf8')
    .replace(/^(\t\/\*{3}\/ \d+: \/\*{3}\/ )(\(.*?\n\t\t\/\*{3}\/\n\t\}),/gms, '$1($2),')
    .replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  writeFileSync(path, code)
}

// An entry is a few lines of plain JavaScript: only their import leads elsewhere.
function writeEntry(name: string): void {
  const code = readFileSync(join(root, 'src', `${name}.ts`), 'utf8')
  write(join(name, 'index.js'), code.replace("'./action.ts'", "'../action/index.js'"))
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true })
  writeFileSync(join(dist, path), content)
}

// `ncc --license` misses every package whose modules the bundler has merged into one.
function writeLicenses(): void {
  const directory = join(dist, 'action')
  const code = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'))
  const names = code
    .join('\n')
    .matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)
    .map(([, name]) => name ?? '')
  const texts = [...new Set(names)].toSorted().map((name) => {
    const directory = join(root, 'node_modules', name)
    const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry)) ?? ''
    return `${name}\n\n${readFileSync(join(directory, file), 'utf8').trim()}\n`
  })
  write('licenses.txt', texts.join(`\n${'-'.repeat(80)}\n\n`))
}
