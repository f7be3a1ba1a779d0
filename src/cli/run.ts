// Runs the CLI. The only file that starts it, and the only one that imports @actions/exec.
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
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
  readonly cancelled: AbortSignal
}

/** How a call ended. */
export interface Outcome {
  /** null: it was killed, or could not be started. */
  readonly exitCode: number | null
  readonly signal: string | null
  /** Why this action ended it; undefined: it did not. */
  readonly stopped: 'timeout' | 'cancelled' | 'output' | undefined
  /** Why it could not be started, in the words of the operating system, its code first; else empty. */
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
export function succeeded({ exitCode, stopped }: Outcome): boolean {
  return exitCode === 0 && stopped === undefined
}

// How long to wait for output after the CLI has exited, while a child of it holds the pipes.
const drainMs = 1000

/** A call while it runs. */
interface Call {
  readonly cli: Cli
  child: ChildProcess | undefined
  stopped: Outcome['stopped']
  readonly over: AbortController
}

async function run(cli: Cli, args: readonly string[], input = ''): Promise<Outcome> {
  const call: Call = { cli, child: undefined, stopped: undefined, over: new AbortController() }
  const [stdout, stderr] = [collectOutput(call), collectOutput(call)]
  const unwatch = watchChild(call)
  startLimits(call)
  const { exitCode, startError } = await execute(call, args, {
    input: Buffer.from(input),
    listeners: { stdout: stdout.take, stderr: stderr.take },
  })
  call.over.abort()
  unwatch()
  if (call.child !== undefined) release(call.child)
  if (call.stopped !== undefined) endSession(cli)
  return {
    exitCode,
    signal: call.child?.signalCode ?? null,
    stopped: cli.cancelled.aborted ? 'cancelled' : call.stopped,
    startError,
    stdout: stdout.text(),
    stderr: stderr.text(),
  }
}

async function execute(
  { cli }: Call,
  args: readonly string[],
  options: ExecOptions,
): Promise<Pick<Outcome, 'exitCode' | 'startError'>> {
  // @actions/exec starts the child in an async callback, whose errors (ENOEXEC, E2BIG) reject no promise that is returned.
  const thrown = Promise.withResolvers<never>()
  process.on('unhandledRejection', thrown.reject)
  try {
    cli.cancelled.throwIfAborted()
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
    return { exitCode: await Promise.race([running, thrown.promise]), startError: '' }
  } catch (error) {
    return { exitCode: null, startError: startErrorOf(error as Error) }
  } finally {
    process.off('unhandledRejection', thrown.reject)
  }
}

// @actions/exec splits its first argument at spaces. Outside of quotes a backslash stands for itself.
function quoted(path: string): string {
  return path.replaceAll('"', '"\\""').replaceAll(' ', '" "')
}

// The code first: the path in a message can be of any length. @actions/exec passes on the message alone.
function startErrorOf({ message }: Error): string {
  const code = /\b(E[A-Z\d]{2,})\W*$/.exec(message)?.[1]
  return code === undefined ? message : `${code}\n${message}`
}

// @actions/exec gives no handle on its child. Node announces every child on a diagnostics channel; the next
// one is the CLI, because nothing else is started meanwhile.
// https://nodejs.org/api/diagnostics_channel.html#event-child_process
function watchChild(call: Call): () => void {
  const unwatch = () => unsubscribe('child_process', onChild)
  const onChild = (message: unknown) => {
    unwatch()
    const { process: child } = message as { readonly process: ChildProcess }
    call.child = child
    child.once('spawn', () => {
      // A CLI that exits before it reads its input breaks the pipe. That is not an error of this action.
      child.stdin?.on('error', () => {})
      if (call.stopped !== undefined) void endChild(call, child)
    })
  }
  subscribe('child_process', onChild)
  return unwatch
}

function startLimits(call: Call): void {
  const { timeoutMs, cancelled } = call.cli
  setTimeout(() => stop(call, 'timeout'), timeoutMs).unref()
  const cancel = () => stop(call, 'cancelled')
  cancelled.addEventListener('abort', cancel, { signal: call.over.signal })
}

// The limits apply until the CLI exits, not until its children do. A CLI that is only being started is ended
// as soon as it runs.
function stop(call: Call, reason: NonNullable<Outcome['stopped']>): void {
  const { child } = call
  const hasExited = typeof child?.exitCode === 'number' || typeof child?.signalCode === 'string'
  if (call.stopped !== undefined || hasExited) return
  call.stopped = reason
  if (child?.pid !== undefined) void endChild(call, child)
}

const graceMs = 2000

async function endChild(call: Call, child: ChildProcess): Promise<void> {
  const { cli } = call
  if (cli.platform === 'win32' && child.pid !== undefined) return endTree(child.pid, cli)
  child.kill('SIGTERM')
  await sleep(graceMs, undefined, { ref: false })
  // The next call of the session must not be killed.
  if (call.over.signal.aborted) return
  child.kill('SIGKILL')
  endSession(cli)
}

function endSession({ env, platform }: Cli): void {
  const session = env[sessionVariable]
  if (session !== undefined) endProcesses(session, platform)
}

// Processes that the CLI has started may hold the other ends of the pipes. This process does not wait for them.
function release(child: ChildProcess): void {
  // A CLI of another user cannot be killed (EPERM), which Node reports as an event.
  child.on('error', () => {})
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy()
  child.unref()
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
