// A self-hosted machine of which a test sees everything: nektos/act runs whole workflows on it, without
// Docker. It has a home that belongs to a person, a tool cache, and one directory for each job. What a job
// left there after its last post is kept, so that it can be looked at.
import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stringify } from 'yaml'
import { tool } from '../../scripts/tools.ts'
import { holders, interpret } from '../runner.ts'
import type { Repository } from './repository.ts'

/** A workflow, and the event that starts it. */
export interface Start {
  readonly workflow: object & {
    readonly jobs: Readonly<Record<string, object & { readonly steps?: readonly object[] }>>
  }
  readonly event?: string
  readonly payload?: object
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** More variables of the machine. */
  readonly env?: Readonly<Record<string, string>>
  /** The host of a GitHub Enterprise Server. */
  readonly server?: string
  /** Cancels the run as soon as this is printed. */
  readonly cancelAt?: string
}

export type Machine = ReturnType<typeof startMachine>

/** How a workflow ended. */
export type Run = Awaited<ReturnType<Machine['run']>>

export function startMachine(repository: Repository) {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-machine-'))
  const [home, kept, bin] = [
    join(directory, 'home'),
    join(directory, 'kept'),
    join(directory, 'bin'),
  ]
  for (const place of [join(home, '.choreo'), kept, bin]) mkdirSync(place, { recursive: true })
  // Somebody works on this machine, and is logged in with another account.
  writeFileSync(join(home, '.choreo', 'credentials.json'), '{"account":"somebody"}\n')
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = Somebody\n')
  const file = (name: string, content: string, mode = 0o600): string => {
    writeFileSync(join(directory, name), content, { mode })
    return join(directory, name)
  }
  return {
    directory,
    home,
    run: async (start: Start) => {
      const { event = 'push', payload = {}, server = 'github.com' } = start
      const args = [
        ...[event, '--eventpath', file('event.json', JSON.stringify(payload)), '--actor', 'octo'],
        ...['--workflows', file('workflow.yml', witnessed(start.workflow))],
        ...['--platform', 'ubuntu-latest=-self-hosted', '--platform', 'self-hosted=-self-hosted'],
        // With a token, act does not ask GitHub's own CLI for one.
        ...options('--secret', { GITHUB_TOKEN: 'token-of-the-job-itself', ...start.secrets }),
        ...options('--var', start.vars ?? {}),
        ...['--action-cache-path', join(directory, 'work'), '--no-cache-server', '--pull=false'],
        ...[
          '--action-offline-mode',
          '--local-repository',
          `OWNER/choreo-login@v1=${repository.download}`,
        ],
        ...options('--local-repository', replacements),
        ...['--github-instance', server, '--directory', repository.checkout, '--json'],
      ]
      const PATH = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter)
      const env = { PATH, HOME: home, LANG: 'C.UTF-8', WITNESS_DIRECTORY: kept, ...start.env }
      return runAct(args, { cwd: directory, env }, start.cancelAt)
    },
    /** Writes a program that comes before the others on PATH. */
    addProgram: (name: string, script: string) =>
      file(`bin/${name}`, `#!/bin/sh\n${script}\n`, 0o755),
    /** The names in the temporary directory of each job that ran, after its last post. */
    left: () => readdirSync(kept).map((job) => readdirSync(join(kept, job, 'tmp'))),
    /** The files that hold a text. */
    holders: (needle: string) => holders(directory, needle),
    /** The files in its home, with their content. act makes empty directories of its own there. */
    homeNow: () => {
      const paths = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) =>
        join(home, name),
      )
      const files = paths.filter((path) => lstatSync(path).isFile())
      return new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))
    },
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}

const witness = 'WITNESS/choreo-login@v1'

/** What workflows use instead of actions from elsewhere. */
const replacements = {
  [witness]: join(import.meta.dirname, 'witness'),
  ...Object.fromEntries(
    [
      'auth@7c6bc770dae815cd3e89ee6cdf493a5fab2cc093',
      'get-secretmanager-secrets@bc9c54b29fdffb8a47776820a7d26e77b379d262',
    ].map((action) => [
      `google-github-actions/${action}`,
      join(import.meta.dirname, 'secrets-manager'),
    ]),
  ),
}

/**
 * Puts a step in front of each job, whose post sees what all others left. Without Docker, jobs run on the
 * machine instead of in their containers.
 */
function witnessed({ jobs, ...rest }: Start['workflow']): string {
  const changed = Object.entries(jobs).map(([id, { steps, ...job }]) => {
    const more = steps && { container: undefined, steps: [{ uses: witness }, ...steps] }
    return [id, { ...job, ...more }]
  })
  return stringify({ ...rest, jobs: Object.fromEntries(changed) })
}

function options(name: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([key, value]) => [name, `${key}=${value}`])
}

async function runAct(
  args: readonly string[],
  at: Pick<SpawnOptions, 'cwd' | 'env'>,
  cancelAt?: string,
) {
  // Shorter than what a test may take.
  const child = spawn(tool('act'), args, {
    ...at,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 100_000,
  })
  const errors = text(child.stderr)
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
    if (cancelAt !== undefined && chunk.includes(cancelAt) && !child.killed) child.kill('SIGINT')
  })
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, ...read(`${printed}\n${await errors}`) }
}

/** What act tells in one line of JSON; much more is in it. */
interface Told {
  readonly msg?: string
  readonly jobID?: string
  readonly jobResult?: string
  readonly raw_output?: boolean
  /** A command of a step, as it was printed. */
  readonly raw?: string
  readonly command?: string
}

function read(output: string) {
  // Errors of act are plain text, and the last line of a run that was ended can be cut off.
  const parse = (line: string): Told => (/^\{.*\}$/.test(line) ? JSON.parse(line) : {})
  const told = output.split('\n').map((line) => ({ line, ...parse(line) }))
  /** By the job's id; jobs that were skipped are missing. A matrix succeeds when all of it does. */
  const jobs: Record<string, string> = {}
  for (const { jobID = '', jobResult } of told) {
    if (jobResult !== undefined && jobs[jobID] !== 'failure') jobs[jobID] = jobResult
  }
  const printedBySteps = told
    .flatMap(({ raw_output, raw, msg = '' }) => raw ?? (raw_output ? msg : []))
    // act tells a line with its end.
    .map((line) => line.replace(/\r?\n$/, ''))
  const { log, annotations } = interpret(printedBySteps.join('\n'))
  /** All that act printed, without the lines that register masks. */
  const printed = told.map(({ line, command }) => (command === 'add-mask' ? '' : line)).join('\n')
  return { jobs, log, annotations, printed }
}
