// The only retry of this project, for requests and for logins: what failed for a transient reason is
// attempted again after a pause that doubles.
import { setTimeout as sleep } from 'node:timers/promises'

/** How long the pauses are, in milliseconds. */
export interface Backoff {
  /** The first pause. Each further one is twice as long. */
  readonly backoffMs: number
  /** The longest pause, without its jitter. Default: no limit. */
  readonly maxBackoffMs?: number
}

export interface RetryOptions extends Backoff {
  /** All attempts, the first one included. */
  readonly attempts: number
  /** Decides whether another attempt is worthwhile after what attempt number `attempt` threw. */
  readonly isRetryable: (thrown: unknown, attempt: number) => boolean
  /** What the other side asks for, in milliseconds: no pause is shorter. */
  readonly retryAfterMs?: (thrown: unknown) => number
  /** Called before each pause. */
  readonly onRetry?: (retry: Retry) => void
  /** Ends a pause, and allows no further attempt. */
  readonly signal: AbortSignal
}

/** A pause that is about to begin. */
export interface Retry {
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number
  readonly pauseMs: number
  readonly thrown: unknown
}

/**
 * Attempts something until it succeeds, fails for good, or has been attempted often enough.
 *
 * @param attempt gets its own number, from 1
 * @returns what the successful attempt returned
 * @throws what the last attempt threw, unchanged; `signal.reason` when the signal ended a pause
 */
export async function retry<T>(
  attempt: (number: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { attempts, isRetryable, retryAfterMs, onRetry, signal } = options
  for (let number = 1; ; number++) {
    try {
      return await attempt(number)
    } catch (thrown) {
      const isLast = number >= attempts || signal.aborted
      if (isLast || !isRetryable(thrown, number)) throw thrown
      const backoffMs = backoffAfter(number, options, Math.random())
      const pauseMs = Math.max(backoffMs, retryAfterMs?.(thrown) ?? 0)
      onRetry?.({ attempt: number, pauseMs, thrown })
      await sleep(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

/**
 * Computes the pause after a failed attempt.
 *
 * @param attempt its number, from 1
 * @param random from 0 to 1, for up to 50 % of jitter: jobs that failed together should not retry together
 * @returns milliseconds
 */
export function backoffAfter(
  attempt: number,
  { backoffMs, maxBackoffMs = Number.POSITIVE_INFINITY }: Backoff,
  random: number,
): number {
  return Math.min(backoffMs * 2 ** (attempt - 1), maxBackoffMs) * (1 + random / 2)
}
