// The only retry of this project, for requests and for logins. Times are in milliseconds.
import { setTimeout as sleep } from 'node:timers/promises'

/** The milliseconds that are left for pauses. */
export interface PauseBudget {
  leftMs: number
}

export interface RetryOptions {
  /** All attempts, the first one included. Default: no limit. */
  readonly attempts?: number
  /** The first pause, without its jitter of up to 50 %. It doubles each time. */
  readonly backoffMs: number
  /** The longest pause, without its jitter. */
  readonly maxBackoffMs: number
  /** The shortest pause after what attempt number `attempt` (from 1) threw; undefined: it was the last one. */
  readonly pauseAfter: (thrown: unknown, attempt: number) => number | undefined
  /** Shared by several retries. Default: no limit. */
  readonly pauses?: PauseBudget
  /** Called before a pause. */
  readonly onRetry: (thrown: unknown, attempt: number, pauseMs: number) => void
  /** Ends a pause, and allows no further attempt. */
  readonly signal: AbortSignal
}

/**
 * Repeats an attempt until it succeeds, fails for good, or was made often enough.
 *
 * @param attempt gets its own number, from 1
 * @returns what the successful attempt returned
 * @throws what the last attempt threw, or the reason of the signal that ended a pause
 */
export async function retry<T>(
  attempt: (number: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { attempts = Number.POSITIVE_INFINITY, pauseAfter, pauses, onRetry, signal } = options
  for (let number = 1; ; number++) {
    try {
      return await attempt(number)
    } catch (thrown) {
      const isLast = number >= attempts || signal.aborted
      const askedMs = isLast ? undefined : pauseAfter(thrown, number)
      if (askedMs === undefined) throw thrown
      const backoffMs = Math.min(options.backoffMs * 2 ** (number - 1), options.maxBackoffMs)
      // Jobs that failed together do not retry together.
      const jitter = 1 + Math.random() / 2
      const pauseMs = Math.max(askedMs, backoffMs * jitter)
      if (pauses !== undefined) {
        if (pauseMs > pauses.leftMs) throw thrown
        pauses.leftMs -= pauseMs
      }
      onRetry(thrown, number, pauseMs)
      await sleep(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}
