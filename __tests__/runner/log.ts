// The log of a step and its annotations, as a reader sees them.
import { trim } from './culture.ts'
import { linesOf } from './lines.ts'
import { type Masks, masked } from './masks.ts'

/** An annotation, with the properties that the step gave. Only the message is masked. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly file?: string
  readonly line?: string
}

export type Log = ReturnType<typeof startLog>

// The runner cuts the end of a longer message, which may be a link.
const maxMessageLength = 4096
const maxAnnotationsOfLevel = 10

/** Starts the log of a step. A mask holds from the moment on at which it is added. */
export function startLog(masks: Masks, isDebugging = false) {
  const lines: string[] = []
  const issues: Annotation[] = []
  const write = (text: string) => lines.push(masked(text, masks))
  return {
    lines,
    /** The annotations of the step. Those without a message do not reach a reader. */
    issues,
    write,
    /** Writes what a step printed, which must not look like a group of the runner itself. */
    writeText: (text: string) => write(text.replace(/##\[(?=(start|end)-action)/g, '##[\\')),
    /** Writes lines that only debug logging shows. */
    debug(text: string): void {
      if (isDebugging) for (const line of linesOf(text)) write(`##[debug]${line}`)
    },
    /** Adds an annotation, and writes it into the log. */
    annotate(
      level: Annotation['level'],
      text: string,
      properties: Readonly<Record<string, string>> = {},
    ): void {
      const message = masked(text, masks).slice(0, maxMessageLength)
      const isKept = issues.filter((one) => one.level === level).length < maxAnnotationsOfLevel
      if (isKept) issues.push({ title: '', ...properties, level, message })
      if (message !== '') write(`##[${level}]${message}`)
    },
  }
}

/** Returns the annotations that reach a reader. */
export function shownAnnotations({ issues }: Log): Annotation[] {
  return issues.filter(({ message }) => trim(message) !== '')
}
