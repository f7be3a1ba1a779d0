// The CLI's own directory in the machine's home. With `isolate: false` a login works in it; otherwise
// nothing of it may change, and what a CLI puts there all the same is found and removed.
import { readdirSync, type Stats, statSync } from 'node:fs'
import {
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { orUndefined } from '../or-undefined.ts'

/**
 * Lists the homes of this user: HOME, and the one that the system has on record, which is another one in
 * container jobs. A container's user need not have any.
 */
export function homes(): readonly string[] {
  const found = [homedir, () => userInfo().homedir].map((find) => orUndefined(find) ?? '')
  return [...new Set(found)].filter(isAbsolute)
}

/**
 * Lists where a CLI keeps its files outside a session.
 *
 * @param name the CLI's directory, for example `.choreo`
 */
export function placesOf(name: string): readonly string[] {
  return homes().map((home) => join(home, name))
}

/** Files below directories, and what tells that one of them has changed. */
export type Listing = ReadonlyMap<string, string>

/** Lists the files below directories, which need not exist. */
export function list(directories: readonly string[]): Listing {
  const paths = directories.flatMap((directory) => {
    const entries = orUndefined(() =>
      readdirSync(directory, { recursive: true, withFileTypes: true }),
    )
    return (entries ?? [])
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
  })
  return new Map(paths.map((path) => [path, stampOf(path)]))
}

function stampOf(path: string): string {
  const found = orUndefined(() => statSync(path))
  return `${found?.mtimeMs} ${found?.size}`
}

/** Names the files that are new or different in a later listing. */
export function changes(before: Listing, after: Listing): readonly string[] {
  return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
}

const largest = 8 * 1024 * 1024

/**
 * Copies a directory aside, so that `restore` can bring it back as it is now. Programs in it (files of
 * more than 8 MiB) are noted, not copied: a login does not change them. Nor are sockets and the like.
 *
 * @param directory need not exist
 * @param backup a path that does not exist yet
 */
export async function keep(directory: string, backup: string): Promise<void> {
  const partial = `${backup}.partial`
  await mkdir(partial, { mode: 0o700 })
  const source = await behindLinks(directory)
  const names = await namesIn(source)
  if (names !== undefined) {
    await cp(source, join(partial, 'copy'), {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: async (path) => isCopied(await lstat(path)),
    })
  }
  await writeFile(join(partial, 'names.json'), JSON.stringify(names ?? null))
  // All of it or nothing: half a backup would take the other half away.
  await rename(partial, backup)
}

/**
 * Brings a directory back to what it was when `keep` copied it: new files go, changed and removed ones
 * come back.
 *
 * @returns whether there was a backup; without one nothing was changed, and nothing is
 * @throws Error that names what could not be brought back; the rest is
 */
export async function restore(directory: string, backup: string): Promise<boolean> {
  const listed = await readFile(join(backup, 'names.json'), 'utf8').catch(() => undefined)
  if (listed === undefined) return false
  const names = JSON.parse(listed) as readonly string[] | null
  if (names === null) {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    return true
  }
  const target = await behindLinks(directory)
  const before = new Set(names)
  const added = ((await namesIn(target)) ?? []).filter((name) => !before.has(name))
  const failures: string[] = []
  const attempt = (what: Promise<void>) =>
    what.catch((error: Error) => failures.push(error.message))
  for (const name of added) {
    await attempt(rm(join(target, name), { recursive: true, force: true }))
  }
  for (const name of names) {
    await attempt(bringBack(join(backup, 'copy', name), join(target, name)))
  }
  if (failures.length > 0) throw new Error(failures.join(' '))
  return true
}

// A person's directory may lie elsewhere. Then that is where a login changes it.
async function behindLinks(directory: string): Promise<string> {
  return realpath(directory).catch(() => directory)
}

function isCopied(found: Stats): boolean {
  return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest)
}

async function bringBack(from: string, to: string): Promise<void> {
  const was = await lstat(from).catch(() => undefined)
  const is = await lstat(to).catch(() => undefined)
  if (was === undefined) return
  if (was.isDirectory() && is?.isDirectory()) return chmod(to, was.mode)
  if (is !== undefined && (await isAsBefore(was, is, from, to))) return
  await rm(to, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  // What is in a directory has names of its own.
  if (was.isDirectory()) await mkdir(to, { mode: was.mode })
  else await cp(from, to, { preserveTimestamps: true, verbatimSymlinks: true })
}

async function isAsBefore(was: Stats, is: Stats, from: string, to: string): Promise<boolean> {
  if (was.mode !== is.mode) return false
  const read = (path: string): Promise<string> =>
    was.isSymbolicLink() ? readlink(path) : readFile(path, 'base64')
  return (await read(from)) === (await read(to))
}

async function namesIn(directory: string): Promise<readonly string[] | undefined> {
  return readdir(directory, { recursive: true }).catch(() => undefined)
}
