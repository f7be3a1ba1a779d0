// The environment that the CLI gets: nothing that is meant for this action alone. Pure.
import type { Environment } from '../runner/machine.ts'
import { encodingsOf } from '../token/token.ts'

/** Variables that the CLI must not see: files below these directories would outlive its session. */
export const removedVariables: readonly string[] = [
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'XDG_CACHE_HOME',
]

/**
 * Removes from an environment the inputs and the state of this action, the credentials that the runner
 * gives to actions, the files that take workflow commands, `removedVariables`, and every variable that
 * holds a secret.
 *
 * @param secrets the tokens, and the token for GitHub, which jobs also keep in variables of other names
 * @returns the rest, among it PATH, proxies, certificates, and RUNNER_TRACKING_ID, by which the runner
 *   finds orphan processes
 */
export function scrubbed(env: Environment, secrets: readonly string[]): Record<string, string> {
  const forms = secrets.flatMap(encodingsOf)
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !forActionsOnly.test(entry[0]) &&
      !removedVariables.includes(entry[0]) &&
      !forms.some((form) => entry[1]?.includes(form)),
  )
  return Object.fromEntries(kept)
}

const forActionsOnly =
  /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN|ARTIFACTS|ARTIFACTS_LIST)$)/i
