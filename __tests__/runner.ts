// A throw-away runner: it does with main, later steps and post what GitHub's runner does, in a clean
// environment, with files of its own, and keeps everything that was printed.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { parse } from 'yaml'

export const root = join(import.meta.dirname, '..')

/** What is under test: the sources, the bundles that users run, or a copy of these in another directory. */
export type Build = 'src' | 'dist' | (string & {})

interface Metadata {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string }>
  >
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** Reads action.yml. */
export function metadata(directory = '.'): Metadata {
  return parse(readFileSync(join(root, directory, 'action.yml'), 'utf8')) as Metadata
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** What a step left behind when it ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  /** The lines that a reader of the log sees: no commands. */
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  /** Commands of the runner other than annotations, masks and debug lines. */
  readonly commands: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly milliseconds: number
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Waits for a background step. Only then do its PATH and variables reach later steps. */
  wait(): Promise<Ended>
}

export interface Job {
  /** The runner's root: everything that a job can write lies below it. */
  readonly directory: string
  readonly temp: string
  readonly toolCache: string
  readonly home: string
  /** Variables that every step has; steps add to them through GITHUB_ENV. */
  readonly env: Record<string, string>
  /** Runs main with these inputs, others as action.yml has them. */
  main(inputs: Readonly<Record<string, string>>, more?: StepOptions): Promise<Ended>
  startMain(inputs: Readonly<Record<string, string>>, more?: StepOptions): Running
  /** Runs post as it follows a run of main. */
  post(
    main: Pick<Ended, 'state'>,
    inputs: Readonly<Record<string, string>>,
    more?: StepOptions,
  ): Promise<Ended>
  startPost(
    main: Pick<Ended, 'state'>,
    inputs: Readonly<Record<string, string>>,
    more?: StepOptions,
  ): Running
  /** Runs the action of the early log-out. */
  logout(inputs: Readonly<Record<string, string>>): Promise<Ended>
  /** Runs a script as a later step does. */
  step(script: string, more?: StepOptions & { readonly shell?: readonly string[] }): Promise<Ended>
  /** Empties RUNNER_TEMP, as the runner does at both ends of a job. */
  wipeTemp(): void
  remove(): void
}

export interface StepOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly entry?: string
  /** Runs the step in the background (`background: true`): see `wait`. */
  readonly background?: boolean
}

export interface JobOptions {
  readonly build?: Build
  /** Shared with another job: its directory. */
  readonly on?: Job
  readonly name?: string
  /** A command that starts each process of the job, for example as another user. */
  readonly through?: readonly string[]
}

/** Starts a job on a machine of its own, or on that of another job. */
export function startJob({ build = 'src', on, name = 'job', through = [] }: JobOptions = {}): Job {
  const directory = on?.directory ?? mkdtempSync(join(tmpdir(), 'choreo-login-test-'))
  const [temp, toolCache, home, files] = [`_temp-${name}`, '_tool', 'home', `_files-${name}`].map(
    (part) => {
      mkdirSync(join(directory, part), { recursive: true })
      return join(directory, part)
    },
  ) as [string, string, string, string]
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolCache,
    RUNNER_OS: 'Linux',
    RUNNER_TRACKING_ID: 'github_test',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_RUNTIME_TOKEN: 'runtime-credential-of-the-runner',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'identity-credential-of-the-runner',
  }
  const paths: string[] = []
  let steps = 0

  function start(
    command: readonly string[],
    own: Readonly<Record<string, string | undefined>>,
    isBackground = false,
  ): Running {
    const base = join(files, `step-${++steps}`)
    mkdirSync(base)
    const file = (part: string) => join(base, part)
    const names = ['env', 'path', 'output', 'state', 'step_summary']
    for (const part of names) writeFileSync(file(part), '')
    const merged: Record<string, string | undefined> = {
      ...env,
      ...Object.fromEntries(names.map((part) => [`GITHUB_${part.toUpperCase()}`, file(part)])),
      ...own,
    }
    merged['PATH'] = [...paths.toReversed(), own['PATH'] ?? env['PATH']].join(delimiter)
    const began = performance.now()
    const [executable = '', ...args] = [...through, ...command]
    const child = spawn(executable, args, {
      cwd: directory,
      env: Object.fromEntries(
        Object.entries(merged).filter(([, value]) => value !== undefined),
      ) as Record<string, string>,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    const apply = () => {
      paths.push(...lines(file('path')))
      Object.assign(env, keyValues(file('env')))
    }
    child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes))
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (exitCode, signal) => {
        const milliseconds = performance.now() - began
        if (!isBackground) apply()
        const printed = { stdout: text(stdout), stderr: text(stderr) }
        resolve({
          exitCode,
          signal,
          ...printed,
          ...interpret(`${printed.stdout}\n${printed.stderr}`),
          outputs: keyValues(file('output')),
          state: keyValues(file('state')),
          summary: readFileSync(file('step_summary'), 'utf8'),
          milliseconds,
        })
      })
    })
    const wait = async () => {
      const step = await ended
      if (isBackground) apply()
      return step
    }
    return { child, ended, wait }
  }

  function action(
    entry: string,
    inputs: Readonly<Record<string, string>>,
    more: StepOptions,
    state = {},
  ): Running {
    const path =
      build === 'src'
        ? join(root, 'src', `${entry}.ts`)
        : join(resolve(root, build), entry, 'index.js')
    const variables = { ...asVariables(inputs), ...state, ...more.env }
    return start([process.execPath, path], variables, more.background)
  }
  const startMain: Job['startMain'] = (inputs, more = {}) => action('main', inputs, more)
  const startPost: Job['startPost'] = ({ state }, inputs, more = {}) => {
    const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
    return action('post', inputs, more, Object.fromEntries(saved))
  }

  return {
    directory,
    temp,
    toolCache,
    home,
    env,
    startMain,
    main: (inputs, more) => startMain(inputs, more).ended,
    startPost,
    post: (main, inputs, more) => startPost(main, inputs, more).ended,
    logout: ({ session = '' }) => action('logout', { session }, {}).ended,
    step: (script, { env: own = {}, shell = ['sh', '-e', '-c'] } = {}) =>
      start([...shell, script], own).ended,
    wipeTemp: () => {
      for (const entry of readdirSync(temp))
        rmSync(join(temp, entry), { recursive: true, force: true })
    },
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Names inputs as a step has them in its environment, the others as action.yml has them. */
export function asVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(metadata().inputs).map(([name, input]) => {
    const value = input.default ?? ''
    // The runner resolves expressions; these jobs have no `github.token`.
    return [name, value.includes('${{') ? '' : value] as const
  })
  const all: Record<string, string> = { ...Object.fromEntries(defaults), ...inputs }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString()
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
}

/** Reads a file of the runner that takes names and values. */
export function keyValues(path: string): Record<string, string> {
  const found = readFileSync(path, 'utf8').matchAll(
    /^([^\n]+?)<<(ghadelimiter_.+)\r?\n([\s\S]*?)\r?\n?^\2\r?$/gm,
  )
  return Object.fromEntries([...found].map(([, key, , value]) => [key, value]))
}

const levels = ['error', 'warning', 'notice']

// A line ends at \n, \r\n or a lone \r. `::name::` counts at its start, the older `##[name]` anywhere.
/** Reads what was printed as the runner does. */
export function interpret(
  printed: string,
): Pick<Ended, 'log' | 'annotations' | 'masks' | 'commands'> {
  const log: string[] = []
  const annotations: Annotation[] = []
  const masks: string[] = []
  const commands: string[] = []
  for (const line of printed.split(/\r\n|\n|\r/)) {
    const [, name = '', properties = '', data = ''] =
      /^\s*::([\w-]+)(?: ([\s\S]*?))?::([\s\S]*)$/.exec(line) ?? []
    const value = unescaped(data)
    if (name === 'add-mask') masks.push(value)
    else if (levels.includes(name)) {
      const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? ''
      annotations.push({
        level: name as Annotation['level'],
        title: unescaped(title),
        message: value,
      })
    } else if (name !== '' && name !== 'debug') commands.push(line)
    else if (name === '' && /##\[[^\]]*\]/.test(line)) commands.push(line)
    else if (name === '' && line !== '') log.push(line)
  }
  return { log, annotations, masks, commands }
}

function unescaped(data: string): string {
  return data
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

/** Finds the files below a directory that hold a text, in their names or contents. */
export function holders(directory: string, needle: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.name.includes(needle))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(needle) || readFileSync(path).includes(needle))
}
