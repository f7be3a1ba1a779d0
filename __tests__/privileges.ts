// What a test needs to run a job as somebody who may not do everything: root may write into any
// directory, whatever its mode says.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './runner.ts'

const isRoot = process.getuid?.() === 0

// By its path: a test may run a job without a PATH that is of any use.
const setpriv = spawnSync('sh', ['-c', 'command -v setpriv'], { encoding: 'utf8' }).stdout.trim()

/** Starts a command that has to keep to the modes of files: as root without root's powers. */
export const unprivileged: readonly string[] = isRoot
  ? [setpriv, '--bounding-set=-all', '--inh-caps=-all', '--']
  : []

/** A user that no passwd file knows. */
export const stranger = 54_321

/** Starts a command as that user. */
export const asStranger: readonly string[] = [
  setpriv,
  `--reuid=${stranger}`,
  `--regid=${stranger}`,
  '--clear-groups',
  '--',
]

/** Why there can be no test as a stranger here, or nothing. */
export function whyNoStranger(): string {
  if (!isRoot) return 'only root can become another user'
  const script = `require('node:fs').readFileSync(${JSON.stringify(join(root, 'dist/main/index.js'))})`
  const [file = '', ...args] = [...asStranger, process.execPath, '-e', script]
  return spawnSync(file, args).status === 0 ? '' : 'another user cannot read these files'
}

/** Gives a directory a file system of its own of so many bytes. Returns what takes it away again. */
export function mountSmall(directory: string, bytes: number): (() => void) | undefined {
  const args = ['-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'choreo-login-test', directory]
  if (spawnSync('mount', args).status !== 0) return undefined
  return () => spawnSync('umount', ['--lazy', directory])
}
