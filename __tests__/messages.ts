// Reads out of the sources what the action can say: every literal of some words, as its first sentence,
// in the pieces that stand between what is filled in.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runner.ts'

export interface Message {
  readonly file: string
  /** The first sentence, without what is filled in. */
  readonly pieces: readonly string[]
}

/** Lists the messages of all sources. */
export function messages(): readonly Message[] {
  return readdirSync(join(root, 'src')).flatMap((file) =>
    texts(readFileSync(join(root, 'src', file), 'utf8'))
      .filter((text) => !noProse.test(text))
      .map((text) => ({ file, pieces: firstSentence(text).split(filled).map(trimmed) }))
      .map(({ pieces, ...rest }) => ({ ...rest, pieces: pieces.filter((one) => words(one) > 0) }))
      .filter(({ pieces }) => words(pieces.join(' ')) >= 4),
  )
}

/** Lists the titles of annotations. */
export function titles(): readonly string[] {
  const found = readdirSync(join(root, 'src')).flatMap((file) => {
    const code = readFileSync(join(root, 'src', file), 'utf8')
    return [...code.matchAll(/(?:\btitle(?: =|:)|\bfailure\()\s*'([^']+)'/g)].map(([, one]) => one)
  })
  return [...new Set(found.filter((one) => one !== undefined))]
}

// Paths, patterns and scripts.
const noProse = /\?\w|[|^\\%]|\]\)|\w\/\w|^#!|^rem /

const filled = '\u0000'

// The literals of a source in order, those that are joined by `+` as one.
function texts(code: string): string[] {
  const found: string[] = []
  let isContinued = false
  for (let at = 0; at < code.length; ) {
    const rest = code.slice(at)
    const skipped =
      /^(\/\/.*|\/\*[\s\S]*?\*\/|\s+|[\w.]+)/.exec(rest) ??
      // A regular expression: behind a word or a bracket that ends a value, a slash divides.
      (/[=(,:[!&|?]\s*$/.test(code.slice(0, at))
        ? /^\/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n])+\/\w*/.exec(rest)
        : null)
    if (skipped !== null) {
      if (!/^(\s|\/\/|\/\*)/.test(skipped[0])) isContinued = false
      at += skipped[0].length
      continue
    }
    const character = code.charAt(at)
    if (character === "'" || character === '"' || character === '`') {
      const { text, inner, end } = literal(code, at)
      if (isContinued && found.length > 0) found.push(found.pop() + text)
      else found.push(text)
      // The message goes on behind what is filled in, even where that holds a literal itself.
      found.splice(found.length - 1, 0, ...inner)
      at = end
      isContinued = false
      continue
    }
    isContinued = character === '+'
    at++
  }
  return found
}

function literal(code: string, start: number) {
  const quote = code.charAt(start)
  const inner: string[] = []
  let text = ''
  let at = start + 1
  while (code.charAt(at) !== quote) {
    if (code.charAt(at) === '\\') {
      const escaped = code.charAt(at + 1)
      text += /[nrtu]/.test(escaped) ? ' ' : escaped
      at += 2
    } else if (quote === '`' && code.startsWith('${', at)) {
      const end = endOfExpression(code, at + 2)
      inner.push(...texts(code.slice(at + 2, end)))
      text += filled
      at = end + 1
    } else {
      text += code.charAt(at)
      at++
    }
  }
  return { text, inner, end: at + 1 }
}

function endOfExpression(code: string, start: number): number {
  let depth = 1
  let at = start
  while (depth > 0) {
    const character = code.charAt(at)
    if (character === "'" || character === '`') at = literal(code, at).end - 1
    else if (character === '{') depth++
    else if (character === '}') depth--
    at++
  }
  return at - 1
}

function firstSentence(text: string): string {
  return /^[\s\S]*?[.:](?=\s|$)/.exec(text)?.[0] ?? text
}

function trimmed(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[^\w`]+|[^\w`]+$/g, '')
}

function words(text: string): number {
  return text.match(/[A-Za-z]{2,}/g)?.length ?? 0
}
