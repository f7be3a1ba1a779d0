// The tool cache that the jobs of a machine share: `<root>/<cli>/<version>/<arch>`, in the layout of
// @actions/tool-cache, with a verification record beside the executable.
//
// On GitHub's images every user may write into the root. So an entry counts only when it and the directories
// around it belong to this user or root, and nobody else may write them. And a session runs a file of its
// own, which was verified in a directory that other users cannot enter.
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CliName } from '../cli/distributions.ts'
import { distributions } from '../cli/distributions.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { notify, warn } from '../runner/report.ts'
import { sha256Of } from './executable.ts'
import { demandTrusted, readTrusted } from './ownership.ts'

/** What was verified when an executable was installed. */
export interface VerificationRecord {
  readonly tag: string
  /** SHA-256 of the release archive, in hexadecimal. */
  readonly archive: string
  /** SHA-256 of the executable in it, in hexadecimal. */
  readonly executable: string
  /** What the archive's digest was compared with; empty: with nothing. */
  readonly verifiedWith: string
  /** Where archive and digest came from: the inputs `github-url` and `github-api-url`. */
  readonly source: string
}

/** What the tool cache holds of a release. */
export interface Cached {
  /** The entry's place; undefined when there is no tool cache that can be trusted. */
  readonly entry?: string
  /** Of an entry that is verified; its executable is in the session then. */
  readonly record?: VerificationRecord
  /** The entry was changed by somebody else, or damaged. */
  readonly isDamaged?: true
}

const recordName = 'verified.json'

/**
 * Looks a release up, links its executable into the session, and verifies it there. Reports when the tool
 * cache or an entry cannot be trusted.
 *
 * @param path of the executable in the session: a new file
 */
export async function lookUp(
  cli: CliName,
  tag: string,
  { arch, env }: Machine,
  path: string,
): Promise<Cached> {
  const root = env['RUNNER_TOOL_CACHE'] ?? ''
  const version = /^v(\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?)$/.exec(tag)?.[1]
  if (root === '' || version === undefined) return {}
  const entry = join(root, cli, version, arch)
  const name = `${distributions[cli].title} ${tag}`
  try {
    for (const parent of parentsOf(entry))
      if (orUndefined(() => fs.lstatSync(parent))) demandTrusted(parent, 'directory')
  } catch (error) {
    const message = `The tool cache is not used for the ${name}: ${(error as Error).message}. The CLI is installed for this job only.`
    notify('Tool cache not used', message)
    return {}
  }
  // `find` reads the root from the environment of the process itself.
  const { find } = await import('@actions/tool-cache')
  for (let looks = 0; looks < 5 && find(cli, version, arch) !== ''; looks++) {
    const before = identityOf(entry)
    try {
      return { entry, record: await verify(entry, tag, path) }
    } catch (error) {
      fs.rmSync(path, { force: true })
      // If a parallel job has replaced the entry meanwhile, the new one is looked up.
      if (before === undefined || before !== identityOf(entry)) continue
      const message = `The ${name} in the tool cache is not what this action installed: ${(error as Error).message}. The action reinstalls it.`
      warn('Tool cache not trusted', message)
      return { entry, isDamaged: true }
    }
  }
  return { entry }
}

function parentsOf(entry: string): readonly [string, string] {
  return [dirname(dirname(entry)), dirname(entry)]
}

function identityOf(path: string): string | undefined {
  const stats = orUndefined(() => fs.lstatSync(path))
  return stats && `${stats.ino} ${stats.mtimeMs}`
}

async function verify(entry: string, tag: string, path: string): Promise<VerificationRecord> {
  demandTrusted(entry, 'directory')
  const text = readTrusted(join(entry, recordName))
  const record = orUndefined(() => JSON.parse(text) as VerificationRecord | null)
  if (record?.tag !== tag) throw new Error(`its ${recordName} is not of ${tag}`)
  const executable = join(entry, basename(path))
  demandTrusted(executable, 'file')
  linkOrCopy(executable, path)
  // Checked again here, because other users cannot replace it any more.
  demandTrusted(path, 'file')
  fs.accessSync(path, fs.constants.X_OK)
  if ((await sha256Of(path)) === record.executable) return record
  throw new Error(`${executable} has changed since then`)
}

function linkOrCopy(from: string, to: string): void {
  const { COPYFILE_EXCL, COPYFILE_FICLONE } = fs.constants
  try {
    fs.linkSync(from, to)
  } catch {
    // The file is on another file system, or belongs to root.
    fs.copyFileSync(from, to, COPYFILE_EXCL | COPYFILE_FICLONE)
  }
}

const stagingPrefix = '.choreo-login-staging-'
const exclusive = { flag: 'wx', mode: 0o644 } as const

/**
 * Stores an executable for later jobs, in one `rename`. Where that is not possible, nothing happens: the
 * session has its own.
 *
 * @param path of the executable in the session
 * @param replace whether an entry that stands there already is replaced
 */
export function store(
  entry: string,
  record: VerificationRecord,
  path: string,
  replace: boolean,
): void {
  orUndefined(() => {
    const parents = parentsOf(entry)
    const root = dirname(parents[0])
    for (const path of [root, ...parents]) orUndefined(() => fs.mkdirSync(path, { mode: 0o755 }))
    for (const parent of parents) demandTrusted(parent, 'directory')
    removeAbandoned(root)
    const staging = fs.mkdtempSync(join(root, stagingPrefix))
    try {
      const filled = join(staging, 'new')
      fs.mkdirSync(filled, { mode: 0o755 })
      linkOrCopy(path, join(filled, basename(path)))
      fs.writeFileSync(join(filled, recordName), JSON.stringify(record), exclusive)
      if (replace) orUndefined(() => fs.renameSync(entry, join(staging, 'old')))
      // Fails if a parallel job was faster. Its entry is equivalent.
      orUndefined(() => fs.renameSync(filled, entry))
      // @actions/tool-cache finds only entries with this marker.
      fs.writeFileSync(`${entry}.complete`, '', exclusive)
    } finally {
      fs.rmSync(staging, { recursive: true, force: true })
    }
  })
}

const dayMs = 86_400_000

// Left by jobs that were killed.
function removeAbandoned(root: string): void {
  for (const name of fs.readdirSync(root).filter((name) => name.startsWith(stagingPrefix))) {
    orUndefined(() => {
      const path = join(root, name)
      demandTrusted(path, 'directory')
      if (Date.now() - fs.statSync(path).mtimeMs > dayMs) fs.rmSync(path, { recursive: true })
    })
  }
}
