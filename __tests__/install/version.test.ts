import { describe, expect, test } from '@jest/globals'
import { nearest, newestIn, unusualTag } from '../../src/install/range.ts'
import { exactTag } from '../../src/install/version.ts'

const choreo = ['v1.2.33', 'v0.9.0', 'v1.10.0', 'v1.1.4', 'v1.2.32', 'v2.0.0', 'nightly']
const wdp = ['v1.2.30-wdp', 'v1.1.0-wdp', 'v1.2.32-wdp']

describe('the input `cli-version`', () => {
  test.each([
    ['choreo', 'v1.2.33', 'v1.2.33'],
    ['choreo', '1.2.33', 'v1.2.33'],
    ['choreo', 'v1.2.212603061900', 'v1.2.212603061900'],
    ['choreo', '1.1.2-signed', 'v1.1.2-signed'],
    ['choreo', 'nightly', 'nightly'],
    ['choreo', 'v1.2', undefined],
    ['choreo', '~1.2', undefined],
    ['wdp', '1.2.32', 'v1.2.32-wdp'],
    ['wdp', 'v1.2.32-wdp', 'v1.2.32-wdp'],
    ['wdp', '>=1.2.30-wdp', undefined],
  ] as const)('of %s, "%s", is the tag %s', (cli, version, tag) => {
    expect(exactTag(cli, version) ?? unusualTag(cli, version)).toBe(tag)
  })

  test.each(['..', '-x', '>>1', '|', '1.2.3 || ..'])('is an error when it is "%s"', (version) => {
    expect(() => unusualTag('choreo', version)).toThrow(`\`cli-version\` is "${version}"`)
  })
})

test('only an exact version is a tag without a list of releases', () => {
  for (const version of ['latest', '1.2', '1.x', '<2', 'nightly', '..']) {
    expect(exactTag('choreo', version)).toBeUndefined()
  }
})

describe('a range', () => {
  test.each([
    ['1.x', 'v1.10.0'],
    ['1.2', 'v1.2.33'],
    ['<2', 'v1.10.0'],
    ['0.9.x || ~1.1', 'v1.1.4'],
    ['*', 'v2.0.0'],
    ['>2', undefined],
  ])('%s picks %s', (range, tag) => {
    expect(newestIn('choreo', range, choreo)).toBe(tag)
  })

  test.each([
    ['1.x', 'v1.2.32-wdp'],
    ['~1.1', 'v1.1.0-wdp'],
    ['<1.2.32', 'v1.2.30-wdp'],
    ['<=1.2.30-wdp', 'v1.2.30-wdp'],
    ['>1.2.30-wdp', 'v1.2.32-wdp'],
    ['>=2', undefined],
  ])('%s picks %s of `wdp`', (range, tag) => {
    expect(newestIn('wdp', range, wdp)).toBe(tag)
  })

  test('does not pick a pre-release, by its name', () => {
    expect(newestIn('choreo', '1.x', ['v1.1.2-signed', 'v1.1.1'])).toBe('v1.1.1')
  })
})

describe('the versions nearest to one that does not exist', () => {
  test.each([
    ['1.2.34', ['v1.2.32', 'v1.2.33', 'v1.10.0', 'v2.0.0']],
    ['0.1.0', ['v0.9.0', 'v1.1.4']],
    ['3.x', ['v1.10.0', 'v2.0.0']],
    ['nightly-2', ['v1.10.0', 'v2.0.0']],
  ])('to %s are %j', (version, around) => {
    expect(nearest('choreo', version, choreo)).toEqual({ newest: 'v2.0.0', around })
  })

  test('are none when nothing is published', () => {
    expect(nearest('choreo', '1.2.3', [])).toBeUndefined()
  })
})
