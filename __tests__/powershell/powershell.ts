// PowerShell on this machine, and steps in it as GitHub's runner starts them.
import { spawnSync } from 'node:child_process'
import { openSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { which } from '@actions/io'

const name = process.env['POWERSHELL'] || 'pwsh'

/** Windows PowerShell 5.1 loses quotes and empty texts in arguments, with every program. */
export const isDesktop = name === 'powershell'

/**
 * Finds the PowerShell that the environment variable POWERSHELL names, `pwsh` by default. Where there is
 * none it prints that in one line.
 *
 * @returns its path, or an empty text
 * @throws Error on GitHub's runners, which all have one
 */
export async function findPowerShell(): Promise<string> {
  const path = await which(name)
  const { GITHUB_ACTIONS, RUNNER_ENVIRONMENT } = process.env
  if (path !== '') return path
  const message = `${name} is not installed: the tests that run PowerShell are skipped.`
  if (GITHUB_ACTIONS === 'true' && RUNNER_ENVIRONMENT === 'github-hosted') throw new Error(message)
  process.stderr.write(`${message}\n`)
  return ''
}

interface StepOptions {
  /** Where the runner writes the script. */
  readonly temp: string
  readonly workspace: string
  /** The directories that earlier steps put on PATH. */
  readonly bins: readonly string[]
  /** A file. Without it, standard input is empty. */
  readonly input?: string
}

/** How a process ended. */
export interface Ended {
  readonly exitCode: number | null
  /** Standard output, before it is decoded. */
  readonly bytes: Buffer
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a script as a step.
 *
 * The frame is the runner's own: https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs
 */
export function runStep(powershell: string, script: string, options: StepOptions): Ended {
  const file = join(options.temp, 'step.ps1')
  const last = 'if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }'
  writeFileSync(file, `$ErrorActionPreference = 'stop'\n${script}\n\n${last}`)
  return run(powershell, ['-command', `. '${file}'`], options)
}

/** Runs PowerShell with arguments of its own. */
export function run(powershell: string, args: readonly string[], options: StepOptions): Ended {
  const { workspace, bins, input } = options
  const { status, stdout, stderr, error } = spawnSync(powershell, args, {
    cwd: workspace,
    env: { ...process.env, PATH: [...bins, process.env['PATH']].join(delimiter) },
    stdio: [input === undefined ? 'ignore' : openSync(input, 'r'), 'pipe', 'pipe'],
  })
  if (error !== undefined) throw error
  return { exitCode: status, bytes: stdout, stdout: String(stdout), stderr: String(stderr) }
}
