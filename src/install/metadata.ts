// What GitHub's API states about the releases of a CLI. It may be wrong, absent or malformed: then there is
// no metadata, and no error.
// https://docs.github.com/en/rest/releases/releases
import { distributions } from '../cli/distribution.ts'
import type { CliName } from '../runner/inputs.ts'
import { get, type Network, textOf } from './http.ts'
import { isTag } from './version.ts'

/** Where GitHub's API is, and with which token it is read. */
export interface Api extends Network {
  readonly cli: CliName
  /** Empty: there is no API. */
  readonly apiUrl: string
  /** Sent to the API's origin only; may be empty. */
  readonly githubToken: string
}

/** A release as the API states it. */
export interface Metadata {
  readonly tag: string
  readonly isDraft: boolean
  readonly isPrerelease: boolean
  /** SHA-256 digests in hexadecimal, where stated, by file name. */
  readonly assets: ReadonlyMap<string, string | undefined>
}

/**
 * Reads one release.
 *
 * @param path `latest`, or `tags/` and a tag
 * @returns the release, `none` when GitHub says that there is none, or undefined without usable metadata
 * @throws Error when the run was cancelled
 */
export async function readRelease(api: Api, path: string): Promise<Metadata | 'none' | undefined> {
  const reply = await fetchJson(api, `/releases/${path}`)
  return reply?.status === 404 ? 'none' : parse(reply?.data)
}

const maxPages = 30

/**
 * Lists the releases that are neither drafts nor pre-releases.
 *
 * @returns the releases, or undefined without usable metadata
 * @throws Error when the run was cancelled
 */
export async function listReleases(api: Api): Promise<readonly Metadata[] | undefined> {
  const releases: Metadata[] = []
  for (let page = 1; page <= maxPages; page++) {
    const reply = await fetchJson(api, `/releases?per_page=100&page=${page}`)
    if (!Array.isArray(reply?.data)) return undefined
    releases.push(...reply.data.map(parse).filter((release) => release !== undefined))
    if (reply.data.length < 100) break
  }
  return releases.filter(({ isDraft, isPrerelease }) => !isDraft && !isPrerelease)
}

interface Reply {
  readonly status: number
  readonly data: unknown
}

const maxBytes = 16 * 1024 * 1024
const limitMs = 20_000

async function fetchJson(
  api: Api,
  path: string,
  token: string = api.githubToken,
): Promise<Reply | undefined> {
  if (api.apiUrl === '') return undefined
  const url = `${api.apiUrl}/repos/${distributions[api.cli].repository}${path}`
  const headers = {
    accept: 'application/vnd.github+json',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  }
  try {
    // A rate limit lasts longer than any retry.
    const options = { ...api, headers, final: [429], limitMs }
    const reply = await get(url, options, async (response) => {
      const text = await textOf(response, maxBytes)
      const { status } = response
      return { status, data: status === 200 ? JSON.parse(text) : undefined }
    })
    // The token of a GitHub Enterprise Server is not valid at github.com, and reading needs none.
    if (reply.status === 401 && token !== '') return await fetchJson(api, path, '')
    return reply.status === 200 || reply.status === 404 ? reply : undefined
  } catch (error) {
    if (api.cancelled.aborted) throw error
    return undefined
  }
}

function parse(data: unknown): Metadata | undefined {
  const { tag_name: tag, draft, prerelease, assets } = (data ?? {}) as Record<string, unknown>
  if (typeof tag !== 'string' || !isTag(tag) || !Array.isArray(assets)) return undefined
  const digests = new Map<string, string | undefined>()
  for (const { name, digest } of assets.map((asset) => (asset ?? {}) as Record<string, unknown>)) {
    if (typeof name !== 'string') return undefined
    const text = typeof digest === 'string' ? digest.toLowerCase() : ''
    digests.set(name, /^sha256:([0-9a-f]{64})$/.exec(text)?.[1])
  }
  return { tag, isDraft: draft === true, isPrerelease: prerelease === true, assets: digests }
}
