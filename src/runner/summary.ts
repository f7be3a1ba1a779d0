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
  summary.emptyBuffer().addHeading(escaped(heading), 3).addTable(cells)
  if (link !== '') summary.addLink('Troubleshooting', link)
  orUndefined(() => appendFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', summary.stringify()))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

// The values stand inside HTML, where nothing else is special. The runner masks a secret also in this form, with
// exactly these names.
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replace(/\r\n?|\n/g, '<br>')
}
