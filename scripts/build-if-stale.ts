// Runs `npm run build` when anything that it reads is newer than dist.
import { execSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const inputs = [
  'src',
  'bundle',
  'action.yml',
  'logout/action.yml',
  'scripts/build.ts',
  'scripts/bill-of-materials.ts',
  'tsconfig.json',
  'package-lock.json',
]

// The build writes it last.
const built = join(root, 'dist', 'licenses.txt')
const times = inputs.flatMap(entriesOf).map((path) => statSync(path).mtimeMs)
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...times)) {
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' })
}

/** Lists a file, or a directory and everything in it. A directory changes when a file in it is removed. */
function entriesOf(path: string): string[] {
  const absolute = join(root, path)
  if (statSync(absolute).isFile()) return [absolute]
  const names = readdirSync(absolute, { recursive: true, encoding: 'utf8' })
  return [absolute, ...names.map((name) => join(absolute, name))]
}
