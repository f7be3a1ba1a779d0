// The digest decides: which archives may be installed, by what GitHub's API states and the input `cli-sha256`.
// Pure.
import type { CliSha256 } from '../inputs/values.ts'

/** What GitHub's API states of a release. */
export type Stated =
  /** The SHA-256 digest of the archive, in hexadecimal. */
  | { readonly kind: 'found'; readonly tag: string; readonly digest: string }
  /** The release has no digest. */
  | { readonly kind: 'missing'; readonly tag: string }
  | Unread

/** The API was not read. */
export type Unread =
  /** The reason has no full stop. */
  | { readonly kind: 'unreadable'; readonly why: string; readonly status?: number | undefined }
  /** The input `github-api-url` is empty, or the digest is not asked for. */
  | { readonly kind: 'off' }

/** What the digest of an archive is compared with. */
export interface Expected {
  /** Of these digests, the archive must have one; `any`: nothing is compared. */
  readonly digests: readonly string[] | 'any'
  /** What states them, for the log; empty: nothing does. */
  readonly statedBy: string
}

/**
 * Agrees on the digests that an archive may have.
 *
 * @throws Error with the reason when nothing may be installed
 */
export function agreeOn(stated: Stated, pinned: CliSha256): Expected {
  if (pinned === 'none') return { digests: 'any', statedBy: '' }
  if (pinned === 'release') {
    if (stated.kind !== 'found') throw new Error(reasonOf(stated))
    return { digests: [stated.digest], statedBy: `the release ${stated.tag}` }
  }
  const pin = 'the input `cli-sha256`'
  if (stated.kind !== 'found') return { digests: pinned, statedBy: pin }
  if (!pinned.includes(stated.digest)) {
    throw new Error(
      `GitHub's API states the digest ${stated.digest} for the archive of ${stated.tag}, and \`cli-sha256\` does not name it. ` +
        'Set `cli-version` to the version whose digest you pinned, or pin the new one after you reviewed it.',
    )
  }
  return { digests: [stated.digest], statedBy: `the release ${stated.tag} and ${pin}` }
}

/** Whether an archive with this SHA-256 digest, in hexadecimal, may be installed. */
export function isAccepted(digest: string, { digests }: Expected): boolean {
  return digests === 'any' || digests.includes(digest)
}

function reasonOf(stated: Exclude<Stated, { readonly kind: 'found' }>): string {
  switch (stated.kind) {
    case 'unreadable':
      return (
        `The digest of the release could not be read from GitHub's API: ${stated.why}. ` +
        'The action installs nothing without a digest. Re-run the job, set `github-token`, allow the host of `github-api-url` in the ' +
        'firewall, or pin `cli-version` and `cli-sha256`.'
      )
    case 'missing':
      return (
        `GitHub's API states no SHA-256 digest for the archive of ${stated.tag}, so the action cannot verify it. ` +
        'Set the input `cli-version` to a newer version.'
      )
    case 'off':
      return (
        'No digest is available, because `github-api-url` is empty. Set `cli-version`, and in `cli-sha256` the ' +
        "digest that the release's page on github.com shows."
      )
  }
}
