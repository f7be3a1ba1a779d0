import { createCipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CliName } from '../../src/cli/distributions.ts'

/** What is baked into one copy of the command line. */
export type Settings = {
  readonly cli: CliName
  /** The release's tag, as the command line prints it: `v1.2.33`. */
  readonly version: string
  /** Where the platform answers: `StandIn.service`. */
  readonly service: string
  readonly fault?: Fault | undefined
  /** The file's minimum size in bytes; the padding costs nothing at start-up. */
  readonly padTo?: number | undefined
}

/** A way to misbehave. */
export type Fault =
  /** The login reads its input, prints this text to standard error, and ends. */
  | { readonly kind: 'says'; readonly stderr?: string; readonly exitCode: number }
  /** Every command, not only the login, uses this directory instead of HOME. */
  | { readonly kind: 'ignores-home'; readonly home: string }
  | { readonly kind: 'logout-fails' }
  /** The login leaves the token in this file, encoded. */
  | { readonly kind: 'leaves-copy'; readonly path: string }
  /** `list organizations` is an unknown command. */
  | { readonly kind: 'no-organizations' }

/**
 * Returns the command line as one executable file for POSIX systems.
 *
 * It is a shell script of one `exec`: the kernel needs no extension, the process keeps its id, and
 * no package.json nearby can turn the program into an ES module. A shell reads no further than `exec`.
 */
export function executable(settings: Settings): Buffer {
  const { padTo = 0 } = settings
  const node = `${quote(process.execPath)} --input-type=commonjs -e ${quote(source(settings))}`
  const script = Buffer.from(`#!/bin/sh\nexec ${node} -- "$0" "$@"\n`)
  // A third of the padding resists compression, as in a compiled program; the rest are zeros.
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
  const padding = noise.update(Buffer.alloc(Math.ceil(padTo / 3)))
  return Buffer.concat([script, padding], Math.max(script.length, padTo))
}

/** Returns the command line's program alone: CommonJS that needs nothing but Node. */
export function source(settings: Settings): string {
  // In an order in which every part comes after the parts that it needs.
  const modules = ['request', 'session', 'platform', 'main'].map((part) => {
    const text = readFileSync(join(import.meta.dirname, 'cli', `${part}.cjs`), 'utf8')
    return `;((exports, require) => {\n${text}\n})(parts['./${part}.cjs'] = {}, find)\n`
  })
  return `globalThis.settings = ${JSON.stringify(settings)}
{
const parts = {}
const find = (name) => parts[name] ?? require(name)
${modules.join('')}}\n`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
