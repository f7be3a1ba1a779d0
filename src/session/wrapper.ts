// The wrapper: the command that later steps call. It runs the CLI with the variables of one session. On
// Windows there are three, for cmd, PowerShell and Git Bash.
import { writeFileSync } from 'node:fs'
import { join, win32 } from 'node:path'
import { binOf, type Session, settingsOf } from './session.ts'

/** What a wrapper runs. */
export interface Wrapped {
  /** The directory of the wrapper. */
  readonly bin: string
  /** Absolute. */
  readonly executable: string
  readonly settings: Readonly<Record<string, string>>
}

/**
 * Writes the wrapper of a session.
 *
 * @returns the path of the file to call
 */
export function writeWrapper(session: Session, platform: string): string {
  const bin = binOf(session)
  const wrapped = { bin, executable: session.executable, settings: settingsOf(session, platform) }
  const path = join(bin, session.command)
  writeFileSync(path, forShells(wrapped), { mode: 0o700 })
  if (platform !== 'win32') return path
  writeFileSync(`${path}.ps1`, forPowerShell(wrapped))
  writeFileSync(`${path}.cmd`, forCmd(wrapped))
  return `${path}.cmd`
}

const origin = 'Runs the CLI with the login of this job. Removed when the job ends.'

/**
 * Returns a script for POSIX shells. `exec` makes the CLI the process that the caller started:
 * arguments, streams, signals and exit code are its own.
 */
export function forShells({ executable, settings }: Wrapped): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`)
  return `#!/bin/sh
# ${origin}

${exports.join('\n')}
exec ${quoted(executable)} "$@"
`
}

/**
 * Returns a script for cmd, which reads files in the code page of the machine. So a path, which may not be
 * ASCII, is written relative to the file. \`%*\` is taken as it stands and not expanded again.
 */
export function forCmd({ bin, executable, settings }: Wrapped): string {
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
    `"${near(executable)}" %*`,
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
export function forPowerShell({ executable, settings }: Wrapped): string {
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
  if ($MyInvocation.ExpectingInput) { $input | & ${quoted(executable)} @args } else { & ${quoted(executable)} @args }
} finally {
  foreach ($name in $before.Keys) {
    if ($null -eq $before[$name]) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) }
    else { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
  }
}
exit $LASTEXITCODE
`
}
