// One step: its process, its command files, and what the runner makes of both.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TextDecoder } from 'node:util'
import { readKeyValues, readPaths, readSummary, readText } from './command-files.ts'
import { asPassed, type StepKind } from './environment.ts'
import { lineReader } from './lines.ts'
import { type Annotation, shownAnnotations } from './log.ts'
import type { Masks } from './masks.ts'
import { readLines } from './printed.ts'

/** How a process ended, and what it printed. */
export interface Output {
  readonly exitCode: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  /**
   * The lines of both streams in the order of their arrival. On the runner they race too: of 100 masks on
   * standard output 67 came too late for a value that was printed on standard error right after them.
   */
  readonly lines: readonly string[]
  readonly milliseconds: number
}

/** What a step printed and wrote, and what the runner made of it. */
export interface Ended extends Omit<Output, 'lines'> {
  /** A line that the runner refuses fails a step too, whatever its exit code is. */
  readonly outcome: 'success' | 'failure'
  /** What a reader of the log sees: all that was printed, annotations too, with `***` for masks. */
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
  /** What the command files hold. */
  readonly commandFiles: CommandFiles
}

const parts = ['env', 'path', 'output', 'state', 'step_summary'] as const

/** By the last part of their variable: their paths, or their texts. */
export type CommandFiles = Readonly<Record<(typeof parts)[number], string>>

/** Makes the command files of a step. Returns their paths. */
export function makeCommandFiles(directory: string): CommandFiles {
  mkdirSync(directory, { recursive: true })
  return ofEachPart((part) => {
    const path = join(directory, part)
    writeFileSync(path, '')
    return path
  })
}

/** Returns the variables that name the command files of a step. */
export function fileVariables(files: CommandFiles): Record<string, string> {
  return Object.fromEntries(parts.map((part) => [`GITHUB_${part.toUpperCase()}`, files[part]]))
}

function ofEachPart(value: (part: (typeof parts)[number]) => string): CommandFiles {
  return Object.fromEntries(parts.map((part) => [part, value(part)])) as CommandFiles
}

/** Starts the process of a step. */
export function startProcess(
  [file = '', ...args]: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): { readonly child: ChildProcess; readonly output: Promise<Output> } {
  const began = performance.now()
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { stdout: '', stderr: '' }
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
    return { exitCode, signal, ...printed, lines, milliseconds: performance.now() - began }
  }
  return { child, output: end() }
}

/** What a step that has ended leaves for later ones. */
export interface Left {
  readonly ended: Ended
  /** Of GITHUB_ENV. */
  readonly variables: Readonly<Record<string, string>>
  /** Of GITHUB_PATH. The last one comes first. */
  readonly paths: readonly string[]
}

/**
 * Reads what a step printed, then what it wrote, as the runner does.
 *
 * @param masks What is hidden already. What the step masks is added.
 */
export function readStep(
  kind: StepKind,
  { lines, ...output }: Output,
  paths: CommandFiles,
  { masks, env }: { readonly masks: Masks; readonly env: Readonly<Record<string, string>> },
): Left {
  const { log, ...printed } = readLines(lines, { masks, env })
  const { exitCode } = output
  if (kind === 'script' && exitCode !== 0) {
    log.annotate('error', `Process completed with exit code ${exitCode}.`)
  }
  // In the order in which the runner reads them.
  const files = {
    paths: readPaths(paths.path, printed.paths),
    variables: readKeyValues('env', paths.env),
    summary: readSummary(paths.step_summary, masks),
    state: readKeyValues('state', paths.state),
    outputs: readKeyValues('output', paths.output),
  }
  const all = Object.values(files)
  for (const error of all.flatMap(({ errors }) => errors)) log.annotate('error', error)
  const hasFailed = exitCode !== 0 || printed.hasFailed || all.some((file) => file.hasFailed)
  const outputs = { ...printed.outputs, ...files.outputs.content }
  const ended: Ended = {
    ...output,
    outcome: hasFailed ? 'failure' : 'success',
    log: log.lines,
    annotations: shownAnnotations(log),
    masks: printed.masks,
    commands: printed.commands,
    outputs,
    session: outputs['session'] ?? '',
    state: asPassed({ ...printed.state, ...files.state.content }),
    summary: files.summary.content,
    commandFiles: ofEachPart((part) => textOf(paths[part])),
  }
  const variables = { ...printed.env, ...files.variables.content }
  return { ended, variables, paths: files.paths.content }
}

// Empty where the step left a directory, say.
function textOf(path: string): string {
  try {
    return readText(path)
  } catch {
    return ''
  }
}
