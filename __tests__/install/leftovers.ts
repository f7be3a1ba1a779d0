// What an installation leaves in the tool cache, and a failed one does not.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from '../runner.ts'

/** Lists every file and directory in a job's tool cache and temporary directory, sorted. */
export function leftovers(job: Job): string[] {
  return [job.toolCache, job.temp]
    .flatMap((directory) => readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    .toSorted()
}

/** Lists the archives in the tool cache of a job, with absolute paths. */
export function archivesIn({ toolCache }: Job): string[] {
  if (!existsSync(toolCache)) return []
  return readdirSync(toolCache, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.startsWith('choreo-cli-'))
    .map(({ parentPath, name }) => join(parentPath, name))
}

/** The digest of a file's content, in hexadecimal. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
