// The failures of the CLI that have an explanation. Pure.
// The wording of the CLI's errors is not documented: patterns are taken from WSO2's issues, and from the
// errors of Go, HTTP and operating systems.
import type { Outcome } from './run.ts'

/** A row of the table. The first row that applies explains a failure. */
export interface KnownFailure {
  /** Refused: another token may be accepted. Transient: the same call may succeed a moment later. */
  readonly kind?: 'refused' | 'transient'
  /** The title of the annotation. */
  readonly title: string
  /** What failed, in at most 15 words. */
  readonly what: string
  /** What to do. */
  readonly advice: string
  /** How the process ended identifies the failure. */
  readonly ended?: (outcome: Outcome, output: string) => boolean
  /** Words that identify it. */
  readonly certain?: readonly RegExp[]
  /** Words that can also accompany another failure. They count when no certain words are found. */
  readonly likely?: RegExp
}

const newToken =
  'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
  'store it in the secret that the workflow reads. See "Using personal access tokens" in https://wso2.com/choreo/docs/.'

export const knownFailures: readonly KnownFailure[] = [
  {
    title: 'Login timed out',
    what: 'The CLI did not finish in time, so the action stopped it.',
    advice:
      'Re-run the job. If it happens often, raise the input `timeout-seconds`, and check the proxy and ' +
      'the firewall of the runner.',
    ended: ({ stopped }) => stopped === 'timeout',
  },
  {
    title: 'CLI printed too much',
    what: 'The CLI printed more than 4 MiB, so the action stopped it.',
    advice: 'Re-run the job. If it happens again, set the input `cli-version` to another version.',
    ended: ({ stopped }) => stopped === 'output',
  },
  {
    title: 'CLI crashed',
    what: 'The CLI crashed.',
    advice:
      'Set the input `cli-version` to `latest`: versions before v1.2.25 crash at a login with a Personal ' +
      'Access Token. Report crashes of newer versions to WSO2.',
    ended: (_, output) => /^panic: /m.test(output) && /^goroutine \d+ \[/m.test(output),
  },
  {
    title: 'CLI cannot be run',
    what: 'The CLI is missing, not executable, or built for another system.',
    advice:
      'Check the input `cli-path`, or remove it to get the matching CLI. The processor or the C library ' +
      'may differ: Alpine reports an executable for glibc as "not found".',
    ended: ({ startError, exitCode }, output) =>
      startError !== '' ||
      ((exitCode === 126 || exitCode === 127) &&
        /not found|permission denied|cannot execute|no such file/i.test(output)),
    certain: [
      // Node passes an executable for another processor to a shell, which reads it as a script.
      /: (line )?\d+: (\S+: )?syntax error/i,
      /exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
    ],
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
    ended: (_, output) => output.trim() === '',
  },
  {
    title: 'CLI too old',
    what: 'This version of the CLI does not know `login --with-token`.',
    advice:
      'Set the input `cli-version` to `latest` or a newer version, or update the CLI in `cli-path`.',
    certain: [
      /(unknown|unrecogni[sz]ed|undefined|invalid|not defined)\b.{0,30}with-token/i,
      /unknown command "?login\b/i,
    ],
  },
  {
    title: 'No organization',
    what: 'The token is valid, but its account belongs to no organization.',
    advice:
      'Sign in to the Choreo Console with that account once and create an organization, or ask an ' +
      'administrator for an invitation.',
    certain: [
      /\bno (available )?org(ani[sz]ation)?s?\b[^.\n]{0,40}\b(available|found|exist|associated)|\b(not|n't) (belong to|a member of|have|part of) any org(ani[sz]ation)?s?\b|\bNoOrgsAvailable\b/i,
    ],
  },
  {
    title: 'CLI lost its session',
    what: 'The CLI logged in, and then could not read or refresh its session.',
    advice: 'Re-run the job. If it happens again, set the input `cli-version` to another version.',
    certain: [
      /failed to refresh (the )?(user )?session|\btoken (is )?not found\b|\b(RefreshToken|TokenNotFound)\b/i,
    ],
  },
  {
    title: 'Proxy refused',
    what: 'A proxy refused the connection of the CLI.',
    advice: 'Check the user name and the password in `HTTPS_PROXY`, and the rules of the proxy.',
    certain: [
      ...httpStatus('407'),
      /proxy authentication|proxyconnect [^\n]*\b(unauthorized|forbidden)/i,
    ],
  },
  {
    kind: 'refused',
    title: 'Token refused',
    what: 'Choreo refused the Personal Access Token: it is invalid, expired or revoked.',
    advice: newToken,
    certain: [
      ...httpStatus('401'),
      /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i,
    ],
    likely:
      /\b(token|credential)s?\b[^.\n]{0,60}\b(invalid|expired|revoked|rejected|refused|inactive|incorrect|malformed|not (valid|active|accepted|recogni[sz]ed))\b|\b(invalid|expired|revoked|inactive|bad|wrong|incorrect|malformed)\b[^.\n]{0,40}\b(token|credential)|authentication failed/i,
  },
  {
    title: 'Token lacks permission',
    what: 'Choreo accepted the token, but does not allow the request.',
    advice:
      'Create a token with the scopes that the job needs, for a user with access, and store it in the ' +
      'secret that the workflow reads.',
    certain: [...httpStatus('403'), /\bforbidden\b|insufficient_scope/i],
    likely:
      /\b(missing|lacks?|insufficient|required?)\b[^.\n]{0,40}\b(scopes?|permissions?|privileges?)\b|access denied|not (authori[sz]ed|permitted|allowed)/i,
  },
  {
    title: 'Certificate not trusted',
    what: 'The CLI does not trust the certificate of the server.',
    advice:
      'Set `SSL_CERT_FILE` to the certificate authority of a proxy that inspects traffic. Otherwise check ' +
      'the clock of the runner.',
    certain: [
      /\bx509\b|certificate (is|has|signed|verif)|self[- ]signed certificate|unknown authority/i,
    ],
  },
  {
    title: 'No keyring',
    what: 'The CLI tried to use the keyring, which runners do not have.',
    advice:
      'Set the input `cli-version` to `latest` or a newer version: this version seems to ignore ' +
      '`SKIP_KEYRING=true`, which the action sets.',
    certain: [
      /org[./]freedesktop[./]secrets|dbus-launch|autolaunch d-?bus/i,
      /\b(failed|failure|unable|cannot|could not|error)\b.{0,60}\b(keyring|keychain|secret service)/i,
    ],
    likely:
      /\b(keyring|keychain|secret service)\b.{0,60}\b(failed|denied|locked|error|unavailable|not)\b/i,
  },
  {
    kind: 'transient',
    title: 'Choreo unreachable',
    what: 'The CLI could not reach Choreo, or Choreo could not respond.',
    advice:
      'Usually temporary: re-run the job. Otherwise check the proxy and the firewall of the runner, and ' +
      'the status page of Choreo.',
    certain: [
      ...httpStatus('408|425|429|5\\d\\d'),
      /too many requests|internal server error|bad gateway|service unavailable|gateway time-?out/i,
      /no such host|server misbehaving|temporary failure in name resolution|getaddrinfo|\b(ENOTFOUND|EAI_AGAIN|E(CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH))\b/i,
      /connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|unexpected eof|: eof"?\s*$/im,
      /\b(i\/o|handshake|dial|read|connect|request|response|operation|lookup \S+:?) (timeout|timed out)|deadline exceeded|client\.timeout|timeout (awaiting|exceeded)|handshake failure/i,
      // A sign-in page or an error page of a proxy instead of JSON.
      /invalid character .{1,20} looking for|unexpected token .{1,20} json|unexpected end of json/i,
    ],
    likely:
      /\btime(d)?[ -]?out\b|\brate limit|\beof\b|try again (later|in|after|shortly)|temporarily|network (error|connection)|(failed|unable) to connect|could not connect/i,
  },
]

export const unknownFailure: KnownFailure = {
  title: 'Login failed',
  what: 'The CLI failed for a reason that this action does not recognize.',
  advice: 'Read what the CLI said. The token may be wrong, or Choreo may have changed.',
}

// A status of HTTP and not a port, an id or a size: the words around it decide.
function httpStatus(codes: string): readonly RegExp[] {
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
