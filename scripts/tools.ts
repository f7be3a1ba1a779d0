// The programs that checks and tests need besides npm packages. scripts/tools pins their versions: go.mod
// and go.sum those of Go, requirements.txt those of Python. They are installed once per machine, into a
// cache directory that all clones share: node scripts/tools.ts [go|python]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

type Language = 'go' | 'python'

const pins = join(import.meta.dirname, 'tools')
const files = { go: ['go.mod', 'go.sum'], python: ['requirements.txt'] }
const suffix = process.platform === 'win32' ? '.exe' : ''

/** Returns the absolute path of a program, which `node scripts/tools.ts` installs. `server` is toxiproxy's. */
export function tool(name: 'act' | 'actionlint' | 'server' | 'shellcheck' | 'zizmor'): string {
  const isGo = ['act', 'actionlint', 'server'].includes(name)
  const path = join(isGo ? directoryOf('go') : join(directoryOf('python'), 'bin'), name + suffix)
  if (!existsSync(path)) throw new Error(`${name} is not installed: run node scripts/tools.ts`)
  return path
}

/** Where the tools are once they are complete. The name changes with the pinned versions. */
function directoryOf(language: Language): string {
  const hash = createHash('sha256')
  for (const file of files[language]) hash.update(readFileSync(join(pins, file)))
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(cache, 'choreo-login', `${language}-tools-${hash.digest('hex').slice(0, 12)}`)
}

// They are installed beside their place and then moved there: an installation that was interrupted is
// never used, and two that run at once do not disturb each other.
function install(language: Language): void {
  const directory = directoryOf(language)
  if (existsSync(directory)) return
  console.log(`Installing the tools of ${language === 'go' ? 'Go' : 'Python'} into ${directory}.`)
  mkdirSync(dirname(directory), { recursive: true })
  const staging = mkdtempSync(`${directory}-`)
  try {
    if (language === 'go') installGoTools(staging)
    else installPythonTools(staging)
    renameSync(staging, directory)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    // Another process was faster.
    if (existsSync(directory)) return
    console.error((error as Error).message)
    process.exit(1)
  }
}

function installGoTools(GOBIN: string): void {
  // Without inlining, debug information and C, compiling takes about 30 % less time.
  const options = ['-gcflags=all=-l', '-ldflags=-s -w']
  run('go', ['install', ...options, 'tool'], { GOBIN, GOFLAGS: '', CGO_ENABLED: '0' })
}

function installPythonTools(directory: string): void {
  run('python3', ['-m', 'venv', directory])
  const options = ['--quiet', '--disable-pip-version-check', '--require-hashes']
  const requirements = ['--requirement', join(pins, 'requirements.txt')]
  // The script `pip` would name this directory, which is moved.
  run(join(directory, 'bin', 'python'), ['-m', 'pip', 'install', ...options, ...requirements])
}

/**
 * Runs a command, whose output is of interest only when it fails.
 *
 * @throws Error with the output
 */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const options = { cwd: pins, env: { ...process.env, ...env }, encoding: 'utf8' } as const
  const { status, error, stdout, stderr } = spawnSync(command, args, options)
  if (status === 0) return
  throw new Error(
    `${stdout ?? ''}${stderr ?? ''}\nThe tools could not be installed: ${command} failed ` +
      `(${error?.message ?? `exit code ${status}`}). They need Go 1.25 or later, Python 3 with venv, ` +
      'and a connection to the registries of Go and Python.',
  )
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  for (const language of ['go', 'python'] as const) {
    if (wanted.length === 0 || wanted.includes(language)) install(language)
  }
}
