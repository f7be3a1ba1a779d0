// A small runner: it runs main, later steps and post as GitHub's runner does, in a clean environment and
// with command files of their own, and keeps everything that they print. Its parts are in ./runner.
import { type ChildProcess, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  asPassed,
  inputVariables,
  pathVariable,
  type StepKind,
  stateVariables,
  variablesOf,
  withPath,
} from './runner/environment.ts'
import type { Masks } from './runner/masks.ts'
import {
  type Ended,
  fileVariables,
  type Left,
  makeCommandFiles,
  type Output,
  readStep,
  startProcess,
} from './runner/step.ts'

export type { Annotation } from './runner/log.ts'
export { interpret } from './runner/printed.ts'
export type { Ended } from './runner/step.ts'

export const root = join(import.meta.dirname, '..')

type Described = Readonly<
  Record<string, { readonly description: string; readonly default?: string }>
>

/** Reads action.yml. */
export function metadata(directory = '.'): Readonly<Record<'inputs' | 'outputs', Described>> {
  return parse(readFileSync(join(root, directory, 'action.yml'), 'utf8'))
}

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
  /** A step of the action that prints there fails its test, unless Node itself is asked to. */
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
    const files = makeCommandFiles(place(`_files-${name}/step-${++steps}`))
    const variables = { ...variablesOf(kind, env, exported), ...fileVariables(files), ...own }
    const PATH = pathVariable(paths, variables['PATH'] ?? '')
    const given = asPassed({ ...variables, PATH })
    const whole = [...(options.through ?? through), ...command]
    const { child, output } = startProcess(whole, { cwd: directory, env: given })
    const apply = (left: Left) => {
      paths = left.paths.reduce(withPath, [...paths])
      Object.assign(exported, left.variables)
    }
    const end = async () => {
      const printed = await output
      if (kind === 'action' && !options.mayPrintOnStandardError) expectSilence(printed)
      const left = readStep(kind, printed, files, { masks, env: given })
      if (!background) apply(left)
      return left
    }
    const left = end()
    const wait = async () => {
      if (background) apply(await left)
      return (await left).ended
    }
    return { child, ended: left.then(({ ended }) => ended), wait }
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
  const startLogout = (session = 'all', more?: StepOptions) => action('logout', { session }, more)

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
      unmountBelow(directory)
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

// A test that fails may leave a file system of its own. Linux only.
function unmountBelow(directory: string): void {
  const mounts = existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8').split('\n') : []
  const places = mounts.map((line) => (line.split(' ')[1] ?? '').replaceAll('\\040', ' '))
  for (const place of places) {
    if (place.startsWith(`${directory}/`)) spawnSync('umount', ['--lazy', place])
  }
}

// Masks do not hold there yet, so that a reader could see what the action hides.
function expectSilence({ stderr }: Output): void {
  if (stderr !== '') throw new Error(`The action printed on standard error: ${stderr}`)
}

/** Lists the files below a directory that hold a text, in their names or contents. */
export function holders(directory: string, needle: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.name.includes(needle))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(needle) || readFileSync(path).includes(needle))
}
