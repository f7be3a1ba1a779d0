import { expect, test } from '@jest/globals'
import { isRange, nearest, newestIn } from '../../src/install/range.ts'
import { exactTag } from '../../src/install/release.ts'

const tags = {
  choreo: [
    'v1.2.33',
    'v0.9.0',
    'v1.10.0',
    'v1.1.5-signed',
    'v1.1.4',
    'v1.2.32',
    'v2.0.0',
    'nightly',
  ],
  wdp: ['v1.2.30-wdp', 'v1.1.0-wdp', 'v1.2.32-wdp'],
}
const releasesOf = (cli: keyof typeof tags) => tags[cli].map((tag) => ({ tag }))

test.each([
  ['choreo', 'v1.2.33', 'v1.2.33'],
  ['choreo', '1.2.33', 'v1.2.33'],
  ['choreo', '1.1.2-signed', 'v1.1.2-signed'],
  ['wdp', '1.2.32', 'v1.2.32-wdp'],
  ['wdp', 'v1.2.32-wdp', 'v1.2.32-wdp'],
  ['choreo', '1.2', undefined],
  ['choreo', '<2', undefined],
] as const)('of %s, "%s" is the exact tag %s', (cli, version, tag) => {
  expect(exactTag(cli, version)).toBe(tag)
})

test.each([
  ['choreo', 'nightly', false],
  ['choreo', '~1.2', true],
  ['wdp', '>=1.2.30-wdp', true],
  ['choreo', '>>1', false],
  ['choreo', '1.2.3 || ..', false],
] as const)('of %s, "%s" is a range: %s', (cli, version, expected) => {
  expect(isRange(cli, version)).toBe(expected)
})

test.each([
  ['choreo', '1.x', 'v1.10.0'],
  ['choreo', '0.9.x || ~1.1', 'v1.1.4'],
  ['choreo', '>2', undefined],
  ['wdp', '1.x', 'v1.2.32-wdp'],
  ['wdp', '<1.2.32', 'v1.2.30-wdp'],
  ['wdp', '<=1.2.30-wdp', 'v1.2.30-wdp'],
] as const)('of %s, the range %s picks %s, not a pre-release', (cli, range, tag) => {
  expect(newestIn(cli, range, releasesOf(cli))?.tag).toBe(tag)
})

test.each([
  ['1.2.34', ['v1.2.32', 'v1.2.33', 'v1.10.0', 'v2.0.0']],
  ['0.1.0', ['v0.9.0', 'v1.1.4']],
  ['3.x', ['v1.10.0', 'v2.0.0']],
  ['nightly', ['v1.10.0', 'v2.0.0']],
])('the versions nearest to %s are %j', (version, around) => {
  expect(nearest('choreo', version, releasesOf('choreo'))).toEqual({ newest: 'v2.0.0', around })
  expect(nearest('choreo', version, [])).toBeUndefined()
})
