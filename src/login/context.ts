// The facts that are constant for one login. They are collected once, before anything is written.
import type { Cli } from '../cli/run.ts'
import { type Inputs, secretsOf } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { cliOf, type Session } from '../session/session.ts'

export interface Context {
  readonly inputs: Inputs
  readonly session: Session
  readonly machine: Machine
  readonly cli: Cli
  /** No message shows them. */
  readonly secrets: readonly string[]
  /** Aborted when the runner stops the step. */
  readonly stopped: AbortSignal
}

export function contextOf(
  inputs: Inputs,
  session: Session,
  machine: Machine,
  stopped: AbortSignal,
): Context {
  const cli = cliOf(session, machine, { timeoutMs: inputs.timeoutSeconds * 1000, stopped })
  return { inputs, session, machine, cli, secrets: secretsOf(machine.env), stopped }
}
