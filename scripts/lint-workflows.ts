// Checks what GitHub reads of this repository besides code: workflows, examples, action.yml files and
// shell scripts. scripts/tools.ts installs the linters.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { tool } from './tools.ts'

const root = join(import.meta.dirname, '..')
const workflows = find('.github/workflows/*.yml', 'examples/*.yml')
const actions = find('action.yml', 'logout/action.yml', '.github/actions/*/action.yml')
const scripts = find('.ci/run', 'scripts/**/*.sh')
const all = [...workflows, ...actions, ...find('.github/dependabot.yml')]

const strict = ['--offline', '--pedantic', '--quiet', '--strict-collection']
const shellcheck = tool('shellcheck')
const passed = [
  check(process.execPath, 'scripts/schema.ts', ...workflows, ...actions),
  check(tool('actionlint'), '-shellcheck', shellcheck, '-pyflakes=', ...workflows),
  check(tool('zizmor'), ...strict, '--config', '.github/zizmor.yml', ...all),
  check(shellcheck, ...scripts),
]
if (passed.includes(false)) process.exit(1)
console.log(
  `No complaints about ${workflows.length} workflows, ${actions.length} actions and ${scripts.length} scripts.`,
)

function find(...patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()
}

function check(command: string, ...args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error !== undefined) console.error(`${command} cannot be run: ${error.message}`)
  return status === 0
}
