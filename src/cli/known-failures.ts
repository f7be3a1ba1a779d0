// The failures of the CLI that have an explanation. Pure.
// A row is here because it changes what happens next, or because its advice is not in the general advice.
import type { Outcome } from './run.ts'

/** A row of the table. The first row that applies explains a failure. */
export interface KnownFailure {
  /**
   * What may help: another token (`refused`, `forbidden`, `unknown`), or the same call a moment later
   * (`transient`). Undefined: neither.
   */
  readonly kind?: 'refused' | 'forbidden' | 'unknown' | 'transient'
  /** The title of the annotation. */
  readonly title: string
  /** What failed, in at most 15 words. */
  readonly what: string
  /** What to do. */
  readonly advice: string
  /** How the process ended identifies the failure. */
  readonly ended?: (outcome: Outcome, text: string) => boolean
  /** Words that identify it. */
  readonly words?: RegExp
}

/** How to replace a token. */
export const createToken =
  'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
  'store it in the secret that the workflow reads.'

const refused = {
  kind: 'refused',
  title: 'Token refused',
  what: 'Choreo refused the Personal Access Token: it is invalid, expired or revoked.',
  advice: `${createToken} See "Using personal access tokens" in https://wso2.com/choreo/docs/.`,
} as const

const unreachable = {
  kind: 'transient',
  title: 'Choreo unreachable',
  what: 'The CLI could not reach Choreo, or Choreo could not respond.',
  advice:
    'Usually temporary: re-run the job. Otherwise check the firewall of the runner, the proxy with the user name and ' +
    'the password in `HTTPS_PROXY`, and the status page of Choreo.',
} as const

export const knownFailures: readonly KnownFailure[] = [
  {
    title: 'Login timed out',
    what: 'The CLI did not finish in time, so the action stopped it.',
    advice:
      'Re-run the job. If it happens often, raise the input `timeout-seconds`, and check the proxy and ' +
      'the firewall of the runner.',
    ended: ({ limit }) => limit === 'timeout',
  },
  {
    title: 'CLI printed too much',
    what: 'The CLI printed more than 4 MiB, so the action stopped it.',
    advice: 'Re-run the job. If it happens again, set the input `cli-version` to another version.',
    ended: ({ limit }) => limit === 'output',
  },
  {
    title: 'CLI crashed',
    what: 'The CLI crashed.',
    advice:
      'Set the input `cli-version` to `latest`: versions before v1.2.25 crash at a login with a Personal ' +
      'Access Token. Report crashes of newer versions to WSO2.',
    // The end of each panic of Go.
    words: /^goroutine \d+ \[/m,
  },
  {
    title: 'CLI is a shim',
    what: 'The CLI in `cli-path` seems to be a shim of asdf or mise.',
    advice:
      'Set `cli-path` to the executable that `asdf which choreo` or `mise which choreo` prints. A shim reads its ' +
      'settings from the home of the machine, and each session has a home of its own.',
    // Exit code 126 without a word is how some versions of asdf end.
    ended: ({ exitCode }, text) => (exitCode === 126 || exitCode === 127) && text.trim() === '',
    // Below `installs` is the executable itself.
    words: /\b(asdf|mise)\b(?![\\/]installs)|no version is set for (command|shim)\b/i,
  },
  {
    title: 'CLI cannot be run',
    what: 'The CLI is missing, not executable, or built for another system.',
    advice:
      'Check the input `cli-path`, or remove it to get the matching CLI. The processor or the C library ' +
      'may differ: Alpine reports an executable for glibc as "not found".',
    ended: ({ startError, exitCode }) => startError !== '' || exitCode === 126 || exitCode === 127,
    // Node passes an executable for another processor to a shell, which reads it as a script.
    words:
      /: (line )?\d+: (\S+: )?syntax error|exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
  },
  {
    title: 'CLI was killed',
    what: 'A signal ended the CLI.',
    advice:
      'Re-run the job. If it happens again, use a runner with more memory, or set the input `cli-version` ' +
      'to another version.',
    // A shell that starts the CLI reports a signal as exit code 128 plus the number of the signal.
    ended: ({ exitCode, signal }) =>
      signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
  },
  {
    title: 'Login failed silently',
    what: 'The CLI failed without printing an error.',
    advice: 'Re-run the job. If it happens again, set the input `cli-version` to another version.',
    ended: (_, text) => text.trim() === '',
  },
  {
    title: 'CLI too old',
    what: 'This version of the CLI does not know the command or fails for every command.',
    advice:
      'Set the input `cli-version` to `latest` or a newer version, or update the CLI in `cli-path`.',
    // As Go's libraries for command lines word it; v1.2.25-wdp has a duplicate shorthand flag.
    words:
      /\bunknown (command|flag|shorthand)\b|\bflag provided but not defined\b|\bduplicate shorthand flag\b/i,
  },
  {
    title: 'No organization',
    what: 'The token is valid, but its account belongs to no organization.',
    advice:
      'Sign in to the Choreo Console with that account once and create an organization, or ask an ' +
      'administrator for an invitation.',
    // `NoOrgsAvailable` is public, the other words are guessed.
    words:
      /\bNoOrgsAvailable\b|\bno (available )?org(ani[sz]ation)?s? (is |are |was |were )?(attached|available|found|associated|exists?)\b|(\bnot|n't) (belong to|a member of|have|part of) any org(ani[sz]ation)?s?\b/i,
  },
  {
    title: 'Certificate not trusted',
    what: 'The CLI does not trust the certificate of the server.',
    advice:
      'Set `SSL_CERT_FILE` to the certificate authority of a proxy that inspects traffic. Otherwise check ' +
      'the clock of the runner.',
    // As Go words it. Before the refusals, because a certificate can have expired too.
    words: /\bx509\b|self[- ]signed certificate|unknown authority/i,
  },
  // Both have certain words and vague ones: a refusal can be logged beside a broken connection, and what
  // cannot be reached is often an endpoint for tokens.
  {
    ...refused,
    // Standards, and names in WSO2's public code. gRPC also uses `Unauthenticated` when the client could not get
    // its credentials.
    words: new RegExp(
      `${httpStatus('401')}|\\bunauthori[sz]ed\\b|\\bunauthenticated\\b(?! desc = transport)|\\binvalid_?(token|grant)\\b|` +
        '\\bTokenNotFound\\b',
      'i',
    ),
  },
  {
    ...unreachable,
    // As HTTP, Go and operating systems word it. Behind the URL of a request that got no response, Go prints the
    // reason, or the status text of the proxy that refused it. Invalid JSON is usually the page of a proxy.
    words: new RegExp(
      `${httpStatus('407|408|425|429|5\\d\\d')}|too many requests|proxy authentication required|` +
        'internal server error|bad gateway|service unavailable|gateway time-?out|deadline exceeded|' +
        '"https?:[^"]+": (forbidden|(unexpected )?eof)\\b|\\b(net/http|http2): |handshake failure|' +
        'i/o timeout|invalid character .{1,20} looking for|' +
        '\\b(dial|read|write|proxyconnect) tcp\\b|no such host|server misbehaving|name resolution|' +
        'connection (refused|reset|closed|aborted)|broken pipe|network is (unreachable|down)|no route to host|' +
        '\\b(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)\\b',
      'i',
    ),
  },
  {
    ...refused,
    // Guesses, behind a name in WSO2's public code: no public text shows what the CLI prints.
    words: new RegExp(
      '\\bRefreshToken\\b|failed to refresh (the )?(user )?session|' +
        '\\b(token|credentials?)\\b[^.\\n]{0,40}\\b(invalid|expired|(?<!not |be )revoked|rejected|refused|not valid)\\b|' +
        '\\b(invalid|expired|revoked|wrong)\\b[^.\\n]{0,40}\\b(token|credentials?)\\b|authentication failed',
      'i',
    ),
  },
  {
    kind: 'forbidden',
    title: 'Token lacks permission',
    what: 'Choreo accepted the token, but does not allow the request.',
    advice:
      'Create a token with the scopes that the job needs, for a user with access, and store it in the ' +
      'secret that the workflow reads.',
    // The words behind the standard ones are guessed. A wrong method, an operation that the system refuses, and
    // a locked keychain have other causes.
    words: new RegExp(
      `${httpStatus('403')}|\\bforbidden\\b|insufficient_scope|` +
        '\\b(missing|lacks?|insufficient)\\b[^.\\n]{0,40}\\b(scopes?|permissions?|privileges?)\\b|' +
        'access denied|(?<!method |operation |interaction is )not (authori[sz]ed|permitted|allowed)',
      'i',
    ),
  },
  {
    ...unreachable,
    words: /temporarily|try again later|\btime(d )?-?out\b|\beof\b/i,
  },
  {
    title: 'No keyring',
    what: 'The CLI tried to use the keyring, which runners do not have.',
    advice:
      'Set the input `cli-version` to `latest` or a newer version: this version seems to ignore ' +
      '`SKIP_KEYRING=true`, which the action sets.',
    // Last, because newer versions only mention the keyring and go on with files.
    words:
      /org[./]freedesktop[./]secrets|dbus-launch|\bKeyringAccess\b|\b(failed|unable|cannot|could not)\b.{0,60}\b(keyring|keychain)\b/i,
  },
]

export const unknownFailure: KnownFailure = {
  kind: 'unknown',
  title: 'Login failed',
  what: 'The CLI failed for a reason that this action does not recognize.',
  advice: [
    'What to do:',
    '1. Re-run the job: the failure may be temporary.',
    "2. Compare the CLI's version with its version in the last successful run. If they differ, set `cli-version` to the earlier one.",
    `3. Replace the token. ${createToken}`,
    '4. Check the status page of Choreo.',
    '5. Report the failure with this annotation. Read what the CLI said before you share it.',
  ].join('\n'),
}

// A status of HTTP and not a port, an id or a size: the word before it decides.
function httpStatus(codes: string): string {
  return `(status|code|\\bhttp(/[\\d.]+)?|response|error|failed)[^\\w/]{1,4}(${codes})\\b(?![-.:]?\\d)`
}
