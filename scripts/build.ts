// Builds dist from src: tsc to lib (ncc cannot read TypeScript 7), then one bundle that the three entries
// share. dist is what ncc prints, but for one step: Node's own modules load when they are first used.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [lib, dist] = [join(root, 'lib'), join(root, 'dist')]

for (const directory of [lib, dist]) rmSync(directory, { recursive: true, force: true })
run(root, 'typescript/bin/tsc')
// ncc takes the replacements of packages from the tsconfig.json of the working directory.
const ncc = [
  'build',
  join(lib, 'action.js'),
  '--out',
  join(dist, 'action'),
  '--no-cache',
  '--quiet',
]
run(join(root, 'bundle'), '@vercel/ncc/dist/ncc/cli.js', ...ncc)
const bundle = join(dist, 'action', 'index.js')
writeFileSync(bundle, withLazyBuiltins(readFileSync(bundle, 'utf8')))
for (const entry of ['main', 'post', 'logout']) {
  const code = readFileSync(join(lib, `${entry}.js`), 'utf8')
  mkdirSync(join(dist, entry))
  const file = join(dist, entry, 'index.js')
  writeFileSync(file, code.replace("'./action.js'", "'../action/index.js'"))
}
writeFileSync(join(dist, 'licenses.txt'), licenses())

function run(cwd: string, script: string, ...args: readonly string[]): void {
  const options = ['--no-deprecation', join(root, 'node_modules', script), ...args]
  execFileSync(process.execPath, options, { cwd, stdio: 'inherit' })
}

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
  const code = readdirSync(join(dist, 'action')).map((name) =>
    readFileSync(join(dist, 'action', name), 'utf8'),
  )
  const named = code.join().matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)
  const packages = new Set([...named].map(([, name = '']) => name))
  const texts = [...packages].toSorted().map((name) => {
    const directory = join(root, 'node_modules', name)
    const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry)) ?? ''
    return `${name}\n\n${readFileSync(join(directory, file), 'utf8').trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}
