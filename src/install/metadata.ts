// What GitHub's API, or a mirror of it, says about releases.
// https://docs.github.com/en/rest/releases/releases
import { text } from 'node:stream/consumers'
import { distributions } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { NetworkError } from '../network/errors.ts'
import { type GetOptions, get } from '../network/get.ts'
import { isTag } from './version.ts'

export type LookUpOptions = GetOptions & Pick<Inputs, 'cli' | 'githubApiUrl' | 'githubToken'>

/** What a look-up found. */
export type LookUp<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** There is no API. */
  | { readonly kind: 'off' }

/** A release as the API describes it. */
export interface Metadata {
  readonly tag: string
  readonly isStable: boolean
  /** The digests as they are written, by the names of the assets. */
  readonly assets: ReadonlyMap<string, unknown>
}

/** Looks a release up: `latest`, or `tags/v1.2.33`. */
export function lookUpRelease(options: LookUpOptions, path: string): Promise<LookUp<Metadata>> {
  return lookUp(options, `/${path}`, parseRelease)
}

const pageSize = 100
const maxPages = 30

/** Looks up all releases that are neither drafts nor pre-releases. */
export async function listReleases(options: LookUpOptions): Promise<LookUp<readonly Metadata[]>> {
  const releases: Metadata[] = []
  for (let page = 1; page <= maxPages; page++) {
    const list = await lookUp(options, `?per_page=${pageSize}&page=${page}`, parseList)
    if (list.kind !== 'found') return list
    releases.push(...list.value.map(parseRelease).filter((release) => release !== undefined))
    if (list.value.length < pageSize) break
  }
  return { kind: 'found', value: releases.filter(({ isStable }) => isStable) }
}

async function lookUp<T>(
  options: LookUpOptions,
  path: string,
  parse: (data: unknown) => T | undefined,
  token = options.githubToken,
): Promise<LookUp<T>> {
  if (options.githubApiUrl === '') return { kind: 'off' }
  const url = `${options.githubApiUrl}/repos/${distributions[options.cli].repository}/releases${path}`
  const accept = 'application/vnd.github+json'
  const headers = token === '' ? { accept } : { accept, authorization: `Bearer ${token}` }
  const request = { ...options, headers, maxBytes: 16 * 1024 * 1024 }
  try {
    const body = await get(
      url,
      token === '' ? request : { ...request, finalStatus: 403 },
      (response) => text(response.body),
    )
    const value = parse(JSON.parse(body))
    return value === undefined
      ? { kind: 'unreadable', why: 'what it sent describes no release' }
      : { kind: 'found', value }
  } catch (error) {
    if (options.cancelled.aborted) throw error
    const { statusCode = 0, message } = error as NetworkError
    // The token of a GitHub Enterprise Server is not valid at github.com, where reading needs none.
    if (token !== '' && [401, 403, 404].includes(statusCode)) {
      return lookUp(options, path, parse, '')
    }
    if (statusCode === 404) return { kind: 'missing' }
    return {
      kind: 'unreadable',
      why: error instanceof SyntaxError ? 'what it sent is not JSON' : message,
    }
  }
}

function parseList(data: unknown): readonly unknown[] | undefined {
  return Array.isArray(data) ? data : undefined
}

function parseRelease(data: unknown): Metadata | undefined {
  const {
    tag_name: tag,
    draft,
    prerelease,
    assets,
  } = (data ?? {}) as Readonly<Record<string, unknown>>
  if (!isTag(tag) || !Array.isArray(assets)) return undefined
  const named = assets.map((asset): [unknown, unknown] => [asset?.name, asset?.digest])
  if (!named.every((asset): asset is [string, unknown] => typeof asset[0] === 'string'))
    return undefined
  return { tag, isStable: !draft && !prerelease, assets: new Map(named) }
}
