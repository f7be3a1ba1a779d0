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
export function expectCleanFailure(job: Job, main: Ended, message: RegExp): void {
  expect(main.annotations).toEqual([
    { level: 'error', title: 'Choreo: CLI not installed', message: expect.stringMatching(message) },
  ])
  expect(main.annotations[0]?.message).not.toMatch(/\n|\bat .*:\d+:\d+|undefined|\[object|\.\./)
  expect(main).toMatchObject({ exitCode: 1, stderr: '', outputs: { authenticated: 'false' } })
  expect(main.outputs['cli-version']).toBeUndefined()
  expect(leftovers(job)).toEqual([])
}

/** The files of an entry of the tool cache. */
export function entryOf({ toolCache }: Pick<Job, 'toolCache'>, version = '1.2.33', cli = 'choreo') {
  const directory = join(toolCache, cli, version, process.arch)
  const [executable, record] = [join(directory, cli), join(directory, 'verified.json')]
  return { directory, executable, record, marker: `${directory}.complete` }
}

/** The verification record of an entry. */
export function recordOf(job: Job, version?: string, cli?: string): Record<string, string> {
  return JSON.parse(readFileSync(entryOf(job, version, cli).record, 'utf8'))
}
