// Checks what GitHub reads of this repository besides code: workflows, examples, action.yml files and
// shell scripts. The linters come from the registries of Go and Python, in the versions named here, and
// stay in .tools. Where one cannot be had, this fails.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tools = join(root, '.tools')
const requirements = join(root, 'scripts', 'lint', 'requirements.txt')
const actionlint = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'

const workflows = find('.github/workflows/*.yml', 'examples/*.yml')
const actions = find('action.yml', 'logout/action.yml', '.github/actions/*/action.yml')
const scripts = find('.ci/run', 'scripts/**/*.sh')
const bin = { go: join(tools, 'go'), python: join(tools, 'python', 'bin') }

install('actionlint', actionlint, installActionlint)
install('zizmor and shellcheck', readFileSync(requirements, 'utf8'), installFromPython)

const shellcheck = join(bin.python, 'shellcheck')
const zizmorOptions = [
  '--offline',
  '--pedantic',
  '--quiet',
  '--strict-collection',
  '--config',
  '.github/zizmor.yml',
]
const zizmored = [...workflows, ...actions, ...find('.github/dependabot.yml')]
const passed = [
  check(process.execPath, ['scripts/schema.ts', ...workflows, ...actions]),
  check(join(bin.go, 'actionlint'), ['-shellcheck', shellcheck, '-pyflakes=', ...workflows]),
  check(join(bin.python, 'zizmor'), [...zizmorOptions, ...zizmored]),
  check(shellcheck, scripts),
]
if (passed.includes(false)) process.exit(1)
console.log(
  `No complaints about ${workflows.length} workflows, ${actions.length} actions and ${scripts.length} scripts.`,
)

function find(...patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()
}

/** Installs what is not there in this very version. */
function install(name: string, version: string, how: () => void): void {
  const done = join(tools, `${name}.version`)
  if (existsSync(done) && readFileSync(done, 'utf8') === version) return
  console.log(`Installing ${name}.`)
  try {
    how()
  } catch (error) {
    console.error(`${name} cannot be had here: ${(error as Error).message}`)
    process.exit(1)
  }
  writeFileSync(done, version)
}

function installActionlint(): void {
  execFileSync('go', ['install', actionlint], {
    env: { ...process.env, GOBIN: bin.go, GOFLAGS: '' },
    stdio: 'inherit',
  })
}

function installFromPython(): void {
  const environment = join(tools, 'python')
  rmSync(environment, { recursive: true, force: true })
  execFileSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' })
  const args = ['install', '--quiet', '--require-hashes', '--requirement', requirements]
  execFileSync(join(bin.python, 'pip'), args, { stdio: 'inherit' })
}

function check(command: string, args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error !== undefined) console.error(`${command} cannot be run: ${error.message}`)
  return status === 0
}
