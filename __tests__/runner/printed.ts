// What the runner makes of the lines that a step prints.
import { type Command, commandIn } from './command.ts'
import { handlers, isTrue } from './handlers.ts'
import { linesOf } from './lines.ts'
import { type Annotation, type Log, shownAnnotations, startLog } from './log.ts'
import { hide, type Masks } from './masks.ts'
import { notProcessed, refusedStopToken } from './messages.ts'

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
  /** False on a server that takes `::set-output::` and `::save-state::` without a warning. */
  readonly isDeprecating?: boolean
  /** False on a runner without libicu: see `indexOfKey`. */
  readonly hasCulture?: boolean
}

/** What the lines of a step left behind. */
export interface Printed {
  readonly log: Log
  /** The values of the masks, as the step gave them. */
  readonly masks: readonly string[]
  /** The lines that the runner executed, other than annotations, masks and debug lines. */
  readonly commands: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** The additions to PATH. The last one comes first in PATH. */
  readonly paths: readonly string[]
  /** Whether a line failed the step, whatever its exit code is. */
  readonly hasFailed: boolean
}

/** Reads the lines of a step, of both streams in the order of their arrival. */
export function readLines(lines: readonly string[], circumstances: Circumstances = {}): Printed {
  const step = startStep(circumstances)
  for (const line of lines) {
    if (step.isRefused) break
    readLine(step, line)
  }
  return {
    log: step.log,
    masks: step.maskedValues,
    commands: step.commands,
    outputs: Object.fromEntries(step.outputs.values()),
    state: Object.fromEntries(step.state.values()),
    env: Object.fromEntries(step.env),
    paths: step.paths,
    hasFailed: step.hasFailed,
  }
}

/** Reads a text that was printed on one stream. */
export function interpret(printed: string): {
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  readonly commands: readonly string[]
} {
  const { log, masks, commands } = readLines(linesOf(printed))
  return { log: log.lines, annotations: shownAnnotations(log), masks, commands }
}

/** A step while its lines are read. */
export type Step = ReturnType<typeof startStep>

/** Names that ignore case, with their values: by the name in lower case. */
export type NamedValues = Map<string, readonly [name: string, value: string]>

function startStep({ masks = new Set(), env = {}, id = 'step', ...more }: Circumstances) {
  const { isDebugging = false, hasNotices = true, isDeprecating = true, hasCulture = true } = more
  return {
    ...{ masks, given: env, id, hasNotices, isDeprecating, hasCulture },
    log: startLog(masks, isDebugging),
    maskedValues: [] as string[],
    commands: [] as string[],
    outputs: new Map() as NamedValues,
    state: new Map() as NamedValues,
    env: new Map<string, string>(),
    paths: [] as string[],
    hasFailed: false,
    isRefused: false,
    isEchoing: isDebugging,
    names: new Set([...Object.keys(handlers), 'stop-commands']),
    stopToken: undefined as string | undefined,
  }
}

function readLine(step: Step, line: string): void {
  const command = commandIn(line, step.names, step.hasCulture)
  if (command === undefined || (command.name === 'notice' && !step.hasNotices)) {
    step.log.writeText(line)
  } else if (step.stopToken !== undefined) {
    readWhileStopped(step, step.stopToken, command, line)
  } else if (command.name === 'stop-commands') {
    stopCommands(step, command, line)
  } else {
    execute(step, command, line)
  }
}

// Every command is text until the token comes, a mask too.
function readWhileStopped(step: Step, token: string, { name }: Command, line: string): void {
  if (token === '' || name !== token.toLowerCase()) {
    step.log.debug(`Process commands has been stopped and waiting for '##[${token}]' to resume.`)
    step.log.writeText(line)
    return
  }
  step.log.writeText(line)
  step.log.debug('Resume processing commands')
  step.names.delete(name)
  step.stopToken = undefined
}

function stopCommands(step: Step, { data: token }: Command, line: string): void {
  step.commands.push(line)
  const isReserved = [...step.names, '', 'pause-logging'].includes(token.toLowerCase())
  if (isReserved && !isTrue(step.given['ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS'])) {
    step.log.annotate('error', refusedStopToken)
    step.hasFailed = true
    // The step is over for the runner, although its process goes on: later lines are lost.
    step.isRefused = true
    return
  }
  step.stopToken = token
  step.names.add(token.toLowerCase())
  if (token.length > 6) hide(step.masks, token)
  step.log.writeText(line)
  step.log.debug(
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
    step.log.annotate('error', notProcessed('command', line))
    step.log.annotate('error', (error as Error).message)
    step.hasFailed = true
  }
}
