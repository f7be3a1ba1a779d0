// Ends what still runs in a session: a CLI whose parent was killed would write its credentials again
// after they were removed.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { orUndefined } from '../or-undefined.ts'

/**
 * Kills every process of this user that has one of these variables in its environment. On Windows nothing
 * tells the environment of a process, and files in use cannot be removed there anyway.
 *
 * @param variables `NAME=value`, as nothing but the session's own commands can have them
 * @returns how many processes were ended
 */
export function endProcesses(variables: readonly string[], platform: string): number {
  if (platform === 'win32') return 0
  let ended = 0
  // Whoever was just starting another process is gone the second time.
  for (let pass = 0; pass < 5; pass++) {
    const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(kill)
    if (found.length === 0) break
    ended += found.length
  }
  return ended
}

function inProc(variables: readonly string[]): number[] {
  const marks = variables.map((variable) => `\0${variable}\0`)
  return processIds().filter((pid) => {
    // That of another user cannot be read, and what is gone is gone.
    const environment = orUndefined(() => readFileSync(`/proc/${pid}/environ`, 'utf8')) ?? ''
    return marks.some((mark) => `\0${environment}`.includes(mark))
  })
}

function processIds(): number[] {
  const names = orUndefined(() => readdirSync('/proc')) ?? []
  return names.map(Number).filter((pid) => pid > 0 && pid !== process.pid)
}

function inList(variables: readonly string[]): number[] {
  const args = ['-AEww', '-o', 'pid=,command=']
  const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024 } as const
  const listed = orUndefined(() => execFileSync('/bin/ps', args, options)) ?? ''
  return listed
    .split('\n')
    .filter((line) => variables.some((variable) => `${line} `.includes(` ${variable} `)))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && pid !== process.pid)
}

function kill(pid: number): boolean {
  return orUndefined(() => process.kill(pid, 'SIGKILL')) ?? false
}
