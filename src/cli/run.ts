// Runs the CLI: the only file that starts it, and the only one that imports @actions/exec.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type ChildProcess, spawn } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { exec } from '@actions/exec'
import { orUndefined } from '../or-undefined.ts'
import { forms } from '../token/token.ts'

/** An executable and how it is run. */
export interface Cli {
  /** Absolute. */
  readonly path: string
  /** The whole environment of its processes. */
  readonly env: Environment
  /** The longest that one call may take. */
  readonly timeoutMs: number
  readonly cancelled: AbortSignal
}

export type Environment = Readonly<Record<string, string>>

/** How one call of the CLI ended. */
export interface Outcome {
  /** null: it was killed, or never ran. */
  readonly exitCode: number | null
  readonly signal: string | null
  /** Why it was stopped from here, if it was. */
  readonly stopped: 'timeout' | 'cancelled' | undefined
  /** Why it could not be started, if so: an error of the operating system. */
  readonly startError: string
  /** The last megabyte of what it printed, as it was printed: never to be shown unredacted. */
  readonly stdout: string
  readonly stderr: string
}

/** Logs in with a personal access token, which is written to the CLI's standard input. */
export function login(cli: Cli, token: string): Promise<Outcome> {
  return run(cli, ['login', '--with-token'], `${token}\n`)
}

export function logout(cli: Cli): Promise<Outcome> {
  return run(cli, ['logout'])
}

export function organizations(cli: Cli): Promise<Outcome> {
  return run(cli, ['list', 'organizations', '--output', 'json'])
}

export function version(cli: Cli): Promise<Outcome> {
  return run(cli, ['--version'])
}

/**
 * Leaves out of an environment what is none of the CLI's business: the inputs and the state of this
 * action, the credentials that the runner gives to actions alone, the files that take commands for the
 * runner, and every variable that holds one of the tokens.
 *
 * @param env the environment of the step
 * @returns what a child may have: also PATH, proxies, certificates and RUNNER_TRACKING_ID, by which the
 *   runner finds processes that a job left behind
 */
export function scrub(
  env: Readonly<Record<string, string | undefined>>,
  tokens: readonly string[],
): Environment {
  const secrets = tokens.flatMap(forms)
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !ofTheAction.test(entry[0]) &&
      !secrets.some((secret) => entry[1]?.includes(secret)),
  )
  return Object.fromEntries(kept)
}

const ofTheAction = /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)/i

const graceMs = 2000
const mostBytes = 1024 * 1024

async function run(cli: Cli, args: readonly string[], input = ''): Promise<Outcome> {
  const stdout = tail()
  const stderr = tail()
  let child: ChildProcess | undefined
  let stopped: Outcome['stopped']
  let startError = ''
  let exitCode: number | null = null

  // @actions/exec gives no handle on the process that it starts; Node announces it, with all others:
  // what ends the CLI on Windows is a process, too.
  const call = new AsyncLocalStorage<true>()
  const announced = (message: unknown) => {
    if (!call.getStore()) return
    const started = (message as { process: ChildProcess }).process
    prepare(started, stdout.take, stderr.take)
    started.once('spawn', () => stopped !== undefined && kill(started, 'SIGKILL'))
    // From here on only its output is waited for, and not for long.
    started.once('exit', () => clearTimeout(timer))
    child = started
  }
  const stop = async (reason: 'timeout' | 'cancelled') => {
    stopped ??= reason
    if (child === undefined) return
    kill(child, 'SIGTERM')
    await sleep(graceMs, undefined, { ref: false })
    kill(child, 'SIGKILL')
  }
  const cancel = () => void stop('cancelled')
  const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs)
  cli.cancelled.addEventListener('abort', cancel)
  subscribe('child_process', announced)
  try {
    cli.cancelled.throwIfAborted()
    const options = {
      env: { ...cli.env },
      input: Buffer.from(input),
      silent: true,
      // Nothing is written there, but the default would be opened.
      errStream: process.stdout,
      ignoreReturnCode: true,
      // How long to wait for the output of a process that has ended, while a child of it lives on.
      delay: 1000,
    }
    const path = `"${cli.path.replaceAll('"', '\\"')}"`
    exitCode = await call.run(true, () => exec(path, [...args], options))
  } catch (error) {
    startError = (error as Error).message
  } finally {
    unsubscribe('child_process', announced)
    cli.cancelled.removeEventListener('abort', cancel)
    clearTimeout(timer)
    if (child !== undefined) release(child, stopped !== undefined)
  }
  if (cli.cancelled.aborted) stopped = 'cancelled'
  const signal = child?.signalCode ?? null
  return { exitCode, signal, stopped, startError, stdout: stdout.text(), stderr: stderr.text() }
}

/** Readies a child for a rough life, before it is started. */
function prepare(
  child: ChildProcess,
  takeStdout: (bytes: Buffer) => void,
  takeStderr: (bytes: Buffer) => void,
): void {
  const starter = child as unknown as { spawn(options: object): unknown }
  const start = starter.spawn.bind(child)
  starter.spawn = (options) => {
    try {
      // A group of its own, so that it can be ended together with whatever it starts.
      const started = start({ ...options, detached: process.platform !== 'win32' })
      // A CLI that ends before it has read its input breaks the pipe: no reason to crash.
      child.stdin?.on('error', () => {})
      return started
    } catch (error) {
      // Some errors of the system (a file that is no program, too many arguments) are thrown where
      // @actions/exec cannot catch them. Raised as events they are errors like all others.
      child.stdin = new PassThrough()
      process.nextTick(() => child.emit('error', error))
      return undefined
    }
  }
  child.once('spawn', () => {
    // @actions/exec searches all of the output for lines, again with every piece of it: megabytes
    // without a line break would take it minutes. Nobody here needs lines.
    child.stdout?.removeAllListeners('data').on('data', takeStdout)
    child.stderr?.removeAllListeners('data').on('data', takeStderr)
  })
}

function release(child: ChildProcess, wasStopped: boolean): void {
  if (wasStopped) kill(child, 'SIGKILL')
  // What the CLI left running may hold the other ends of these pipes: this process does not wait for it.
  child.stdin?.destroy()
  child.stdout?.destroy()
  child.stderr?.destroy()
  child.unref()
}

function kill({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    const taskkill = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    spawn(taskkill, ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => {})
    return
  }
  // Unless the whole group has ended.
  orUndefined(() => process.kill(-pid, signal))
}

function tail() {
  const chunks: Buffer[] = []
  let size = 0
  const take = (bytes: Buffer) => {
    chunks.push(bytes)
    size += bytes.length
    while (size - (chunks[0]?.length ?? 0) >= mostBytes) size -= chunks.shift()?.length ?? 0
  }
  return { take, text: () => Buffer.concat(chunks).toString() }
}
