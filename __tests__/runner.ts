// A small runner: it runs main, later steps and post as GitHub's runner does, in a clean environment and
// with command files of their own, and keeps everything that they print. Its parts are in ./runner.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readKeyValues, readPaths, readSummary, readText, report } from './runner/command-files.ts'
import {
  asPassed,
  inputVariables,
  pathVariable,
  type StepKind,
  stateVariables,
  variablesOf,
} from './runner/environment.ts'
import { lineReader } from './runner/lines.ts'
import { type Annotation, shownAnnotations } from './runner/log.ts'
import type { Masks } from './runner/masks.ts'
import { readLines, withPath } from './runner/printed.ts'

export type { Annotation } from './runner/log.ts'
export { interpret } from './runner/printed.ts'

export const root = join(import.meta.dirname, '..')

type Described = Readonly<
  Record<string, { readonly description: string; readonly default?: string }>
>

/** Reads action.yml. */
export function metadata(directory = '.'): Readonly<Record<'inputs' | 'outputs', Described>> {
  return parse(readFileSync(join(root, directory, 'action.yml'), 'utf8'))
}

/** What a step printed and wrote, and what the runner made of it. */
export interface Ended {
  readonly exitCode: number | null
  readonly signal: string | null
  /** A bad line for the runner fails a step too, whatever its exit code is. */
  readonly outcome: 'success' | 'failure'
  readonly stdout: string
  readonly stderr: string
  /** What a reader of the log sees: both streams in their order, annotations too, `***` for masks. */
  readonly log: readonly string[]
  /** The annotations that reach a reader: with masks, cut, and at most ten of each level. */
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  /** The lines that the runner executed, other than annotations, masks and debug lines. */
  readonly commands: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  /** The directory of the session, from the outputs; or empty. */
  readonly session: string
  readonly state: Readonly<Record<string, string>>
  /** Markdown as the runner uploads it: with masks. */
  readonly summary: string
  /** What the command files hold, by the last part of their variable. */
  readonly commandFiles: Readonly<Record<CommandFile, string>>
  readonly milliseconds: number
}

const commandFiles = ['env', 'path', 'output', 'state', 'step_summary'] as const
type CommandFile = (typeof commandFiles)[number]

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Waits for a background step. Only then do its PATH and variables reach later steps. */
  wait(): Promise<Ended>
}

/** A job on a machine of its own, with everything that it can write below its directory. */
export type Job = ReturnType<typeof startJob>

type Environment = Readonly<Record<string, string | undefined>>

type Inputs = Readonly<Record<string, string>>
type Saved = Pick<Ended, 'state'>

export interface StepOptions {
  readonly env?: Environment | undefined
  /** Runs the step in the background (`background: true`): see `wait`. */
  readonly background?: boolean
  /** All steps of the action fail a test that print there, unless it is what the test looks at. */
  readonly mayPrintOnStandardError?: boolean
  readonly shell?: readonly string[]
  /** A command that starts the process, instead of the one of the job. */
  readonly through?: readonly string[]
}

export interface JobOptions {
  /** Another job, whose machine (home and tool cache) this job shares. */
  readonly on?: { readonly directory: string }
  readonly name?: string
  /** A command that starts each process of the job, for example as another user. */
  readonly through?: readonly string[]
}

/** Starts a job on a machine of its own, or on the machine of another job. */
export function startJob({ on, name = 'job', through = [] }: JobOptions = {}) {
  const directory = on?.directory ?? mkdtempSync(join(tmpdir(), 'choreo-login-test-'))
  const place = (part: string) => {
    mkdirSync(join(directory, part), { recursive: true })
    return join(directory, part)
  }
  const [temp, toolCache, home] = [place(`_temp-${name}`), place('_tool'), place('home')]
  // What the runner and its machine give each step.
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolCache,
    RUNNER_OS: 'Linux',
    RUNNER_TRACKING_ID: `github_${temp}`,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: directory,
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_RUNTIME_TOKEN: 'runtime-credential-of-the-runner',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'identity-credential-of-the-runner',
  }
  // What steps left for later ones: GITHUB_ENV, GITHUB_PATH, masks.
  const exported: Record<string, string> = {}
  let paths: readonly string[] = []
  const masks: Masks = new Set()
  let steps = 0

  function start(kind: StepKind, command: readonly string[], options: StepOptions): Running {
    const { env: own = {}, background = false } = options
    const isSilent = kind === 'action' && options.mayPrintOnStandardError !== true
    const base = place(`_files-${name}/step-${++steps}`)
    const file = (part: string) => join(base, part)
    for (const part of commandFiles) writeFileSync(file(part), '')
    const files = commandFiles.map((part) => [`GITHUB_${part.toUpperCase()}`, file(part)])
    const variables = { ...variablesOf(kind, env, exported), ...Object.fromEntries(files), ...own }
    const PATH = pathVariable(paths, variables['PATH'] ?? '')
    const began = performance.now()
    const [executable = '', ...args] = [...(options.through ?? through), ...command]
    const child = spawn(executable, args, {
      cwd: directory,
      env: asPassed({ ...variables, PATH }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed = { stdout: '', stderr: '' }
    // In the order of their arrival. A mask on one stream may come too late for the other.
    const lines: string[] = []
    for (const stream of ['stdout', 'stderr'] as const) {
      const reader = lineReader()
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
      child[stream].on('data', (bytes: Buffer) => {
        printed[stream] += decoder.decode(bytes, { stream: true })
        lines.push(...reader.read(bytes))
      })
      child[stream].on('end', () => lines.push(...reader.end()))
    }
    const end = async () => {
      const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null]
      const milliseconds = performance.now() - began
      const read = readLines(lines, { masks, env: variables })
      // A mask does not hold there yet: the reader might see what it hides.
      if (isSilent && printed.stderr !== '') {
        throw new Error(`The action printed on standard error: ${printed.stderr}`)
      }
      if (kind === 'script' && exitCode !== 0) {
        read.log.annotate('error', `Process completed with exit code ${exitCode}.`)
      }
      const written = {
        paths: readPaths(file('path'), read.paths),
        env: readKeyValues('env', file('env')),
        summary: readSummary(file('step_summary'), masks),
        state: readKeyValues('state', file('state')),
        output: readKeyValues('output', file('output')),
      }
      const additions = report(written.paths, read.log)
      const exports = { ...read.env, ...report(written.env, read.log) }
      const summary = report(written.summary, read.log)
      const state = { ...read.state, ...asPassed(report(written.state, read.log)) }
      const outputs = { ...read.outputs, ...report(written.output, read.log) }
      const hasFailed =
        exitCode !== 0 || read.hasFailed || Object.values(written).some((one) => one.hasFailed)
      const apply = () => {
        paths = additions.reduce(withPath, [...paths])
        Object.assign(exported, exports)
      }
      if (!background) apply()
      const ended: Ended = {
        ...{ exitCode, signal, ...printed, milliseconds, outputs, state, summary },
        ...{ masks: read.masks, commands: read.commands, log: read.log.lines },
        annotations: shownAnnotations(read.log),
        outcome: hasFailed ? 'failure' : 'success',
        session: outputs['session'] ?? '',
        commandFiles: Object.fromEntries(
          commandFiles.map((part) => [part, readRaw(file(part))]),
        ) as Ended['commandFiles'],
      }
      return { ended, apply }
    }
    const whole = end()
    const wait = async () => {
      const { ended, apply } = await whole
      if (background) apply()
      return ended
    }
    return { child, ended: whole.then(({ ended }) => ended), wait }
  }

  const action = (entry: string, inputs: Inputs, { env: own, ...more }: StepOptions = {}) =>
    start('action', [process.execPath, join(root, 'dist', entry, 'index.js')], {
      ...more,
      env: { ...asVariables(inputs), ...own },
    })
  const startMain = (inputs: Inputs, more?: StepOptions) => action('main', inputs, more)
  const startPost = ({ state }: Saved, inputs: Inputs, { env, ...more }: StepOptions = {}) => {
    return action('post', inputs, { env: { ...stateVariables(state), ...env }, ...more })
  }
  const startLogout = (session = '') => action('logout', { session })

  return {
    directory,
    temp,
    toolCache,
    home,
    env,
    /** Runs main with these inputs, and the defaults of action.yml for the others. */
    main: (inputs: Inputs, more?: StepOptions) => startMain(inputs, more).ended,
    startMain,
    /** Runs post as it follows a run of main. */
    post: (main: Saved, inputs: Inputs, more?: StepOptions) => startPost(main, inputs, more).ended,
    startPost,
    /** Runs the action of the early log-out, for all sessions or for one. */
    logout: (session?: string) => startLogout(session).ended,
    startLogout,
    /** Runs a script as a later step does. */
    step: (script: string, { shell = ['sh', '-e', '-c'], ...more }: StepOptions = {}) =>
      start('script', [...shell, script], more).ended,
    /** Empties RUNNER_TEMP, as the runner does at both ends of a job. */
    wipeTemp: () => {
      for (const entry of readdirSync(temp)) rmSync(join(temp, entry), { recursive: true })
    },
    remove: () => {
      // Only root can remove what is in a read-only directory.
      spawnSync('chmod', ['-R', 'u+rwX', directory])
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

// The runner resolves expressions; these jobs have no `github.token`.
const defaults = Object.fromEntries(
  Object.entries(metadata().inputs).map(([name, { default: value = '' }]) => {
    return [name, value.includes('${{') ? '' : value] as const
  }),
)

/** Returns the variables that give a step these inputs, and the defaults of action.yml for the others. */
export function asVariables(inputs: Inputs): Record<string, string> {
  return inputVariables(inputs, defaults)
}

// Empty where the step left no file.
function readRaw(path: string): string {
  try {
    return readText(path)
  } catch {
    return ''
  }
}

/** Lists the files below a directory that hold a text, in their names or contents. */
export function holders(directory: string, needle: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.name.includes(needle))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(needle) || readFileSync(path).includes(needle))
}
