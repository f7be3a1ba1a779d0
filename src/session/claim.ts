// Who uses the machine's own directory of a CLI, with `isolate: false`. Two logins that shared it would
// act for each other's account, and each would bring back what the other had left.
import { lstat, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Takes a directory for a session alone, until `release`.
 *
 * A claim is a file beside the directory that holds the session's place. One whose session is gone is of
 * a job that was cut off, and counts no more.
 *
 * @param directory for example `~/.choreo`
 * @param session the session's directory
 * @throws Error when another session has it; of two at the same moment neither gets it
 */
export async function claim(directory: string, session: string): Promise<void> {
  const own = claimOf(directory, session)
  await writeFile(partOf(own), session, { mode: 0o600 })
  await rename(partOf(own), own)
  for (const path of await claimsOn(directory)) {
    if (path === own) continue
    const holder = await readFile(path, 'utf8').catch(() => '')
    if (await lstat(holder).catch(() => undefined)) {
      throw new Error(
        `Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
          'Run such jobs one after another, or leave `isolate` out.',
      )
    }
    await rm(path, { force: true })
  }
}

/** Gives back what `claim` took, if it did. */
export async function release(directory: string, session: string): Promise<void> {
  const own = claimOf(directory, session)
  for (const path of [partOf(own), own]) await rm(path, { force: true })
}

async function claimsOn(directory: string): Promise<readonly string[]> {
  const beginning = `${basename(directory)}.`
  const names = await readdir(dirname(directory))
  return names
    .filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
    .map((name) => join(dirname(directory), name))
}

function claimOf(directory: string, session: string): string {
  return `${directory}.${basename(session)}`
}

function partOf(claim: string): string {
  return `${claim}.part`
}
