// Runs a process of a job as a Windows runner does: Node with its arguments, or `cmd` with a script. Its own
// arguments are the paths of Wine and of Node for Windows, and the command.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [wine = '', node = '', command, ...words] = process.argv.slice(2)
const directory = mkdtempSync(join(tmpdir(), 'choreo-login-step-'))
const file = (name: string) => join(directory, name)

// Names a file of this machine as Wine shows it to Windows programs.
const windowsPath = (path: string) => `Z:${path.replaceAll('/', '\\')}`

function writeBatch(script = ''): string {
  writeFileSync(file('step.cmd'), `@echo off\r\n${script.replaceAll('\n', '\r\n')}\r\n`)
  return windowsPath(file('step.cmd'))
}

const converted = (text = '') => (text.startsWith('/') ? windowsPath(text) : text)
const ofRunner = Object.entries(process.env).filter(([name]) => /^(GITHUB|RUNNER)_/.test(name))
const { status } = spawnSync(
  wine,
  command === 'cmd' ? ['cmd', '/D', '/C', writeBatch(words[0])] : [node, ...words.map(converted)],
  {
    env: {
      ...process.env,
      ...Object.fromEntries(ofRunner.map(([name, value]) => [name, converted(value)])),
      // Wine takes PATH from it.
      WINEPATH: process.env['PATH']?.match(/[A-Z]:\\[^:]+/g)?.join(';'),
    },
    // Files instead of pipes: Node for Windows cannot use the pipes that Wine hands on.
    stdio: ['ignore', openSync(file('stdout'), 'w'), openSync(file('stderr'), 'w')],
  },
)
// A runner on Windows also ends a line at CR LF in these files. The runner of the tests reads them as on Linux.
for (const name of ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE']) {
  const path = process.env[name] ?? ''
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'))
}
process.stdout.write(readFileSync(file('stdout')))
// Wine reports faults of its own threads there, which a busy machine sees now and then.
process.stderr.write(readFileSync(file('stderr'), 'utf8').replace(/^wine: .*\r?\n/gm, ''))
rmSync(directory, { recursive: true })
process.exitCode = status ?? 1
