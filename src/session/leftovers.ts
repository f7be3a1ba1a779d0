// Searches for leftover copies of the tokens where a login could have put them.
import { constants, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { encodingsOf } from '../token/token.ts'

/** The result of a search. */
export interface Search {
  /** The files that hold a token. */
  readonly found: readonly string[]
  /** How many files were read. */
  readonly files: number
  /** `false`: the search reached one of its bounds. */
  readonly isComplete: boolean
}

const timeoutMs = 2000
const maxEntries = 2000
const maxBytes = 64 * 1024 * 1024

/**
 * Searches for tokens, in every encoding: everywhere below the given directories, in the directories of the
 * job's command files, and at the top level of RUNNER_TEMP. Links are not followed.
 *
 * @param directories need not exist
 * @returns what was found within 2 s, 2,000 files and directories, and 64 MiB; larger files are skipped
 */
export function searchTokens(
  tokens: readonly string[],
  env: Environment,
  directories: readonly string[],
): Search {
  const needles = tokens.flatMap(encodingsOf).map((form) => Buffer.from(form))
  const deadline = process.uptime() * 1000 + timeoutMs
  const found: string[] = []
  let [entries, files, bytes] = [0, 0, 0]
  let isComplete = true
  for (const path of filesIn(env, directories)) {
    if (++entries > maxEntries || process.uptime() * 1000 > deadline) {
      return { found, files, isComplete: false }
    }
    if (path === undefined) continue
    const size = orUndefined(() => statSync(path).size) ?? 0
    if (bytes + size > maxBytes) {
      isComplete = false
      continue
    }
    bytes += size
    const content = orUndefined(() => readFileSync(path, { flag: flags }))
    if (content === undefined) continue
    files++
    if (needles.some((needle) => content.includes(needle))) found.push(path)
  }
  return { found, files, isComplete }
}

// A file could be replaced by a link or a pipe, which would lead elsewhere or never end.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const commandFiles = [
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
]

// One at a time: a directory can hold more than there is time for. A directory counts as undefined.
function* filesIn(env: Environment, directories: readonly string[]): Generator<string | undefined> {
  const commandDirectories = commandFiles.flatMap((name) => (env[name] ? [dirname(env[name])] : []))
  const shallow = [...commandDirectories, ...(env['RUNNER_TEMP'] ? [env['RUNNER_TEMP']] : [])]
  for (const directory of new Set(directories)) yield* below(directory, true)
  for (const directory of new Set(shallow)) yield* below(directory, false)
}

function* below(directory: string, isDeep: boolean): Generator<string | undefined> {
  const entries = orUndefined(() => readdirSync(directory, { withFileTypes: true })) ?? []
  for (const entry of entries) {
    const path = join(directory, entry.name)
    if (entry.isFile()) yield path
    if (!entry.isDirectory()) continue
    yield undefined
    if (isDeep) yield* below(path, true)
  }
}
