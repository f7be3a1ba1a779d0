// Who runs a job: root may write into any directory, whatever its mode says, so tests give that up.
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
export const asStranger = [
  setpriv,
  `--reuid=${stranger}`,
  `--regid=${stranger}`,
  '--clear-groups',
  '--',
]

/** Why there can be no test as a stranger here, as the end of a test's name. */
export function whyNoStranger(): string {
  if (!isRoot) return ' (skipped: only root can become another user)'
  const script = `require('node:fs').readFileSync(${JSON.stringify(join(root, 'dist/main/index.js'))})`
  const [file = '', ...args] = [...asStranger, process.execPath, '-e', script]
  return spawnSync(file, args).status === 0
    ? ''
    : ' (skipped: another user cannot read these files)'
}

/** Why there can be no file system of a test's own here, as the end of a test's name. */
export function whyNoMount(): string {
  const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0
  return canMount ? '' : ' (skipped: only root can mount a file system)'
}

/** Gives a directory of a job a file system of its own of so many bytes. It ends with the job. */
export function mountSmall(directory: string, bytes: number): void {
  const options = `size=${bytes},mode=755`
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'choreo-login-test', directory])
}
