/** Breaks a text into lines of at most so many characters, within a word only where a word is longer. */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns))
}

// A continued line is indented like its first one, so that a quotation stays one.
function wrapLine(line: string, columns: number): readonly string[] {
  if (line.length <= columns) return [line]
  const indent = /^ */.exec(line)?.[0] ?? ''
  const space = line.lastIndexOf(' ', columns)
  const [end, start] = space > indent.length ? [space, space + 1] : [columns, columns]
  return [line.slice(0, end), ...wrapLine(indent + line.slice(start), columns)]
}
