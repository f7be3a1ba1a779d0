import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asset, Catalogue, Published } from './catalogue.ts'
import { type Faults, meet, refuse, show } from './faults.ts'

/** Where things are: GitHub itself, its API, and the object store that serves the files. */
export type Addresses = { readonly url: string; readonly apiUrl: string; readonly objects: string }

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void

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
    const limits = rateLimit(given !== undefined)
    const [, , repos, owner, name, kind, what, tag] = url.pathname
      .split('/')
      .map(decodeURIComponent)
    const repository = `${owner}/${name}`
    const all = repos === 'repos' && kind === 'releases' ? releases.releases(repository) : undefined
    const json = (value: unknown, headers = {}): void => {
      const text = JSON.stringify(value)
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
        ...limits,
        ...headers,
      })
      response.end(text)
    }
    if (all !== undefined && what === undefined) {
      const { page, link } = paged(all, url, at.apiUrl)
      json(
        page.map((release) => described(release, repository, at)),
        link,
      )
      return
    }
    const found = what === 'latest' ? latest(all) : what === 'tags' ? byTag(all, tag) : undefined
    if (found === undefined) refuse(response, { status: 404, headers: limits })
    else json(described(found, repository, at))
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
    if (newest !== undefined) {
      redirect(response, `${at.url}/${repository}/releases/tag/${encodeURIComponent(newest.tag)}`)
    } else if (what === 'tag' && byTag(all, tag) !== undefined)
      page(response, 200, `Release ${tag}`)
    else page(response, 404, 'Not Found')
  }
}

/** Returns the release that GitHub calls the latest: the newest that is neither draft nor pre-release. */
export function latest(all: readonly Published[] | undefined): Published | undefined {
  return all?.find(({ draft, prerelease }) => !draft && !prerelease)
}

/** Returns the release with this tag; a draft has no tag yet, so nobody finds it by one. */
export function byTag(
  all: readonly Published[] | undefined,
  tag: string | undefined,
): Published | undefined {
  return all?.find((release) => release.tag === tag && !release.draft)
}

function paged(all: readonly Published[], url: URL, apiUrl: string) {
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30) || 30)
  const number = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1)
  const last = Math.max(1, Math.ceil(all.length / size))
  const base = `${apiUrl}${url.pathname.replace(/^\/api/, '')}`
  const to = (page: number, rel: string): string =>
    `<${base}?per_page=${size}&page=${page}>; rel="${rel}"`
  const links = [
    ...(number > 1 ? [to(number - 1, 'prev')] : []),
    ...(number < last ? [to(number + 1, 'next'), to(last, 'last')] : []),
    ...(number > 1 ? [to(1, 'first')] : []),
  ]
  return {
    page: all.slice((number - 1) * size, number * size),
    link: links.length === 0 ? {} : { link: links.join(', ') },
  }
}

function described(release: Published, repository: string, at: Addresses) {
  const { tag, draft, prerelease, publishedAt } = release
  const base = `${at.url}/${repository}/releases`
  return {
    url: `${at.apiUrl}/repos/${repository}/releases/tags/${tag}`,
    html_url: `${base}/tag/${tag}`,
    tag_name: tag,
    target_commitish: 'main',
    name: tag,
    draft,
    prerelease,
    created_at: publishedAt,
    published_at: draft ? null : publishedAt,
    assets: release.assets.map((asset) => file(asset, base, release)),
    body: '',
  }
}

function file(asset: Asset, base: string, { tag, publishedAt }: Published) {
  const address = `${base}/download/${tag}/${asset.name}`
  return {
    url: address,
    name: asset.name,
    label: '',
    content_type: asset.name.endsWith('.zip') ? 'application/zip' : 'application/gzip',
    state: 'uploaded',
    size: asset.bytes().length,
    digest: asset.digest(),
    created_at: publishedAt,
    browser_download_url: address,
  }
}

function rateLimit(known: boolean): Readonly<Record<string, string>> {
  const limit = known ? 1000 : 60
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(limit - 1),
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
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
