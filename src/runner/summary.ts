// The job summary: what a person wants to know of a login a week later.
import { appendFileSync } from 'node:fs'
import { summary } from '@actions/core'
import { orUndefined } from '../or-undefined.ts'

/**
 * Writes a table to the page of the job. Where there is no summary, or none that can be written, nothing
 * happens.
 *
 * @param heading the table's heading
 * @param rows names and values, as plain text; empty values are left out
 */
export function writeSummary(heading: string, rows: Readonly<Record<string, string>>): void {
  const cells = Object.entries(rows)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [escaped(name), escaped(value)])
  const table = summary.addHeading(escaped(heading), 3).addTable(cells).stringify()
  // A summary is a courtesy: a login does not fail for it. Nor does it wait for the package's own `write`.
  orUndefined(() => appendFileSync(process.env['GITHUB_STEP_SUMMARY'] ?? '', table))
}

// The summary is Markdown with HTML in it, and what stands in it was partly written by others.
function escaped(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`)
}
