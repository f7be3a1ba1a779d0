import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Catalogue, Published } from './catalogue.ts'
import { type Faults, fail, refuse } from './faults.ts'

export type GitHub = {
  readonly catalogue: Catalogue
  readonly faults: Faults
  readonly url: string
  /** Where the object store is, which serves the files. */
  readonly storeUrl: string
}

/** A request, its address, and the response to it. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
}

/** Answers as GitHub's releases API does, below `/api`. */
export async function api({ catalogue, faults }: GitHub, { request, response, url }: Exchange) {
  if (await fail(response, faults.api)) return
  const expected = `Bearer ${faults.requireToken}`
  const { authorization = expected } = request.headers
  if (faults.requireToken && authorization !== expected)
    return refuse(response, faults.refusal ?? { status: 401 })
  const [, , , owner, name, , what, tag] = url.pathname.split('/').map(decodeURIComponent)
  const releases = catalogue.releases(`${owner}/${name}`)
  const found = what === 'latest' ? latest(releases) : byTag(releases, tag)
  if (what === undefined)
    response.end(JSON.stringify(pageOf(releases, url.searchParams).map(described)))
  else if (found === undefined) refuse(response, { status: 404 })
  else response.end(JSON.stringify(described(found)))
}

/** Answers as GitHub does at `/{owner}/{repository}/releases/latest` and `…/download/{tag}/{file}`. */
export async function web({ catalogue, faults, ...at }: GitHub, { response, url }: Exchange) {
  const [, owner, name, , what, tag, file] = url.pathname.split('/').map(decodeURIComponent)
  if (what === 'latest' && (await fail(response, faults.web))) return
  const repository = `${owner}/${name}`
  const releases = catalogue.releases(repository)
  const redirect = (location: string) => response.writeHead(302, { location }).end()
  const newest = what === 'latest' ? latest(releases) : undefined
  if (newest !== undefined) redirect(`${at.url}/${repository}/releases/tag/${newest.tag}`)
  else if (assetOf(releases, tag, file) === undefined) refuse(response, { status: 404 })
  else redirect(`${at.storeUrl}/objects/${repository}/${tag}/${file}?sig=stand-in`)
}

/**
 * Answers as the object store does, below `/objects`. It serves signed addresses only, and, as cloud
 * stores do, refuses a request that brings credentials too.
 */
export async function objects({ catalogue, faults }: GitHub, { request, response, url }: Exchange) {
  await sleep(faults.delayMs ?? 0)
  const [, , owner, name, tag, file] = url.pathname.split('/').map(decodeURIComponent)
  const asset = assetOf(catalogue.releases(`${owner}/${name}`), tag, file)
  if (asset === undefined || !url.searchParams.has('sig')) refuse(response, { status: 403 })
  else if (request.headers.authorization !== undefined) refuse(response, { status: 400 })
  else if (!(await fail(response, faults.download, asset.bytes))) response.end(asset.bytes)
}

function assetOf(releases: readonly Published[], tag?: string, file?: string) {
  const release = byTag(releases, tag)
  return release?.files().find(({ name }) => name === file)
}

/** Returns the release that GitHub calls the latest: the newest that is neither draft nor pre-release. */
function latest(releases: readonly Published[]): Published | undefined {
  return releases.find(({ draft, prerelease }) => !draft && !prerelease)
}

/** Returns the release with this tag; a draft has no tag yet, so nobody finds it by one. */
function byTag(releases: readonly Published[], tag: string | undefined): Published | undefined {
  return releases.find((release) => release.tag === tag && !release.draft)
}

function pageOf(releases: readonly Published[], query: URLSearchParams): readonly Published[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const number = Number(query.get('page') ?? 1)
  return releases.slice((number - 1) * size, number * size)
}

function described({ tag, draft = false, prerelease = false, files }: Published) {
  const assets = files().map(({ name, bytes, digest }) => ({ name, size: bytes.length, digest }))
  return { tag_name: tag, draft, prerelease, assets }
}
