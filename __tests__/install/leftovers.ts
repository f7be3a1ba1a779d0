// What an installation leaves in the tool cache, and a failed one does not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Ended, Job } from '../runner.ts'

/** Lists every file and directory in a job's tool cache and temporary directory, sorted. */
export function leftovers(job: Job): string[] {
  return [job.toolCache, job.temp]
    .flatMap((directory) => readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    .toSorted()
}

/** Expects a failure with one plain annotation and no leftovers. */
export function expectCleanFailure(job: Job, main: Ended, reason: RegExp, title = 'CLI not installed'): void {
  const message = expect.stringMatching(reason)
  expect(main.annotations).toEqual([{ level: 'error', title: `Choreo: ${title}`, message }])
  expect(main.annotations[0]?.message).not.toMatch(/\n|\bat .*:\d+:\d+|undefined|\[object|\.\./)
  expect(main).toMatchObject({ exitCode: 1, stderr: '', outputs: { authenticated: 'false' } })
  expect(main.outputs['cli-version']).toBeUndefined()
  expect(leftovers(job)).toEqual([])
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
