// A self-hosted machine of which a test sees everything: nektos/act runs whole workflows on it, without
// Docker. It has a home that belongs to a person, a tool cache, and one directory for each job. What a job
// left there after its last post is kept, so that it can be looked at.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { parse as parseYaml, stringify } from 'yaml'
import { tool } from '../../scripts/tools.ts'
import { type Annotation, holders, interpret } from '../runner.ts'

/** A workflow, and the event that starts it. */
export interface Start {
  /** The workflow's file, absolute. */
  readonly workflow: string
  /** The files that a checkout gets. */
  readonly checkout: string
  /** What the runner downloads for `OWNER/choreo-login@v1`. */
  readonly download: string
  readonly event?: string
  readonly payload?: object
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** More variables of the machine. */
  readonly env?: Readonly<Record<string, string>>
  /** A directory of programs that come before those of the system. */
  readonly bin?: string
  /** The host of a GitHub Enterprise Server. */
  readonly server?: string
  /** Cancels the run as soon as this is printed. */
  readonly cancelAt?: string
}

export type Result = 'success' | 'failure'

/** How a workflow ended. */
export interface Run {
  readonly exitCode: number | null
  /** By the job's id; jobs that were skipped are missing. A matrix succeeds when all of it does. */
  readonly jobs: Readonly<Record<string, Result>>
  /** The steps that ran, in order, as `Main Deploy: success`. */
  readonly steps: readonly string[]
  /** The lines that a reader of the log sees: no commands. */
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  /** The outputs of steps with an id. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly summary: string
  /** All that act printed, without the lines that register masks. */
  readonly printed: string
}

export type Machine = ReturnType<typeof startMachine>

export function startMachine() {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-machine-'))
  const home = join(directory, 'home')
  const kept = join(directory, 'kept')
  // Somebody works on this machine, and is logged in with another account.
  mkdirSync(join(home, '.choreo'), { recursive: true })
  mkdirSync(kept)
  writeFileSync(join(home, '.choreo', 'credentials.json'), '{"account":"somebody"}\n')
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = Somebody\n')
  return {
    directory,
    home,
    run: (start: Start) => run(start, { directory, home, kept }),
    /** The names in the temporary directory of each job that ran, after its last post. */
    left: () => readdirSync(kept).map((job) => readdirSync(join(kept, job, 'tmp'))),
    /** The files that hold a text. */
    holders: (text: string) => holders(directory, text),
    /** The files in its home, with their content. act makes empty directories of its own there. */
    homeNow: (): Readonly<Record<string, string>> =>
      Object.fromEntries(
        readdirSync(home, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path.slice(home.length), readFileSync(path, 'utf8')]),
      ),
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}

type Places = Readonly<Record<'directory' | 'home' | 'kept', string>>

async function run(start: Start, places: Places): Promise<Run> {
  // Secrets reach act through a file that only this user can read, and that does not stay.
  const aside = mkdtempSync(join(tmpdir(), 'choreo-login-secrets-'))
  const file = (name: string, content: string): string => {
    writeFileSync(join(aside, name), content, { mode: 0o600 })
    return join(aside, name)
  }
  const { directory, home, kept } = places
  const env = {
    PATH: [start.bin, dirname(process.execPath), process.env['PATH']].filter(Boolean).join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    WITNESS_DIRECTORY: kept,
    ...start.env,
  }
  try {
    const args = argumentsOf(start, directory, file)
    const child = spawn(tool('act'), args, { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const { exitCode, printed } = await end(child, start.cancelAt)
    return { exitCode, ...read(printed) }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function argumentsOf(
  start: Start,
  directory: string,
  file: (name: string, content: string) => string,
): string[] {
  const { event = 'push', payload = {}, server = 'github.com' } = start
  // With a token, act does not ask GitHub's own CLI for one.
  const secrets = { GITHUB_TOKEN: 'token-of-the-job-itself', ...start.secrets }
  const workflow = file('workflow.yml', witnessed(start.workflow))
  return [
    event,
    ...['--workflows', workflow, '--directory', start.checkout, '--actor', 'octo'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--platform', 'self-hosted=-self-hosted'],
    ...['--secret-file', file('secrets', variables(secrets))],
    ...['--var-file', file('vars', variables(start.vars ?? {})), '--env-file', file('env', '')],
    ...['--eventpath', file('event.json', JSON.stringify(payload))],
    ...['--action-cache-path', join(directory, 'work'), '--no-cache-server', '--pull=false'],
    ...['--action-offline-mode', '--local-repository', `OWNER/choreo-login@v1=${start.download}`],
    ...['--local-repository', `${witness}=${join(import.meta.dirname, 'witness')}`],
    ...['--github-instance', server, '--json'],
  ]
}

// Shorter than what a test may take.
const longestMs = 50_000

async function end(child: ChildProcessByStdio<null, Readable, Readable>, cancelAt?: string) {
  const timer = setTimeout(() => child.kill(), longestMs)
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  let isCancelled = cancelAt === undefined
  child.stdout.on('data', (bytes: Buffer) => {
    stdout.push(bytes)
    if (!isCancelled && bytes.includes(cancelAt ?? '')) isCancelled = child.kill('SIGINT')
  })
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  clearTimeout(timer)
  return { exitCode, printed: `${Buffer.concat(stdout)}\n${Buffer.concat(stderr)}` }
}

const witness = 'WITNESS/choreo-login@v1'

/** Puts a step in front of each job, whose post sees what all others left. */
function witnessed(workflow: string): string {
  const parsed = parseYaml(readFileSync(workflow, 'utf8')) as {
    readonly jobs: Readonly<Record<string, { readonly steps?: object[] }>>
  }
  for (const { steps } of Object.values(parsed.jobs)) steps?.unshift({ uses: witness })
  return stringify(parsed)
}

// Written as shells do, because that is how act reads it.
function variables(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('')
}

/** What act tells in one line of JSON; much more is in it. */
interface Told {
  readonly msg: string
  readonly jobID?: string
  readonly jobResult?: Result
  readonly step?: string
  readonly stepID?: readonly string[]
  readonly stage?: string
  readonly stepResult?: string
  readonly raw_output?: boolean
  /** A command of a step, as it was printed. */
  readonly raw?: string
  readonly command?: string
  readonly name?: string
  readonly arg?: string
  readonly content?: string
}

function read(text: string): Omit<Run, 'exitCode'> {
  const lines = text.split('\n').filter((line) => line !== '')
  const told = lines.map(parse)
  const jobs: Record<string, Result> = {}
  const outputs: Record<string, Record<string, string>> = {}
  for (const { jobID, jobResult, command, stepID, name, arg } of told) {
    if (jobID !== undefined && jobResult !== undefined) {
      jobs[jobID] = jobs[jobID] === 'failure' ? 'failure' : jobResult
    }
    if (command === 'set-output' && name !== undefined) {
      const id = stepID?.at(-1) ?? ''
      outputs[id] = { ...outputs[id], [name]: arg ?? '' }
    }
  }
  const printedBySteps = told.map(({ raw_output, raw, msg }) => raw ?? (raw_output ? msg : ''))
  return {
    jobs,
    outputs,
    ...interpret(printedBySteps.map((line) => line.replace(/\r?\n$/, '')).join('\n')),
    steps: told
      .filter(({ stepResult, stage }) => stepResult !== undefined && stage !== undefined)
      .filter(({ step }) => step !== witness)
      .map(({ stage, step, stepResult }) => `${stage} ${step}: ${stepResult}`),
    summary: told.map(({ command, content }) => (command === 'summary' ? content : '')).join(''),
    printed: lines.filter((line) => parse(line).command !== 'add-mask').join('\n'),
  }
}

function parse(line: string): Told {
  try {
    return JSON.parse(line) as Told
  } catch {
    return { msg: line }
  }
}
