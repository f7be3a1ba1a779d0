// The command that later steps call: the CLI with the settings of one session. On Windows there are
// three of it, for cmd, PowerShell and Git Bash.
//
// npm's cmd-shim writes such commands too, but cannot set a variable to a value with a space in it.
import { writeFileSync } from 'node:fs'
import { join, win32 } from 'node:path'
import type { Environment } from '../cli/run.ts'

/** What a command runs, and with what. */
export interface Command {
  readonly name: string
  /** The directory that goes on PATH. */
  readonly bin: string
  /** The executable, absolute. */
  readonly cli: string
  readonly settings: Environment
}

/**
 * Writes the command.
 *
 * @returns the path of the file to call
 */
export function writeCommand(command: Command, platform: string): string {
  const path = join(command.bin, command.name)
  writeFileSync(path, forShells(command), { mode: 0o700 })
  if (platform !== 'win32') return path
  writeFileSync(`${path}.ps1`, forPowerShell(command))
  writeFileSync(`${path}.cmd`, forCmd(command))
  return `${path}.cmd`
}

const origin = 'The CLI with the login of this job alone. It is removed when the job ends.'

/**
 * Writes for the smallest shell there is. `exec` makes the CLI the process that the caller started:
 * arguments, streams, signals and exit code are its own.
 */
export function forShells({ cli, settings }: Command): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`)
  return `#!/bin/sh
# ${origin}

${exports.join('\n')}
exec ${quoted(cli)} "$@"
`
}

/**
 * Writes for cmd. It reads files in the code page of the machine, so a path that may not be plain ASCII
 * is told from where the file lies. \`%*\` is taken as it stands and not expanded again.
 */
export function forCmd({ bin, cli, settings }: Command): string {
  const near = (path: string) => {
    const relative = win32.relative(bin, path)
    return win32.isAbsolute(relative)
      ? path.replaceAll('%', '%%')
      : `%~dp0${relative.replaceAll('%', '%%')}`
  }
  const lines = Object.entries(settings).map(([name, value]) =>
    win32.isAbsolute(value)
      ? `for %%I in ("${near(value)}") do set "${name}=%%~fI"`
      : `set "${name}=${value.replaceAll('%', '%%')}"`,
  )
  return [
    '@echo off',
    `rem ${origin}`,
    'setlocal DisableDelayedExpansion',
    ...lines,
    `"${near(cli)}" %*`,
    'exit /b %ERRORLEVEL%',
    '',
  ].join('\r\n')
}

/**
 * Writes for PowerShell, which would hand arguments to a .cmd file in a way that cmd takes for commands.
 * A script runs inside the caller's process, so the variables are put back at its end; those that were
 * not set are removed, which takes a null that PowerShell does not turn into an empty text. A first `--`
 * without quotes never reaches a script: https://github.com/MicrosoftDocs/PowerShell-Docs/issues/8817
 */
export function forPowerShell({ cli, settings }: Command): string {
  // PowerShell takes typographic quotes for straight ones.
  const quoted = (text: string) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
  const entries = Object.entries(settings).map(([name, value]) => `  ${name} = ${quoted(value)}`)
  // With a byte order mark Windows PowerShell knows that this is UTF-8.
  return `\ufeff# ${origin}
$settings = @{
${entries.join('\n')}
}
$before = @{}
foreach ($name in $settings.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
try {
  foreach ($name in $settings.Keys) { [Environment]::SetEnvironmentVariable($name, $settings[$name]) }
  if ($MyInvocation.ExpectingInput) { $input | & ${quoted(cli)} @args } else { & ${quoted(cli)} @args }
} finally {
  foreach ($name in $before.Keys) {
    if ($null -eq $before[$name]) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) }
    else { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
  }
}
exit $LASTEXITCODE
`
}
