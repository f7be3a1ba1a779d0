// The job summary: what a person wants to know of a login a week later.
import { summary } from '@actions/core'

/**
 * Writes a table to the page of the job. Where there is no summary, or none that can be written, nothing
 * happens.
 *
 * @param heading the table's heading
 * @param rows names and values, as plain text; empty values are left out
 */
export async function writeSummary(
  heading: string,
  rows: Readonly<Record<string, string>>,
): Promise<void> {
  const cells = Object.entries(rows)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [escaped(name), escaped(value)])
  try {
    await summary.addHeading(escaped(heading), 3).addTable(cells).write()
  } catch {
    // A summary is a courtesy: a login does not fail for it.
  }
}

// The summary is Markdown with HTML in it, and what stands in it was partly written by others.
function escaped(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`)
}
