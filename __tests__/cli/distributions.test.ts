import { expect, test } from '@jest/globals'
import {
  assetName,
  executableName,
  isTooOld,
  type Target,
  targetsOf,
} from '../../src/cli/distributions.ts'

test.each([
  ['choreo', 'linux', 'x64', 'choreo-cli-v1.2.33-linux-amd64.tar.gz', 'choreo'],
  ['choreo', 'linux', 'arm64', 'choreo-cli-v1.2.33-linux-arm64.tar.gz', 'choreo'],
  ['choreo', 'linux', 'arm', 'choreo-cli-v1.2.33-linux-arm.tar.gz', 'choreo'],
  ['choreo', 'linux', 'ia32', 'choreo-cli-v1.2.33-linux-386.tar.gz', 'choreo'],
  ['choreo', 'darwin', 'x64', 'choreo-cli-v1.2.33-darwin-amd64.zip', 'choreo'],
  ['choreo', 'darwin', 'arm64', 'choreo-cli-v1.2.33-darwin-arm64.zip', 'choreo'],
  ['choreo', 'win32', 'x64', 'choreo-cli-v1.2.33-windows-amd64.zip', 'choreo.exe'],
  ['choreo', 'win32', 'ia32', 'choreo-cli-v1.2.33-windows-386.zip', 'choreo.exe'],
  ['choreo', 'win32', 'arm64', 'choreo-cli-v1.2.33-windows-arm64.zip', 'choreo.exe'],
  ['wdp', 'linux', 'x64', 'wdp-cli-v1.2.33-linux-amd64.tar.gz', 'wdp'],
] as const)('the archive of %s on %s %s is %s', (cli, platform, arch, asset, executable) => {
  const [target] = targetsOf(platform, arch) as [Target]
  expect(assetName(cli, 'v1.2.33', target)).toBe(asset)
  expect(executableName(cli, platform)).toBe(executable)
})

test('there is no archive for darwin ia32, and the error lists the others', () => {
  expect(() => targetsOf('darwin', 'ia32')).toThrow(/darwin.*ia32.*linux-amd64/)
})

test('only Windows on Arm has a second target', () => {
  const archesOf = (platform: string) => targetsOf(platform, 'arm64').map(({ arch }) => arch)
  expect(archesOf('win32')).toEqual(['arm64', 'amd64'])
  expect(archesOf('linux')).toEqual(['arm64'])
})

test.each([
  ['choreo', 'v1.2.24', true],
  ['choreo', 'v1.2.25', false],
  ['choreo', 'v1.1.30', true],
  ['choreo', 'v0.9.30', true],
  ['choreo', 'v1.3.0', false],
  ['choreo', 'v2.0.0', false],
  // A dated pre-release does not order by number.
  ['choreo', 'v1.1.82503121000', false],
  ['choreo', '', false],
  ['wdp', 'v1.2.25-wdp', true],
  ['wdp', '1.2.25', true],
  ['wdp', 'v1.2.26-wdp', false],
] as const)('for %s, that version "%s" is too old is %s', (cli, version, expected) => {
  expect(isTooOld(cli, version)).toBe(expected)
})
