// How the output and the end of a CLI are explained and quoted.
import { describe, expect, test } from '@jest/globals'
import { explain, quote } from '../../src/cli/failure.ts'
import { knownFailures, unknownFailure } from '../../src/cli/known-failures.ts'
import type { Outcome } from '../../src/cli/run.ts'

const token = 'q7Lr-VPtm2-XbZ81-personal'

function ended(more: Partial<Outcome>): Outcome {
  return {
    exitCode: 1,
    signal: null,
    stopped: undefined,
    startError: '',
    stdout: '',
    stderr: '',
    ...more,
  }
}

function titleOf(said: string, more: Partial<Outcome> = {}): string {
  return explain(ended({ stderr: said, ...more }), [token]).title
}

describe.each<[title: string, kind: string, said: readonly string[]]>([
  [
    'Token refused',
    'refused',
    [
      'Error: request failed: 401',
      'Error: 401',
      'server answered 401.',
      'HTTP/1.1 401',
      '{"code": "401"}',
      'rpc error: code = Unauthenticated desc = no',
      'oauth2: cannot fetch token: 400 Bad Request Response: {"error":"invalid_grant"}',
      'Error: the token has expired',
      'Invalid Credentials. Make sure you have provided the correct security credentials',
      'unauthorised',
      `Error: the token ${token} is not valid`,
      '\u001b[31mError:\u001b[0m token \u001b[1mexpired\u001b[0m',
    ],
  ],
  [
    'Token lacks permission',
    'other',
    [
      'Error: request failed: 403',
      'missing scopes: project:view',
      'Access denied',
      'You are not authorized to perform this action',
    ],
  ],
  [
    'Choreo unreachable',
    'transient',
    [
      'Post "https://a.example/login": dial tcp: lookup a.example: no such host',
      'Post "https://a.example/login": dial tcp: lookup a.example on 10.0.0.2:53: server misbehaving',
      'Post "https://a.example:401/login": dial tcp 10.1.2.3:401: connect: connection refused',
      'Post "https://a.example/oauth2/token": EOF',
      'net/http: TLS handshake timeout',
      'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      'remote error: tls: handshake failure',
      'getaddrinfo ENOTFOUND a.example',
      'Error: request failed: 429 Too Many Requests',
      'Error: request failed: 502',
      'Service temporarily not available, try again later',
      "invalid character '<' looking for beginning of value",
      'Unexpected token < in JSON at position 0',
    ],
  ],
  [
    'Certificate not trusted',
    'other',
    [
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'self-signed certificate in certificate chain',
    ],
  ],
  [
    'No keyring',
    'other',
    [
      'failed to write to keyring user_info_path: The name org.freedesktop.secrets was not provided by any .service files',
      'failed to write to keyring access_token: exec: "dbus-launch": executable file not found in $PATH',
      'Error: could not open keychain',
      'keyring is locked',
    ],
  ],
  [
    'CLI crashed',
    'other',
    ['Error: 401 Unauthorized: the token is invalid\npanic: nil map\n\ngoroutine 7 [select]:\nmain.main()'],
  ],
  [
    'No organization',
    'other',
    ['NoOrgsAvailable', 'the user does not belong to any organization', 'Error: 401: no organization found'],
  ],
  [
    'CLI lost its session',
    'other',
    [
      'failed to refresh user session: invalid_grant',
      'Error: token not found',
      'TokenNotFound: the token is invalid',
    ],
  ],
  [
    'CLI too old',
    'other',
    [
      'Error: unknown flag: --with-token',
      'flag provided but not defined: -with-token',
      'Error: unknown command "login" for "choreo"',
    ],
  ],
  [
    'CLI cannot be run',
    'other',
    [
      '/x/choreo: cannot execute binary file: Exec format error',
      "choreo: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by choreo)",
      'choreo: error while loading shared libraries: libsecret-1.so.0: cannot open shared object file: No such file or directory',
      'Error relocating ./choreo: __vfprintf_chk: symbol not found',
      '/x/choreo: 2: Syntax error: "(" unexpected',
      'zsh: bad CPU type in executable: choreo',
    ],
  ],
  ['Login failed', 'other', ['Error: something else', 'Error: disk full', 'panic: this is only a word']],
])('%s', (title, kind, said) => {
  test.each(said)('explains "%s"', (words) => {
    expect(explain(ended({ stderr: words }), [token])).toMatchObject({ title, kind })
    expect(explain(ended({ stdout: words }), [token])).toMatchObject({ title, kind })
  })
})

describe('similar words do not mislead', () => {
  test.each([
    ['a port', 'Error: cannot bind 127.0.0.1:401'],
    ['an id', 'Error: project 401 is locked (correlation 401-8f, build_401)'],
    ['a host', 'Error: bad answer from http://401.example'],
    ['a longer number', 'Error: code 40123, status: 5031, error 401.5'],
    ['a number of things', 'Error: the response has 500 rows, 403 too many'],
    ['a tip', 'Tip: for an invalid token, run login\nError: disk full'],
    ['a name of a variable', 'SKIP_KEYRING is set: using files\nError: disk full'],
    ['the files that replace a keyring', 'keyring: using files instead\nError: disk full'],
    ['a sentence about something else', 'The token was read. A path is invalid.'],
    [
      'what the CLI can do',
      'Error: disk full\nUsage:\n  choreo login [flags]\n\nFlags:\n  --timeout duration   timed out after this\n  --with-token   an invalid token is 401 Unauthorized\n\nUse "choreo --help" for more about unauthorized.\n',
    ],
  ])('%s', (_, said) => {
    expect(titleOf(said)).toBe('Login failed')
  })

  test.each([
    ['warn: i/o timeout, trying again\nError: 401 Unauthorized', 'Token refused'],
    ['Error: 401 Unauthorized\nretry: connection reset by peer', 'Token refused'],
    ['The token has expired. The session timed out.', 'Token refused'],
    ['could not check whether the token is invalid: connection refused', 'Choreo unreachable'],
    ['403 Forbidden: the token is invalid for this scope', 'Token lacks permission'],
    ['Warning: failed to open keyring, using files\nError: token expired', 'Token refused'],
    ['Warning: the token has expired', 'Token refused'],
    ['Post "https://a.example/token": x509: certificate has expired', 'Certificate not trusted'],
  ])('"%s" is: %s', (said, title) => {
    expect(titleOf(said)).toBe(title)
  })
})

describe('the end of a process explains', () => {
  test.each<[title: string, end: Partial<Outcome>]>([
    ['Login timed out', { stopped: 'timeout', exitCode: null, signal: 'SIGKILL' }],
    ['CLI printed too much', { stopped: 'output', exitCode: null, signal: 'SIGTERM' }],
    ['CLI was killed', { exitCode: null, signal: 'SIGKILL' }],
    ['CLI was killed', { exitCode: 137, stderr: 'Killed' }],
    ['CLI cannot be run', { exitCode: null, startError: 'spawn ENOEXEC' }],
    ['CLI cannot be run', { exitCode: 127, stderr: 'sh: 1: choreo: not found' }],
    ['CLI cannot be run', { exitCode: 126, stderr: 'sh: choreo: Permission denied' }],
    ['Login failed silently', { stdout: ' \n\u001b[0m\n' }],
  ])('%s: %j', (title, end) => {
    expect(explain(ended(end), []).title).toBe(title)
  })

  test('stands before the quotation, which names the speaker', () => {
    expect(explain(ended({ exitCode: 7, stderr: 'Error: nonsense' }), []).message).toBe(
      `${unknownFailure.what} The exit code was 7.\nThe CLI said:\n  Error: nonsense\n${unknownFailure.advice}`,
    )
    expect(explain(ended({ exitCode: null, startError: 'spawn ENOEXEC' }), []).message).toContain(
      'The operating system said:\n  spawn ENOEXEC',
    )
    expect(explain(ended({ exitCode: null, signal: 'SIGSEGV' }), []).message).toContain(
      'The signal was SIGSEGV.',
    )
  })
})

describe('a message', () => {
  test('has a title of its own', () => {
    const titles = [...knownFailures, unknownFailure].map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('contains no token', () => {
    expect(explain(ended({ stderr: `Error: 401: ${token}` }), [token]).message).not.toContain(token)
  })

  test('explains the output also when the token contains its words', () => {
    const kindOf = (stderr: string, token: string) => explain(ended({ stderr }), [token]).kind
    expect(kindOf('Error: 401 Unauthorized', 'my-unauthorized-token')).toBe('refused')
    expect(kindOf('read my-401 Unauthorized', 'my-401 Unauthorized')).toBe('other')
  })

  test('says what to do, and where tokens are created', () => {
    for (const { what, advice } of knownFailures) {
      expect(what.split(' ').length).toBeLessThanOrEqual(15)
      expect(advice).toMatch(/^[A-Z].*\.$/)
    }
    const refused = explain(ended({ stderr: '401 Unauthorized' }), []).message
    expect(refused).toContain('invalid, expired or revoked')
    expect(refused).toContain('Account Settings, Personal Access Tokens, Create New')
    expect(refused).toContain('https://wso2.com/choreo/docs/')
  })

  test('does not quote the usage text after an error', () => {
    const said = `Error: no\nUsage:\n${'  --flag   something\n'.repeat(50)}\nFlags:\n  -h\n\nno\n`
    expect(explain(ended({ stderr: said }), []).message).toMatch(
      /The CLI said:\n {2}Error: no\n {2}no\n[A-Z]/,
    )
  })

  test('is found quickly in long output', () => {
    const began = performance.now()
    for (const piece of ['\n', '-', 'token ', 'status ', 'lookup ', 'Usage:\n', '\u001b[', ' ']) {
      explain(ended({ stderr: piece.repeat(200_000), stdout: piece.repeat(200_000) }), [token])
    }
    expect(performance.now() - began).toBeLessThan(8000)
  })
})

describe('a quotation', () => {
  test('has at most the first two and the last four lines', () => {
    const said = Array.from({ length: 20 }, (_, n) => `line ${n + 1}`).join('\n\n')
    expect(quote(said)).toBe(
      'The CLI said:\n  line 1\n  line 2\n  … 14 more lines\n  line 17\n  line 18\n  line 19\n  line 20',
    )
    expect(quote('1\n2\n3\n4\n5\n6')).toBe('The CLI said:\n  1\n  2\n  3\n  4\n  5\n  6')
  })

  test('cuts long lines, and is empty for empty output', () => {
    expect(quote('x'.repeat(1000))).toBe(`The CLI said:\n  ${'x'.repeat(300)}…`)
    expect(quote(' \n\t\n')).toBe('')
  })

  test('ends with standard error', () => {
    const outcome = ended({ stdout: 'progress\n'.repeat(20), stderr: 'Error: the reason' })
    expect(explain(outcome, []).message).toMatch(/ {2}Error: the reason\n[A-Z]/)
  })
})
