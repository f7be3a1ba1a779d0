// Builds dist from src: TypeScript to lib (the bundler cannot read TypeScript 7), then one bundle for
// each entry. Nothing is minified: what runs with a token should be read before it is allowed to.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js')

for (const directory of ['lib', 'dist'])
  rmSync(join(root, directory), { recursive: true, force: true })
execFileSync('tsc', { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
for (const entry of ['main', 'post', 'logout']) {
  const args = [ncc, 'build', `../lib/${entry}.js`, '--out', `../dist/${entry}`]
  // ncc takes the replacements of bundle/tsconfig.json only when it runs beside that file.
  execFileSync(process.execPath, args, { cwd: join(root, 'bundle'), stdio: 'inherit' })
  writeLicenses(join(root, 'dist', entry))
}

// `ncc --license` misses every package whose modules the bundler has merged into one.
function writeLicenses(bundle: string): void {
  const code = readdirSync(bundle).map((name) => readFileSync(join(bundle, name), 'utf8'))
  const names = code
    .join('\n')
    .matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)
    .map(([, name]) => name ?? '')
  const texts = [...new Set(names)].toSorted().map((name) => {
    const directory = join(root, 'node_modules', name)
    const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry)) ?? ''
    return `${name}\n\n${readFileSync(join(directory, file), 'utf8').trim()}\n`
  })
  writeFileSync(join(bundle, 'licenses.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}
