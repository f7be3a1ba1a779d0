import { describe, expect, test } from '@jest/globals'
import { assetName, executableName, targetOf } from '../../src/cli/distribution.ts'

describe('the archive', () => {
  test.each([
    ['linux', 'x64', 'choreo-cli-v1.2.33-linux-amd64.tar.gz', 'choreo'],
    ['linux', 'arm64', 'choreo-cli-v1.2.33-linux-arm64.tar.gz', 'choreo'],
    ['linux', 'arm', 'choreo-cli-v1.2.33-linux-arm.tar.gz', 'choreo'],
    ['linux', 'ia32', 'choreo-cli-v1.2.33-linux-386.tar.gz', 'choreo'],
    ['darwin', 'x64', 'choreo-cli-v1.2.33-darwin-amd64.zip', 'choreo'],
    ['darwin', 'arm64', 'choreo-cli-v1.2.33-darwin-arm64.zip', 'choreo'],
    ['win32', 'x64', 'choreo-cli-v1.2.33-windows-amd64.zip', 'choreo.exe'],
    ['win32', 'ia32', 'choreo-cli-v1.2.33-windows-386.zip', 'choreo.exe'],
    ['win32', 'arm64', 'choreo-cli-v1.2.33-windows-amd64.zip', 'choreo.exe'],
  ])('on %s %s is %s', (platform, arch, asset, executable) => {
    expect(assetName('choreo', 'v1.2.33', targetOf(platform, arch))).toBe(asset)
    expect(executableName('choreo', platform)).toBe(executable)
  })

  test('of the successor is named after it', () => {
    const target = targetOf('linux', 'x64')
    expect(assetName('wdp', 'v1.2.32-wdp', target)).toBe('wdp-cli-v1.2.32-wdp-linux-amd64.tar.gz')
    expect(executableName('wdp', 'linux')).toBe('wdp')
  })

  test.each([
    ['freebsd', 'x64'],
    ['linux', 's390x'],
    ['darwin', 'ia32'],
  ])('on %s %s does not exist, and the error lists the others', (platform, arch) => {
    expect(() => targetOf(platform, arch)).toThrow(new RegExp(`${platform}.*${arch}.*linux-amd64`))
  })
})
