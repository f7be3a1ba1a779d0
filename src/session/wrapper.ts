// The wrapper: the command that later steps call. It runs the CLI with the variables of one session.
import { writeFileSync } from 'node:fs'
import { join, win32 } from 'node:path'
import { removedVariables } from '../cli/environment.ts'
import type { Machine } from '../runner/machine.ts'
import { partsOf, type Session, settingsOf } from './session.ts'

/**
 * Writes the wrapper of a session. On Windows there are three (cmd, PowerShell, Git Bash) with one launcher.
 *
 * @returns the path of the file to call
 */
export function writeWrapper(session: Session, machine: Machine): string {
  const { platform, execPath } = machine
  const path = join(partsOf(session).bin, session.command)
  const settings = settingsOf(session, platform)
  if (platform !== 'win32') {
    writeFileSync(path, forShells([session.executable], settings), { mode: 0o700 })
    return path
  }
  const launcher = join(partsOf(session).cli, 'launch.cjs')
  writeFileSync(launcher, launcherOf(session.executable, settings))
  writeFileSync(path, forShells([execPath, launcher], {}))
  writeFileSync(`${path}.ps1`, forPowerShell(execPath, launcher))
  writeFileSync(`${path}.cmd`, forCmd(partsOf(session).bin, execPath, launcher))
  return `${path}.cmd`
}

type Settings = Readonly<Record<string, string>>

const origin = 'Runs the CLI with the login of this job. Removed when the job ends.'

/**
 * Returns a script for POSIX shells. `exec` makes the CLI the process that the caller started: arguments,
 * streams, signals and exit code are its own.
 */
function forShells(command: readonly string[], settings: Settings): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const [executable = '', ...files] = command.map(quoted)
  const lines = [
    ...files.map((file) => `[ -e ${file} ] || { echo ${file} is missing. >&2; exit 127; }\n`),
    `unset ${removedVariables.join(' ')}\n`,
    ...Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}\n`),
  ]
  return `#!/bin/sh
# ${origin}
${lines.join('')}exec ${[executable, ...files].join(' ')} "$@"
`
}

/**
 * Returns a script for Node that sets the variables in its own process alone, and starts the CLI with the
 * streams that it has. A CLI that cannot be started is exit code 127, as in POSIX shells.
 */
function launcherOf(executable: string, settings: Settings): string {
  return `// ${origin}
const { spawnSync } = require('node:child_process')
const cli = ${JSON.stringify(executable)}
for (const name of ${JSON.stringify(removedVariables)}) delete process.env[name]
Object.assign(process.env, ${JSON.stringify(settings)})
// Ctrl-C reaches the CLI too, which decides what to do.
for (const signal of ['SIGINT', 'SIGBREAK']) process.on(signal, () => {})
const { error, status } = spawnSync(cli, process.argv.slice(2), { stdio: 'inherit' })
if (error) console.error(\`\${cli} cannot be started: \${error.code}\`)
process.exitCode = error ? 127 : (status ?? 1)
`
}

/**
 * Returns a script for PowerShell, which passes arguments to a .cmd file in a way that cmd takes for commands.
 * It runs inside the caller's process, so it changes nothing there but $LASTEXITCODE.
 */
function forPowerShell(node: string, launcher: string): string {
  // PowerShell takes typographic quotes for straight ones.
  const quoted = (text: string) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
  const call = `& ${quoted(node)} ${quoted(launcher)} @args`
  // With a byte order mark Windows PowerShell reads the file as UTF-8.
  return `\ufeff# ${origin}
if (-not (Test-Path -LiteralPath ${quoted(launcher)})) { Write-Host ${quoted(`${launcher} is missing.`)}; exit 127 }
try {
  if ($MyInvocation.ExpectingInput) { $input | ${call} } else { ${call} }
} catch [System.Management.Automation.CommandNotFoundException], [System.Management.Automation.ApplicationFailedException] {
  Write-Host ${quoted(`${node} is missing or cannot be started.`)}; exit 127
}
exit $global:LASTEXITCODE
`
}

/**
 * Returns a script for cmd, which reads files in the code page of the machine. So a path, which may not be
 * ASCII, is written relative to the file. `%*` is not expanded again.
 */
function forCmd(bin: string, node: string, launcher: string): string {
  const near = (path: string) => {
    const relative = win32.relative(bin, path).replaceAll('%', '%%')
    return win32.isAbsolute(relative) ? relative : `%~dp0${relative}`
  }
  const files = [`"${near(node)}"`, `"${near(launcher)}"`]
  return [
    '@echo off',
    `rem ${origin}`,
    'setlocal DisableDelayedExpansion',
    ...files.map((file) => `if not exist ${file} echo ${file} is missing.>&2& exit /b 127`),
    `${files.join(' ')} %*`,
    'exit /b %ERRORLEVEL%',
    '',
  ].join('\r\n')
}
