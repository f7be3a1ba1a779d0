// How figures are summed up and shown.
import { availableParallelism, cpus, loadavg } from 'node:os'

/** Describes the machine, and how busy it was: with a load of more than 1 something else was running. */
export function machine(): string {
  const today = new Date().toISOString().slice(0, 10)
  const processors = `${availableParallelism()} × ${cpus()[0]?.model.trim()}`
  return `${today}, Node ${process.version}, ${processors}, load ${loadavg()[0]?.toFixed(1)}`
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}

/** The least, the median and the greatest value, as they are shown. */
export function spread(values: readonly number[]): string[] {
  const figures = [Math.min(...values), median(values), Math.max(...values)]
  return figures.map((figure) => figure.toFixed(2))
}

/** Writes rows as a table in Markdown; the first one is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join(' | ')} |`,
  )
  return lines
    .toSpliced(1, 0, `|${widths?.map((width) => '-'.repeat(width + 2)).join('|')}|`)
    .join('\n')
}
