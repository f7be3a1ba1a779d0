// The lines and columns that an annotation names.
type Properties = Readonly<Record<string, string>>

/** Returns properties without a range that makes no sense. The annotation itself stays. */
export function withValidRange({
  line,
  endLine,
  col,
  endColumn,
  ...others
}: Properties): Properties {
  const start = isNumber(line) || !isNumber(endLine) ? line : endLine
  const [startColumn, lastColumn] = [col ?? endColumn, endColumn]
  const hasLines = !isBefore(endLine, start)
  // Columns of several lines mean nothing.
  const isOneLine = isNumber(start) && (endLine === undefined || endLine === start)
  const hasColumns = isOneLine && !isBefore(lastColumn, startColumn)
  return {
    ...others,
    ...(hasLines && given({ line: start, endLine })),
    ...(hasColumns && given({ col: startColumn, endColumn: lastColumn })),
  }
}

function isNumber(text = ''): boolean {
  return /^\s*[+-]?\d+\s*$/.test(text)
}

function isBefore(one: string | undefined, other: string | undefined): boolean {
  return isNumber(one) && isNumber(other) && Number(one) < Number(other)
}

function given(values: Readonly<Record<string, string | undefined>>): Properties {
  const pairs = Object.entries(values).flatMap(([name, value]) => {
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(pairs)
}
