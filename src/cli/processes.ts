// Ends processes: a CLI that outlives its session would write its credentials again.
import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'

/** The variable that every process of a session inherits. Its value is the session's directory. */
export const sessionVariable = 'CHOREO_LOGIN_SESSION'

/**
 * Kills the processes of this user that run in a session, as far as one look finds them. Windows has no
 * interface for the environment of a process, so it does nothing there.
 *
 * @returns the number of processes that were found
 */
export function endProcesses(session: string, platform: string): number {
  if (platform === 'win32') return 0
  const find = platform === 'linux' ? findInProc : findWithPs
  let ended = 0
  for (const pid of find(`${sessionVariable}=${session}`)) {
    orUndefined(() => process.kill(pid, 'SIGKILL'))
    ended++
  }
  return ended
}

/** Kills a process and its children on Windows, where only the process tree connects them. */
export function endTree(pid: number, { env }: Pick<Machine, 'env'>): void {
  const taskkill = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
  execFile(taskkill, ['/pid', String(pid), '/t', '/f'], (error) => {
    if (error !== null) orUndefined(() => process.kill(pid, 'SIGKILL'))
  })
}

// The newest first, and each as soon as it is found: a process that starts itself again lives for a millisecond.
function* findInProc(variable: string): Generator<number> {
  const names = orUndefined(() => readdirSync('/proc')) ?? []
  const pids = names.map(Number).filter((pid) => pid > 0 && pid !== process.pid)
  for (const pid of pids.toSorted((a, b) => b - a)) {
    // The environment of other users' processes cannot be read.
    const environment = orUndefined(() => readFileSync(`/proc/${pid}/environ`, 'utf8')) ?? ''
    if (`\0${environment}`.includes(`\0${variable}\0`)) yield pid
  }
}

function findWithPs(variable: string): number[] {
  const args = ['-AEww', '-o', 'pid=,command=']
  const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
  const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024, stdio } as const
  const listed = orUndefined(() => execFileSync('/bin/ps', args, options)) ?? ''
  return listed
    .split('\n')
    .filter((line) => `${line} `.includes(` ${variable} `))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && pid !== process.pid)
}
