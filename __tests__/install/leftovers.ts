// What an installation leaves in the tool cache, and a failed one does not.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from '../runner.ts'

/** Lists every file and directory in a job's tool cache and temporary directory, sorted. */
export function leftovers(job: Job): string[] {
  return [job.toolCache, job.temp]
    .flatMap((directory) => readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    .toSorted()
}

/** The files of an entry of the tool cache. */
export function entryOf({ toolCache }: Job, version = '1.2.33') {
  const directory = join(toolCache, 'choreo', version, process.arch)
  const [executable, record] = [join(directory, 'choreo'), join(directory, 'verified.json')]
  return { directory, executable, record, marker: `${directory}.complete` }
}

/** The verification record of an entry. */
export function recordOf(job: Job, version?: string): Record<string, string> {
  return JSON.parse(readFileSync(entryOf(job, version).record, 'utf8'))
}

/** The digest of a file's content, in hexadecimal. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
