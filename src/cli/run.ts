// Runs the CLI. The only file that starts it, and the only one that imports @actions/exec.
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setImmediate } from 'node:timers/promises'
import { type ExecOptions, exec } from '@actions/exec'
import { endProcesses, endTree, sessionVariable } from './processes.ts'

/** An executable and how it is run. */
export interface Cli {
  /** Absolute. */
  readonly path: string
  /** The working directory. The checkout of a job could hold files that change what a CLI does. */
  readonly cwd: string
  /** The complete environment. */
  readonly env: Readonly<Record<string, string>>
  readonly platform: string
  /** For each call. */
  readonly timeoutMs: number
  /** Aborted when the runner stops the step, which ends each call. Undefined: a call goes on. */
  readonly stopped?: AbortSignal
}

/** How a call ended. */
export interface Outcome {
  /** null: it was killed, or could not be started. */
  readonly exitCode: number | null
  readonly signal: string | null
  /** Why this action ended it: its time, its output, or the end of the step; undefined: it did not. */
  readonly limit: 'timeout' | 'output' | 'step' | undefined
  /** Why it could not be started, in the words of the operating system; else empty. */
  readonly startError: string
  /** The first 4 MiB of its output, unredacted: not to be shown as it is. */
  readonly stdout: string
  readonly stderr: string
}

/** Logs in with a token, which goes to the CLI's standard input. */
export function callLogin(cli: Cli, token: string): Promise<Outcome> {
  return run(cli, ['login', '--with-token'], `${token}\n`)
}

export function callLogout(cli: Cli): Promise<Outcome> {
  return run(cli, ['logout'])
}

export function listOrganizations(cli: Cli): Promise<Outcome> {
  return run(cli, ['list', 'organizations', '--output', 'json'])
}

export function showVersion(cli: Cli): Promise<Outcome> {
  return run(cli, ['--version'])
}

/** Whether a call succeeded. */
export function succeeded({ exitCode, limit }: Outcome): boolean {
  return exitCode === 0 && limit === undefined
}

// How long to wait for output after the CLI has exited, while a child of it holds the pipes.
const drainMs = 1000

/** A call while it runs. */
interface Call {
  readonly cli: Cli
  child: ChildProcess | undefined
  limit: Outcome['limit']
  /** Settled when the CLI has not ended although it was killed. */
  readonly unkillable: PromiseWithResolvers<null>
}

async function run(cli: Cli, args: readonly string[], input = ''): Promise<Outcome> {
  const unkillable = Promise.withResolvers<null>()
  const call: Call = { cli, child: undefined, limit: undefined, unkillable }
  const [stdout, stderr] = [collectOutput(call), collectOutput(call)]
  const onChild = (message: unknown) => watch(call, message as ChildMessage)
  const onStop = () => stop(call, 'step')
  // @actions/exec gives no handle on its child. Node announces every child on a diagnostics channel.
  // https://nodejs.org/api/diagnostics_channel.html#event-child_process
  subscribe('child_process', onChild)
  cli.stopped?.addEventListener('abort', onStop)
  const timer = setTimeout(() => stop(call, 'timeout'), cli.timeoutMs)
  const { exitCode, startError } = await execute(call, args, {
    input: Buffer.from(input),
    listeners: { stdout: stdout.take, stderr: stderr.take },
  })
  clearTimeout(timer)
  cli.stopped?.removeEventListener('abort', onStop)
  unsubscribe('child_process', onChild)
  release(call)
  return {
    exitCode,
    signal: call.child?.signalCode ?? null,
    limit: call.limit,
    startError,
    stdout: stdout.text(),
    stderr: stderr.text(),
  }
}

async function execute(
  { cli, unkillable }: Call,
  args: readonly string[],
  options: ExecOptions,
): Promise<Pick<Outcome, 'exitCode' | 'startError'>> {
  // @actions/exec starts the child in an async callback, whose errors (ENOEXEC, E2BIG) reject no promise that is returned.
  const thrown = Promise.withResolvers<never>()
  process.on('unhandledRejection', thrown.reject)
  try {
    cli.stopped?.throwIfAborted()
    const running = exec(quoted(cli.path), [...args], {
      ...options,
      cwd: cli.cwd,
      env: { ...cli.env },
      ignoreReturnCode: true,
      silent: true,
      delay: drainMs,
      // Nothing is written to it. Without it Node opens standard error, which takes a while.
      errStream: process.stdout,
    })
    const exitCode = await Promise.race([running, thrown.promise, unkillable.promise])
    return { exitCode, startError: '' }
  } catch (error) {
    // Without files for its pipes (EMFILE) a child fails in both ways, in the callback a moment later.
    await setImmediate()
    // @actions/exec puts a sentence of its own before the words of the operating system.
    return { exitCode: null, startError: (error as Error).message.replace(/^.* Error: /s, '') }
  } finally {
    process.off('unhandledRejection', thrown.reject)
  }
}

// @actions/exec splits its first argument at spaces. Outside of quotes a backslash stands for itself.
function quoted(path: string): string {
  return path.replaceAll('"', '"\\""').replaceAll(' ', '" "')
}

interface ChildMessage {
  readonly process: ChildProcess
}

// The first child is the CLI, because nothing else is started before it is to be stopped.
function watch(call: Call, { process: child }: ChildMessage): void {
  if (call.child !== undefined) return
  call.child = child
  child.once('spawn', () => {
    // A CLI that exits before it reads its input breaks the pipe. That is not an error of this action.
    child.stdin?.on('error', () => {})
    if (call.limit !== undefined) endChild(call)
  })
}

// The limits apply until the CLI exits, not until its children do. A CLI that is only being started is ended
// as soon as it runs.
function stop(call: Call, limit: Outcome['limit']): void {
  const { child } = call
  const hasExited = typeof child?.exitCode === 'number' || typeof child?.signalCode === 'string'
  if (call.limit !== undefined || hasExited) return
  call.limit = limit
  endChild(call)
}

const graceMs = 2000

// More than a CLI takes that can be killed.
const unkillableMs = 3 * graceMs

function endChild({ cli, child, unkillable }: Call): void {
  if (child?.pid === undefined) return
  // A process that waits for a file system that never answers outlives even SIGKILL.
  setTimeout(() => unkillable.resolve(null), unkillableMs).unref()
  if (cli.platform === 'win32') endTree(child.pid, cli)
  else {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
  }
}

// Processes that the CLI has started may hold the other ends of the pipes. This process does not wait for them.
function release({ cli, child, limit }: Call): void {
  if (child === undefined) return
  // A CLI of another user cannot be killed (EPERM), which Node reports as an event.
  child.on('error', () => {})
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy()
  child.unref()
  const session = cli.env[sessionVariable]
  if (limit !== undefined && session !== undefined) endProcesses(session, cli.platform)
}

const maxOutputBytes = 4 * 1024 * 1024

// @actions/exec searches unfinished lines again with every chunk, so endless output has to end.
function collectOutput(call: Call) {
  const chunks: Buffer[] = []
  let bytes = 0
  const take = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= maxOutputBytes) chunks.push(chunk)
    else stop(call, 'output')
  }
  return { take, text: () => Buffer.concat(chunks).toString() }
}
