// The scripts of workflow steps, run as a runner does with `shell: bash`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parse } from 'yaml'
import { root } from '../runner.ts'

export interface Workflow {
  readonly env?: object
  readonly defaults?: { readonly run: { readonly shell: string } }
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, JobDefinition>>
}

export interface JobDefinition {
  readonly name?: string
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly permissions?: object
  readonly 'timeout-minutes'?: number
  readonly steps: readonly {
    readonly name?: string
    readonly uses?: string
    readonly run?: string
    readonly with?: Readonly<Record<string, string>>
  }[]
}

/** Lists the steps of all jobs. */
export function stepsOf({ jobs }: Workflow): JobDefinition['steps'] {
  return Object.values(jobs).flatMap(({ steps }) => steps)
}

/** Reads a workflow. The path is relative to the root of the repository. */
export function workflow(path: string): Workflow {
  return parse(readFileSync(join(root, path), 'utf8')) as Workflow
}

/**
 * Returns the script of a step.
 *
 * @throws Error when no step has the name, or when the workflow does not name bash as its shell: only then
 * does the runner add `-o pipefail`
 */
export function scriptOf(path: string, step: string): string {
  const parsed = workflow(path)
  if (parsed.defaults?.run.shell !== 'bash') throw new Error(`${path} does not name bash as its shell.`)
  const script = stepsOf(parsed).find(({ name }) => name === step)?.run
  if (script === undefined) throw new Error(`${path} has no step "${step}" with a script.`)
  return script
}

/** Runs a script in a directory. Programs in that directory come before all others. */
export async function runScript(
  script: string,
  directory: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly stdout: string }> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: directory,
    env: { PATH: `${directory}:${process.env['PATH']}`, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { exitCode, stdout }
}
