import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../runner.ts'

/** Lists the files of the repository as the next commit would have them, relative to its root. */
export function trackedFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim().split('\n')
  return listed.filter((path) => existsSync(join(root, path)))
}

/** Reads a file of the repository. The path is relative to its root. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
