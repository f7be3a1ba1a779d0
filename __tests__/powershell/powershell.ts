// PowerShell on this machine.
import { which } from '@actions/io'

const name = process.env['POWERSHELL'] || 'pwsh'

/** Windows PowerShell 5.1 loses quotes and empty texts in arguments, with every program. */
export const isDesktop = name === 'powershell'

/** Why tests in PowerShell are skipped, as the end of a test's name. */
export const whyNoPowerShell = ` (skipped: ${name} is not installed)`

/**
 * Finds the PowerShell that the environment variable POWERSHELL names, `pwsh` by default.
 *
 * @returns its path, or an empty text
 * @throws Error on GitHub's runners, which all have one
 */
export function findPowerShell(): Promise<string> {
  return which(name, process.env['RUNNER_ENVIRONMENT'] === 'github-hosted')
}
