// The warning about versions of the CLI that are too old for a login.
import { expect, test } from '@jest/globals'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { floorWarning } from '../../src/login/floors.ts'

test.each<[Inputs['cli'], region: string, version: string, floors: readonly string[]]>([
  ['choreo', 'US', 'v1.2.24', ['v1.2.25']],
  ['choreo', 'US', 'v1.2.25', []],
  ['choreo', 'EU', 'v1.2.18', ['v1.2.25', 'v1.2.19']],
  ['choreo', 'EU', 'v1.2.19', ['v1.2.25']],
  ['choreo', '', 'v1.1.30', ['v1.2.25']],
  ['choreo', '', 'v0.9.30', ['v1.2.25']],
  ['choreo', '', 'v1.3.0', []],
  ['choreo', '', 'v2.0.0', []],
  // A dated pre-release does not order by number.
  ['choreo', '', 'v1.1.82503121000', []],
  ['choreo', '', '', []],
  ['wdp', 'EU', 'v1.1.0', []],
])('%s with region "%s" and version "%s" is below %j', (cli, region, version, floors) => {
  const warning = floorWarning({ cli, region } as Inputs, version)
  expect(warning?.match(/(?<=before )v[\d.]+\d/g) ?? []).toEqual(floors)
  if (floors.length > 0)
    expect(warning).toMatch(new RegExp(`is ${version}\\. .*\`cli-version\` to \`latest\``))
})
