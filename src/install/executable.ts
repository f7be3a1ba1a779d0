// Executables that are installed already, and what begins like an executable.
import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { findInPath } from '@actions/io'
import { orUndefined } from '../runner/or-undefined.ts'
import { titledError } from '../runner/titled-error.ts'

/**
 * Finds an installed CLI.
 *
 * @param cliPath its path, or its name when it is on PATH
 * @param isInSession whether a path leads to the command of an earlier login, which may be first on PATH
 * @returns its absolute path
 * @throws Error when there is none, or when it cannot be run
 */
export async function locate(
  cliPath: string,
  isInSession: (path: string) => boolean,
): Promise<string> {
  const found = await findInPath(/[\\/]/.test(cliPath) ? resolve(cliPath) : cliPath)
  const path = found.map((one) => resolve(one)).find((one) => !isInSession(one))
  if (path === undefined) {
    throw titledError(
      'Invalid input',
      `The input \`cli-path\` is "${cliPath}", and there is no such executable. ` +
        'Expected the path of an installed CLI, or its name when it is on PATH.',
    )
  }
  demandExecutable(path, 'Check the input `cli-path`, or remove it to get the published CLI.')
  return path
}

/**
 * Throws unless a file begins like an executable. The operating system passes any other file to a shell, in
 * which an empty file succeeds. A file that may be run but not read counts as an executable.
 */
export function demandExecutable(path: string, advice: string): void {
  if (beginnings.test(beginningOf(path) ?? '2321')) return
  const what = `${path} is not an executable: it is neither a binary nor a script with a \`#!\` line.`
  throw titledError('CLI cannot be run', `${what} ${advice}`)
}

// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/

function beginningOf(path: string): string | undefined {
  return orUndefined(() => {
    const file = openSync(path, 'r')
    const bytes = Buffer.alloc(4)
    const size = readSync(file, bytes)
    closeSync(file)
    return bytes.toString('hex', 0, size)
  })
}
