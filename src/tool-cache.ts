// The shared shelf of installed CLIs: `<cli>/<version>/<arch>` in the runner's tool cache, in the layout
// of @actions/tool-cache, filled so that any number of jobs can do it at once.
import { createHash } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { find } from '@actions/tool-cache'
import semver from 'semver'

/** What was verified when an executable was installed; kept beside it. */
export interface Proof {
  /** SHA-256 of the release archive, in hexadecimal. */
  readonly archive: string
  /** SHA-256 of the executable that came out of it, in hexadecimal. */
  readonly executable: string
  /** What the archive's digest was compared with; empty: with nothing. */
  readonly comparedWith: string
}

/** A place in the tool cache. */
export interface Shelf {
  /** The tool cache's own directory. */
  readonly root: string
  readonly cli: string
  readonly tag: string
  /** As `process.arch` names it. */
  readonly arch: string
  readonly executable: string
}

const proofName = 'verified.json'

/**
 * Looks an installed CLI up.
 *
 * @returns its directory, or undefined when there is none
 */
export function lookUp(shelf: Shelf): string | undefined {
  // Some self-hosted runners and containers have no tool cache, and `find` insists on one.
  if (!process.env['RUNNER_TOOL_CACHE']) return undefined
  return find(shelf.cli, cacheVersion(shelf.tag), shelf.arch) || undefined
}

/**
 * Verifies an installed executable against what is recorded beside it.
 *
 * @param directory as `lookUp` returns it
 * @returns the record, or undefined when there is none or the executable is no longer what it was
 */
export async function verify(directory: string, shelf: Shelf): Promise<Proof | undefined> {
  try {
    const proof = JSON.parse(await readFile(join(directory, proofName), 'utf8')) as Partial<Proof>
    const { archive, executable, comparedWith } = proof
    if (!archive || !executable || typeof comparedWith !== 'string') return undefined
    if ((await sha256Of(join(directory, shelf.executable))) !== executable) return undefined
    return { archive, executable, comparedWith }
  } catch {
    return undefined
  }
}

/**
 * Puts a CLI on the shelf: `fill` writes it into a directory of its own, which then takes its place
 * under its final name in one step. When another job was faster, its tree stays, if it holds the same.
 *
 * @param fill writes the executable into the directory that it is given, and returns what it verified
 * @returns the final directory and what was verified
 * @throws Error of `fill` or of the file system; nothing is left behind then
 */
export async function put(
  shelf: Shelf,
  fill: (stage: string) => Promise<Proof>,
): Promise<{ readonly directory: string; readonly proof: Proof }> {
  const directory = join(shelf.root, shelf.cli, cacheVersion(shelf.tag), shelf.arch)
  const stage = `${directory}${stageMark}${owner()}-${process.pid}`
  await mkdir(dirname(directory), { recursive: true })
  await removeAbandoned(directory)
  try {
    await mkdir(stage)
    const proof = await fill(stage)
    await chmod(join(stage, shelf.executable), 0o755)
    await writeFile(join(stage, proofName), `${JSON.stringify(proof, undefined, 2)}\n`)
    await moveInto(directory, stage, proof, shelf)
    await writeFile(`${directory}.complete`, '')
    return { directory, proof }
  } finally {
    await rm(stage, { recursive: true, force: true })
    await removeAbandoned(directory)
  }
}

async function moveInto(directory: string, stage: string, proof: Proof, shelf: Shelf) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(stage, directory)
    } catch (error) {
      const theirs = await verify(directory, shelf)
      if (theirs?.executable === proof.executable) return
      // What stands there is damaged, or of another archive. It is moved aside, not removed in place:
      // another job may be running it. (On Windows a scanner can hold a new file for a moment.)
      if (attempt === 5) throw error
      await rename(directory, `${stage}-old`).catch(() => sleep(100 * attempt))
      await rm(`${stage}-old`, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

const stageMark = '.stage-'

// A job that was killed leaves its stage directory behind. Its name says whose it was: a process of this
// machine and of this process-id namespace that no longer runs is safe to clean up after.
async function removeAbandoned(directory: string): Promise<void> {
  const mark = `${basename(directory)}${stageMark}`
  const names = await readdir(dirname(directory)).catch(() => [])
  for (const name of names.filter((name) => name.startsWith(`${mark}${owner()}-`))) {
    const pid = Number.parseInt(name.slice(`${mark}${owner()}-`.length), 10)
    if (pid !== process.pid && !isRunning(pid)) {
      await rm(join(dirname(directory), name), { recursive: true, force: true }).catch(
        () => undefined,
      )
    }
  }
}

function owner(): string {
  let namespace = ''
  try {
    namespace = readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux has them.
  }
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 12)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// The tool cache finds versions in the sense of semver only. Every tag that WSO2 has published is one.
function cacheVersion(tag: string): string {
  return semver.clean(tag) ?? `0.0.0-${tag.replace(/[^0-9A-Za-z-]/g, '-')}`
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(1024 * 1024)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
