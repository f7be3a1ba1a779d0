// PowerShell on this machine.
import { which } from '@actions/io'

const name = process.env['POWERSHELL'] || 'pwsh'

/** Windows PowerShell 5.1 loses quotes and empty texts in arguments, with every program. */
export const isDesktop = name === 'powershell'

/**
 * Finds the PowerShell that the environment variable POWERSHELL names, `pwsh` by default. Where there is
 * none it prints that in one line.
 *
 * @returns its path, or an empty text
 * @throws Error on GitHub's runners, which all have one
 */
export async function findPowerShell(): Promise<string> {
  const path = await which(name, process.env['RUNNER_ENVIRONMENT'] === 'github-hosted')
  if (path === '')
    process.stderr.write(`${name} is not installed: the tests in PowerShell are skipped.\n`)
  return path
}
