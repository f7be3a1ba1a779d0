// A substitute for GitHub's CLI, as far as the workflows of this repository use it. This file is also the
// program: what GitHub would hold is in a file, which every call reads and writes, and in a bare repository.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'

export interface Release {
  readonly tagName: string
  readonly isDraft: boolean
  readonly isPrerelease: boolean
  readonly immutable: boolean
  readonly notes: string
  /** The contents of its files in Base64, by name. */
  readonly assets: Record<string, string>
}

/** What GitHub holds. */
interface GitHub {
  releases: readonly Release[]
  /** The path of its bare repository. */
  readonly repository: string
  /** What the attestation of the release says: ref, commit and workflow. */
  readonly attested: string
  /** The open issues. */
  readonly issues: readonly { readonly number: number }[]
  /** The jobs of a run, as `gh run view` gets them. */
  readonly jobs: readonly object[]
  readonly calls: string[]
  /** The call that fails, from 1 on: before it has an effect, or after, as when the response is lost. */
  readonly failure: { readonly before?: number; readonly after?: number }
}

/** Writes `gh` into a directory. Returns functions that change and read what GitHub holds. */
export function installGitHubCli(directory: string) {
  const file = join(directory, 'github.json')
  // The cache halves the time of a call.
  const script = `#!/bin/sh
export NODE_COMPILE_CACHE='${directory}/compiled'
exec '${process.execPath}' '${import.meta.filename}' '${file}' "$@"
`
  writeFileSync(join(directory, 'gh'), script, { mode: 0o755 })
  const nothing = {
    releases: [],
    repository: '',
    attested: '',
    issues: [],
    jobs: [],
    calls: [],
    failure: {},
  }
  return {
    /** Replaces all that GitHub holds. */
    hold: (held: Partial<GitHub>) => writeFileSync(file, JSON.stringify({ ...nothing, ...held })),
    held: () => JSON.parse(readFileSync(file, 'utf8')) as GitHub,
  }
}

const string = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  ...{ draft: flag, 'verify-tag': flag, title: string, 'notes-file': string, clobber: flag },
  ...{
    limit: string,
    'exclude-drafts': flag,
    'exclude-pre-releases': flag,
    json: string,
    jq: string,
  },
  ...{ repo: string, 'source-ref': string, 'source-digest': string, 'signer-workflow': string },
  ...{ paginate: flag, silent: flag, method: string, state: string, search: string },
  ...{ comment: string, 'body-file': string, field: { ...string, short: 'F', multiple: true } },
  'raw-field': { ...string, short: 'f', multiple: true },
} as const
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** Makes a call, and prints its result. */
function run(file: string, args: string[]): void {
  const github = JSON.parse(readFileSync(file, 'utf8')) as GitHub
  const call = github.calls.push(args.join(' '))
  writeFileSync(file, JSON.stringify(github))
  if (call === github.failure.before) throw new Error('HTTP 403')
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const result = resultOf(positionals, values, github)
  writeFileSync(file, JSON.stringify(github))
  if (call === github.failure.after) throw new Error('connection reset')
  if (values.jq === undefined) return
  const input = JSON.stringify(result)
  execFileSync('jq', ['-r', values.jq], { input, stdio: ['pipe', 'inherit', 'inherit'] })
}

/** Throws when GitHub would refuse the call, or when no workflow makes it. */
function resultOf([group, ...words]: readonly string[], values: Values, github: GitHub): unknown {
  if (group === 'release') return release(words, values, github)
  if (group === 'api') return api(words[0] ?? '', values, github)
  if (group === 'issue') return github.issues
  if (group === 'run') return { jobs: github.jobs }
  if (group !== 'attestation') throw new Error(`unknown command ${group}`)
  const asked = [values['source-ref'], values['source-digest'], values['signer-workflow']].join(' ')
  if (asked !== github.attested) throw new Error('verification failed')
  return undefined
}

function release(words: readonly string[], values: Values, github: GitHub): unknown {
  const [command, tagName = '', ...files] = words
  const {
    draft = false,
    'exclude-drafts': noDrafts,
    'exclude-pre-releases': noPrereleases,
  } = values
  if (command === 'list') {
    return github.releases.filter(
      (one) => !(one.isDraft && noDrafts) && !(one.isPrerelease && noPrereleases),
    )
  }
  const notes = () => readFileSync(values['notes-file'] ?? '', 'utf8')
  if (command === 'create') {
    const state = { isDraft: draft, isPrerelease: false, immutable: false }
    github.releases = [...github.releases, { tagName, ...state, notes: notes(), assets: {} }]
    return undefined
  }
  const [found, ...others] = github.releases.filter((one) => one.tagName === tagName)
  if (found === undefined || others.length > 0) throw new Error('not one release')
  if (command === 'view') return { url: `https://github.com/octo/login/releases/tag/${tagName}` }
  if (command === 'edit') return Object.assign(found, { notes: notes() })
  for (const path of files) {
    if (basename(path) in found.assets && !values.clobber) throw new Error('exists')
    found.assets[basename(path)] = readFileSync(path, 'base64')
  }
  return undefined
}

function api(path: string, values: Values, { releases, repository }: GitHub): unknown {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim()
  const { ref, sha = '' } = Object.fromEntries(new URLSearchParams(values['raw-field']?.join('&')))
  const [, route = '', name = ''] =
    /^(releases\/tags|git\/matching-refs|compare|git\/refs)\/?(.*)$/.exec(
      path.replace('repos/octo/login/', ''),
    ) ?? []
  const refs = new Map(
    git('for-each-ref', '--format=%(refname) %(objectname)')
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  )
  switch (`${values.method ?? 'GET'} ${route}`) {
    case 'GET releases/tags':
      return releases.find(({ tagName }) => tagName === name)
    case 'GET git/matching-refs':
      return [...refs].flatMap(([ref, sha]) =>
        ref.startsWith(`refs/${name}`) ? { ref, object: { sha } } : [],
      )
    case 'GET compare':
      return { status: compare(git, name) }
    case 'PATCH git/refs':
      if (!refs.has(`refs/${name}`) || !values.field?.includes('force=true'))
        throw new Error('HTTP 422')
      return pointTo(git, `refs/${name}`, sha)
    case 'POST git/refs':
      if (ref === undefined || refs.has(ref)) throw new Error('HTTP 422')
      return pointTo(git, ref, sha)
    default:
      throw new Error(`unknown path ${path}`)
  }
}

type Git = (...args: readonly string[]) => string

/** https://docs.github.com/rest/commits/commits#compare-two-commits */
function compare(git: Git, range: string): 'ahead' | 'behind' | 'diverged' | 'identical' {
  const [behind, ahead] = git('rev-list', '--left-right', '--count', range).split('\t').map(Number)
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind'
  return behind === 0 ? 'ahead' : 'diverged'
}

/** A token of GitHub Actions brings no workflows that differ from those of the tip of every branch. */
function pointTo(git: Git, ref: string, sha: string): undefined {
  const workflowsOf = (commit: string): string => git('rev-parse', `${commit}:.github/workflows`)
  const tips = git('for-each-ref', '--format=%(objectname)', 'refs/heads').split('\n')
  if (!tips.map(workflowsOf).includes(workflowsOf(sha))) throw new Error('HTTP 403')
  git('update-ref', ref, sha)
  return undefined
}

if (import.meta.main) run(process.argv[2] ?? '', process.argv.slice(3))
