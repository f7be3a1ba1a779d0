import { createCipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is baked into one copy of the command line. */
export type Settings = {
  readonly cli: 'choreo' | 'wdp'
  /** The release's tag, as the command line prints it: `v1.2.33`. */
  readonly version: string
  /** Where the platform answers: `StandIn.service`. */
  readonly service: string
  readonly fault?: Fault | undefined
  /** The file's least size in bytes; the padding costs nothing at start-up. */
  readonly padTo?: number | undefined
}

/** A way to misbehave. With `times` it is shown so often, and then no more. */
export type Fault = { readonly times?: number } & (LoginFault | LogoutFault | OrganizationsFault)

type LoginFault =
  | {
      readonly kind: 'says'
      /** Base64, because what a program prints need not be text. */
      readonly stdout?: string
      readonly stderr?: string
      readonly exitCode: number
      /** Reads standard input to its end first; true unless said. */
      readonly reads?: boolean
      /** Ends by this signal instead of the exit code. */
      readonly signal?: NodeJS.Signals
    }
  /** Ignores SIGTERM, SIGINT and SIGHUP; `pidFile` gets its id, then its child's, one a line. */
  | { readonly kind: 'hang'; readonly grandchild?: boolean; readonly pidFile?: string }
  | { readonly kind: 'exit-before-reading'; readonly stderr: string }
  /** Every command, not only the login, uses this directory instead of HOME. */
  | { readonly kind: 'ignores-home'; readonly home: string }
  /** Does not know `--with-token`. */
  | { readonly kind: 'old' }
  /** Says that it logged in, and writes nothing. */
  | { readonly kind: 'lies' }
  /** Leaves a process behind for 300 s that ignores SIGTERM and holds a file below the home. */
  | { readonly kind: 'lingers'; readonly pidFile?: string }
  /** Waits between the platform's yes and its own files; milliseconds. */
  | { readonly kind: 'late-writer'; readonly ms: number }

type LogoutFault = { readonly kind: 'logout-hangs' } | { readonly kind: 'logout-fails' }

type OrganizationsFault =
  /** `list organizations` is an unknown command. */
  | { readonly kind: 'no-organizations' }
  /** `list organizations` prints these bytes, in base64. */
  | { readonly kind: 'organizations-print'; readonly stdout: string; readonly exitCode: number }

/**
 * Returns the command line as one executable file for POSIX systems.
 *
 * It is a shell script of one `exec`: the kernel needs no extension, the process keeps its id, and
 * no package.json nearby can turn the program into an ES module. Node reads only the bytes of the
 * program, so that a file padded to a real release's size starts as fast as a small one.
 */
export function executable(settings: Settings): Buffer {
  const program = Buffer.from(source(settings))
  const head = launcher(program.length)
  const missing = (settings.padTo ?? 0) - head.length - program.length
  return Buffer.concat([head, program, padding(Math.max(0, missing))])
}

/** Returns the command line's program alone: CommonJS that needs nothing but Node. */
export function source(settings: Settings): string {
  return `globalThis.settings = ${JSON.stringify(settings)}\n${bundle()}`
}

const folder = join(import.meta.dirname, 'cli')

// In the order in which nothing is needed before it is there.
const parts = ['flags', 'request', 'faults', 'session', 'platform', 'main'] as const

function bundle(): string {
  const modules = parts.map((part) => {
    const file = `${part}.cjs`
    const text = readFileSync(join(folder, file), 'utf8')
    return `add('./${file}', (exports, require) => {\n${text}\n})\n`
  })
  return `{
const parts = new Map()
const find = (name) => parts.get(name) ?? require(name)
const add = (name, body) => {
  parts.set(name, {})
  body(parts.get(name), find)
}
${modules.join('')}}\n`
}

function launcher(bytes: number): Buffer {
  // The numbers have a fixed width, because the first depends on the line that holds it.
  const line = (offset: number): string => {
    const fixed = (number: number): string => `+"${String(number).padStart(8, '0')}"`
    const script = [
      'const fs=require("node:fs"),bytes=Buffer.alloc(',
      fixed(bytes),
      ');',
      'const file=fs.openSync(process.argv[1]);',
      'fs.readSync(file,bytes,0,bytes.length,',
      fixed(offset),
      ');fs.closeSync(file);',
      'require("node:vm").runInThisContext(bytes.toString(),process.argv[1])',
    ].join('')
    const node = `${quote(process.execPath)} --input-type=commonjs -e ${quote(script)}`
    return `#!/bin/sh\nexec ${node} -- "$0" "$@"\n`
  }
  return Buffer.from(line(Buffer.byteLength(line(0))))
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

// About a third of it resists compression, as in a compiled program.
function padding(bytes: number): Buffer {
  const block = 65_536
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
  const filled = Buffer.alloc(bytes)
  for (let at = 0; at < bytes; at += block) {
    noise.update(Buffer.alloc(Math.min(23_000, bytes - at))).copy(filled, at)
  }
  return filled
}
