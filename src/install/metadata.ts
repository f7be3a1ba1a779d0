// What GitHub's API says of the releases of a CLI.
// https://docs.github.com/en/rest/releases/releases
import { type CliName, distributions } from '../cli/distribution.ts'
import { get, textOf } from './http.ts'
import { isTag } from './version.ts'

/** Where GitHub's API is, and who asks. */
export interface Api {
  readonly cli: CliName
  /** Empty: there is no API. */
  readonly apiUrl: string
  /** Sent to the API's origin only; may be empty. */
  readonly githubToken: string
  readonly cancelled: AbortSignal
}

export interface StatedRelease {
  readonly tag: string
  readonly isDraft: boolean
  /** Neither a draft nor a pre-release. */
  readonly isFull: boolean
  /** SHA-256 digests in hexadecimal, where stated, by file name. */
  readonly assets: ReadonlyMap<string, string | undefined>
}

/**
 * Asks for one release.
 *
 * @param path `latest`, or `tags/` and a tag
 * @returns the release, `none` when GitHub says that there is none, or undefined when the API is switched
 *   off, refuses or fails
 */
export async function statedRelease(
  api: Api,
  path: string,
): Promise<StatedRelease | 'none' | undefined> {
  const reply = await ask(api, `/releases/${path}`)
  return reply?.status === 404 ? 'none' : parseRelease(reply?.data)
}

const mostPages = 30

/**
 * Asks for all full releases.
 *
 * @returns the releases, or undefined when the API is switched off, refuses or fails
 */
export async function fullReleases(api: Api): Promise<readonly StatedRelease[] | undefined> {
  const releases: StatedRelease[] = []
  for (let page = 1; page <= mostPages; page++) {
    const reply = await ask(api, `/releases?per_page=100&page=${page}`)
    if (!Array.isArray(reply?.data)) return undefined
    releases.push(...reply.data.map(parseRelease).filter((release) => release !== undefined))
    if (reply.data.length < 100) break
  }
  return releases.filter(({ isFull }) => isFull)
}

interface Reply {
  readonly status: number
  readonly data: unknown
}

const mostBytes = 16 * 1024 * 1024
const limitMs = 20_000

// Undefined: there is no API, or no answer to build on. A refused token is left out the second time:
// on GitHub Enterprise Server the job's own token is none for github.com, and reading needs none.
async function ask(
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
    const options = { headers, final: [429], limitMs, cancelled: api.cancelled }
    const reply = await get(url, options, async (answer) => {
      const text = await textOf(answer, mostBytes)
      return { status: answer.status, data: answer.status === 200 ? JSON.parse(text) : undefined }
    })
    if (reply.status === 401 && token !== '') return await ask(api, path, '')
    return reply.status === 200 || reply.status === 404 ? reply : undefined
  } catch (error) {
    if (api.cancelled.aborted) throw error
    return undefined
  }
}

function parseRelease(data: unknown): StatedRelease | undefined {
  const { tag_name: tag, draft, prerelease, assets } = (data ?? {}) as Record<string, unknown>
  if (typeof tag !== 'string' || !isTag(tag) || !Array.isArray(assets)) return undefined
  const digests = assets.map((asset: { name?: unknown; digest?: unknown } | null) => {
    const hex = /^sha256:([0-9a-f]{64})$/i.exec(String(asset?.digest))?.[1]
    return [String(asset?.name), hex?.toLowerCase()] as const
  })
  return {
    tag,
    isDraft: draft === true,
    isFull: draft !== true && prerelease !== true,
    assets: new Map(digests),
  }
}
