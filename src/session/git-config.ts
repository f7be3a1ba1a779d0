// The git configuration in a session's home. A CLI that starts git finds the user's own configuration,
// and what it writes stays in the session. Pure.
import { isAbsolute, join } from 'node:path'
import type { Environment } from '../runner/machine.ts'

/**
 * Returns the text of a `.gitconfig` that includes both configuration files of the user, in git's order.
 * git ignores included files that do not exist, so later steps may create them.
 *
 * @param home the user's home, where the environment names none; may be empty
 */
export function gitConfig(env: Environment, home: string): string {
  const own = env['HOME'] || home
  const files = [
    join(env['XDG_CONFIG_HOME'] || join(own, '.config'), 'git', 'config'),
    join(own, '.gitconfig'),
  ]
  return files
    .filter((path) => isAbsolute(path))
    .map((path) => `[include]\n\tpath = ${quoted(path)}\n`)
    .join('')
}

// https://git-scm.com/docs/git-config#_syntax
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}
