// The scripts of workflow steps, run as a runner does with `shell: bash`.
import { spawnSync } from 'node:child_process'
import { parse } from 'yaml'
import { read } from './tracked-files.ts'

interface Workflow {
  readonly name: string
  readonly on: object | string
  readonly defaults?: { readonly run: { readonly shell: string } }
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly name?: string
  readonly if?: string
  readonly container?: object | string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}

/** Lists the steps of all jobs. */
export function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps)
}

/** Reads a workflow. The path is relative to the root of the repository. */
export function workflow(path: string): Workflow {
  return parse(read(path)) as Workflow
}

/**
 * Runs the script of a step in a directory. Programs in that directory come before all others.
 *
 * @throws Error when no step has the name, or when the workflow does not name bash as its shell: only then
 * does the runner add `-o pipefail`
 */
export function runStep(path: string, step: string, directory: string, env: NodeJS.ProcessEnv) {
  const parsed = workflow(path)
  if (parsed.defaults?.run.shell !== 'bash')
    throw new Error(`${path} does not name bash as its shell.`)
  const script = stepsOf(parsed).find(({ name }) => name === step)?.run
  if (script === undefined) throw new Error(`${path} has no step "${step}" with a script.`)
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: directory,
    env: { PATH: `${directory}:${process.env['PATH']}`, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  })
}
