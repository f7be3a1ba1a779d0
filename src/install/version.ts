// What a user's `cli-version` means without a list of releases. Pure.

import type { CliName } from '../cli/distributions.ts'
import { distributions } from '../cli/distributions.ts'

/** Returns the tag of an exact version, such as `1.2.33` or `v1.2.33`, or undefined for all else. */
export function exactTag(cli: CliName, version: string): string | undefined {
  const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? []
  return number === undefined ? undefined : `v${number}${rest || distributions[cli].tagSuffix}`
}

/** Whether a value can be a tag: it becomes part of URLs and of paths in the tool cache. */
export function isTag(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w.+-]{0,127}$/.test(value)
}
