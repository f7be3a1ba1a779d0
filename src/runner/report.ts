// What a run prints: the lines of its log, and its annotations.
import { error, info, notice, warning } from '@actions/core'
import { redact } from '../token/redact.ts'
import type { Environment } from './machine.ts'
import { withTitle } from './titled-error.ts'

/**
 * Prints a line. Parts of it may come from others: none of it becomes a workflow command. Only line breaks are
 * replaced, because the runner masks a secret only where it is unchanged.
 */
export function say(line: string): void {
  info(redact(line, []).replaceAll('\n', ' '))
}

/** Prints a warning annotation, which ends with a link to its explanation. */
export function warn(title: string, message: string, env: Environment): void {
  annotate(warning, title, message, env)
}

/** Prints a notice annotation, which ends with a link to its explanation. */
export function notify(title: string, message: string, env: Environment): void {
  annotate(notice, title, message, env)
}

/**
 * Fails the step with one annotation, which ends with a link to its explanation.
 *
 * @param secrets hidden in the message
 * @returns the parts of the annotation; the link may be empty
 */
export function fail(thrown: unknown, secrets: readonly string[], env: Environment) {
  process.exitCode = 1
  const { message: unsafe, title } = withTitle('Unexpected error', thrown)
  const message = redact(unsafe, secrets)
  annotate(error, title, message, env)
  return { title, message, link: linkTo(title, env) }
}

// The runner cuts an annotation after 4,096 characters, and shows the whole message in the log.
const maxLength = 4095
const cutNote = '… The log of this step shows the whole message.'

function annotate(print: typeof error, title: string, message: string, env: Environment): void {
  const end = `\nMore: ${linkTo(title, env) || `docs/troubleshooting.md, *${title}*`}`
  const room = maxLength - end.length
  const isWhole = message.length <= room
  if (!isWhole) info(redact(message, []))
  const shown = isWhole ? message : `${beginning(message, room - cutNote.length - 1)}\n${cutNote}`
  print(`${shown.trimStart()}${end}`, { title: `Choreo: ${title}` })
}

// In whole lines: the runner masks a secret only where it is whole.
function beginning(message: string, length: number): string {
  return message.slice(0, Math.max(0, message.lastIndexOf('\n', length)))
}

// In the documentation of the version that runs. A local action has no repository, and a server of a company
// does not have the one of an action on github.com.
function linkTo(title: string, env: Environment): string {
  const { GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF } = env
  const isPublic = GITHUB_SERVER_URL === 'https://github.com'
  if (!isPublic || !GITHUB_ACTION_REPOSITORY || !GITHUB_ACTION_REF) return ''
  const page = `${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF}/docs/troubleshooting.md`
  const heading = title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
  return encodeURI(`${GITHUB_SERVER_URL}/${page}#${heading}`)
}
