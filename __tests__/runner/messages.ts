// The words of the runner itself.
const changelog = 'For more information see: https://github.blog/changelog'

export function deprecated(command: string): string {
  const advice = 'Please upgrade to using Environment Files.'
  return `The \`${command}\` command is deprecated and will be disabled soon. ${advice} ${changelog}/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`
}

export function disabled(command: string): string {
  const advice =
    'Please upgrade to using Environment Files or opt into unsecure command execution by setting the `ACTIONS_ALLOW_UNSECURE_COMMANDS` environment variable to `true`.'
  return `The \`${command}\` command is disabled. ${advice} ${changelog}/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`
}

export const refusedStopToken =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command. For more information see: https://docs.github.com/actions/learn-github-actions/workflow-commands-for-github-actions#example-stopping-and-starting-workflow-commands or opt into insecure command execution by setting the `ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS` environment variable to `true`."

export const emptyMask = "Can't add secret mask for empty string in ##[add-mask] command."

export const refusedNodeOptions = {
  command: "Can't update NODE_OPTIONS environment variable using ::set-env:: command.",
  file: "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
} as const

export function missing(parameter: string): string {
  return `Value cannot be null. (Parameter '${parameter}')`
}

export function missingName(command: string): string {
  return `Required field 'name' is missing in ##[${command}] command.`
}

export function invalidEcho(value: string): string {
  return `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${value}'.`
}

export function emptyNameOrDelimiter(line: string): string {
  return `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`
}

export function missingDelimiter(delimiter: string): string {
  return `Invalid value. Matching delimiter not found '${delimiter}'`
}

export const unendedLine = 'Invalid value. EOF marker missing new line.'

/** What precedes the reason when a command or a command file fails the step. */
export function notProcessed(what: 'command' | 'file command', name: string): string {
  return `Unable to process ${what} '${name}' successfully.`
}

export function summaryTooLarge(kibibytes: number): string {
  return `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kibibytes}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`
}
