import { expect, test } from '@jest/globals'
import {
  assetName,
  type CliName,
  executableName,
  floorsAbove,
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

test.each<[CliName, region: string, version: string, floors: readonly string[]]>([
  ['choreo', 'US', 'v1.2.24', ['1.2.25']],
  ['choreo', 'US', 'v1.2.25', []],
  ['choreo', 'EU', 'v1.2.18', ['1.2.25', '1.2.19']],
  ['choreo', 'EU', 'v1.2.19', ['1.2.25']],
  ['choreo', '', 'v1.1.30', ['1.2.25']],
  ['choreo', '', 'v0.9.30', ['1.2.25']],
  ['choreo', '', 'v1.3.0', []],
  ['choreo', '', 'v2.0.0', []],
  // A dated pre-release does not order by number.
  ['choreo', '', 'v1.1.82503121000', []],
  ['choreo', '', '', []],
  ['wdp', '', 'v1.2.25-wdp', ['1.2.26']],
  ['wdp', 'EU', '1.2.25', ['1.2.26']],
  ['wdp', '', 'v1.2.26-wdp', []],
])('%s with region "%s" and version "%s" is below %j', (cli, region, version, floors) => {
  expect(floorsAbove(cli, version, region).map((floor) => floor.version)).toEqual(floors)
})
