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
  'tsconfig.json',
  'package-lock.json',
]

const written = timesOf('dist')
const newest = Math.max(...inputs.flatMap(timesOf))
if (written.length === 0 || newest > Math.min(...written)) {
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' })
}

/** Returns when the files at a path were last changed, in milliseconds. */
function timesOf(path: string): number[] {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [statSync(absolute).mtimeMs]
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
}
