// How the output and the end of a CLI are explained and quoted.
import { describe, expect, test } from '@jest/globals'
import { type Diagnosis, diagnose, quote } from '../../src/cli/failure.ts'
import { knownFailures, unknownFailure } from '../../src/cli/known-failures.ts'
import type { Outcome } from '../../src/cli/run.ts'
import { processorTimeOf } from '../processor-time.ts'

const token = 'q7Lr-VPtm2-XbZ81-personal'

const failed = {
  exitCode: 1,
  signal: null,
  stopped: undefined,
  startError: '',
  stdout: '',
  stderr: '',
}

function explained(outcome: Partial<Outcome>): Diagnosis {
  return diagnose({ ...failed, ...outcome }, [token])
}

const kinds: Readonly<Record<string, string>> = {
  'Token refused': 'refused',
  'Choreo unreachable': 'transient',
}

const words: Readonly<Record<string, readonly string[]>> = {
  'Token refused': [
    'Error: 401',
    'server answered 401.',
    'HTTP/1.1 401',
    '{"code": "401"}',
    'rpc error: code = Unauthenticated desc = no',
    'oauth2: cannot fetch token: 400 Bad Request Response: {"error":"invalid_grant"}',
    'Invalid Credentials. Make sure you have provided the correct security credentials',
    'unauthorised',
    `Error: the token ${token} is not valid`,
    '\u001b[31mError:\u001b[0m token \u001b[1mexpired\u001b[0m',
    // With words of another failure beside them, or in a warning alone.
    'Error: 401 Unauthorized\nretry: connection reset by peer',
    'The token has expired. The session timed out.',
    'Warning: failed to open keyring, using files\nError: token expired',
    'Warning: the token has expired',
  ],
  'Token lacks permission': [
    'Error: request failed: 403',
    'missing scopes: project:view',
    'Access denied',
    'You are not authorized to perform this action',
    '403 Forbidden: the token is invalid for this scope',
  ],
  'Choreo unreachable': [
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
    'could not check whether the token is invalid: connection refused',
  ],
  'Certificate not trusted': [
    'self-signed certificate in certificate chain',
    'Post "https://a.example/token": x509: certificate has expired',
  ],
  'No keyring': [
    'failed to write to keyring user_info_path: The name org.freedesktop.secrets was not provided by any .service files',
    'exec: "dbus-launch": executable file not found in $PATH',
    'Error: could not open keychain',
    'keyring is locked',
  ],
  'Proxy refused': [
    'Error: request failed: 407',
    'Post "https://a.example/login": Proxy Authentication Required',
    'Post "https://a.example/login": proxyconnect tcp: Forbidden',
  ],
  'CLI crashed': ['Error: 401 Unauthorized\npanic: nil map\n\ngoroutine 7 [select]:\nmain.main()'],
  'No organization': [
    'NoOrgsAvailable',
    'the user does not belong to any organization',
    'Error: 401: no organization found',
  ],
  'CLI lost its session': [
    'failed to refresh user session: invalid_grant',
    'Error: token not found',
    'TokenNotFound: the token is invalid',
  ],
  'CLI too old': [
    'Error: unknown flag: --with-token',
    'flag provided but not defined: -with-token',
    'Error: unknown command "login" for "choreo"',
  ],
  'CLI cannot be run': [
    '/x/choreo: cannot execute binary file: Exec format error',
    "choreo: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by choreo)",
    'choreo: error while loading shared libraries: libsecret-1.so.0: cannot open shared object file: No such file or directory',
    'Error relocating ./choreo: __vfprintf_chk: symbol not found',
    '/x/choreo: 2: Syntax error: "(" unexpected',
    'zsh: bad CPU type in executable: choreo',
  ],
  // Words that are similar to words of a known failure.
  'Login failed': [
    'panic: this is only a word',
    'Error: cannot bind 127.0.0.1:401',
    'Error: project 401 is locked (correlation 401-8f, build_401)',
    'Error: bad answer from http://401.example',
    'Error: code 40123, status: 5031, error 401.5',
    'Error: the response has 500 rows, 403 too many',
    'Tip: for an invalid token, run login\nError: disk full',
    'SKIP_KEYRING is set: using files\nError: disk full',
    'keyring: using files instead\nError: disk full',
    'The token was read. A path is invalid.',
    // The usage that a CLI prints after an error.
    'Error: disk full\nUsage:\n  choreo login [flags]\n\nFlags:\n  --timeout duration   timed out after this\n  --with-token   an invalid token is 401 Unauthorized\n\nUse "choreo --help" for more about unauthorized.\n',
  ],
}

describe.each(Object.entries(words))('%s', (title, said) => {
  test.each(said)('explains "%s"', (printed) => {
    const failure = {
      title,
      kind: kinds[title] ?? 'other',
      message: expect.not.stringContaining(token),
    }
    expect(explained({ stderr: printed })).toMatchObject(failure)
    expect(explained({ stdout: printed })).toMatchObject(failure)
  })
})

test.each<[title: string, end: Partial<Outcome>, part: string]>([
  ['Login timed out', { stopped: 'timeout', exitCode: null, signal: 'SIGKILL' }, 'stopped it.\n'],
  [
    'CLI printed too much',
    { stopped: 'output', exitCode: null, signal: 'SIGTERM' },
    'stopped it.\n',
  ],
  ['CLI was killed', { exitCode: null, signal: 'SIGSEGV' }, ' The signal was SIGSEGV.\n'],
  ['CLI was killed', { exitCode: 137, stderr: 'Killed' }, ' The exit code was 137.\n'],
  [
    'CLI cannot be run',
    { exitCode: null, startError: 'E2BIG' },
    '\nThe operating system said:\n  E2BIG\n',
  ],
  [
    'CLI cannot be run',
    { exitCode: 127, stderr: 'sh: choreo: not found' },
    'The CLI said:\n  sh: ',
  ],
  [
    'CLI cannot be run',
    { exitCode: 126, stderr: 'sh: Permission denied' },
    'The CLI said:\n  sh: ',
  ],
  ['Login failed silently', { stdout: ' \n\u001b[0m\n' }, ' The exit code was 1.\n'],
])('%s: %j is explained', (title, end, part) => {
  expect(explained(end)).toMatchObject({ title, message: expect.stringContaining(part) })
})

describe('a message', () => {
  test('says what failed, how the process ended, what the CLI said, and what to do', () => {
    const { what, advice } = unknownFailure
    expect(explained({ exitCode: 7, stdout: 'progress', stderr: 'Error: no' }).message).toBe(
      `${what} The exit code was 7.\nThe CLI said:\n  progress\n  Error: no\n${advice}`,
    )
  })

  test('has a title of its own, at most 15 words on what failed, and advice', () => {
    const titles = [...knownFailures, unknownFailure].map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const { what, advice } of knownFailures) {
      expect(what.split(' ').length).toBeLessThanOrEqual(15)
      expect(advice).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('explains the output also when the token contains its words', () => {
    const kindOf = (stderr: string, token: string) => diagnose({ ...failed, stderr }, [token]).kind
    expect(kindOf('Error: 401 Unauthorized', 'my-unauthorized-token')).toBe('refused')
    expect(kindOf('read my-401 Unauthorized', 'my-401 Unauthorized')).toBe('other')
  })

  test('says where tokens are created', () => {
    const { message } = explained({ stderr: '401 Unauthorized' })
    expect(message).toContain('Account Settings, Personal Access Tokens, Create New')
    expect(message).toContain('https://wso2.com/choreo/docs/')
  })

  test('does not quote the usage text after an error', () => {
    const stderr = `Error: no\nUsage:\n${'  --flag   something\n'.repeat(50)}\nFlags:\n  -h\n\nno\n`
    expect(explained({ stderr }).message).toMatch(/The CLI said:\n {2}Error: no\n {2}no\n[A-Z]/)
  })

  test('is found quickly in long output', () => {
    for (const piece of ['\n', '-', 'token ', 'status ', 'lookup ', 'Usage:\n', '\u001b[', ' ']) {
      const long = { stderr: piece.repeat(200_000), stdout: piece.repeat(200_000) }
      expect(processorTimeOf(() => explained(long))).toBeLessThan(2000)
    }
  })
})

test('a quotation has at most the first two and the last four lines', () => {
  const said = Array.from({ length: 20 }, (_, at) => at + 1).join('\n\n')
  expect(quote(said)).toBe('The CLI said:\n  1\n  2\n  … 14 more lines\n  17\n  18\n  19\n  20')
  expect(quote('1\n2\n3\n4\n5\n6')).toBe('The CLI said:\n  1\n  2\n  3\n  4\n  5\n  6')
})

test('a quotation cuts long lines, and is empty for empty output', () => {
  expect(quote('x'.repeat(1000))).toBe(`The CLI said:\n  ${'x'.repeat(300)}…`)
  expect(quote(' \n\t\n')).toBe('')
})
