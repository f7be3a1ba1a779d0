// Variables for a run in which some time passes ten times faster.
import { preloaded } from '../preloaded.ts'

/** The pauses between attempts do. No limit gets shorter. */
export const quickPauses = preloaded(`
const timers = process.getBuiltinModule('node:timers/promises')
const sleep = timers.setTimeout
timers.setTimeout = (ms, ...rest) => sleep(ms / 10, ...rest)`)

/** Idle timeouts, of 20 seconds and more, do: for a server that never responds. */
export const quickIdleTimeouts = preloaded(`
const start = globalThis.setTimeout
globalThis.setTimeout = (end, ms, ...rest) => start(end, ms < 20_000 ? ms : ms / 10, ...rest)`)
