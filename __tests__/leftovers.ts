// What an installation leaves: a failed one nothing, a successful one an entry of the tool cache.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Ended, Job } from './runner.ts'

/** Every file and directory in a job's tool cache and temporary directory, sorted. */
export function leftovers(job: Job): string[] {
  return [job.toolCache, job.temp]
    .flatMap((directory) => readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    .toSorted()
}

/** Expects a failure with one plain annotation, and nothing left of the download. */
export function expectCleanFailure(job: Job, main: Ended, message: RegExp): void {
  expect(main.annotations).toEqual([
    { level: 'error', title: 'Choreo: CLI not installed', message: expect.stringMatching(message) },
  ])
  expect(main.annotations[0]?.message).not.toMatch(/\n|\bat .*:\d+:\d+|undefined|\[object|\.\./)
  expect(main).toMatchObject({ exitCode: 1, stderr: '', outputs: { authenticated: 'false' } })
  expect(main.outputs['cli-version']).toBeUndefined()
  expect(leftovers(job)).toEqual([])
}

/** The files of one installed CLI. */
export function installed(job: Job, version = '1.2.33', cli = 'choreo') {
  const directory = join(job.toolCache, cli, version, process.arch)
  return { directory, executable: join(directory, cli), record: join(directory, 'verified.json') }
}

/** The record beside an installed CLI. */
export function recordOf(job: Job, version?: string, cli?: string): Record<string, string> {
  return JSON.parse(readFileSync(installed(job, version, cli).record, 'utf8'))
}
