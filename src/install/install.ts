// From the wanted version to an executable in the session whose archive has the expected digest.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { distributions, targetsOf } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { say, warn } from '../runner/report.ts'
import { extractCached, keepArchive } from './cache.ts'
import { decide, neededDigests } from './decide.ts'
import { download } from './download.ts'
import { demandExecutable } from './executable.ts'
import { type Archive, findRelease } from './release.ts'

/** An executable that later steps can run. */
export interface InstalledCli {
  /** With `v`, as the release's tag. */
  readonly version: string
  readonly cacheHit: boolean
  /** What states the SHA-256 digest of its archive, for the log; empty: nothing was compared. */
  readonly verifiedWith: string
}

/** New paths in a directory that is closed to other users. */
export interface Places {
  readonly executable: string
  /** A directory for the archive, which is removed again. */
  readonly download: string
}

/**
 * Puts the wanted version of the published CLI into the session, from the tool cache or from a download.
 *
 * @throws Error when there is no such release, no digest, or no archive with this digest
 */
export async function install(
  inputs: Inputs,
  machine: Machine,
  places: Places,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  const { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken } = inputs
  const targets = targetsOf(machine.platform, machine.arch)
  const network = { machine, cancelled, pauses: { leftMs: 30_000 } }
  const wanted = { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken, targets }
  const { tag, archives, stated } = await findRelease({ ...wanted, ...network })
  const digests = neededDigests(stated, cliSha256)
  const judge = (digest: string) => decide(stated, cliSha256, digest)

  mkdirSync(places.download, { mode: 0o700 })
  try {
    const copyPath = join(places.download, 'archive')
    const extraction = { path: places.executable, copyPath, judge }
    const keyOf = (archive: Archive, digest: string) => ({ cli, tag, archive, digest })
    const keys = archives.flatMap((archive) => digests.map((digest) => keyOf(archive, digest)))
    const cached = await extractCached(keys, { ...extraction, wantsCopy: false }, machine.env)
    if (cached !== undefined) {
      return { version: tag, cacheHit: true, verifiedWith: cached.verifiedWith }
    }

    say(`Downloading the ${distributions[cli].title} ${tag} …`)
    const isKept = cliSha256 !== 'none'
    const { archive, digest, verifiedWith } = await download(
      archives,
      { ...extraction, wantsCopy: isKept },
      network,
    )
    demandExecutable(places.executable, 'Name another version in the input `cli-version`.')
    if (isKept) await keepArchive(keyOf(archive, digest), copyPath, machine.env)
    else warn('CLI not verified', `${unverified} The version is ${tag}.`, machine.env)
    return { version: tag, cacheHit: false, verifiedWith }
  } finally {
    rmSync(places.download, { recursive: true, force: true })
  }
}

const unverified =
  'The archive of the CLI was not compared with a digest, because `cli-sha256` is `none`.'
