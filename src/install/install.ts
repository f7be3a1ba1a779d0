// From the wanted version to an executable in the session whose archive has the expected digest. The digests
// are compared in verify.ts, wherever the bytes come from.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { distributions, targetsOf } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { say, warn } from '../runner/report.ts'
import { extractCached, keepArchive } from './cache.ts'
import { agreeOn } from './digest.ts'
import { download } from './download.ts'
import { demandExecutable } from './executable.ts'
import { findRelease } from './release.ts'

/** An executable that later steps can run. */
interface InstalledCli {
  /** With `v`, as the release's tag. */
  readonly version: string
  readonly cacheHit: boolean
  /** What states the SHA-256 digest of its archive, for the log; empty: nothing was compared. */
  readonly verifiedWith: string
}

/**
 * Puts the wanted version of the published CLI into the session, from the tool cache or from a download.
 *
 * @param places new paths in a directory that is closed to other users: the executable, and a directory for the
 *   archive, which is removed again
 * @throws Error when there is no such release, no digest, or no archive with this digest
 */
export async function install(
  inputs: Inputs,
  machine: Machine,
  places: { readonly executable: string; readonly download: string },
  stopped: AbortSignal,
): Promise<InstalledCli> {
  const { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken } = inputs
  const network = { machine, signal: stopped, pauses: { leftMs: 30_000 } }
  const targets = targetsOf(machine.platform, machine.arch)
  const wanted = { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken, targets }
  const { tag, archives, stated } = await findRelease({ ...wanted, ...network })
  const expected = agreeOn(stated, cliSha256)
  const installed = { version: tag, verifiedWith: expected.statedBy }

  mkdirSync(places.download, { mode: 0o700 })
  try {
    const copy = join(places.download, 'archive')
    const extraction = { executable: places.executable, copy, expected, wantsCopy: false }
    if (await extractCached(archives, extraction, machine.env)) {
      return { ...installed, cacheHit: true }
    }
    say(`Downloading the ${distributions[cli].title} ${tag} …`)
    const isKept = cliSha256 !== 'none'
    const downloading = download(archives, { ...extraction, wantsCopy: isKept }, network)
    const { archive, digest } = await downloading.catch((error) => {
      if (!isDiskFull(error)) throw error
      // Without a copy there may be room.
      return download(archives, extraction, network)
    })
    demandExecutable(places.executable, 'Name another version in the input `cli-version`.')
    if (isKept) await keepArchive(archive, digest, copy, machine.env)
    else warn('CLI not verified', `${unverified} The version is ${tag}.`, machine.env)
    return { ...installed, cacheHit: false }
  } finally {
    // A virus scanner may hold the archive. It holds no secret, and goes with the session.
    orUndefined(() => rmSync(places.download, { recursive: true, force: true }))
  }
}

function isDiskFull({ cause }: Error): boolean {
  return /^(ENOSPC|EDQUOT)$/.test((cause as NodeJS.ErrnoException | undefined)?.code ?? '')
}

const unverified =
  'The archive of the CLI was not compared with a digest, because `cli-sha256` is `none`.'
