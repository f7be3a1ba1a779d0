// What a CLI's failure means, in the words of a person who has to mend it at night. Pure.
// The exit code decides that it is a failure; what was printed only explains it.
import type { Outcome } from './cli.ts'
import { redact } from './token.ts'

export interface Failure {
  /** For the annotation; never holds anything that the CLI or the user wrote. */
  readonly title: string
  /** What happened, why it is likely, what to do, and what the CLI said, redacted. */
  readonly message: string
  /** Refused: another token may be accepted. Passing: the same may work a moment later. */
  readonly kind: 'refused' | 'passing' | 'other'
}

interface Meaning {
  readonly kind: Failure['kind']
  readonly title: string
  readonly why: string
  readonly applies: (outcome: Outcome, said: string) => boolean
}

const newToken =
  'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
  'store it in the secret that the workflow reads.'

/** In the order in which they are tried: the first that applies explains. */
const meanings: readonly Meaning[] = [
  {
    kind: 'other',
    title: 'Login cancelled',
    why: 'The run was cancelled while the CLI was logging in.',
    applies: ({ stopped }) => stopped === 'cancelled',
  },
  {
    kind: 'other',
    title: 'Login timed out',
    why:
      'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
      'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
      'and check proxy and firewall of the runner.',
    applies: ({ stopped }) => stopped === 'timeout',
  },
  {
    kind: 'other',
    title: 'CLI cannot be run',
    why:
      'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
      'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
    applies: ({ startError, exitCode }, said) =>
      startError !== '' ||
      ((exitCode === 126 || exitCode === 127) &&
        /not found|exec format error|permission denied|cannot execute|no such file/i.test(said)),
  },
  {
    kind: 'other',
    title: 'CLI was killed',
    why:
      'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
      'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
    applies: ({ exitCode, signal }) => signal !== null || exitCode === null,
  },
  {
    kind: 'other',
    title: 'CLI too old',
    why:
      'This version of the CLI cannot log in with a token: it does not know `--with-token`. Set the input `cli-version` to ' +
      '`latest` or a newer version, or update the CLI that `cli-path` names.',
    applies: (_, said) => /unknown (flag|shorthand flag|option)\b.*with-token/i.test(said),
  },
  {
    kind: 'other',
    title: 'No keyring',
    why:
      'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
      'asked to use files (`SKIP_KEYRING=true`). Versions that know that variable do: set the input `cli-version` to `latest` ' +
      'or a newer version.',
    applies: (_, said) => /keyring|org\.freedesktop\.secrets|secret service|keychain/i.test(said),
  },
  {
    kind: 'refused',
    title: 'Token refused',
    why: `Choreo refused the Personal Access Token: it is invalid, has expired or was revoked. ${newToken}`,
    applies: (_, said) =>
      /\b401\b|unauthori[sz]ed|unauthenticated|invalid[ _]token|(token|credential)s?\b.{0,60}\b(invalid|expired|revoked|rejected|not valid)|(invalid|expired|revoked|bad)\b.{0,40}\b(token|credential)/i.test(
        said,
      ),
  },
  {
    kind: 'other',
    title: 'Token lacks permission',
    why:
      'Choreo knows the Personal Access Token, but does not allow it to log in: it lacks a scope, or its owner lacks access. ' +
      'Scopes cannot be added to a token. Create a new one with the scopes that the job needs in the Choreo Console (profile ' +
      'picture, Account Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
    applies: (_, said) =>
      /\b403\b|forbidden|(missing|lacks?|insufficient|required)\b.{0,40}\b(scopes?|permissions?)/i.test(
        said,
      ),
  },
  {
    kind: 'other',
    title: 'Certificate not trusted',
    why:
      'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
      'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
    applies: (_, said) => /x509|certificate (is|has|signed|verify)|unknown authority/i.test(said),
  },
  {
    kind: 'passing',
    title: 'Choreo out of reach',
    why:
      'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
      'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
      'page of Choreo.',
    applies: (_, said) =>
      /no such host|lookup .{1,200}(timeout|misbehaving|server)|temporary failure in name|getaddrinfo|connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|i\/o timeout|time(d)?[ -]?out|deadline exceeded|tls handshake|handshake failure|unexpected eof|\beof\b|too many requests|rate limit|\b(408|429|500|502|503|504)\b|bad gateway|service unavailable|gateway time|internal server error|try again/i.test(
        said,
      ),
  },
  {
    kind: 'other',
    title: 'Login failed silently',
    why:
      'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
      'input `cli-version`.',
    applies: (_, said) => said.trim() === '',
  },
]

const unknown = {
  kind: 'other',
  title: 'Login failed',
  why:
    'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
    'have changed.',
} as const

/**
 * Explains why a login failed.
 *
 * @param outcome how the CLI ended, without success
 * @param tokens what must not be in the message
 * @returns title, message and what may help
 */
export function explain(outcome: Outcome, tokens: readonly string[]): Failure {
  const { stderr, stdout, startError } = outcome
  const printed = [stderr, stdout, startError].map((text) => text.slice(-longestQuoted))
  const said = redact(printed.join('\n'), tokens)
  const { kind, title, why } = meanings.find(({ applies }) => applies(outcome, said)) ?? unknown
  return { kind, title, message: [why, ending(outcome), quote(said)].filter(Boolean).join('\n') }
}

function ending({ exitCode, signal, stopped }: Outcome): string {
  if (stopped !== undefined) return ''
  if (signal !== null) return `The signal was ${signal}.`
  return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`
}

const longestQuoted = 16_384
const mostLines = 6
const longestLine = 300

/**
 * Quotes what a CLI said: its last lines, as they may be shown.
 *
 * @param said redacted text
 * @returns at most six lines of at most 300 characters, or nothing when there is nothing to quote
 */
export function quote(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  if (lines.length === 0) return ''
  const shown = lines
    .slice(-mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
  const left = lines.length - shown.length
  return [
    'The CLI said:',
    ...(left > 0 ? [`  … ${left} lines before`] : []),
    ...shown.map((line) => `  ${line}`),
  ].join('\n')
}
