// Versions of the CLI that are known to be too old for a login. Pure.
// Source: the release notes of github.com/wso2/choreo-cli.
import type { Inputs } from '../inputs/inputs.ts'

const patFloor = 25
const euFloor = 19

/**
 * Returns a warning when a version is below a known minimum; undefined otherwise. No minimum of `wdp` is
 * known, and dated pre-releases (`v1.2.82503121000`) do not order by number.
 *
 * @param version a tag; may be empty
 */
export function floorWarning({ cli, region }: Inputs, version: string): string | undefined {
  const [, major, minor, patch] = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(version) ?? []
  if (cli !== 'choreo' || patch === undefined) return undefined
  const [first, second] = [Number(major), Number(minor)]
  const isBefore = first < 1 || (first === 1 && second < 2)
  const isBelow = (floor: number) =>
    isBefore || (first === 1 && second === 2 && Number(patch) < floor)
  const reasons = [
    ...(isBelow(patFloor)
      ? ['Versions before v1.2.25 can crash at a login with a Personal Access Token.']
      : []),
    ...(region === 'EU' && isBelow(euFloor)
      ? ['Versions before v1.2.19 do not know the region EU.']
      : []),
  ]
  if (reasons.length === 0) return undefined
  return `The Choreo CLI is ${version}. ${reasons.join(' ')} Set the input \`cli-version\` to \`latest\`.`
}
