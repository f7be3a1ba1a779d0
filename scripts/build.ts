// Builds dist from src: tsc to lib (ncc cannot read TypeScript 7), then one bundle that the three entries
// share. dist is what ncc prints, but for one step: Node's own modules load when they are first used.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOfMaterials, type Package } from './bill-of-materials.ts'

const root = join(import.meta.dirname, '..')
const [lib, dist] = [join(root, 'lib'), join(root, 'dist')]
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

refuseOtherVersions(manifest.devEngines.runtime.version)

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
const packages = bundledPackages()
writeFileSync(join(dist, 'sbom.cdx.json'), billOfMaterials(manifest.name, packages))
// The last file: scripts/build-if-stale.ts reads its time as that of the build.
writeFileSync(join(dist, 'licenses.txt'), licenses(packages))

/** Another Node may build another dist, and CI would refuse it. Nothing has been written or removed yet. */
function refuseOtherVersions(pinned: string): void {
  if (process.version === `v${pinned}`) return
  console.error(
    `This is Node ${process.version.slice(1)}, and only Node ${pinned} builds dist. On Linux with an ` +
      `x64 processor, run npm ci, and then npm run build. Elsewhere, install Node ${pinned} first.`,
  )
  process.exit(1)
}

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

/** Lists the packages that the bundle names in its comments, by name and version. */
function bundledPackages(): Package[] {
  const code = readdirSync(join(dist, 'action')).map((name) =>
    readFileSync(join(dist, 'action', name), 'utf8'),
  )
  // A package inside another package has a path with both.
  const paths = code.join().match(/(?:node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/)+/g)
  const found = [...new Set(paths)].map((directory) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, directory, 'package.json'), 'utf8'),
    )
    return [`${name}@${version}`, { directory, name, version, license }] as const
  })
  const byName = new Map(found)
  return [...byName.keys()].toSorted().flatMap((name) => byName.get(name) ?? [])
}

/** `ncc --license` misses each package whose modules were merged into another module. */
function licenses(packages: readonly Package[]): string {
  const texts = packages.map(({ directory, name, version }) => {
    const path = join(root, directory)
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry)) ?? ''
    return `${name} ${version}\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}
