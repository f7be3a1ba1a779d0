import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asset, Catalogue, Published } from './catalogue.ts'
import { type Faults, meet, refuse, show } from './faults.ts'

/** Where things are: GitHub itself, its API, and the object store that serves the files. */
export type Addresses = { readonly url: string; readonly apiUrl: string; readonly objects: string }

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>

/** Returns the handler for the paths below `/api` that GitHub's releases API has. */
export function api(releases: Catalogue, faults: Faults, at: Addresses): Handler {
  return (request, response, url) => {
    const fault = meet(faults.api)
    if (fault !== undefined && show(fault, response)) return
    const given = request.headers.authorization?.replace(/^(bearer|token) /i, '')
    if (given !== undefined && faults.requireToken !== undefined && given !== faults.requireToken) {
      refuse(response, { status: 401 })
      return
    }
    const [, , repos, owner, name, kind, what, tag] = url.pathname.split('/').map(decodeURIComponent)
    const repository = `${owner}/${name}`
    const all = repos === 'repos' && kind === 'releases' ? releases.releases(repository) : undefined
    const found = what === 'latest' ? latest(all) : what === 'tags' ? byTag(all, tag) : undefined
    const listed = what === undefined ? all && pageOf(all, url) : undefined
    if (found === undefined && listed === undefined) {
      refuse(response, { status: 404 })
      return
    }
    const describe = (release: Published) => described(release, repository, at)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(found ? describe(found) : listed?.map(describe)))
  }
}

/** Returns the handler for the pages and downloads of `/{owner}/{repository}/releases/…`. */
export function web(releases: Catalogue, faults: Faults, at: Addresses): Handler {
  return (_request, response, url) => {
    const [, owner, name, kind, what, tag, file] = url.pathname.split('/').map(decodeURIComponent)
    const repository = `${owner}/${name}`
    const all = kind === 'releases' ? releases.releases(repository) : undefined
    if (what === 'download') {
      const asset = byTag(all, tag)?.assets.find((one) => one.name === file)
      if (asset === undefined) page(response, 404, 'Not Found')
      else redirect(response, `${at.objects}/objects/${repository}/${tag}/${file}?sig=stand-in`)
      return
    }
    const fault = meet(faults.web)
    if (fault !== undefined && show(fault, response)) return
    const newest = what === 'latest' ? latest(all) : undefined
    const to = `${at.url}/${repository}/releases/tag/${encodeURIComponent(newest?.tag ?? '')}`
    if (newest !== undefined) redirect(response, to)
    else if (what === 'tag' && byTag(all, tag)) page(response, 200, `Release ${tag}`)
    else page(response, 404, 'Not Found')
  }
}

/**
 * Returns the handler of the object store: another origin than GitHub, as in reality. It answers
 * signed addresses only, and, as cloud stores do, refuses a request that brings credentials too.
 */
export function objects(releases: Catalogue, faults: Faults): Handler {
  return async (request, response, url) => {
    const [, , owner, name, tag, file] = url.pathname.split('/').map(decodeURIComponent)
    const release = byTag(releases.releases(`${owner}/${name}`), tag)
    const asset = release?.assets.find((one) => one.name === file)
    if (asset === undefined) return refuse(response, { status: 404 })
    if (!url.searchParams.has('sig')) return refuse(response, { status: 403, body: 'No signature' })
    if (request.headers.authorization !== undefined) {
      return refuse(response, { status: 400, body: 'Only one way to authorize is allowed' })
    }

    const fault = meet(faults.download)
    if (fault !== undefined && show(fault, response)) return
    const how = fault !== undefined && 'how' in fault ? fault.how : undefined
    const bytes = how === 'corrupt' ? corrupted(asset.bytes()) : asset.bytes()
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
    })
    if (how === 'truncated') {
      response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy())
    } else if (how === 'slow-loris') response.write(bytes.subarray(0, 1024))
    else if (fault !== undefined && 'bytesPerSecond' in fault) {
      await trickle(response, bytes, fault.bytesPerSecond)
    } else response.end(bytes)
  }
}

// The middle is compressed data: what was flipped there shows in the digest, not in the format.
function corrupted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}

// As a network does: a little at a time, and never more than was due.
async function trickle(response: ServerResponse, bytes: Buffer, rate: number): Promise<void> {
  const began = performance.now()
  for (let at = 0; at < bytes.length && !response.destroyed; ) {
    const due = Math.max(at + 1, Math.floor(((performance.now() - began) / 1000) * rate))
    response.write(bytes.subarray(at, due))
    at = due
    await wait(Math.max(5, ((at + 1) / rate) * 1000 - (performance.now() - began)))
  }
  response.end()
}

/** Returns the release that GitHub calls the latest: the newest that is neither draft nor pre-release. */
function latest(all: readonly Published[] | undefined): Published | undefined {
  return all?.find(({ draft, prerelease }) => !draft && !prerelease)
}

/** Returns the release with this tag; a draft has no tag yet, so nobody finds it by one. */
function byTag(all: readonly Published[] | undefined, tag: string | undefined): Published | undefined {
  return all?.find((release) => release.tag === tag && !release.draft)
}

function pageOf(all: readonly Published[], { searchParams }: URL): readonly Published[] {
  const size = Math.min(100, Number(searchParams.get('per_page') ?? 30))
  const number = Number(searchParams.get('page') ?? 1)
  return all.slice((number - 1) * size, number * size)
}

function described(release: Published, repository: string, at: Addresses) {
  const { tag, draft, prerelease, publishedAt } = release
  const base = `${at.url}/${repository}/releases`
  return {
    html_url: `${base}/tag/${tag}`,
    tag_name: tag,
    draft,
    prerelease,
    published_at: draft ? null : publishedAt,
    assets: release.assets.map((asset) => file(asset, `${base}/download/${tag}`)),
  }
}

function file({ name, bytes, digest }: Asset, base: string) {
  return {
    name,
    size: bytes().length,
    digest: digest(),
    browser_download_url: `${base}/${name}`,
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'content-length': '0' })
  response.end()
}

function page(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><title>${title}</title><h1>${title}</h1>`)
}
