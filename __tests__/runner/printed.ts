// What the runner does with the lines that a step prints.
import { type Command, commandIn } from './command.ts'
import { areSame, trim } from './culture.ts'
import { linesOf } from './lines.ts'
import { type Annotation, type Log, shownAnnotations, startLog } from './log.ts'
import { addMask, hide, type Masks } from './masks.ts'

/** What is known of the step that prints, and of its job. */
export interface Circumstances {
  /** The masks that hold already. What the step masks is added. */
  readonly masks?: Masks
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The id of the step, which debug logging shows. */
  readonly id?: string
  /** Debug logging (`ACTIONS_STEP_DEBUG`) shows debug lines, and echoes most commands. */
  readonly isDebugging?: boolean
  /** False on a server that does not know `::notice::`. */
  readonly hasNotices?: boolean
  /** False on a server that still takes `::set-output::` without a warning. */
  readonly isDeprecating?: boolean
  /** False on a runner without libicu: see `indexOfKey`. */
  readonly hasCulture?: boolean
}

/** What the lines of a step left behind. */
export interface Printed {
  readonly log: Log
  /** The values of the masks, as the step gave them. */
  readonly masks: readonly string[]
  /** The lines with other commands that the runner executed; not annotations, debug lines. */
  readonly commands: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** The additions to PATH. The last one comes first in PATH. */
  readonly paths: readonly string[]
  /** Whether a command failed the step, whatever its exit code is. */
  readonly hasFailed: boolean
}

/** Reads the lines of a step, of both streams in the order of their arrival. */
export function readLines(lines: readonly string[], circumstances: Circumstances = {}): Printed {
  const step = startStep(circumstances)
  for (const line of lines) {
    // The step is over for the runner, although its process goes on.
    if (step.isRefused) break
    readLine(step, line)
  }
  const { log, maskedValues, commands, outputs, state, env, paths, hasFailed } = step
  return {
    ...{ log, commands, paths, hasFailed, masks: maskedValues },
    outputs: Object.fromEntries(outputs.values()),
    state: Object.fromEntries(state.values()),
    env: Object.fromEntries(env),
  }
}

/** Reads what was printed on one stream, as a reader sees it. */
export function interpret(printed: string): {
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  readonly commands: readonly string[]
} {
  const { log, masks, commands } = readLines(linesOf(printed))
  return { log: log.lines, annotations: shownAnnotations(log), masks, commands }
}

type Step = ReturnType<typeof startStep>

function startStep({ masks = new Set(), env = {}, id = 'step', ...more }: Circumstances) {
  const { isDebugging = false, hasNotices = true, isDeprecating = true, hasCulture = true } = more
  return {
    ...{ masks, given: env, id, isDebugging, hasNotices, isDeprecating, hasCulture },
    log: startLog(masks),
    maskedValues: [] as string[],
    commands: [] as string[],
    // Their names ignore case: by the name in lower case.
    outputs: new Map<string, readonly [name: string, value: string]>(),
    state: new Map<string, readonly [name: string, value: string]>(),
    env: new Map<string, string>(),
    paths: [] as string[],
    hasFailed: false,
    isRefused: false,
    isEchoing: isDebugging,
    names: new Set([...Object.keys(handlers), 'stop-commands']),
    // While it is set, all that is printed is text: masks too.
    stopToken: undefined as string | undefined,
  }
}

function readLine(step: Step, line: string): void {
  const command = commandIn(line, step.names, step.hasCulture)
  if (command === undefined || (command.name === 'notice' && !step.hasNotices)) {
    step.log.writeText(line)
  } else if (step.stopToken !== undefined) {
    readWhileStopped(step, command, line)
  } else if (command.name === 'stop-commands') {
    stopCommands(step, command, line)
  } else {
    execute(step, command, line)
  }
}

function readWhileStopped(step: Step, { name }: Command, line: string): void {
  const token = step.stopToken ?? ''
  const isEnd = token !== '' && name === token.toLowerCase()
  if (!isEnd)
    debug(step, `Process commands has been stopped and waiting for '##[${token}]' to resume.`)
  step.log.writeText(line)
  if (!isEnd) return
  debug(step, 'Resume processing commands')
  step.names.delete(name)
  step.stopToken = undefined
}

function stopCommands(step: Step, { data: token }: Command, line: string): void {
  step.commands.push(line)
  const isReserved = [...step.names, '', 'pause-logging'].includes(token.toLowerCase())
  if (isReserved && !allows(step, 'ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS')) {
    step.log.annotate('error', refusedToken)
    step.hasFailed = true
    step.isRefused = true
    return
  }
  step.stopToken = token
  step.names.add(token.toLowerCase())
  if (token.length > 6) hide(step.masks, token)
  step.log.writeText(line)
  debug(
    step,
    'Paused processing commands until the token you called ::stopCommands:: with is received',
  )
}

function execute(step: Step, command: Command, line: string): void {
  const { handle, isQuiet = false } = handlers[command.name] ?? {}
  if (!isQuiet) step.commands.push(line)
  if (!isQuiet && step.isEchoing) step.log.writeText(line)
  try {
    handle?.(step, command)
  } catch (error) {
    step.log.annotate('error', `Unable to process command '${line}' successfully.`)
    step.log.annotate('error', (error as Error).message)
    step.hasFailed = true
  }
}

interface Handler {
  readonly handle: (step: Step, command: Command) => void
  /** Annotations, debug lines and masks are not echoed as they were printed. */
  readonly isQuiet?: boolean
}

const handlers: Readonly<Record<string, Handler>> = {
  error: { isQuiet: true, handle: annotate },
  warning: { isQuiet: true, handle: annotate },
  notice: { isQuiet: true, handle: annotate },
  debug: { isQuiet: true, handle: (step, { data }) => debug(step, data) },
  'add-mask': { isQuiet: true, handle: mask },
  group: { handle: ({ log }, { data }) => log.write(`##[group]${data}`) },
  endgroup: { handle: ({ log }) => log.write('##[endgroup]') },
  echo: { handle: echo },
  'set-output': { handle: setOutput },
  'save-state': { handle: (step, command) => set(step, step.state, command) },
  'set-env': { handle: setEnv },
  'add-path': { handle: addPath },
  // They would turn later lines into annotations: the files that define them are not read here.
  'add-matcher': { handle: () => {} },
  'remove-matcher': { handle: () => {} },
}

function annotate({ log }: Step, { name, properties, data }: Command): void {
  log.annotate(name as Annotation['level'], data, withValidLines(properties))
}

// A range that makes no sense is dropped; the annotation stays.
function withValidLines(properties: Command['properties']): Command['properties'] {
  const { line, endLine, col, endColumn, ...others } = properties
  const [start, end] = [isNumber(line) || !isNumber(endLine) ? line : endLine, endLine]
  const [startColumn, lastColumn] = [col ?? endColumn, endColumn]
  const hasLines = isNumber(start) && !isBefore(end, start)
  const isOneLine = isNumber(start) && (end === undefined || end === start)
  const hasColumns = isOneLine && !isBefore(lastColumn, startColumn)
  return defined({
    ...others,
    ...(hasLines || !isNumber(start) ? { line: start, endLine: end } : {}),
    ...(hasColumns ? { col: startColumn, endColumn: lastColumn } : {}),
  })
}

function isNumber(text = ''): boolean {
  return /^\s*[+-]?\d+\s*$/.test(text)
}

function isBefore(one: string | undefined, other: string | undefined): boolean {
  return isNumber(one) && isNumber(other) && Number(one) < Number(other)
}

function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = Object.entries(values).flatMap(([name, value]) => {
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

function debug({ isDebugging, log }: Step, text: string): void {
  if (isDebugging) for (const line of linesOf(text)) log.write(`##[debug]${line}`)
}

function mask(step: Step, { data }: Command): void {
  if (trim(data) === '') {
    const message = "Can't add secret mask for empty string in ##[add-mask] command."
    step.log.annotate('warning', message)
    return
  }
  if (step.isEchoing) step.log.write('::add-mask::***')
  addMask(step.masks, data)
  step.maskedValues.push(data)
}

function echo(step: Step, { data }: Command): void {
  if (data === '') throw new Error("Value cannot be null. (Parameter 'value')")
  const value = trim(data).toLowerCase()
  if (value !== 'on' && value !== 'off') {
    const expected = "Possible values can be: 'on', 'off'."
    throw new Error(`Invalid echo command value. ${expected} Current value is: '${data}'.`)
  }
  step.isEchoing = value === 'on'
}

function setOutput(step: Step, command: Command): void {
  set(step, step.outputs, command)
  debug(step, `steps.${step.id}.outputs.${nameIn(command)}='${command.data}'`)
}

function set(step: Step, values: Step['outputs'], command: Command): void {
  if (step.isDeprecating) step.log.annotate('warning', deprecated(command.name))
  const name = nameIn(command)
  const [first = name] = values.get(name.toLowerCase()) ?? []
  values.set(name.toLowerCase(), [first, command.data])
}

// Both fail the step, unless an earlier step, or the machine, allows them.
function setEnv(step: Step, command: Command): void {
  if (!allows(step, 'ACTIONS_ALLOW_UNSECURE_COMMANDS')) throw new Error(disabled('set-env'))
  const name = nameIn(command)
  if (name.toLowerCase() === 'node_options') {
    const message = "Can't update NODE_OPTIONS environment variable using ::set-env:: command."
    step.log.annotate('error', message)
  } else {
    step.env.set(name, command.data)
  }
}

function addPath(step: Step, { data }: Command): void {
  if (!allows(step, 'ACTIONS_ALLOW_UNSECURE_COMMANDS')) throw new Error(disabled('add-path'))
  if (data === '') throw new Error("Value cannot be null. (Parameter 'path')")
  step.paths = withPath(step.paths, data)
}

/** Returns additions to PATH with one more, which moves to the end where it is there already. */
export function withPath(paths: readonly string[], path: string): string[] {
  return [...paths.filter((other) => !areSame(other, path)), path]
}

function nameIn({ name, properties }: Command): string {
  const given = properties['name']
  if (given === undefined) {
    throw new Error(`Required field 'name' is missing in ##[${name}] command.`)
  }
  return given
}

function allows({ given }: Step, name: string): boolean {
  return trim(given[name] ?? '').toLowerCase() === 'true'
}

// The runner's own words.
const announcements = 'For more information see: https://github.blog/changelog'

function deprecated(name: string): string {
  return `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. ${announcements}/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`
}

function disabled(name: string): string {
  return `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. ${announcements}/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`
}

const refusedToken =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command. For more information see: https://docs.github.com/actions/learn-github-actions/workflow-commands-for-github-actions#example-stopping-and-starting-workflow-commands or opt into insecure command execution by setting the `ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS` environment variable to `true`."
