// What has to hold for many jobs alike, and what a test needs to look at processes.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@jest/globals'
import { type Annotation, type Ended, holders, type Job, type StepOptions } from './runner.ts'

/** Writes a CLI that is a shell script, outside of all that the runner empties. Returns its path. */
export function shellCli(job: Job, script: string, name = 'choreo'): string {
  const path = join(job.directory, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

/** The start of a script that keeps the token in its home, as the worst CLI would. */
export const keeping = '[ "$1" != login ] || cat > "$HOME/kept"\n'

/** Returns everything that steps left where others can read it, without their masks. */
export function everything(...steps: readonly Ended[]): string {
  const unmasked = steps.map(({ masks, stdout, ...rest }) => [
    rest,
    stdout.replace(/^::add-mask::.*$/gm, ''),
  ])
  return JSON.stringify(unmasked)
}

/** Expects a main that failed with one annotation, and nowhere the token. Returns the annotation. */
export function expectFailure(main: Ended, token: string): Annotation {
  expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, signal: null, commands: [] })
  expect(main.annotations).toMatchObject([{ level: 'error' }])
  // The runner cuts a longer one, and the link at its end with it.
  expect(main.annotations[0]?.message.length).toBeLessThan(4096)
  expect(main.outputs['authenticated']).toBe('false')
  expect(main.stdout).not.toMatch(/^\s+at .*[:(]/m)
  expect(everything(main)).not.toContain(token)
  return main.annotations[0] as Annotation
}

type Inputs = Readonly<Record<string, string>> & { readonly token: string }

/** Runs main, and expects it to log in without an annotation, except that two logins use one command. */
export async function expectLogin(job: Job, inputs: Inputs, options?: StepOptions): Promise<Ended> {
  const main = await job.main(inputs, options)
  const success = { outcome: 'success', commands: [] }
  expect(main).toMatchObject({ ...success, outputs: { authenticated: 'true' } })
  const others = main.annotations.filter(({ title }) => title !== 'Choreo: Command used twice')
  expect(others).toEqual([])
  return main
}

/** Runs post, and expects it to remove everything. */
export async function expectLogout(
  job: Job,
  main: Ended,
  inputs: Inputs,
  options?: StepOptions,
): Promise<Ended> {
  const post = await job.post(main, inputs, options)
  expectClean(post, job, inputs.token)
  return post
}

/** Runs main and post, and expects a failed login that leaves nothing. Returns the annotation. */
export async function expectFailedLogin(
  job: Job,
  inputs: Inputs,
): Promise<Annotation & { readonly main: Ended }> {
  const main = await job.main(inputs)
  const error = expectFailure(main, inputs.token)
  expect(readdirSync(job.temp)).toEqual([])
  expect(await expectLogout(job, main, inputs)).toMatchObject({ log: [] })
  return { ...error, main }
}

/** Expects a post that succeeds in at most one line, and leaves no file and nowhere the token. */
function expectClean(post: Ended, job: Job, token: string): void {
  expect(post).toMatchObject({ outcome: 'success', commands: [], annotations: [] })
  expect(post.log.length).toBeLessThanOrEqual(1)
  expect(everything(post)).not.toContain(token)
  expect(readdirSync(job.temp)).toEqual([])
  expect(readdirSync(job.home)).toEqual([])
  expect(holders(job.directory, token)).toEqual([])
}

/** The line with which post closes a session. */
export const closed = /^Logged out, and removed the session of `[\w-]+`\.$/

/** Lists the living processes of a job, with their command lines. Linux only. */
export function processesOf({ temp }: Job): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(pid, 'environ').includes(`RUNNER_TRACKING_ID=github_${temp}\0`))
    .map((pid) => `${pid} ${read(pid, 'cmdline').replaceAll('\0', ' ')}`)
}

/** Ends the processes of a job, as the runner does at its end. */
export function endProcessesOf(job: Job): void {
  const pids = processesOf(job).map((found) => String(Number.parseInt(found, 10)))
  // Some may have ended by themselves.
  spawnSync('kill', ['-KILL', ...pids])
}

// Empty for a process that has ended, also while its parent has not noticed yet.
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return ''
  }
}

/** Waits until a condition holds. The limit is generous, because it only ends what would never end. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 60_000; !isSo(); await sleep(20)) {
    if (performance.now() > end) throw new Error(`This did not become true in time: ${isSo}`)
  }
}
