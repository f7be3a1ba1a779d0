// The digest decides: what may be installed, by the digest that GitHub's API states, the input `cli-sha256`,
// and the digest of an archive from the tool cache or the network. Pure.
import type { CliSha256 } from '../inputs/values.ts'

/** What GitHub's API states of a release. */
export type Stated =
  /** The SHA-256 digest of the archive, in hexadecimal. */
  | { readonly kind: 'found'; readonly tag: string; readonly digest: string }
  /** The release has no digest. */
  | { readonly kind: 'missing'; readonly tag: string }
  /** Nobody knows what it states. */
  | { readonly kind: 'unreadable'; readonly why: string }
  /** The input `github-api-url` is empty. */
  | { readonly kind: 'off' }

export type Decision =
  | { readonly kind: 'install'; readonly verifiedWith: string }
  /** An archive with one of these digests is needed; with `cli-sha256: none`, any archive. */
  | { readonly kind: 'seek'; readonly digests: readonly string[]; readonly statedBy: string }
  | { readonly kind: 'refuse'; readonly why: string }

/** @param archive the SHA-256 digest of the archive at hand; undefined: there is none yet */
export function decide(stated: Stated, pinned: CliSha256, archive?: string): Decision {
  const why = reasonToRefuse(stated, pinned)
  if (why !== undefined) return { kind: 'refuse', why }
  const { digests, statedBy } = expected(stated, pinned)
  const isExpected = archive !== undefined && (pinned === 'none' || digests.includes(archive))
  return isExpected
    ? { kind: 'install', verifiedWith: statedBy }
    : { kind: 'seek', digests, statedBy }
}

function expected(stated: Stated, pinned: CliSha256) {
  if (pinned === 'none') return { digests: [], statedBy: '' }
  const pin = 'the input `cli-sha256`'
  if (stated.kind !== 'found') return { digests: [...pinned], statedBy: pin }
  const release = `the release ${stated.tag}`
  const statedBy = pinned === 'release' ? release : `${release} and ${pin}`
  return { digests: [stated.digest], statedBy }
}

function reasonToRefuse(stated: Stated, pinned: CliSha256): string | undefined {
  if (pinned === 'none') return undefined
  if (pinned !== 'release') {
    if (stated.kind !== 'found' || pinned.includes(stated.digest)) return undefined
    return (
      `GitHub's API states the digest ${stated.digest} for the archive of ${stated.tag}, and \`cli-sha256\` does not name it. ` +
      'Set `cli-version` to the version whose digest you pinned, or pin the new one after you reviewed it.'
    )
  }
  if (stated.kind === 'unreadable') {
    return (
      `The digest of the release could not be read from GitHub's API: ${stated.why.replace(/\.$/, '')}. ` +
      'Nothing is installed without one. Re-run the job, set `github-token`, allow the host of `github-api-url` in the ' +
      'firewall, or pin `cli-version` and `cli-sha256`.'
    )
  }
  if (stated.kind === 'missing') {
    return (
      `The release ${stated.tag} states no SHA-256 digest, so there is nothing to compare its archive with. ` +
      'Choose a newer version in the input `cli-version`.'
    )
  }
  if (stated.kind === 'off') {
    return (
      'There is no API that states a digest, because `github-api-url` is empty. Set `cli-version`, and in `cli-sha256` the ' +
      "digest that the release's page on github.com shows."
    )
  }
  return undefined
}

/**
 * Returns the digests of which the archive must have one; with `cli-sha256: none`, there are none.
 *
 * @throws Error with the reason when nothing may be installed
 */
export function neededDigests(stated: Stated, pinned: CliSha256): readonly string[] {
  const decision = decide(stated, pinned)
  if (decision.kind === 'refuse') throw new Error(decision.why)
  return decision.kind === 'seek' ? decision.digests : []
}
