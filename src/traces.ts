// The proof: after a session is gone, nothing that it could have reached holds the token.
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { forms } from './token.ts'

/** What a search found. */
export interface Traces {
  readonly paths: readonly string[]
  /** Whether the search came to its end within its bounds. */
  readonly isComplete: boolean
}

const longestMs = 2000
const mostFiles = 2000
const mostBytes = 64 * 1024 * 1024
const deepest = 4

/**
 * Looks for tokens, in every form, in the files that take commands for the runner, in the temporary
 * directory's top level, and in whole directories.
 *
 * @param env the environment of the step, for the places of the runner's files
 * @param directories searched with what is below them; they need not exist
 * @returns the files that hold a token; the search ends after 2 s, 2,000 files or 64 MiB
 */
export async function findTraces(
  tokens: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  directories: readonly string[],
): Promise<Traces> {
  const needles = tokens.flatMap(forms).map((form) => Buffer.from(form))
  const deadline = Date.now() + longestMs
  const paths: string[] = []
  let files = 0
  let bytes = 0
  for await (const path of candidates(env, directories)) {
    if (needles.length === 0) break
    if (Date.now() > deadline || ++files > mostFiles || bytes > mostBytes) {
      return { paths, isComplete: false }
    }
    const content = await read(path, mostBytes - bytes)
    bytes += content.length
    if (needles.some((needle) => content.includes(needle))) paths.push(path)
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

async function* candidates(
  env: Readonly<Record<string, string | undefined>>,
  directories: readonly string[],
): AsyncGenerator<string> {
  const near = [...commandFiles.map((name) => env[name]), join(env['RUNNER_TEMP'] ?? '', 'any')]
  const flat = near.filter((path) => path !== undefined).map((path) => dirname(path))
  for (const directory of new Set(flat)) yield* filesIn(directory, 1)
  for (const directory of new Set(directories)) yield* filesIn(directory, deepest)
}

async function* filesIn(directory: string, depth: number): AsyncGenerator<string> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(directory, entry.name)
    if (entry.isFile()) yield path
    else if (entry.isDirectory() && depth > 1) yield* filesIn(path, depth - 1)
  }
}

// A file that cannot be read holds nothing that the same user could read.
async function read(path: string, most: number): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, most)))
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return Buffer.alloc(0)
  }
}
