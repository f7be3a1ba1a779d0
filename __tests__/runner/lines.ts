// From bytes to text, and from text to lines, as the runner reads the streams of a step and its files.
import { TextDecoder } from 'node:util'

// It takes all three. A form feed, NEL or U+2028 ends no line.
const lineEnd = /\r\n|\n|\r/

/** Splits a text into lines. A line end at the end of the text begins no further line. */
export function linesOf(text: string): string[] {
  const lines = text.split(lineEnd)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Decodes a file: UTF-8, unless a byte order mark says UTF-16. The mark goes, bad bytes are U+FFFD. */
export function decode(bytes: Uint8Array): string {
  return decoderFor(bytes).decode(bytes)
}

/** Reads one stream of a step. Each call returns the lines that are complete by then. */
export function lineReader() {
  let decoder: TextDecoder | undefined
  // What came behind the last line end.
  let rest = ''
  // A CR at the end of a piece, which may be half of a CRLF.
  let held = ''
  return {
    read(bytes: Uint8Array): string[] {
      decoder ??= decoderFor(bytes)
      const text = held + decoder.decode(bytes, { stream: true })
      held = text.endsWith('\r') ? '\r' : ''
      const lines = text.slice(0, text.length - held.length).split(lineEnd)
      lines[0] = rest + lines[0]
      rest = lines.pop() ?? ''
      return lines
    },
    /** Returns the last line, where the stream did not end with a line end. */
    end(): string[] {
      const last = rest + (decoder?.decode() ?? '')
      return last === '' && held === '' ? [] : [last]
    },
  }
}

function decoderFor([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder()
}
