// What a run prints: the lines of its log, and the annotation with which it ends.
import { error, info, notice, warning } from '@actions/core'
import { redact } from '../token/redact.ts'
import type { Environment } from './machine.ts'
import { withTitle } from './titled-error.ts'

/** Prints a line. Parts of it may come from others: none of it becomes a workflow command. */
export function say(line: string): void {
  info(redact(line, []).replace(/\s+/g, ' '))
}

/** Prints a warning annotation. */
export function warn(title: string, message: string): void {
  warning(message, { title: prefix + title })
}

/** Prints a notice annotation. */
export function notify(title: string, message: string): void {
  notice(message, { title: prefix + title })
}

const prefix = 'Choreo: '

/**
 * Fails the step with one annotation, which ends with a link to its explanation.
 *
 * @param secrets hidden in the message
 * @returns the parts of the annotation; the link may be empty
 */
export function fail(thrown: unknown, secrets: readonly string[], env: Environment) {
  process.exitCode = 1
  const { message: unsafe, title } = withTitle('Unexpected error', thrown)
  const [message, link] = [redact(unsafe, secrets), linkTo(title, env)]
  error(link === '' ? message : `${message}\nMore: ${link}`, { title: prefix + title })
  return { title, message, link }
}

// In the documentation of the version that runs. A local action has no repository.
function linkTo(title: string, env: Environment): string {
  const { GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF } = env
  if (!GITHUB_SERVER_URL || !GITHUB_ACTION_REPOSITORY || !GITHUB_ACTION_REF) return ''
  const page = `${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF}/docs/troubleshooting.md`
  const heading = title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
  return encodeURI(`${GITHUB_SERVER_URL}/${page}#${heading}`)
}
