// Where a job prepares what is to appear in the tool cache in one step: a directory of its own at the
// top of the tool cache, on the same file system, and out of sight of everything that looks for tools.
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { orUndefined } from '../or-undefined.ts'

const mark = '.choreo-login-stage-'

/**
 * Makes this process's stage directory.
 *
 * @param root the tool cache's own directory
 * @returns the directory, empty
 */
export async function newStage(root: string): Promise<string> {
  const stage = join(root, `${mark}${namespace()}-${process.pid}`)
  // Only a process with this id that has ended can have left one: in a container every job may have it.
  await rm(stage, { recursive: true, force: true })
  await mkdir(stage, { mode: 0o755 })
  return stage
}

const longestMs = 24 * 60 * 60 * 1000

/**
 * Removes the stage directories of jobs that were killed: of processes of this machine that no longer
 * run, and of all others, in containers say, that are older than a day.
 *
 * @param root the tool cache's own directory
 */
export async function removeAbandoned(root: string): Promise<void> {
  const names = await readdir(root).catch(() => [])
  for (const name of names.filter((name) => name.startsWith(mark))) {
    const [owner = '', pid = ''] = name.slice(mark.length).split('-')
    const abandoned =
      owner === namespace() ? !isRunning(Number(pid)) : await isOld(join(root, name))
    if (!abandoned) continue
    await rm(join(root, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

// A process's id means something on its own machine only, and there in its own container only.
function namespace(): string {
  // Only Linux has them.
  const container = orUndefined(() => readlinkSync('/proc/self/ns/pid')) ?? ''
  return createHash('sha256').update(`${hostname()} ${container}`).digest('hex').slice(0, 12)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// Killed, but its parent has not noticed yet. Only Linux tells.
function isZombie(pid: number): boolean {
  const status = orUndefined(() => readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? ''
  return /^\d+ \(.*\) Z/s.test(status)
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > longestMs
}
