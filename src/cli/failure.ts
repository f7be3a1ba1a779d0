// What a CLI's failure means, in the words of a person who has to mend it at night. Pure.
// The exit code decides that it is a failure; what was printed only explains it.

import { redact } from '../token/token.ts'
import type { Outcome } from './run.ts'

export interface Failure {
  /** For the annotation; never holds anything that the CLI or the user wrote. */
  readonly title: string
  /** What happened, why it is likely, what to do, and what the CLI said, redacted. */
  readonly message: string
  /** Refused: another token may be accepted. Passing: the same may work a moment later. */
  readonly kind: 'refused' | 'passing' | 'other'
}

/**
 * Explains why a call of the CLI failed.
 *
 * @param outcome how the CLI ended, without success
 * @param tokens what must not be in the message
 * @returns title, message and what may help
 */
export function explain(outcome: Outcome, tokens: readonly string[]): Failure {
  const { stdout, stderr, startError } = outcome
  // The end of what was said on standard error comes last: the quotation shows last lines.
  const printed = [stdout, stderr, startError].map((text) => text.slice(-longestRead)).join('\n')
  const { kind, title, why } = meaningOf(outcome, plainly(printed, tokens)) ?? unknown
  const quoted = quote(
    withoutUsage(redact(printed, tokens)),
    startError === '' ? 'CLI' : 'operating system',
  )
  return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') }
}

/**
 * Quotes what was said: its first and last lines, as they may be shown.
 *
 * @param said redacted text
 * @returns at most six lines of at most 300 characters, or nothing when there is nothing to quote
 */
export function quote(said: string, speaker = 'CLI'): string {
  const lines = said
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`)
  if (lines.length === 0) return ''
  const left = lines.length - firstLines - lastLines
  const shown =
    left <= 0
      ? lines
      : [...lines.slice(0, firstLines), `  … ${left} more lines`, ...lines.slice(-lastLines)]
  return [`The ${speaker} said:`, ...shown].join('\n')
}

const longestRead = 16_384
const firstLines = 2
const lastLines = 4
const longestLine = 300

// A token may hold words such as "expired": it is taken out before words are looked for, and only as a
// whole, since a part of it may be an ordinary word of the message.
function plainly(printed: string, tokens: readonly string[]): string {
  const text = withoutUsage(redact(printed, []))
  return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text)
}

// Many CLIs print all that they can do after an error. It would hide the error in a quotation, and its
// words ("--timeout", "token") explain nothing.
function withoutUsage(said: string): string {
  return said.replace(/^Usage:\n(?:(?:[ \t].*|[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '')
}

function meaningOf(outcome: Outcome, said: string): Meaning | undefined {
  // What a CLI adds in passing must not explain the failure, and a warning only where nothing else does.
  const texts = [asides, adverts].map((lines) => said.replace(lines, ''))
  return (
    meanings.find(({ ended }) => ended?.(outcome, said)) ??
    texts
      .flatMap((text) => [
        meanings.find(({ surely }) => surely?.some((words) => words.test(text))),
        meanings.find(({ likely }) => likely?.test(text)),
      ])
      .find((meaning) => meaning !== undefined)
  )
}

const asides = /^[^\w\n]*(notice|note|tip|hint|info|debug|warn(ing)?)\b.*/gim
const adverts = /^[^\w\n]*(notice|note|tip|hint)\b.*/gim

function ending({ exitCode, signal, stopped }: Outcome): string {
  if (stopped !== undefined) return ''
  if (signal !== null) return `The signal was ${signal}.`
  return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`
}

interface Meaning {
  readonly kind: Failure['kind']
  readonly title: string
  readonly why: string
  /** The way in which the process ended tells it. */
  readonly ended?: (outcome: Outcome, said: string) => boolean
  /** Words that leave no doubt. */
  readonly surely?: readonly RegExp[]
  /** Words that could stand beside another cause, and count when there is none. */
  readonly likely?: RegExp
}

const newToken =
  'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
  'store it in the secret that the workflow reads. The page "Using personal access tokens" of https://wso2.com/choreo/docs/ ' +
  'shows the way.'

/** In the order in which they are tried. */
export const meanings: readonly Meaning[] = [
  {
    kind: 'other',
    title: 'Login cancelled',
    why: 'The run was cancelled while the CLI was at work.',
    ended: ({ stopped }) => stopped === 'cancelled',
  },
  {
    kind: 'other',
    title: 'Login timed out',
    why:
      'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
      'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
      'and check proxy and firewall of the runner.',
    ended: ({ stopped }) => stopped === 'timeout',
  },
  {
    kind: 'other',
    title: 'CLI cannot be run',
    why:
      'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
      'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
    ended: ({ startError, exitCode }, said) =>
      startError !== '' ||
      ((exitCode === 126 || exitCode === 127) &&
        /not found|permission denied|cannot execute|no such file/i.test(said)),
    surely: [
      // What a shell says that takes a program for another processor as a script: Node hands it over.
      /: (line )?\d+: (\S+: )?syntax error/i,
      /exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
    ],
  },
  {
    kind: 'other',
    title: 'CLI was killed',
    why:
      'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
      'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
    // A shell that starts the CLI reports its signal in the exit code, as 128 and the signal's number.
    ended: ({ exitCode, signal }) =>
      signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
  },
  {
    kind: 'other',
    title: 'Login failed silently',
    why:
      'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
      'input `cli-version`.',
    ended: (_, said) => said.trim() === '',
  },
  {
    kind: 'other',
    title: 'CLI too old',
    why:
      'This version of the CLI cannot log in with a token: it does not know `login --with-token`. Set the input `cli-version` to ' +
      '`latest` or a newer version, or update the CLI that `cli-path` names.',
    surely: [
      /(unknown|unrecogni[sz]ed|undefined|invalid|not defined)\b.{0,30}with-token/i,
      /unknown command "?login\b/i,
    ],
  },
  {
    kind: 'refused',
    title: 'Token refused',
    why: `Choreo refused the Personal Access Token: it is invalid, has expired or was revoked. ${newToken}`,
    surely: [
      ...status('401'),
      /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i,
    ],
    likely:
      /\b(token|credential)s?\b[^.\n]{0,60}\b(invalid|expired|revoked|rejected|refused|inactive|incorrect|malformed|not (valid|active|accepted|recogni[sz]ed))\b|\b(invalid|expired|revoked|inactive|bad|wrong|incorrect|malformed)\b[^.\n]{0,40}\b(token|credential)|authentication failed/i,
  },
  {
    kind: 'other',
    title: 'Token lacks permission',
    why:
      'Choreo knows the Personal Access Token, but does not allow what the CLI asked for: the token lacks a scope, or its owner ' +
      'lacks access. Create a new one with the scopes that the job needs in the Choreo Console (profile picture, Account ' +
      'Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
    surely: [...status('403'), /\bforbidden\b|insufficient_scope/i],
    likely:
      /\b(missing|lacks?|insufficient|required?)\b[^.\n]{0,40}\b(scopes?|permissions?|privileges?)\b|access denied|not (authori[sz]ed|permitted|allowed)/i,
  },
  {
    kind: 'other',
    title: 'Certificate not trusted',
    why:
      'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
      'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
    surely: [
      /\bx509\b|certificate (is|has|signed|verif)|self[- ]signed certificate|unknown authority/i,
    ],
  },
  {
    kind: 'other',
    title: 'No keyring',
    why:
      'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
      'asked to use files (`SKIP_KEYRING=true`). Versions that know that variable do: set the input `cli-version` to `latest` ' +
      'or a newer version.',
    surely: [
      /org\.freedesktop\.secrets|dbus-launch|autolaunch d-?bus/i,
      /\b(failed|failure|unable|cannot|could not|error)\b.{0,60}\b(keyring|keychain|secret service)/i,
    ],
    likely:
      /\b(keyring|keychain|secret service)\b.{0,60}\b(failed|denied|locked|error|unavailable|not)\b/i,
  },
  {
    kind: 'passing',
    title: 'Choreo out of reach',
    why:
      'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
      'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
      'page of Choreo.',
    surely: [
      ...status('408|425|429|5\\d\\d'),
      /too many requests|internal server error|bad gateway|service unavailable|gateway time-?out/i,
      /no such host|server misbehaving|temporary failure in name resolution|getaddrinfo|\b(ENOTFOUND|EAI_AGAIN|E(CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH))\b/i,
      /connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|unexpected eof|: eof"?\s*$/im,
      /\b(i\/o|handshake|dial|read|connect|request|response|operation|lookup \S+:?) (timeout|timed out)|deadline exceeded|client\.timeout|timeout (awaiting|exceeded)|handshake failure/i,
      // A sign-in page or an error page of a proxy where an answer in JSON was to be.
      /invalid character .{1,20} looking for|unexpected token .{1,20} json|unexpected end of json/i,
    ],
    likely:
      /\btime(d)?[ -]?out\b|\brate limit|\beof\b|try again (later|in|after|shortly)|temporarily|network (error|connection)|(failed|unable) to connect|could not connect/i,
  },
]

/** When nothing applies. */
export const unknown = {
  kind: 'other',
  title: 'Login failed',
  why:
    'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
    'have changed.',
} as const

// A status of HTTP, and not a port, an id, a size or a number of things: by the words around it.
function status(codes: string): readonly RegExp[] {
  return [
    new RegExp(
      `(?:status|code|\\bhttp(?:/[\\d.]+)?|\\berror)[^\\w/]{1,4}(?:${codes})\\b(?![-.:]?\\d)`,
      'i',
    ),
    new RegExp(
      `\\b(?:failed|response|request|with|returned|answered|replied|got|received)[^\\w/]{1,3}(?:${codes})\\b(?=[\\])},;]|[.:]?\\s*$|[.:]\\s)`,
      'im',
    ),
  ]
}
