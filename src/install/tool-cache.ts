// The tool cache that the jobs of a machine share: `<root>/<cli>/<version>/<arch>`, in the layout of
// @actions/tool-cache, with a verification record beside the executable.
//
// On GitHub's images every user may write into the root. So an entry counts only when it and the directories
// below the root are this user's or root's alone, and a session runs a file of its own, which was hashed in a
// directory that nobody else can enter.
import {
  accessSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { orUndefined } from '../or-undefined.ts'
import type { CliName } from '../runner/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { sha256Of } from './executable.ts'
import { readTrusted, whyUntrusted } from './ownership.ts'

/** What was verified when an executable was installed. */
export interface VerificationRecord {
  readonly tag: string
  /** SHA-256 of the release archive, in hexadecimal. */
  readonly archive: string
  /** SHA-256 of the executable from this archive, in hexadecimal. */
  readonly executable: string
  /** What the archive's digest was compared with; empty: with nothing. */
  readonly verifiedWith: string
}

/** The place of one version of a CLI in the tool cache. */
export interface CacheEntry {
  readonly root: string
  readonly cli: CliName
  readonly tag: string
  /** The tag as a version in the sense of semver, as @actions/tool-cache wants it. */
  readonly version: string
  readonly arch: string
  readonly directory: string
}

const recordName = 'verified.json'

/** Names the entry of a release; undefined without a tool cache, and for a tag that is not a version. */
export function entryOf(cli: CliName, tag: string, { arch, env }: Machine): CacheEntry | undefined {
  const root = env['RUNNER_TOOL_CACHE'] ?? ''
  const version = /^v(\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?)$/.exec(tag)?.[1]
  if (root === '' || version === undefined) return undefined
  return { root, cli, tag, version, arch, directory: join(root, cli, version, arch) }
}

/**
 * Finds a reason not to use the directories around an entry, which another user may have made.
 *
 * @returns the reason, or undefined when they can be trusted or do not exist
 */
export function whyForeign(entry: CacheEntry): string | undefined {
  return parentsOf(entry)
    .map((path) => {
      const stats = orUndefined(() => lstatSync(path))
      return stats && whyUntrusted(path, stats, 'directory')
    })
    .find((reason) => reason !== undefined)
}

function parentsOf({ directory }: CacheEntry): readonly string[] {
  const version = dirname(directory)
  return [dirname(version), version]
}

/** What a look-up found: a verified executable, or why an entry cannot be trusted, or neither. */
export interface Found {
  readonly record?: VerificationRecord
  readonly reason?: string
}

/**
 * Looks an entry up, and links its executable into the session, where it is verified.
 *
 * @param path of the executable in the session: a new file, which stays when a record is returned
 */
export async function lookUp(entry: CacheEntry, path: string): Promise<Found> {
  // It reads RUNNER_TOOL_CACHE from the environment of the process itself.
  const { find } = await import('@actions/tool-cache')
  for (let looks = 0; looks < 5; looks++) {
    if (find(entry.cli, entry.version, entry.arch) === '') break
    const inode = inodeOf(entry.directory)
    try {
      return { record: await verify(entry, path) }
    } catch (error) {
      rmSync(path, { force: true })
      // A parallel job may have replaced the entry meanwhile, which is no reason to distrust the new one.
      const isSame = inode !== undefined && inode === inodeOf(entry.directory)
      if (isSame) return { reason: (error as Error).message }
    }
  }
  return {}
}

function inodeOf(path: string): number | undefined {
  return orUndefined(() => lstatSync(path).ino)
}

async function verify({ directory, tag }: CacheEntry, path: string): Promise<VerificationRecord> {
  demandTrusted(directory, 'directory')
  const recordPath = join(directory, recordName)
  const record = JSON.parse(readTrusted(recordPath)) as VerificationRecord | null
  if (record?.tag !== tag) throw new Error(`${recordPath} is not a record of ${tag}`)
  const executable = join(directory, basename(path))
  demandTrusted(executable, 'file')
  linkOrCopy(executable, path)
  // Checked again where nobody can replace it any more.
  demandTrusted(path, 'file')
  accessSync(path, constants.X_OK)
  if ((await sha256Of(path)) === record.executable) return record
  throw new Error(`${executable} has changed since it was installed`)
}

function demandTrusted(path: string, kind: 'file' | 'directory'): void {
  const reason = whyUntrusted(path, lstatSync(path), kind)
  if (reason !== undefined) throw new Error(reason)
}

function linkOrCopy(from: string, to: string): void {
  const { COPYFILE_EXCL, COPYFILE_FICLONE } = constants
  try {
    linkSync(from, to)
  } catch {
    // Another file system, or a file of root's.
    copyFileSync(from, to, COPYFILE_EXCL | COPYFILE_FICLONE)
  }
}

const stagingPrefix = '.choreo-login-staging-'
const exclusive = { flag: 'wx', mode: 0o644 } as const

/**
 * Stores an executable for later jobs. It fails silently: the session has its own.
 *
 * @param path of the executable in the session
 * @param replace an entry that is there already; otherwise that one stays
 */
export function store(
  entry: CacheEntry,
  record: VerificationRecord,
  path: string,
  replace: boolean,
): void {
  orUndefined(() => {
    mkdirSync(entry.root, { recursive: true })
    for (const parent of parentsOf(entry)) orUndefined(() => mkdirSync(parent, { mode: 0o755 }))
    if (whyForeign(entry) !== undefined) return
    removeAbandoned(entry.root)
    const staging = mkdtempSync(join(entry.root, stagingPrefix))
    try {
      const filled = fill(join(staging, 'new'), record, path)
      publish(filled, entry.directory, replace ? join(staging, 'old') : undefined)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  })
}

const dayMs = 86_400_000

// Of jobs that were killed.
function removeAbandoned(root: string): void {
  for (const name of readdirSync(root).filter((name) => name.startsWith(stagingPrefix))) {
    const path = join(root, name)
    const stats = orUndefined(() => lstatSync(path))
    const isOld = stats !== undefined && Date.now() - stats.mtimeMs > dayMs
    if (isOld && whyUntrusted(path, stats, 'directory') === undefined) {
      orUndefined(() => rmSync(path, { recursive: true }))
    }
  }
}

function fill(directory: string, record: VerificationRecord, path: string): string {
  mkdirSync(directory, { mode: 0o755 })
  linkOrCopy(path, join(directory, basename(path)))
  writeFileSync(join(directory, recordName), `${JSON.stringify(record, undefined, 2)}\n`, exclusive)
  return directory
}

// Parallel jobs may do the same. Whichever is faster, a whole entry stands there in the end.
function publish(from: string, to: string, old: string | undefined): void {
  if (old !== undefined) orUndefined(() => renameSync(to, old))
  orUndefined(() => renameSync(from, to))
  // The mark of a complete entry for @actions/tool-cache.
  orUndefined(() => writeFileSync(`${to}.complete`, '', exclusive))
}
