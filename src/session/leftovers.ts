// The proof: after a session is gone, nothing that it could have reached holds the token.
import { closeSync, opendirSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { orUndefined } from '../or-undefined.ts'
import { forms } from '../token/token.ts'

/** What a search found. */
export interface Traces {
  readonly paths: readonly string[]
  /** Whether the search came to its end within its bounds. */
  readonly isComplete: boolean
}

const longestMs = 2000
const mostEntries = 2000
const mostBytes = 64 * 1024 * 1024

/**
 * Looks for tokens, in every form, in the files that take commands for the runner, in the temporary
 * directory's top level, and in whole directories. Links are not followed.
 *
 * @param env the environment of the step, for the places of the runner's files
 * @param directories searched with what is below them; they need not exist
 * @returns the files that hold a token; the search ends after 2 s, 2,000 files and directories, or 64 MiB
 */
export function findTraces(
  tokens: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  directories: readonly string[],
): Traces {
  const needles = tokens.flatMap(forms).map((form) => Buffer.from(form))
  const deadline = process.uptime() * 1000 + longestMs
  const isOver = () => process.uptime() * 1000 > deadline
  const paths: string[] = []
  const buffer = Buffer.allocUnsafe(pieceBytes)
  let entries = 0
  let bytes = 0
  for (const { path, isFile } of candidates(env, directories)) {
    if (isOver() || ++entries > mostEntries) return { paths, isComplete: false }
    if (!isFile) continue
    for (const piece of piecesOf(path, buffer, longestOf(needles))) {
      bytes += piece.length
      if (isOver() || bytes > mostBytes) return { paths, isComplete: false }
      if (needles.some((needle) => piece.includes(needle))) {
        paths.push(path)
        break
      }
    }
  }
  return { paths, isComplete: true }
}

const commandFiles = [
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
]

interface Candidate {
  readonly path: string
  readonly isFile: boolean
}

function* candidates(
  env: Readonly<Record<string, string | undefined>>,
  directories: readonly string[],
): Generator<Candidate> {
  const near = [...commandFiles.map((name) => env[name]), join(env['RUNNER_TEMP'] ?? '', 'any')]
  const flat = near.filter((path) => path !== undefined).map((path) => dirname(path))
  for (const directory of new Set(flat)) yield* below(directory, false)
  for (const directory of new Set(directories)) yield* below(directory, true)
}

// One after the other, as they are read: a directory can hold more than there is time for.
function* below(directory: string, isDeep: boolean): Generator<Candidate> {
  const opened = orUndefined(() => opendirSync(directory))
  try {
    for (;;) {
      const entry = orUndefined(() => opened?.readSync())
      if (!entry) return
      const path = join(directory, entry.name)
      if (entry.isFile() || entry.isDirectory()) yield { path, isFile: entry.isFile() }
      if (entry.isDirectory() && isDeep) yield* below(path, true)
    }
  } finally {
    opened?.closeSync()
  }
}

const pieceBytes = 1024 * 1024

// Each piece begins with the end of the one before, for what lies across, and is good until the next one.
function* piecesOf(path: string, buffer: Buffer, overlap: number): Generator<Buffer> {
  const file = orUndefined(() => openSync(path, 'r'))
  if (file === undefined) return
  try {
    for (let kept = 0; ; ) {
      const bytesRead = orUndefined(() => readSync(file, buffer, kept, buffer.length - kept, null))
      if (!bytesRead) return
      const end = kept + bytesRead
      yield buffer.subarray(0, end)
      kept = Math.min(overlap, end)
      buffer.copyWithin(0, end - kept, end)
    }
  } finally {
    closeSync(file)
  }
}

function longestOf(needles: readonly Buffer[]): number {
  return Math.max(...needles.map(({ length }) => length), 1)
}
