// The programs that checks and tests need besides npm packages. scripts/tools pins their versions: go.mod
// and go.sum those of Go, requirements.txt those of Python. They are installed once per machine, into a
// cache directory that all clones share: node scripts/tools.ts [go|python]
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

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

/** The directory's name changes with the pinned versions, so an outdated installation is never used. */
function directoryOf(language: Language): string {
  const hash = createHash('sha256')
  for (const file of files[language]) hash.update(readFileSync(join(pins, file)))
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(cache, 'choreo-login', `${language}-${hash.digest('hex').slice(0, 12)}`)
}

function install(language: Language): void {
  const directory = directoryOf(language)
  const marker = join(directory, 'complete')
  if (existsSync(marker)) return
  console.log(`Installing the tools of ${language === 'go' ? 'Go' : 'Python'} into ${directory}.`)
  rmSync(directory, { recursive: true, force: true })
  if (language === 'go') {
    // Without inlining, debug information and C, compiling takes about 30 % less time.
    const options = ['-gcflags=all=-l', '-ldflags=-s -w']
    run('go', ['install', ...options, 'tool'], { GOBIN: directory, GOFLAGS: '', CGO_ENABLED: '0' })
  } else {
    run('python3', ['-m', 'venv', directory])
    const options = ['--quiet', '--disable-pip-version-check', '--require-hashes']
    const requirements = join(pins, 'requirements.txt')
    run(join(directory, 'bin', 'pip'), ['install', ...options, '--requirement', requirements])
  }
  writeFileSync(marker, '')
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  try {
    execFileSync(command, args, { cwd: pins, stdio: 'inherit', env: { ...process.env, ...env } })
  } catch (error) {
    console.error(
      `The tools could not be installed (${(error as Error).message}). They need Go 1.25 or later, ` +
        'Python 3 with venv, and a connection to the registries of Go and Python.',
    )
    process.exit(1)
  }
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  for (const language of ['go', 'python'] as const) {
    if (wanted.length === 0 || wanted.includes(language)) install(language)
  }
}
