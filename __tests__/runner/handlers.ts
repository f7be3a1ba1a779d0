// What each workflow command does.
import type { Command } from './command.ts'
import { trim } from './culture.ts'
import { withPath } from './environment.ts'
import type { Annotation } from './log.ts'
import { addMask } from './masks.ts'
import * as messages from './messages.ts'
import type { NamedValues, Step } from './printed.ts'
import { withValidRange } from './ranges.ts'

interface Handler {
  /** @throws Error that fails the step; its next lines are read all the same */
  readonly handle: (step: Step, command: Command) => void
  /** Whether its line is neither echoed nor listed in `commands`. */
  readonly isQuiet?: boolean
}

/** By the name of the command, in lower case. A line with any other name is text. */
export const handlers: Readonly<Record<string, Handler>> = {
  error: { handle: annotate, isQuiet: true },
  warning: { handle: annotate, isQuiet: true },
  notice: { handle: annotate, isQuiet: true },
  debug: { handle: ({ log }, { data }) => log.debug(data), isQuiet: true },
  'add-mask': { handle: mask, isQuiet: true },
  group: { handle: ({ log }, { data }) => log.write(`##[group]${data}`) },
  endgroup: { handle: ({ log }) => log.write('##[endgroup]') },
  echo: { handle: echo },
  'set-output': { handle: setOutput },
  'save-state': { handle: (step, command) => setValue(step, step.state, command) },
  'set-env': { handle: setVariable },
  'add-path': { handle: addPath },
  // Lines that match become annotations. Their patterns are in files, which are not read here.
  'add-matcher': { handle: () => {} },
  'remove-matcher': { handle: () => {} },
}

function annotate({ log }: Step, { name, properties, data }: Command): void {
  log.annotate(name as Annotation['level'], data, withValidRange(properties))
}

function mask(step: Step, { data }: Command): void {
  if (trim(data) === '') {
    step.log.annotate('warning', messages.emptyMask)
    return
  }
  if (step.isEchoing) step.log.write('::add-mask::***')
  addMask(step.masks, data)
  step.maskedValues.push(data)
}

function echo(step: Step, { data }: Command): void {
  if (data === '') throw new Error(messages.missing('value'))
  const value = trim(data).toLowerCase()
  if (value !== 'on' && value !== 'off') throw new Error(messages.invalidEcho(data))
  step.isEchoing = value === 'on'
}

function setOutput(step: Step, command: Command): void {
  setValue(step, step.outputs, command)
  step.log.debug(`steps.${step.id}.outputs.${nameIn(command)}='${command.data}'`)
}

// The first spelling of a name stays, the last value counts.
function setValue({ log, isDeprecating }: Step, values: NamedValues, command: Command): void {
  if (isDeprecating) log.annotate('warning', messages.deprecated(command.name))
  const name = nameIn(command)
  const [first = name] = values.get(name.toLowerCase()) ?? []
  values.set(name.toLowerCase(), [first, command.data])
}

function setVariable(step: Step, command: Command): void {
  checkIsAllowed(step, command)
  const name = nameIn(command)
  if (name.toLowerCase() === 'node_options') {
    step.log.annotate('error', messages.refusedNodeOptions.command)
  } else {
    step.env.set(name, command.data)
  }
}

function addPath(step: Step, command: Command): void {
  checkIsAllowed(step, command)
  if (command.data === '') throw new Error(messages.missing('path'))
  step.paths = withPath(step.paths, command.data)
}

// An earlier step can allow it through GITHUB_ENV.
function checkIsAllowed(step: Step, { name }: Command): void {
  if (!isTrue(step.given['ACTIONS_ALLOW_UNSECURE_COMMANDS']))
    throw new Error(messages.disabled(name))
}

/** Whether a variable of a step says so, in any case. */
export function isTrue(value = ''): boolean {
  return trim(value).toLowerCase() === 'true'
}

function nameIn({ name, properties }: Command): string {
  const given = properties['name']
  if (given === undefined) throw new Error(messages.missingName(name))
  return given
}
