// The job summary.
import { appendFileSync } from 'node:fs'
import { summary } from '@actions/core'
import type { Environment } from './machine.ts'
import { orUndefined } from './or-undefined.ts'

/**
 * Appends a table to the job summary. A summary that cannot be written fails nothing.
 *
 * @param rows names and values, as plain text; empty values are left out
 * @param link to the explanation of a failure
 */
export function writeSummary(
  env: Environment,
  heading: string,
  rows: Readonly<Record<string, string>>,
  link = '',
): void {
  const cells = Object.entries(rows)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [escaped(name), escaped(value)])
  summary.addHeading(escaped(heading), 3).addTable(cells)
  if (link !== '') summary.addLink('Troubleshooting', link)
  orUndefined(() => appendFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', summary.stringify()))
}

// A summary is Markdown with HTML, and some values come from others.
function escaped(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`)
}
