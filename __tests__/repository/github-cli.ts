// A substitute for GitHub's CLI, as far as the workflows of this repository use it. `gh` sends its arguments
// to this process, which holds what GitHub would hold.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

export interface Release {
  readonly tagName: string
  readonly isDraft: boolean
  readonly isPrerelease: boolean
  readonly immutable: boolean
  readonly notes: string
  /** The digests of its files, by name. */
  readonly assets: Readonly<Record<string, string>>
}

/** What GitHub holds; tests read and change it. */
export interface GitHub {
  releases: readonly Release[]
  refs: Readonly<Record<string, string>>
  /** What the attestation of the release says: ref, commit and workflow. */
  attested: string
  /** The number of the open issue. */
  issue?: number
  /** The jobs of a run, as `gh run view` gets them. */
  jobs: readonly object[]
}

export interface GitHubCli {
  readonly github: GitHub
  readonly calls: string[]
  /** The call that fails, from 1 on: before it has an effect, or after, as when the response is lost. */
  failure?: { readonly call: number; readonly when: 'before' | 'after' }
  close(): void
}

/** Writes `gh` into a directory, and starts what is behind it. */
export async function startGitHubCli(directory: string): Promise<GitHubCli> {
  const github: GitHub = { releases: [], refs: {}, attested: '', jobs: [] }
  const calls: string[] = []
  const server = createServer(async (request, response) => {
    const sent = (await text(request)).split('\0').slice(0, -1)
    const args = sent.slice(sent.indexOf('') + 1)
    const env = Object.fromEntries(sent.slice(0, sent.indexOf('')).map(pair))
    calls.push(args.join(' '))
    const { call, when } = cli.failure ?? {}
    try {
      if (call === calls.length && when === 'before') throw new Error('HTTP 502')
      const printed = run(args, env, github)
      if (call === calls.length) throw new Error('connection reset')
      response.end(printed)
    } catch (error) {
      response.writeHead(500).end(`${error}\n`)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const script = `#!/bin/sh\n{ env -0 && printf '\\0' && printf '%s\\0' "$@"; } | curl --silent --fail --data-binary @- ${url} || exit 1\n`
  writeFileSync(join(directory, 'gh'), script, { mode: 0o755 })
  const cli: GitHubCli = { github, calls, close: () => server.close() }
  return cli
}

const string = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  ...{ draft: flag, 'verify-tag': flag, title: string, 'notes-file': string, clobber: flag },
  ...{ limit: string, 'exclude-drafts': flag, 'exclude-pre-releases': flag, json: string, jq: string },
  ...{ repo: string, 'source-ref': string, 'source-digest': string, 'signer-workflow': string },
  ...{ paginate: flag, silent: flag, method: string, state: string, search: string },
  ...{ comment: string, 'body-file': string, field: { ...string, short: 'F', multiple: true } },
  'raw-field': { ...string, short: 'f', multiple: true },
} as const

/** Returns what a call prints. Throws when the real one would fail, or is not used by any workflow. */
function run(args: readonly string[], env: NodeJS.ProcessEnv, github: GitHub): string {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const result = call(positionals, values, github)
  if (values.jq === undefined || result === undefined) return ''
  const input = JSON.stringify(result)
  return execFileSync('jq', ['-r', values.jq], { input, env, encoding: 'utf8' })
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

function call([group, ...words]: readonly string[], values: Values, github: GitHub): unknown {
  if (group === 'release') return release(words, values, github)
  if (group === 'api') return api(words[0] ?? '', values, github)
  if (group === 'issue') return issue(words[0] ?? '', github)
  if (group === 'run') return { jobs: github.jobs }
  if (group !== 'attestation') throw new Error(`unknown command ${group}`)
  const asked = [values['source-ref'], values['source-digest'], values['signer-workflow']].join(' ')
  if (asked !== github.attested) throw new Error('verification failed')
  return undefined
}

function release(words: readonly string[], values: Values, github: GitHub): unknown {
  const [command, tagName = '', ...files] = words
  const isWanted = ({ isDraft, isPrerelease }: Release) =>
    !(isDraft && values['exclude-drafts']) && !(isPrerelease && values['exclude-pre-releases'])
  if (command === 'list') return github.releases.filter(isWanted)
  const notes = () => readFileSync(values['notes-file'] ?? '', 'utf8')
  if (command === 'create') {
    const draft = { tagName, isDraft: values.draft ?? false, notes: notes(), assets: {} }
    github.releases = [...github.releases, { ...draft, isPrerelease: false, immutable: false }]
    return undefined
  }
  const found = github.releases.filter((one) => one.tagName === tagName)
  const [one] = found
  if (one === undefined || found.length > 1) throw new Error('not one release')
  const change = (changes: Partial<Release>) => {
    if (one.immutable) throw new Error('the release is immutable')
    github.releases = github.releases.map((other) => (other === one ? { ...one, ...changes } : other))
  }
  if (command === 'view') return { url: `https://github.com/octo/login/releases/tag/${tagName}` }
  if (command === 'edit') return change({ notes: notes() })
  const added = files.map((path) => [basename(path), digestOf(path)] as const)
  if (!values.clobber && added.some(([name]) => name in one.assets)) throw new Error('exists')
  return change({ assets: { ...one.assets, ...Object.fromEntries(added) } })
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function api(path: string, values: Values, github: GitHub): unknown {
  const [, place = '', name = ''] = /^repos\/octo\/login\/([a-z/-]+?)(?:\/tags\/(.+))?$/.exec(path) ?? []
  const fields: Partial<Record<string, string>> = Object.fromEntries(
    [...(values['raw-field'] ?? []), ...(values.field ?? [])].map(pair),
  )
  const { ref = `refs/tags/${name}`, sha, force } = fields
  const route = `${values.method ?? 'GET'} ${place}`
  if (route === 'GET releases') {
    const found = github.releases.find(({ tagName, isDraft }) => tagName === name && !isDraft)
    if (found === undefined) throw new Error('HTTP 404')
    return found
  }
  if (route === 'GET git/matching-refs') {
    const matching = Object.keys(github.refs).filter((one) => one.startsWith(ref))
    return matching.map((one) => ({ ref: one }))
  }
  const isThere = ref in github.refs
  if (route !== (isThere ? 'PATCH git/refs' : 'POST git/refs') || (isThere && force !== 'true')) {
    throw new Error('HTTP 422')
  }
  github.refs = { ...github.refs, [ref]: sha ?? '' }
  return undefined
}

/** Splits `name=value`. */
function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

function issue(command: string, github: GitHub): unknown {
  if (command === 'list') return github.issue === undefined ? [] : [{ number: github.issue }]
  if (command === 'create') github.issue = 1
  if (command === 'close') delete github.issue
  return undefined
}
