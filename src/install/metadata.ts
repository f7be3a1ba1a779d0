// What GitHub's API, or a mirror of it, says about releases.
// https://docs.github.com/en/rest/releases/releases
import { text } from 'node:stream/consumers'
import { distributions, isTag } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { NetworkError } from '../network/errors.ts'
import { get, type Network } from '../network/get.ts'
import { limited } from './archive.ts'
import type { Unread } from './digest.ts'

type Options = Network & Pick<Inputs, 'cli' | 'githubApiUrl' | 'githubToken'>

/** What a look-up found. */
export type LookUp<T> = { readonly kind: 'found'; readonly value: T } | Unread

/** A release as the API describes it. */
export interface Metadata {
  readonly tag: string
  readonly isStable: boolean
  /** The digests by the names of the assets, both as they are written. Empty: there is none. */
  readonly assets: ReadonlyMap<string, string>
}

/** Looks a release up: `latest`, or `tags/v1.2.33`. */
export function lookUpRelease(options: Options, path: string): Promise<LookUp<Metadata>> {
  return lookUp(options, `/${path}`, parseRelease)
}

const pageSize = 100
const maxPages = 30
// GitHub's own limit for a release.
const maxAssets = 1000

/** Looks up all releases that are neither drafts nor pre-releases. */
export async function listReleases(options: Options): Promise<LookUp<readonly Metadata[]>> {
  const releases: Metadata[] = []
  for (let page = 1; page <= maxPages; page++) {
    const query = `?per_page=${pageSize}&page=${page}`
    const list = await lookUp(options, query, (data) => (Array.isArray(data) ? data : undefined))
    if (list.kind !== 'found') return list
    releases.push(...list.value.flatMap((data) => parseRelease(data) ?? []))
    if (list.value.length < pageSize) break
  }
  return { kind: 'found', value: releases.filter(({ isStable }) => isStable) }
}

async function lookUp<T>(
  options: Options,
  path: string,
  parse: (data: unknown) => T | undefined,
): Promise<LookUp<T>> {
  const { cli, githubApiUrl, githubToken: token } = options
  if (githubApiUrl === '') return { kind: 'off' }
  const url = `${githubApiUrl}/repos/${distributions[cli].repository}/releases${path}`
  const accept = 'application/vnd.github+json'
  const headers = token === '' ? { accept } : { accept, authorization: `Bearer ${token}` }
  const request = { ...options, headers }
  try {
    const body = await get(url, request, ({ body }) => text(limited(body, maxMetadataBytes)))
    const value = parse(JSON.parse(body))
    if (value === undefined) throw new Error('what it sent describes no release')
    return { kind: 'found', value }
  } catch (error) {
    const { statusCode: status, message } = error as NetworkError
    const why = error instanceof SyntaxError ? 'what it sent is not JSON' : message
    return { kind: 'unreadable', why: why.replace(/\.$/, ''), status }
  }
}

const maxMetadataBytes = 16 * 1024 * 1024

function parseRelease(data: unknown): Metadata | undefined {
  const fields = Object(data) as Readonly<Record<string, unknown>>
  const { tag_name: tag, assets, draft, prerelease } = fields
  if (!isTag(tag) || !Array.isArray(assets)) return undefined
  const isStable = !draft && !prerelease
  return { tag, isStable, assets: new Map(assets.slice(0, maxAssets).flatMap(parseAsset)) }
}

// Only texts: the memory may not hold all that a server can send in their place in the pages of a list.
function parseAsset(data: unknown): readonly (readonly [name: string, digest: string])[] {
  const { name, digest } = Object(data) as Readonly<Record<string, unknown>>
  return typeof name === 'string' ? [[name, typeof digest === 'string' ? digest : '']] : []
}
