// The files that a step writes for the runner: GITHUB_ENV, GITHUB_OUTPUT, GITHUB_STATE, GITHUB_PATH,
// GITHUB_STEP_SUMMARY. The runner reads them after the process has ended.
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { withPath } from './environment.ts'
import { decode, linesOf } from './lines.ts'
import { masked } from './masks.ts'
import * as messages from './messages.ts'

/** The files of names and values. */
export type Kind = 'env' | 'output' | 'state'

/** What a file said, and the errors that the runner reports in annotations. */
export interface Read<Content> {
  readonly content: Content
  readonly errors: readonly string[]
  /** Whether the errors fail the step. */
  readonly hasFailed: boolean
}

/** Reads a file of names and values. */
export function readKeyValues(kind: Kind, path: string): Read<Readonly<Record<string, string>>> {
  try {
    return keyValues(kind, readText(path))
  } catch (error) {
    return failed(kind, {}, error as Error)
  }
}

/** Reads the text of a file of names and values. A bad line fails the step; entries before it count. */
export function keyValues(kind: Kind, text: string): Read<Readonly<Record<string, string>>> {
  // By the name in lower case where the case of names is ignored: outputs and state.
  const values = new Map<string, readonly [name: string, value: string]>()
  const errors: string[] = []
  try {
    for (const [name, value] of entriesOf(text)) {
      if (name === '' && kind !== 'state') throw new Error(messages.missing('name'))
      const key = kind === 'env' ? name : name.toLowerCase()
      const [first] = values.get(key) ?? [name]
      if (kind === 'env' && name.toLowerCase() === 'node_options')
        errors.push(messages.refusedNodeOptions.file)
      else values.set(key, [first, value])
    }
    return { content: Object.fromEntries(values.values()), errors, hasFailed: false }
  } catch (error) {
    const { errors: last, ...result } = failed(kind, Object.fromEntries(values.values()), error)
    return { ...result, errors: [...errors, ...last] }
  }
}

// `NAME=value`, or `NAME<<DELIMITER` before lines that end with the delimiter. A CR ends no line: on Linux
// it is a part of the value, or of the delimiter.
function* entriesOf(text: string): Generator<readonly [name: string, value: string]> {
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const [, name = '', sign] = /^(.*?)(=|<<)/s.exec(line) ?? []
    if (sign === undefined) throw new Error(`Invalid format '${line}'`)
    const value = line.slice(name.length + sign.length)
    if (sign === '=') {
      yield [name, value]
    } else {
      if (name === '' || value === '') throw new Error(messages.emptyNameOrDelimiter(line))
      const end = indexOfDelimiter(value, lines, at + 1)
      yield [name, lines.slice(at + 1, end).join('\n')]
      at = end
    }
  }
}

function indexOfDelimiter(delimiter: string, lines: readonly string[], from: number): number {
  const found = lines.indexOf(delimiter, from)
  if (found >= 0) return found
  const isLastEnded = from >= lines.length || lines.at(-1) === ''
  throw new Error(isLastEnded ? messages.missingDelimiter(delimiter) : messages.unendedLine)
}

/** Reads the additions to PATH behind those that are there. The last one comes first in PATH. */
export function readPaths(path: string, before: readonly string[]): Read<readonly string[]> {
  try {
    if (isAbsent(path) || lstatSync(path).isDirectory()) return succeeded(before)
    return succeeded(linesOf(readExistingText(path)).filter(Boolean).reduce(withPath, before))
  } catch (error) {
    return failed('path', before, error)
  }
}

const maxSummarySize = 1024 * 1024

/** Reads the summary of a step as the runner uploads it: with masks, and line ends of its own. */
export function readSummary(path: string, masks: ReadonlySet<string>): Read<string> {
  if (isAbsent(path) || lstatSync(path).isDirectory()) return succeeded('')
  try {
    const lines = linesOf(readExistingText(path))
    const { size } = statSync(path)
    if (size > maxSummarySize)
      return { ...succeeded(''), errors: [messages.summaryTooLarge(Math.floor(size / 1024))] }
    return succeeded(lines.map((line) => `${masked(line, masks)}\n`).join(''))
  } catch (error) {
    const start = "Failed to create step summary using 'GITHUB_STEP_SUMMARY'"
    return { ...succeeded(''), errors: [`${start}: ${(error as Error).message}`] }
  }
}

function succeeded<Content>(content: Content): Read<Content> {
  return { content, errors: [], hasFailed: false }
}

function failed<Content>(kind: string, content: Content, error: unknown): Read<Content> {
  const errors = [messages.notProcessed('file command', kind), (error as Error).message]
  return { content, errors, hasFailed: true }
}

/** Reads a file of a step. One that the step deleted is empty. */
export function readText(path: string): string {
  return existsSync(path) ? readExistingText(path) : ''
}

function readExistingText(path: string): string {
  if (!existsSync(path)) throw new Error(`Could not find file '${path}'.`)
  if (lstatSync(path).isDirectory()) throw new Error(`Access to the path '${path}' is denied.`)
  return decode(readFileSync(path))
}

// A link to nowhere is there.
function isAbsent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined
}
