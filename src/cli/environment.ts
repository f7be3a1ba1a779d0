// The environment that the CLI gets: nothing that is meant for this action alone. Pure.
import type { Environment } from '../runner/machine.ts'
import { encodingsOf } from '../token/token.ts'

/**
 * Removes from an environment the inputs and the state of this action, the credentials that the runner
 * gives to actions, the files that take workflow commands, and every variable that holds a token.
 *
 * @returns the rest, among it PATH, proxies, certificates, and RUNNER_TRACKING_ID, by which the runner
 *   finds orphan processes
 */
export function scrubbed(env: Environment, tokens: readonly string[]): Record<string, string> {
  const secrets = tokens.flatMap(encodingsOf)
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !forActionsOnly.test(entry[0]) &&
      !secrets.some((secret) => entry[1]?.includes(secret)),
  )
  return Object.fromEntries(kept)
}

const forActionsOnly =
  /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN|ARTIFACTS|ARTIFACTS_LIST)$)/i
