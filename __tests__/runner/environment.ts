// The variables that the runner gives a step.
import { delimiter } from 'node:path'
import { areSame } from './culture.ts'

/** An action runs in the runner's Node; a script is a `run:` step. */
export type StepKind = 'action' | 'script'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Returns the variables of a step. What earlier steps wrote to GITHUB_ENV replaces most of them, HOME and
 * CI too, but not what the runner sets for each step.
 */
export function variablesOf(
  kind: StepKind,
  ofRunner: Variables,
  exported: Variables,
): Record<string, string | undefined> {
  const given = Object.entries(ofRunner).filter(([name]) => !isHidden(name, kind))
  const replaced = Object.entries(exported).filter(([name]) => !isProtected(name, kind))
  const variables = Object.fromEntries([...given, ...replaced])
  // It could make the runner's Node fail.
  if (kind === 'action') Reflect.deleteProperty(variables, 'NODE_ICU_DATA')
  return variables
}

function isHidden(name: string, kind: StepKind): boolean {
  return kind === 'script' && onlyForActions.has(name)
}

function isProtected(name: string, kind: StepKind): boolean {
  return protectedNames.has(name) || (kind === 'action' && onlyForActions.has(name))
}

// Credentials and addresses of the runner's own services.
const onlyForActions: ReadonlySet<string> = new Set([
  'ACTIONS_CACHE_MODE',
  'ACTIONS_CACHE_SERVICE_V2',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RUNTIME_URL',
])

// GITHUB_TOKEN, GITHUB_ACTION_PATH, RUNNER_DEBUG and RUNNER_TRACKING_ID are not among them.
const protectedNames: ReadonlySet<string> = new Set(
  `ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL ACTIONS_ORCHESTRATION_ID
  GITHUB_ACTION GITHUB_ACTIONS GITHUB_ACTION_REF GITHUB_ACTION_REPOSITORY GITHUB_ACTOR
  GITHUB_ACTOR_ID GITHUB_API_URL GITHUB_ARTIFACTS GITHUB_ARTIFACTS_LIST GITHUB_BASE_REF GITHUB_ENV
  GITHUB_EVENT_NAME GITHUB_EVENT_PATH GITHUB_GRAPHQL_URL GITHUB_HEAD_REF GITHUB_JOB GITHUB_OUTPUT
  GITHUB_PATH GITHUB_REF GITHUB_REF_NAME GITHUB_REF_PROTECTED GITHUB_REF_TYPE GITHUB_REPOSITORY
  GITHUB_REPOSITORY_ID GITHUB_REPOSITORY_OWNER GITHUB_REPOSITORY_OWNER_ID GITHUB_RETENTION_DAYS
  GITHUB_RUN_ATTEMPT GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_SERVER_URL GITHUB_SHA GITHUB_STATE
  GITHUB_STEP_SUMMARY GITHUB_TRIGGERING_ACTOR GITHUB_WORKFLOW GITHUB_WORKFLOW_REF
  GITHUB_WORKFLOW_SHA GITHUB_WORKSPACE RUNNER_ARCH RUNNER_ENVIRONMENT RUNNER_NAME RUNNER_OS
  RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_WORKSPACE`.split(/\s+/),
)

/**
 * Returns the variables of the inputs that a workflow gives, and of the defaults for the others. An
 * empty text is given too. Where two inputs have one variable, the last one counts.
 */
export function inputVariables(
  given: Readonly<Record<string, string | number | boolean | null>>,
  defaults: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set(Object.keys(given).map(upperCase))
  const others = Object.entries(defaults).filter(([name]) => !names.has(upperCase(name)))
  const all = [...Object.entries(given), ...others]
  return Object.fromEntries(all.map(([name, value]) => [inputVariable(name), String(value ?? '')]))
}

function inputVariable(name: string): string {
  return `INPUT_${upperCase(name).replaceAll(' ', '_')}`
}

// .NET leaves a letter alone that has no single upper-case letter of its own, such as ß.
function upperCase(text: string): string {
  return text.replace(/./gsu, (letter) => {
    const upper = letter.toUpperCase()
    return upper.toLowerCase() === letter ? upper : letter
  })
}

/** Returns the variables that carry a state to post. */
export function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
}

/** Returns additions to PATH with one more. One that is there already moves to the end. */
export function withPath(additions: readonly string[], path: string): string[] {
  return [...additions.filter((other) => !areSame(other, path)), path]
}

/** Returns PATH with additions. The last one comes first. */
export function pathVariable(additions: readonly string[], path: string): string {
  return [...additions.toReversed(), path].join(delimiter)
}

/** Returns variables as a process gets them: NUL ends `NAME=value`, in the middle of the name too. */
export function asPassed(variables: Variables): Record<string, string> {
  const passed = Object.entries(variables).flatMap(([name, value]) => {
    const [entry = ''] = `${name}=${value}`.split('\0')
    if (value === undefined || !entry.includes('=')) return []
    return [[name, entry.slice(name.length + 1)] as const]
  })
  return Object.fromEntries(passed)
}
