// What has to hold for many runs alike, and what a test needs to look at processes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@jest/globals'
import { type Ended, holders, type Job } from './runner.ts'

/** Lists all that a step has left where others can read it, its masks aside. */
export function everything(...steps: readonly Ended[]): string {
  return JSON.stringify(
    steps.map(({ masks, stdout, ...rest }) => ({
      ...rest,
      stdout: stdout.replace(/^::add-mask::.*$/gm, ''),
    })),
  )
}

/** A login that failed: one annotation that explains, and nothing that should not be seen. */
export function expectRed(main: Ended, token: string): void {
  expect(main).toMatchObject({ exitCode: 1, signal: null, stderr: '', commands: [] })
  expect(main.annotations).toHaveLength(1)
  expect(main.annotations[0]?.level).toBe('error')
  expect(main.annotations[0]?.title).toMatch(/^[A-Z][\w ]{8,60}$/)
  expect(main.outputs['authenticated']).toBe('false')
  expect(main.stdout).not.toMatch(/^\s+at .*[:(]/m)
  expect(everything(main)).not.toContain(token)
}

/** A post that had nothing to do, or did it: green, at most one line, and nothing is left. */
export function expectClean(post: Ended, job: Job, token: string): void {
  expect(post).toMatchObject({ exitCode: 0, stderr: '', commands: [], annotations: [] })
  expect(post.log.length).toBeLessThanOrEqual(1)
  expect(everything(post)).not.toContain(token)
  expect(readdirSync(job.temp)).toEqual([])
  expect(readdirSync(job.home)).toEqual([])
  expect(holders(job.directory, token)).toEqual([])
}

/** Writes a CLI that is a shell script, outside of all that the runner empties. */
export function shellCli(job: Job, script: string, name = 'choreo'): string {
  const path = join(job.directory, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

/** Gives the processes of a job a mark of their own, by which `processesOf` finds them. */
export function mark(job: Job): void {
  job.env['RUNNER_TRACKING_ID'] = `github_${job.temp}`
}

/** Lists the processes of a marked job that live, with their command lines. Linux only. */
export function processesOf(job: Job): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(pid, 'environ').includes(`RUNNER_TRACKING_ID=github_${job.temp}\0`))
    .map((pid) => `${pid} ${read(pid, 'cmdline').replaceAll('\0', ' ')}`)
}

// Empty for a process that has ended, also while its parent has not noticed yet.
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return ''
  }
}

/** Waits until something is so, and fails when it does not become so in ten seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 10_000; !isSo(); await sleep(20)) {
    if (performance.now() > end) throw new Error(`This never became so: ${isSo}`)
  }
}
