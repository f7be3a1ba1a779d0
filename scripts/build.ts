// Builds dist from src: tsc to lib (ncc cannot read TypeScript 7), then one bundle that the three entries
// share. dist is what ncc prints, but for one step: Node's own modules load when they are first used.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The part of ncc's API that this script uses: https://github.com/vercel/ncc#programmatically-from-nodejs */
type Ncc = (
  entry: string,
  options: { readonly cache: false; readonly quiet: true },
) => Promise<{
  readonly code: string
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
}>

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc
const root = join(import.meta.dirname, '..')
const [lib, dist] = [join(root, 'lib'), join(root, 'dist')]

for (const directory of [lib, dist]) rmSync(directory, { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], {
  cwd: root,
  stdio: 'inherit',
})
// ncc takes the replacements of packages from the tsconfig.json of the working directory.
process.chdir(join(root, 'bundle'))
const { code, assets } = await ncc(join(lib, 'action.js'), { cache: false, quiet: true })
write('action/index.js', withLazyBuiltins(code))
for (const [path, { source }] of Object.entries(assets)) write(join('action', path), source)
for (const entry of ['main', 'post', 'logout']) {
  const text = readFileSync(join(lib, `${entry}.js`), 'utf8')
  write(join(entry, 'index.js'), text.replace("'./action.js'", "'../action/index.js'"))
}
write('licenses.txt', licenses())

/** ncc loads the modules of Node together with the code that imports them. That takes 6 to 8 ms of each start. */
function withLazyBuiltins(code: string): string {
  const declaration =
    'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n'
  const lazy = `// One of Node's own modules, loaded when something of it is first used.
const builtin = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] });\n`
  const call = '__WEBPACK_EXTERNAL_createRequire(import.meta.url)('
  const replaced = code.replace(declaration, lazy).replaceAll(call, 'builtin(')
  if (!code.includes(call) || /createRequire|fake namespace object/.test(replaced)) {
    throw new Error('ncc imports the modules of Node in another way than this step expects.')
  }
  return replaced
}

/** `ncc --license` misses each package whose modules were merged into another module. */
function licenses(): string {
  const bundle = readdirSync(join(dist, 'action')).map((name) =>
    readFileSync(join(dist, 'action', name), 'utf8'),
  )
  const packages = bundle.join().matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)
  const texts = [...new Set([...packages].map(([, name = '']) => name))].toSorted().map((name) => {
    const directory = join(root, 'node_modules', name)
    const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry)) ?? ''
    return `${name}\n\n${readFileSync(join(directory, file), 'utf8').trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true })
  writeFileSync(join(dist, path), content)
}
