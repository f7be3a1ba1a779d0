// Ends processes: a CLI that outlives its session would write its credentials again.
import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { orUndefined } from '../or-undefined.ts'
import type { Machine } from '../runner/machine.ts'

/** The variable that every process of a session inherits. Its value is the session's directory. */
export const sessionVariable = 'CHOREO_LOGIN_SESSION'

const maxPasses = 20

/**
 * Kills all processes of this user that run in a session. Windows has no interface for the environment
 * of a process, so it does nothing there.
 *
 * @returns the number of processes
 */
export function endProcesses(session: string, platform: string): number {
  if (platform === 'win32') return 0
  const find = platform === 'linux' ? findInProc : findWithPs
  const ended = new Set<number>()
  // A process can start another one before it is killed, so the search is repeated.
  for (let pass = 0; pass < maxPasses; pass++) {
    const found = find(`${sessionVariable}=${session}`).filter((pid) => !ended.has(pid))
    if (found.length === 0) break
    for (const pid of found) {
      orUndefined(() => process.kill(pid, 'SIGKILL'))
      ended.add(pid)
    }
  }
  return ended.size
}

/** Kills a process and its children on Windows, where only the process tree connects them. */
export function endTree(pid: number, { env }: Pick<Machine, 'env'>): void {
  const taskkill = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
  execFile(taskkill, ['/pid', String(pid), '/t', '/f'], () => {})
}

function findInProc(variable: string): number[] {
  const names = orUndefined(() => readdirSync('/proc')) ?? []
  return names.map(Number).filter((pid) => {
    if (!(pid > 0) || pid === process.pid) return false
    // The environment of other users' processes cannot be read.
    const environment = orUndefined(() => readFileSync(`/proc/${pid}/environ`, 'utf8')) ?? ''
    return `\0${environment}`.includes(`\0${variable}\0`)
  })
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
