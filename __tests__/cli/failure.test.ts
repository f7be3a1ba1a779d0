// How the output and the end of a CLI are explained and quoted.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Diagnosis, diagnose, quote } from '../../src/cli/failure.ts'
import { type KnownFailure, knownFailures, unknownFailure } from '../../src/cli/known-failures.ts'
import type { Outcome } from '../../src/cli/run.ts'
import { processorTimeOf } from '../processor-time.ts'

const token = 'q7Lr-VPtm2-XbZ81-personal'

const failed = {
  exitCode: 1,
  signal: null,
  limit: undefined,
  startError: '',
  stdout: '',
  stderr: '',
}

function explained(outcome: Partial<Outcome>): Diagnosis {
  return diagnose({ ...failed, ...outcome }, [token])
}

// Sentences that WSO2, Go, HTTP or asdf and mise are known to print.
test.each([
  [
    'No keyring',
    'failed to write to keyring user_info_path: The name org.freedesktop.secrets was not provided by any .service files',
  ],
  ['No keyring', "failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'"],
  ['CLI crashed', 'panic: runtime error: invalid memory address\n\ngoroutine 1 [running]:\nmain()'],
  ['CLI crashed', 'Error: 401 Unauthorized\npanic: nil map\n\ngoroutine 7 [select]:\nmain.main()'],
  ['CLI too old', "Error: unable to redefine 'o': duplicate shorthand flag"],
  ['CLI too old', 'Error: unknown flag: --with-token'],
  ['CLI too old', 'Error: unknown command "login" for "choreo"'],
  ['No organization', 'No organizations attached to this account'],
  ['No organization', 'NoOrgsAvailable'],
  ['Token refused', 'HTTP/1.1 401 Unauthorized'],
  ['Token refused', '{"code": "401"}'],
  ['Token refused', 'rpc error: code = Unauthenticated desc = no'],
  ['Token refused', 'oauth2: "invalid_grant"'],
  ['Token refused', 'InvalidToken'],
  ['Token lacks permission', '403 Forbidden'],
  ['Certificate not trusted', 'Post "https://a.example/token": x509: certificate has expired'],
  ['Choreo unreachable', 'dial tcp: lookup a.example on 10.0.0.2:53: server misbehaving'],
  [
    'Choreo unreachable',
    'Post "https://a.example:401/": dial tcp 10.1.2.3:401: connection refused',
  ],
  ['Choreo unreachable', 'Post "https://a.example/oauth2/token": EOF'],
  ['Choreo unreachable', 'context deadline exceeded (Client.Timeout exceeded)'],
  ['Choreo unreachable', 'Error: request failed: 429 Too Many Requests'],
  ['Choreo unreachable', 'Post "https://a.example/login": Proxy Authentication Required'],
  ['Choreo unreachable', "invalid character '<' looking for beginning of value"],
  ['CLI is a shim', 'No version is set for command choreo'],
  ['CLI is a shim', 'mise ERROR No version is set for shim: choreo'],
  ['CLI is a shim', '/home/me/.asdf/shims/choreo: 4: exec: asdf: not found'],
  ['CLI cannot be run', '/x/choreo: cannot execute binary file: Exec format error'],
  ['CLI cannot be run', '/x/choreo: 2: Syntax error: "(" unexpected'],
  // The words of another failure beside them.
  ['Token refused', 'Error: 401 Unauthorized\nretry: connection reset by peer'],
  ['Token refused', 'Error: token expired, log in and try again later'],
  [
    'Choreo unreachable',
    'authentication failed: Post "https://a.example/token": dial tcp: i/o timeout',
  ],
  ['Choreo unreachable', 'failed to refresh session: read tcp 10.0.0.2:4711: connection reset'],
  ['Choreo unreachable', 'invalid token endpoint response: 502'],
  ['Token refused', 'Warning: failed to open keyring, using files\nError: token expired'],
  ['Token refused', `Error: the token ${token} is not valid`],
  ['Token refused', '\u001b[31mError:\u001b[0m token \u001b[1mexpired\u001b[0m'],
  ['Choreo unreachable', 'failed to open keyring, using files\nError: dial tcp: no such host'],
  [
    'Choreo unreachable',
    'authentication failed: Get "https://a.example": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
  ],
  [
    'Choreo unreachable',
    'authentication failed: Post "https://a.example/token": net/http: TLS handshake timeout',
  ],
  ['Choreo unreachable', 'authentication failed: http2: client connection lost'],
  ['Choreo unreachable', 'failed to refresh session: remote error: tls: handshake failure'],
  ['Choreo unreachable', 'failed to refresh session: lookup a.example: i/o timeout'],
  [
    'Choreo unreachable',
    'failed to refresh session: Post "https://a.example/token": unexpected EOF',
  ],
  ['Choreo unreachable', "token response: invalid character '<' looking for beginning of value"],
  // Go quotes the status of a proxy in place of an error.
  ['Choreo unreachable', 'Post "https://a.example/login": Forbidden'],
  [
    'Choreo unreachable',
    'rpc error: code = Unauthenticated desc = transport: per-RPC creds failed due to error: dial tcp: no such host',
  ],
  ['Token refused', 'Get "https://a.example": oauth2: token expired and refresh token is not set'],
  [
    'Token refused',
    'Error: 401 Unauthorized (/home/me/.local/share/mise/installs/choreo/1.2/choreo)',
  ],
  // A firewall that allows Choreo may refuse the server of new versions.
  [
    'Token refused',
    'Warning: failed to check for updates: Get "https://a.example": dial tcp: i/o timeout\nError: token expired',
  ],
  [
    'Login failed',
    'Could not check for a newer version: dial tcp: no such host\nError: PAT could not be validated',
  ],
  ['No keyring', 'failed to write to keychain: User interaction is not allowed. (-25308)'],
  // Similar words.
  ['Login failed', 'Error: the refresh token could not be revoked'],
  ['Login failed', 'Error: the token was not revoked'],
  ['Login failed', '405 Method Not Allowed'],
  ['Login failed', 'open /home/me/.choreo/config: operation not permitted'],
  ['Login failed', 'panic: this is only a word'],
  ['Login failed', 'Error: cannot bind 127.0.0.1:401'],
  ['Login failed', 'Error: project 401 is locked (correlation 401-8f, build_401)'],
  ['Login failed', 'Error: code 40123, status: 5031, error 401.5'],
  ['Login failed', 'Error: the response has 500 rows, 403 too many'],
  ['Login failed', 'The token was read. A path is invalid.'],
  ['Login failed', 'Tip: for an invalid token, run login\nError: disk full'],
  ['Login failed', 'A new version is available, without an expired token\nError: disk full'],
  ['Login failed', 'SKIP_KEYRING is set: using files\nError: disk full'],
  [
    'Login failed',
    'Error: disk full\nUsage:\n  choreo login [flags]\n\nFlags:\n  --with-token   an invalid token is 401 Unauthorized\n\nUse "choreo --help" for more about unauthorized.\n',
  ],
  // Refusals in other words: the fallback token is tried after them too.
  ['Login failed', 'authentication unsuccessful'],
  ['Login failed', 'PAT could not be validated'],
  ['Login failed', 'failed to exchange token'],
])('%s explains "%s"', (title, printed) => {
  for (const stream of ['stdout', 'stderr'] as const) {
    const { what, ...diagnosis } = explained({ [stream]: printed })
    expect(diagnosis.title).toBe(title)
    expect(what).not.toContain(token)
  }
})

/** Splits an expression at the `|` outside of its groups. */
function alternativesOf({ source }: RegExp): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of source.match(/\\.|\[(?:\\.|[^\]])*\]|./gs) ?? []) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === '|' && depth === 0) parts.push('')
    else parts.push(`${parts.pop()}${sign}`)
  }
  return parts
}

/** Makes a sentence that an alternative matches. */
function sentenceOf(alternative: string): string {
  const simple = alternative
    .replace(/\\b|\(\?<?!.*?\)|^\^/g, '')
    .replace(/(\[[^\]]+\]|\.)\{\d+,\d+\}/g, ' ')
  const [sentence = ''] = fc.sample(fc.stringMatching(new RegExp(`^${simple}$`)), {
    numRuns: 1,
    seed: 7,
  })
  return sentence
}

const alternatives = knownFailures.flatMap(({ title, words }) =>
  words === undefined ? [] : alternativesOf(words).map((one) => [title, one, words.flags] as const),
)

test.each(alternatives)('%s is the first row that matches "%s"', (title, alternative, flags) => {
  const sentence = `Error:\n${sentenceOf(alternative)}`
  expect(sentence).toMatch(new RegExp(alternative, flags))
  expect(explained({ stderr: sentence }).title).toBe(title)
})

test.each<[title: string, end: Partial<Outcome>, part: string]>([
  ['Login timed out', { limit: 'timeout', exitCode: null, signal: 'SIGKILL' }, 'stopped it.'],
  ['CLI printed too much', { limit: 'output', exitCode: null, signal: 'SIGTERM' }, 'stopped it.'],
  ['CLI was killed', { exitCode: null, signal: 'SIGSEGV' }, ' The signal was SIGSEGV.'],
  ['CLI was killed', { exitCode: 137, stderr: 'Killed' }, ' The exit code was 137.\n'],
  ['CLI cannot be run', { exitCode: null, startError: 'E2BIG' }, 'system said:\n  E2BIG'],
  ['CLI cannot be run', { exitCode: 127, stderr: 'sh: choreo: not found' }, 'CLI said:\n  sh: '],
  ['CLI is a shim', { exitCode: 126 }, ' The exit code was 126.'],
  ['Login failed silently', { stdout: ' \n\u001b[0m\n' }, ' The exit code was 1.'],
])('%s: %j is explained', (title, end, part) => {
  expect(explained(end)).toMatchObject({ title, what: expect.stringContaining(part) })
})

describe('the table', () => {
  const all = [...knownFailures, unknownFailure]
  const titlesOf = (kind: KnownFailure['kind']) => [
    ...new Set(all.filter((row) => row.kind === kind).map(({ title }) => title)),
  ]

  test('has one text for each title, with at most 15 words on what failed, and advice', () => {
    const texts = all.map(({ kind, title, what, advice }) => [kind, title, what, advice].join('\n'))
    expect(new Set(texts).size).toBe(new Set(all.map(({ title }) => title)).size)
    for (const { what, advice } of all) {
      expect(what.split(' ').length).toBeLessThanOrEqual(15)
      expect(advice).toMatch(/^[A-Z][\s\S]*\.$/)
    }
  })

  test('says after which failures another token or another attempt may help', () => {
    expect(titlesOf('refused')).toEqual(['Token refused'])
    expect(titlesOf('forbidden')).toEqual(['Token lacks permission'])
    expect(titlesOf('unknown')).toEqual(['Login failed'])
    expect(titlesOf('transient')).toEqual(['Choreo unreachable'])
  })

  test('explains the output also when the token contains its words', () => {
    const kindOf = (stderr: string, token: string) => diagnose({ ...failed, stderr }, [token]).kind
    expect(kindOf('Error: 401 Unauthorized', 'my-unauthorized-token')).toBe('refused')
    expect(kindOf('read my-401 Unauthorized', 'my-401 Unauthorized')).toBe('unknown')
  })

  test('is searched quickly for long output', () => {
    for (const piece of ['\n', '-', 'token ', 'status ', 'lookup ', 'Usage:\n', '\u001b[', ' ']) {
      const long = { stderr: piece.repeat(200_000), stdout: piece.repeat(200_000) }
      expect(processorTimeOf(() => explained(long))).toBeLessThan(2000)
    }
  })
})

describe('a diagnosis', () => {
  test('says what failed, how the process ended and what the CLI said', () => {
    const { what } = explained({ exitCode: 7, stdout: 'progress', stderr: 'Error: no' })
    expect(what).toBe(
      `${unknownFailure.what} The exit code was 7.\nThe CLI said:\n  progress\n  Error: no`,
    )
  })

  test('does not quote the usage text after an error', () => {
    const stderr = `Error: no\nUsage:\n${'  --flag   something\n'.repeat(50)}\nFlags:\n  -h\n\nno\n`
    expect(explained({ stderr }).what).toMatch(/The CLI said:\n {2}Error: no\n {2}no$/)
  })

  test('explains and quotes an error below the usage text', () => {
    const { kind, what } = explained({
      stderr: 'Usage:\n  choreo login\n\nError:\n  401 Unauthorized\n',
    })
    expect(kind).toBe('refused')
    expect(what).toMatch(/The CLI said:\n {2}Error:\n {4}401 Unauthorized$/)
  })

  test('shows no part of a line whose beginning was not kept', () => {
    const { what } = explained({ stderr: `${'secret '.repeat(10_000)}\nError: no` })
    expect(what).toMatch(/The CLI said:\n {2}…\n {2}Error: no$/)
  })
})

describe('a quotation', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => at + 1).join('\n\n')

  test.each([
    [20, '1\n  2\n  … 14 more lines\n  17\n  18\n  19\n  20'],
    [7, '1\n  2\n  … 1 more line\n  4\n  5\n  6\n  7'],
    [6, '1\n  2\n  3\n  4\n  5\n  6'],
  ])('of %i lines has at most the first two and the last four', (count, shown) => {
    expect(quote(lines(count))).toBe(`The CLI said:\n  ${shown}`)
  })

  // The runner masks a secret of the job only where it is whole.
  test('shows whole lines, with their white space, or leaves them out', () => {
    const long = 'x'.repeat(601)
    expect(quote(`Acme  Inc \n${long}\nno`)).toBe(
      'The CLI said:\n  Acme  Inc \n  … a line of 601 characters\n  no',
    )
  })

  test('has at most 1,200 characters, of the last lines', () => {
    const shown = quote(['a', 'b', 'c', 'd'].map((sign) => sign.repeat(500)).join('\n'))
    expect(shown).toBe(`The CLI said:\n  ${'c'.repeat(500)}\n  ${'d'.repeat(500)}`)
  })

  test('is empty for empty output', () => {
    expect(quote(' \n\t\n')).toBe('')
  })
})
