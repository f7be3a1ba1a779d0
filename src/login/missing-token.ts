// The likely reason why the input `token` is empty. Pure.
// https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
import type { Environment } from '../runner/machine.ts'

/** What is read of the event that started the run. Anything may be missing. */
export interface Event {
  readonly pull_request?: {
    readonly head?: { readonly repo?: { readonly full_name?: unknown } | null }
    readonly base?: { readonly repo?: { readonly full_name?: unknown } | null }
  }
}

/**
 * Explains why the input `token` is empty or `false`, and what to do.
 *
 * @param event undefined when it could not be read
 */
export function explainMissingToken(
  env: Environment,
  event: Event | undefined,
  onMissingToken: 'fail' | 'skip',
  value: 'empty' | 'false',
): string {
  const { why, isExpected } = value === 'false' ? falseCondition : reasonOf(env, event)
  const advice = isExpected && onMissingToken === 'fail' ? [skipInstead] : []
  const what = `The input \`token\` is ${value === 'false' ? '`false`' : 'empty'}.`
  return [what, why, ...advice].join(' ')
}

interface Reason {
  readonly why: string
  /** Such runs never have a token: the workflow is not wrong. */
  readonly isExpected: boolean
}

const skipInstead =
  'If the job can do without a login, set `on-missing-token: skip` and check the output `authenticated` in later steps.'

const falseCondition: Reason = {
  why:
    "An expression such as `condition && secrets.X` gives this text when its condition is false. Append `|| ''` to the " +
    'expression.',
  isExpected: true,
}

const dependabot: Reason = {
  why:
    'Dependabot started this run, and such runs get Dependabot secrets only: store the token under Settings, Secrets and ' +
    'variables, Dependabot as well.',
  isExpected: true,
}

const fork: Reason = {
  why:
    'This pull request comes from a fork. GitHub gives no secrets to such runs, because anybody can open a pull request. ' +
    'Log in after the merge instead.',
  isExpected: true,
}

const wrongName: Reason = {
  why:
    'GitHub Actions replaces a secret that does not exist with an empty string, without an error. Check the name of the ' +
    'secret. If an environment holds it, name that `environment` in the job. If another workflow calls this one, pass the ' +
    'secret on with `secrets: inherit`.',
  isExpected: false,
}

function reasonOf(env: Environment, event: Event | undefined): Reason {
  const { GITHUB_ACTOR, GITHUB_EVENT_NAME = '' } = env
  // These events have all secrets, with any actor:
  // https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-on-actions
  const hasSecrets = /^(pull_request_target|workflow_run|workflow_dispatch|schedule)$/
  // A run stays Dependabot's when a person re-runs it.
  if (GITHUB_ACTOR === 'dependabot[bot]' && !hasSecrets.test(GITHUB_EVENT_NAME)) return dependabot
  if (/^pull_request(_review|_review_comment)?$/.test(GITHUB_EVENT_NAME) && isFork(event))
    return fork
  if (!/^(pull_request_target|workflow_run)$/.test(GITHUB_EVENT_NAME)) return wrongName
  const why = `Runs of this event get secrets, also for pull requests from forks. ${wrongName.why}`
  return { ...wrongName, why }
}

function isFork(event: Event | undefined): boolean {
  const { head, base } = event?.pull_request ?? {}
  // A fork that was deleted after the pull request was opened has no repository.
  if (head?.repo === null) return true
  return head?.repo?.full_name !== undefined && head.repo.full_name !== base?.repo?.full_name
}
