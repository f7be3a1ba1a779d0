// The shared shelf of installed CLIs: `<cli>/<version>/<arch>` in the runner's tool cache, in the layout
// of @actions/tool-cache, filled so that any number of jobs can do it at once.
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  read,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { CliName } from '../cli/distribution.ts'
import { newStage, removeAbandoned } from './stage.ts'

/** What was verified when an executable was installed; kept beside it. */
export interface Proof {
  readonly tag: string
  /** SHA-256 of the release archive, in hexadecimal. */
  readonly archive: string
  /** SHA-256 of the executable that came out of it, in hexadecimal. */
  readonly executable: string
  /** What the archive's digest was compared with; empty: with nothing. */
  readonly comparedWith: string
}

/** A place in the tool cache. */
export interface Shelf {
  /** Directories of tool caches, the preferred one first; an empty one is none. */
  readonly roots: readonly string[]
  readonly cli: CliName
  readonly tag: string
  /** As `process.arch` names it. */
  readonly arch: string
  readonly executable: string
}

const proofName = 'verified.json'

/**
 * Looks an installed CLI up, where @actions/tool-cache finds it, too: that package takes longer to load
 * than all that is done here.
 *
 * @returns its directory, or undefined when there is none
 */
export function lookUp(shelf: Shelf): string | undefined {
  return shelf.roots
    .filter((root) => root !== '')
    .map((root) => directoryOf(root, shelf))
    .find((directory) => existsSync(`${directory}.complete`) && existsSync(directory))
}

/**
 * Verifies an installed executable against what is recorded beside it.
 *
 * @param directory as `lookUp` returns it
 * @returns the record, or undefined when there is none or the executable is no longer what it was
 */
export async function verify(directory: string, shelf: Shelf): Promise<Proof | undefined> {
  try {
    const [record, path] = [join(directory, proofName), join(directory, shelf.executable)]
    // Reading a pipe that somebody has put there would never end.
    if (![record, path].every((file) => statSync(file).isFile())) return undefined
    const text = readFileSync(record, 'utf8')
    const { tag, archive, executable, comparedWith } = JSON.parse(text) as Partial<Proof>
    if (tag !== shelf.tag || !archive || !executable || comparedWith === undefined) return undefined
    accessSync(path, constants.X_OK)
    if ((await sha256Of(path)) !== executable) return undefined
    return { tag, archive, executable, comparedWith }
  } catch {
    return undefined
  }
}

/**
 * Puts a CLI on the shelf: `fill` writes it into a directory of its own, which then takes its place
 * under its final name in one step. When another job was faster, its tree stays, if it holds the same.
 *
 * @param fill writes the executable to the path that it is given, and returns what it verified
 * @returns the final directory and what was verified
 * @throws Error of `fill` or of the file system; nothing is left behind then
 */
export async function put(
  shelf: Shelf,
  fill: (path: string) => Promise<Proof>,
): Promise<{ readonly directory: string; readonly proof: Proof }> {
  const root = await writableRoot(shelf)
  const directory = directoryOf(root, shelf)
  await removeAbandoned(root)
  const stage = await newStage(root)
  try {
    const path = join(stage, shelf.executable)
    // Loaded while a download waits for the network, and not before its request is on the way.
    const loading = sleep(20).then(() => import('@actions/tool-cache'))
    const [proof, { find }] = await Promise.all([fill(path), loading])
    chmodSync(path, 0o755)
    const record = `${JSON.stringify(proof, undefined, 2)}\n`
    writeFileSync(join(stage, proofName), record, { mode: 0o644 })
    await moveInto(directory, stage, proof, shelf)
    writeFileSync(`${directory}.complete`, '', { mode: 0o644 })
    const found = atPlace(root, () => find(shelf.cli, cacheVersion(shelf.tag), shelf.arch))
    // A tag that is no version is found by this action only.
    return { directory: found || directory, proof }
  } finally {
    for (const left of [stage, asideOf(stage)].filter(existsSync)) {
      await rm(left, { recursive: true, force: true })
    }
    await removeAbandoned(root)
  }
}

// The package takes the place to look at from the environment.
function atPlace(root: string, look: () => string): string {
  const before = process.env[toolCache]
  process.env[toolCache] = root
  try {
    return look()
  } finally {
    if (before === undefined) delete process.env[toolCache]
    else process.env[toolCache] = before
  }
}

const toolCache = 'RUNNER_TOOL_CACHE'

async function writableRoot(shelf: Shelf): Promise<string> {
  for (const root of shelf.roots.filter((root) => root !== '')) {
    try {
      await mkdir(root, { recursive: true })
      // What another user made on the way there may be closed to this one.
      const version = dirname(directoryOf(root, shelf))
      for (const place of [root, dirname(version), version]) {
        if (place === root || existsSync(place)) await access(place, constants.W_OK)
      }
      return root
    } catch {
      // The next one, then.
    }
  }
  throw new Error(
    `There is no place for the CLI: ${shelf.roots.join(' and ')} cannot be written. ` +
      'Set RUNNER_TOOL_CACHE or RUNNER_TEMP to a directory that the runner may write.',
  )
}

const moves = 5

async function moveInto(
  directory: string,
  stage: string,
  proof: Proof,
  shelf: Shelf,
): Promise<void> {
  for (let move = 1; ; move++) {
    try {
      await mkdir(dirname(directory), { recursive: true, mode: 0o755 })
      return await rename(stage, directory)
    } catch (error) {
      const theirs = await verify(directory, shelf)
      if (theirs?.executable === proof.executable && theirs.archive === proof.archive) return
      if (await takeOver(directory, stage, shelf)) return
      if (move === moves) throw error
      // On Windows a scanner can hold a new file for a moment.
      await sleep(100 * move)
    }
  }
}

// What stands there is damaged, or of another archive. It is replaced file by file, without a moment in
// which there is none: another job that repaired it just now may be about to start it.
async function takeOver(directory: string, stage: string, shelf: Shelf): Promise<boolean> {
  try {
    await rename(join(stage, shelf.executable), join(directory, shelf.executable))
  } catch {
    // Something else than an installed CLI. Out of the way with all of it; `put` removes it.
    await rename(directory, asideOf(stage)).catch(() => undefined)
    return false
  }
  await rename(join(stage, proofName), join(directory, proofName))
  return true
}

function asideOf(stage: string): string {
  return `${stage}-aside`
}

function directoryOf(root: string, shelf: Shelf): string {
  return join(root, shelf.cli, cacheVersion(shelf.tag), shelf.arch)
}

// The tool cache finds versions in the sense of semver only. Every tag that WSO2 has published is one.
function cacheVersion(tag: string): string {
  return (
    /^v?(\d+\.\d+\.\d+(-[\w.-]+)?)$/.exec(tag)?.[1] ?? `0.0.0-${tag.replace(/[^0-9A-Za-z-]/g, '-')}`
  )
}

const pieceBytes = 2 * 1024 * 1024

// While one piece is hashed here, the next one is read in another thread. One that is not full is the last.
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  let [piece, next] = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)]
  const file = openSync(path, 'r')
  try {
    let size = readSync(file, piece)
    while (size === pieceBytes) {
      const reading = promisify(read)(file, next, 0, pieceBytes, null)
      hash.update(piece)
      size = (await reading).bytesRead
      ;[piece, next] = [next, piece]
    }
    return hash.update(piece.subarray(0, size)).digest('hex')
  } finally {
    closeSync(file)
  }
}
