// The CLI's own directory in the machine's home. With `isolate: false` a login works in it; otherwise
// nothing of it may change, and what a CLI puts there all the same is found and removed.
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Lists where a CLI keeps its files outside a session: below HOME, and below the home that the system has
 * on record for the user, which is another one in container jobs.
 *
 * @param name the CLI's directory, for example `.choreo`
 */
export function placesOf(name: string): readonly string[] {
  let recorded = homedir()
  try {
    recorded = userInfo().homedir
  } catch {
    // A container's user need not be on record.
  }
  return [...new Set([homedir(), recorded])].map((home) => join(home, name))
}

/** Files below directories, and what tells that one of them has changed. */
export type Listing = ReadonlyMap<string, string>

/** Lists the files below directories, which need not exist. */
export async function list(directories: readonly string[]): Promise<Listing> {
  const listing = new Map<string, string>()
  for (const directory of directories) {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
    for (const entry of entries.filter((entry) => !entry.isDirectory())) {
      const path = join(entry.parentPath, entry.name)
      const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: 0 }))
      listing.set(path, `${mtimeMs} ${size}`)
    }
  }
  return listing
}

/** Names the files that are new or different in a later listing. */
export function changes(before: Listing, after: Listing): readonly string[] {
  return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
}

const largest = 8 * 1024 * 1024

/**
 * Copies a directory aside, so that `restore` can bring it back as it is now. Programs in it (files of
 * more than 8 MiB) are noted, not copied: a login does not change them.
 *
 * @param directory need not exist
 * @param backup a path that does not exist yet
 */
export async function keep(directory: string, backup: string): Promise<void> {
  const partial = `${backup}.partial`
  await mkdir(partial, { mode: 0o700 })
  const names = await namesIn(directory)
  if (names !== undefined) {
    await cp(directory, join(partial, 'copy'), {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: async (path) => (await stat(path).catch(() => ({ size: 0 }))).size <= largest,
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
 */
export async function restore(directory: string, backup: string): Promise<boolean> {
  const listed = await readFile(join(backup, 'names.json'), 'utf8').catch(() => undefined)
  if (listed === undefined) return false
  const names = JSON.parse(listed) as readonly string[] | null
  if (names === null) {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    return true
  }
  const before = new Set(names)
  for (const name of (await namesIn(directory)) ?? []) {
    if (!before.has(name)) await rm(join(directory, name), { recursive: true, force: true })
  }
  for (const name of names) await bringBack(join(backup, 'copy', name), join(directory, name))
  return true
}

async function bringBack(from: string, to: string): Promise<void> {
  const copied = await stat(from).catch(() => undefined)
  if (copied === undefined || copied.isDirectory()) return
  const [was, is] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)])
  if (is !== undefined && was.equals(is)) return
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to, { preserveTimestamps: true, verbatimSymlinks: true, force: true })
}

async function namesIn(directory: string): Promise<readonly string[] | undefined> {
  return readdir(directory, { recursive: true }).catch(() => undefined)
}
