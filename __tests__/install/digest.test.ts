// What may be installed: the whole table of what GitHub's API states, `cli-sha256`, and the tool cache.
import { expect, test } from '@jest/globals'
import { agreeOn, isAccepted, type Stated } from '../../src/install/digest.ts'

const [right, other, planted] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
]

const api: Readonly<Record<string, Stated>> = {
  right: { kind: 'found', tag: 'v1.2.33', digest: right },
  other: { kind: 'found', tag: 'v1.2.33', digest: other },
  'no digest': { kind: 'missing', tag: 'v1.2.33' },
  unreadable: { kind: 'unreadable', why: 'the server responded with status 503' },
  off: { kind: 'off' },
}
const pins = {
  release: 'release',
  right: [right],
  wrong: [planted],
  two: [other, right],
  none: 'none',
} as const

// Half an archive, and a planted one, have another digest.
const cache = { empty: undefined, right, other, planted } as const

const [get, refuse] = ['download', 'refuse']
const [release, pin] = ['the release v1.2.33', 'the input `cli-sha256`']
const both = `${release} and ${pin}`

// The outcomes for the four states of the tool cache. Sources of the digest mean: installed from it.
type Row = [
  stated: string,
  pin: keyof typeof pins,
  empty: string,
  right: string,
  other: string,
  planted: string,
]
const withoutDigest = ['no digest', 'unreadable', 'off'].flatMap((stated): Row[] => [
  [stated, 'release', refuse, refuse, refuse, refuse],
  [stated, 'right', get, pin, get, get],
  [stated, 'wrong', get, get, get, pin],
  [stated, 'two', get, pin, pin, get],
])
const unverified = Object.keys(api).map((stated): Row => [stated, 'none', get, '', '', ''])

test.each<Row>([
  ['right', 'release', get, release, get, get],
  ['right', 'right', get, both, get, get],
  ['right', 'wrong', refuse, refuse, refuse, refuse],
  ['right', 'two', get, both, get, get],
  ['other', 'release', get, get, release, get],
  ['other', 'right', refuse, refuse, refuse, refuse],
  ['other', 'wrong', refuse, refuse, refuse, refuse],
  ['other', 'two', get, get, both, get],
  ...withoutDigest,
  ...unverified,
])('the API states: %s; `cli-sha256` is %s', (stated, pin, ...expected) => {
  const outcomes = Object.values(cache).map((digest) => {
    try {
      const agreed = agreeOn(api[stated] as Stated, pins[pin])
      return digest !== undefined && isAccepted(digest, agreed) ? agreed.statedBy : get
    } catch {
      return refuse
    }
  })
  expect(outcomes).toEqual(expected)
})

test.each([
  ['unreadable', 'release', /status 503.*`github-token`.*`cli-sha256`/],
  ['no digest', 'release', /v1\.2\.33.*`cli-version`/],
  ['off', 'release', /`github-api-url`.*`cli-version`.*`cli-sha256`.*github\.com/],
  ['right', 'wrong', /v1\.2\.33.*`cli-sha256`.*`cli-version`/],
] as const)(
  'the refusal of %s with `cli-sha256` %s gives a reason and advice',
  (stated, pin, message) => {
    expect(() => agreeOn(api[stated] as Stated, pins[pin])).toThrow(message)
  },
)
