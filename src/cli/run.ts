// Runs the CLI. The only file that starts it, and the only one that imports @actions/exec.
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
import { exec } from '@actions/exec'
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
  /** Why it could not be started, in the words of the operating system; else empty. */
  readonly startError: string
  /** The last MiB of its output, unredacted: not to be shown as it is. */
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

// How long the output of a CLI that has exited is waited for, while a child of it holds the pipes.
const drainMs = 1000

async function run(cli: Cli, args: readonly string[], input = ''): Promise<Outcome> {
  const call = watchChild(cli)
  // @actions/exec starts the child in an async callback, whose errors (ENOEXEC, E2BIG) reject no promise that is returned.
  const thrown = Promise.withResolvers<never>()
  process.on('unhandledRejection', thrown.reject)
  let exitCode: number | null = null
  let startError = ''
  try {
    cli.cancelled.throwIfAborted()
    const running = exec(`"${cli.path.replaceAll('"', '\\"')}"`, [...args], {
      cwd: cli.cwd,
      env: { ...cli.env },
      input: Buffer.from(input),
      listeners: { stdout: call.stdout.take, stderr: call.stderr.take },
      ignoreReturnCode: true,
      silent: true,
      delay: drainMs,
      // Nothing is written to it. Without it Node opens standard error, which takes a while.
      errStream: process.stdout,
    })
    exitCode = await Promise.race([running, thrown.promise])
  } catch (error) {
    startError = (error as Error).message
  } finally {
    process.off('unhandledRejection', thrown.reject)
  }
  const { signal, stopped } = call.end()
  const [stdout, stderr] = [call.stdout.text(), call.stderr.text()]
  return { exitCode, signal, stopped, startError, stdout, stderr }
}

const maxOutputBytes = 4 * 1024 * 1024
const graceMs = 2000

// @actions/exec gives no handle on its child. Node announces every child on a diagnostics channel; the next
// one is the CLI, because nothing else is started meanwhile.
// https://nodejs.org/api/diagnostics_channel.html#event-child_process
function watchChild(cli: Cli) {
  let child: ChildProcess | undefined
  let stopped: Outcome['stopped']
  const over = new AbortController()
  const stop = (reason: NonNullable<Outcome['stopped']>) => {
    if (stopped !== undefined) return
    stopped = reason
    if (child !== undefined) void endChild(child, cli, over.signal)
  }
  const announced = (message: unknown) => {
    unsubscribe('child_process', announced)
    const started = (message as { process: ChildProcess }).process
    started.once('spawn', () => {
      // A CLI that exits before it reads its input breaks the pipe. That is not an error of this action.
      started.stdin?.on('error', () => {})
      if (stopped !== undefined) void endChild(started, cli, over.signal)
    })
    started.once('exit', () => clearTimeout(timer))
    child = started
  }
  const cancel = () => stop('cancelled')
  const timer = setTimeout(() => stop('timeout'), cli.timeoutMs)
  cli.cancelled.addEventListener('abort', cancel)
  subscribe('child_process', announced)

  const end = () => {
    over.abort()
    unsubscribe('child_process', announced)
    cli.cancelled.removeEventListener('abort', cancel)
    clearTimeout(timer)
    if (child !== undefined) release(child)
    if (stopped !== undefined) endSession(cli)
    if (cli.cancelled.aborted) stopped = 'cancelled'
    return { signal: child?.signalCode ?? null, stopped }
  }
  const flooded = () => stop('output')
  return { stdout: collect(flooded), stderr: collect(flooded), end }
}

async function endChild(child: ChildProcess, cli: Cli, over: AbortSignal): Promise<void> {
  if (cli.platform === 'win32' && child.pid !== undefined) return endTree(child.pid, cli)
  child.kill('SIGTERM')
  await sleep(graceMs, undefined, { ref: false })
  // The next call of the session may be running: it must not be killed.
  if (over.aborted) return
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

const keptBytes = 1024 * 1024

// @actions/exec searches unfinished lines again with every chunk, so endless output has to end.
function collect(flooded: () => void) {
  const chunks: Buffer[] = []
  let kept = 0
  let total = 0
  const take = (bytes: Buffer) => {
    chunks.push(bytes)
    kept += bytes.length
    total += bytes.length
    while (kept - (chunks[0]?.length ?? 0) >= keptBytes) kept -= chunks.shift()?.length ?? 0
    if (total > maxOutputBytes) flooded()
  }
  return { take, text: () => Buffer.concat(chunks).toString() }
}
