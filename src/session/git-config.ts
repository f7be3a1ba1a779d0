// What git, started by the CLI, reads in a session's home: the user's own configuration. What it writes
// stays in the session.
import { isAbsolute, join } from 'node:path'

/**
 * Returns the text of a `.gitconfig` that includes both files in which git looks for a user's
 * configuration, in git's order. Files that do not exist are no error to git, so they may come later.
 *
 * @param env the environment of the step
 * @param home the user's home, where the environment names none; empty when there is none at all
 */
export function gitConfig(env: Readonly<Record<string, string | undefined>>, home: string): string {
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
