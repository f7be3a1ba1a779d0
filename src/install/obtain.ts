// Which executable a login uses: one that is installed already, or the one that WSO2 publishes.
import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { which } from '@actions/io'
import type { Inputs } from '../runner/inputs.ts'
import { failure, timed } from '../runner/report.ts'
import type { Machine } from '../session/session.ts'
import { type InstalledCli, install } from './install.ts'

/**
 * Finds the CLI that the inputs ask for, and installs it where that is wanted.
 *
 * @param temp RUNNER_TEMP
 * @returns the executable
 * @throws Error when there is none, or when it is no program
 */
export async function obtain(
  inputs: Inputs,
  machine: Machine,
  temp: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  const cli = await timed('Getting the CLI', () => find(inputs, machine, temp, cancelled))
  if (isProgram(cli.path)) return cli
  throw failure(
    'CLI cannot be run',
    `${cli.path} is no program: neither a binary nor a script that begins with \`#!\`. ` +
      'Check the input `cli-path`, or leave it out to get the CLI that WSO2 publishes.',
  )
}

async function find(
  inputs: Inputs,
  machine: Machine,
  temp: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  if (inputs.cliPath !== '') {
    return { path: await locate(inputs.cliPath), version: '', cacheHit: false, comparedWith: '' }
  }
  return install(inputs, machine, temp, cancelled)
}

async function locate(path: string): Promise<string> {
  const found = await which(/[\\/]/.test(path) ? resolve(path) : path)
  if (found !== '') return found
  throw new Error(
    `The input \`cli-path\` is "${path}", and there is no such executable. ` +
      'Allowed is the path of an installed CLI, or its name when it is on PATH.',
  )
}

// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/

/**
 * Tells whether a file begins as programs do. The system hands anything else to a shell, which takes an
 * empty file for a success. What may be run but not read is left to the system.
 */
export function isProgram(path: string): boolean {
  if (/\.(cmd|bat)$/i.test(path)) return true
  try {
    const file = openSync(path, 'r')
    const bytes = Buffer.alloc(4)
    const size = readSync(file, bytes)
    closeSync(file)
    return beginnings.test(bytes.toString('hex', 0, size))
  } catch {
    return true
  }
}
