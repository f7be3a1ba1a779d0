// The tool cache that the jobs of a machine share holds archives. Nothing in it is trusted: each use compares
// the digest of the bytes that it reads.
import { createHash } from 'node:crypto'
import { constants, lstatSync, mkdirSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { debug } from '@actions/core'
import type { Environment } from '../runner/machine.ts'
import { notify } from '../runner/report.ts'
import { maxBytes } from './archive.ts'
import type { Archive } from './release.ts'
import { type Extraction, extractVerified } from './verify.ts'

/** Extracts the executable of the first archive that is in the tool cache and has its digest, if there is one. */
export async function extractCached(
  archives: readonly Archive[],
  extraction: Extraction,
  env: Environment,
): Promise<boolean> {
  const { digests } = extraction.expected
  if (digests === 'any') return false
  const keys = archives.flatMap((archive) => digests.map((digest) => ({ archive, digest })))
  for (const { archive, digest } of keys) {
    let path = ''
    try {
      path = await findArchive(archive, digest)
      if (path === '') continue
      await extractVerified(readArchive(path), archive.target.archive, extraction)
      return true
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      debug(`The tool cache is not used: ${message}`)
      // Otherwise it is unreadable or cut short, as while a parallel job keeps it.
      if (code === 'Z_DATA_ERROR') {
        notify(
          'Cached archive ignored',
          `The archive ${path} in the tool cache does not have the expected digest. The action downloads the CLI instead.`,
          env,
        )
      }
    }
  }
  return false
}

/**
 * Keeps an archive for later jobs. When that fails, nothing else changes.
 *
 * @param digest of the archive, SHA-256 in hexadecimal
 * @param copy path of a copy of the archive
 */
export async function keepArchive(
  archive: Archive,
  digest: string,
  copy: string,
  env: Environment,
): Promise<void> {
  try {
    const { cacheFile } = await import('@actions/tool-cache')
    const root = env['RUNNER_TOOL_CACHE']
    if (!root) throw new Error('RUNNER_TOOL_CACHE is not set')
    // A parallel job may have kept it meanwhile. Its entry is not replaced while others read it.
    const found = await findArchive(archive, digest)
    if (found !== '' && (await digestOf(found).catch(() => '')) === digest) return
    const [version, arch] = placeOf(archive, digest)
    await within(root, [tool, version], () => cacheFile(copy, archive.name, '.', '.', arch))
  } catch (error) {
    debug(`The archive was not kept in the tool cache: ${(error as Error).message}`)
  }
}

const tool = 'choreo-login'

// Empty: there is none.
async function findArchive(archive: Archive, digest: string): Promise<string> {
  const { find } = await import('@actions/tool-cache')
  const directory = find(tool, ...placeOf(archive, digest))
  return directory && join(directory, archive.name)
}

// Another digest is another entry: nobody replaces anybody's.
function placeOf(
  { cli, tag, target }: Archive,
  digest: string,
): readonly [version: string, arch: string] {
  const [, version] = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.exec(tag) ?? []
  if (version === undefined) throw new Error(`${tag} is not a version`)
  return [version, `${cli}-${target.os}-${target.arch}-${digest.slice(0, 16)}`]
}

// Of a file that anybody may have put there.
async function* readArchive(path: string): AsyncGenerator<Buffer> {
  // Links are not followed, and pipes are not waited for. Windows has neither of the two flags.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const file = await open(path, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const stats = await file.stat()
    if (!stats.isFile() || stats.size > maxBytes) {
      throw new Error('it is not a regular file of at most 512 MiB')
    }
    // Without an end, somebody who appends to it would keep the job busy. Before the start of an empty file, an
    // end is refused by Node, which leaves the file open then.
    const range = { start: 0, end: stats.size }
    yield* file.createReadStream({ ...range, highWaterMark: 256 * 1024, autoClose: false })
  } finally {
    await file.close()
  }
}

// Another user who may write to the root of the tool cache can put another directory in the place of ours at
// any moment, with links and pipes in it. The toolkit keeps by path, so ours becomes the working directory:
// it stays the same one, wherever it is moved, and nobody else can put anything into it.
async function within(
  root: string,
  names: readonly string[],
  keep: () => Promise<unknown>,
): Promise<void> {
  // Where the working directory was removed, this throws, and Node would try for ever to make a relative root.
  const previous = process.cwd()
  mkdirSync(root, { recursive: true })
  process.chdir(root)
  try {
    for (const name of names) enterOwn(name)
    process.env['RUNNER_TOOL_CACHE'] = '.'
    await keep()
  } finally {
    process.env['RUNNER_TOOL_CACHE'] = root
    process.chdir(previous)
  }
}

// One name at a time: where the working directory was removed, Node tries for ever to make two of them.
function enterOwn(name: string): void {
  mkdirSync(name, { recursive: true })
  const { uid, mode, dev, ino } = lstatSync(name)
  process.chdir(name)
  const entered = statSync('.')
  const isEntered = entered.dev === dev && entered.ino === ino
  const user = process.getuid?.()
  const isOwn = user === undefined || (uid === user && (mode & 0o170022) === 0o040000)
  if (!isEntered || !isOwn) throw new Error(`${name} is not only this user's own directory`)
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of readArchive(path)) hash.update(bytes)
  return hash.digest('hex')
}
