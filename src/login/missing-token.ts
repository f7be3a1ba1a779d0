// Why a token can be missing, as far as the event and the environment tell. Pure.
// https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions

/** What is read of the event that started the run; anything may be missing. */
export interface Event {
  readonly pull_request?: {
    readonly head?: { readonly repo?: { readonly full_name?: unknown } | null }
    readonly base?: { readonly repo?: { readonly full_name?: unknown } | null }
  }
}

/**
 * Explains why the input `token` is empty.
 *
 * @param env the environment of the step
 * @param event the payload of the event, or undefined when it could not be read
 * @param onMissingToken what the user wants of such a run
 * @returns what happened, why it is likely, and what to do
 */
export function whyMissing(
  env: Environment,
  event: Event | undefined,
  onMissingToken: 'fail' | 'skip',
): string {
  const { why, isUsual = false } = reasons.find(({ applies }) => applies(env, event)) ?? wrongName
  const advice = isUsual && onMissingToken === 'fail' ? [orSkip] : []
  return ['The input `token` is empty.', why, ...advice].join(' ')
}

type Environment = Readonly<Record<string, string | undefined>>

interface Reason {
  readonly applies: (env: Environment, event: Event | undefined) => boolean
  readonly why: string
  /** Nothing is wrong with the workflow: its runs of this kind never have a token. */
  readonly isUsual?: boolean
}

const orSkip =
  'If the job can do without a login, set `on-missing-token: skip` and let later steps ask for the output `authenticated`.'

const wrongName: Omit<Reason, 'applies'> = {
  why:
    'A secret that does not exist is an empty string in GitHub Actions, without an error. Check that the name in the workflow ' +
    'is the name of the secret; that the job names the `environment` that holds it, if one does; and, when this workflow is ' +
    'called by another one, that the caller passes it with `secrets: inherit`.',
}

const reasons: readonly Reason[] = [
  {
    // A run stays Dependabot's when a person starts it again. These events have all secrets, whoever
    // caused them: https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-on-actions
    applies: ({ GITHUB_ACTOR, GITHUB_EVENT_NAME }) =>
      GITHUB_ACTOR === 'dependabot[bot]' &&
      !/^(pull_request_target|workflow_run|workflow_dispatch|schedule)$/.test(
        GITHUB_EVENT_NAME ?? '',
      ),
    why:
      'Dependabot started this run, and such runs get the secrets of Dependabot only: store the token once more under ' +
      'Settings, Secrets and variables, Dependabot.',
    isUsual: true,
  },
  {
    applies: ({ GITHUB_EVENT_NAME }, event) =>
      /^pull_request(_review|_review_comment)?$/.test(GITHUB_EVENT_NAME ?? '') && isFork(event),
    why:
      'This pull request comes from a fork, and GitHub gives no secrets to such runs, so that nobody can take them by opening ' +
      'a pull request. Log in after the merge instead.',
    isUsual: true,
  },
  {
    applies: ({ GITHUB_EVENT_NAME }) =>
      /^(pull_request_target|workflow_run)$/.test(GITHUB_EVENT_NAME ?? ''),
    why: `Runs of this event do get secrets, also for pull requests from forks. ${wrongName.why}`,
  },
]

function isFork(event: Event | undefined): boolean {
  const { head, base } = event?.pull_request ?? {}
  // A fork that was deleted after the pull request was opened has no repository any more.
  if (head?.repo === null) return true
  return head?.repo?.full_name !== undefined && head.repo.full_name !== base?.repo?.full_name
}
