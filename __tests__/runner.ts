// A small runner: it runs main, later steps and post as GitHub's runner does, in a clean environment and
// with command files of their own, and keeps everything that they print.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parse } from 'yaml'

export const root = join(import.meta.dirname, '..')

type Described = Readonly<
  Record<string, { readonly description: string; readonly default?: string }>
>

/** Reads action.yml. */
export function metadata(directory = '.'): Readonly<Record<'inputs' | 'outputs', Described>> {
  return parse(readFileSync(join(root, directory, 'action.yml'), 'utf8'))
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** Everything that a step printed and wrote for the runner. */
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
  /** The directory of the session, from the outputs; or empty. */
  readonly session: string
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

/** A job on a machine of its own, with everything that it can write below its directory. */
export type Job = ReturnType<typeof startJob>

type Environment = Readonly<Record<string, string | undefined>>

type Inputs = Readonly<Record<string, string>>
type Saved = Pick<Ended, 'state'>

export interface StepOptions {
  readonly env?: Environment | undefined
  /** Runs the step in the background (`background: true`): see `wait`. */
  readonly background?: boolean
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
  // Steps add to it through GITHUB_ENV.
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
  const paths: string[] = []
  let steps = 0

  function start(command: readonly string[], options: StepOptions): Running {
    const { env: own = {}, background = false } = options
    const base = place(`_files-${name}/step-${++steps}`)
    const file = (part: string) => join(base, part)
    const names = ['env', 'path', 'output', 'state', 'step_summary']
    for (const part of names) writeFileSync(file(part), '')
    const commandFiles = names.map((part) => [`GITHUB_${part.toUpperCase()}`, file(part)])
    const PATH = [...paths.toReversed(), own['PATH'] ?? env['PATH']].join(delimiter)
    const began = performance.now()
    const [executable = '', ...args] = [...(options.through ?? through), ...command]
    const child = spawn(executable, args, {
      cwd: directory,
      env: { ...env, ...Object.fromEntries(commandFiles), ...own, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        printed[stream] += text
      })
    }
    const apply = () => {
      paths.push(...readFileSync(file('path'), 'utf8').split(/\r?\n/).filter(Boolean))
      Object.assign(env, keyValues(file('env')))
    }
    const end = async (): Promise<Ended> => {
      const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null]
      const milliseconds = performance.now() - began
      if (!background) apply()
      const outputs = keyValues(file('output'))
      return {
        ...{ exitCode, signal, ...printed, milliseconds, outputs },
        ...interpret(`${printed.stdout}\n${printed.stderr}`),
        session: outputs['session'] ?? '',
        state: keyValues(file('state')),
        summary: readFileSync(file('step_summary'), 'utf8'),
      }
    }
    const ended = end()
    const wait = async () => {
      await ended
      if (background) apply()
      return ended
    }
    return { child, ended, wait }
  }

  const action = (entry: string, inputs: Inputs, { env: own, ...more }: StepOptions = {}) =>
    start([process.execPath, join(root, 'dist', entry, 'index.js')], {
      ...more,
      env: { ...asVariables(inputs), ...own },
    })
  const startMain = (inputs: Inputs, more?: StepOptions) => action('main', inputs, more)
  const startPost = ({ state }: Saved, inputs: Inputs, { env, ...more }: StepOptions = {}) => {
    const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
    return action('post', inputs, { env: { ...Object.fromEntries(saved), ...env }, ...more })
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
      start([...shell, script], more).ended,
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
const defaults = Object.entries(metadata().inputs).map(([name, { default: value = '' }]) => {
  return [name, value.includes('${{') ? '' : value] as const
})

/** Returns the variables that give a step these inputs, and the defaults of action.yml for the others. */
export function asVariables(inputs: Inputs): Record<string, string> {
  const all = Object.entries({ ...Object.fromEntries(defaults), ...inputs })
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** Reads a file of the runner that takes names and values. */
function keyValues(path: string): Record<string, string> {
  const entry = /^([^\n]+?)<<(ghadelimiter_.+)\r?\n([\s\S]*?)\r?\n?^\2\r?$/gm
  const found = readFileSync(path, 'utf8').matchAll(entry)
  return Object.fromEntries([...found].map(([, key, , value]) => [key, value]))
}

// A line ends at \n, \r\n or a lone \r. `::name::` counts at its start, the older `##[name]` anywhere.
const pattern = /^\s*::([\w-]+)(?: ([\s\S]*?))?::([\s\S]*)$/

/** Reads what was printed as the runner does. */
export function interpret(
  printed: string,
): Pick<Ended, 'log' | 'annotations' | 'masks' | 'commands'> {
  const log: string[] = []
  const annotations: Annotation[] = []
  const masks: string[] = []
  const commands: string[] = []
  for (const line of printed.split(/\r\n|\n|\r/)) {
    const [, name = '', properties = '', data = ''] = pattern.exec(line) ?? []
    const message = unescaped(data)
    if (name === 'add-mask') masks.push(message)
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      const title = unescaped(/(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? '')
      annotations.push({ level: name, title, message })
    } else if (name === '' ? /##\[[^\]]*\]/.test(line) : name !== 'debug') commands.push(line)
    else if (name === '' && line !== '') log.push(line)
  }
  return { log, annotations, masks, commands }
}

function unescaped(data: string): string {
  const escaped: Readonly<Record<string, string>> = {
    '0D': '\r',
    '0A': '\n',
    '3A': ':',
    '2C': ',',
    25: '%',
  }
  return data.replace(/%(0D|0A|3A|2C|25)/g, (_, code) => escaped[code] ?? '')
}

/** Lists the files below a directory that hold a text, in their names or contents. */
export function holders(directory: string, needle: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.name.includes(needle))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(needle) || readFileSync(path).includes(needle))
}
