// A repository with releases, on this machine: a bare repository in the place of GitHub's, a clone that is a
// maintainer's and a runner's checkout at once, and the substitute for GitHub's CLI.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { directoryWith } from './directory.ts'
import { installGitHubCli, type Release } from './github-cli.ts'
import { runStep, workflow } from './steps.ts'
import { read } from './tracked-files.ts'

export const releaseWorkflow = '.github/workflows/release.yml'
const majorTagWorkflow = '.github/workflows/major-tag.yml'

/** Begins without any tag. The changelog has notes for v1.0.0, v1.9.0 and v1.10.0. */
export function startRehearsal() {
  const directory = directoryWith({ 'attestation.json': '{}' })
  const repository = join(directory, 'origin.git')
  const cli = installGitHubCli(directory)
  cli.hold({ repository })

  /** Runs a command in the clone, and returns what it prints. */
  function shell(command: string): string {
    const author = { GIT_AUTHOR_NAME: 'a', GIT_COMMITTER_NAME: 'a', EMAIL: 'a@b' }
    return execFileSync('bash', ['-ec', command], {
      cwd: directory,
      // Settings of the machine, as for signatures, do not apply.
      env: { ...process.env, ...author, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    }).trim()
  }

  /** Commits a file on a branch and pushes it. */
  function commit(path: string, text: string, branch = 'main'): void {
    shell(`git checkout --quiet ${branch} 2>/dev/null || git checkout --quiet -b ${branch}`)
    mkdirSync(join(directory, dirname(path)), { recursive: true })
    writeFileSync(join(directory, path), text)
    shell(
      `git add '${path}' && git commit --quiet --message a && git push --quiet origin ${branch}`,
    )
  }

  /** Runs the scripts of a job on the checkout of a tag, until one fails. */
  function run(path: string, job: string, tag: string) {
    shell(`git checkout --quiet ${tag}`)
    const paths = { RUNNER_TEMP: directory, ATTESTATION: 'attestation.json' }
    const env = { GH_REPO: 'octo/login', TAG: tag, ...paths }
    let printed = ''
    for (const { name = '', run } of workflow(path).jobs[job]?.steps ?? []) {
      if (run === undefined) continue
      const { status, stdout } = runStep(path, name, directory, env)
      printed += stdout
      if (status !== 0) return { status, printed }
    }
    return { status: 0, printed }
  }

  shell('git init --quiet --initial-branch=main && git init --quiet --bare origin.git')
  shell('git remote add origin origin.git')
  commit('.github/workflows/ci.yml', 'on: push')
  commit('dist/sbom.cdx.json', '{}')
  commit('CHANGELOG.md', changelog)

  return {
    cli,
    shell,
    commit,
    /** Starts over with these releases and no calls. The refs stay. */
    hold: (held: Partial<Parameters<typeof cli.hold>[0]>) => cli.hold({ repository, ...held }),
    /** What a maintainer types at HEAD, according to CONTRIBUTING.md. Nobody signs here. */
    pushRelease: (tag: string) => {
      const [command = ''] = /git tag -s v1\.2\.3 [^`]*/.exec(read('CONTRIBUTING.md')) ?? []
      return shell(command.replace('-s', '-a').replaceAll('v1.2.3', tag))
    },
    /** The jobs of the workflow Release, without the one that takes Node and all of .ci/run. */
    checkCommit: (tag = 'v1.10.0') => run(releaseWorkflow, 'commit', tag),
    draft: (tag = 'v1.10.0') => run(releaseWorkflow, 'draft', tag),
    /** Publishes the draft, as a person does, with the attestation that the workflow Release has made. */
    publish: (tag: string) => {
      const held = cli.held()
      const releases = held.releases.map((one) =>
        one.tagName === tag ? { ...one, isDraft: false, immutable: true } : one,
      )
      const commit = shell(`git rev-parse '${tag}^{commit}'`)
      cli.hold({ ...held, releases, attested: attestation(tag, commit) })
    },
    moveMajorTag: (tag = 'v1.10.0') => run(majorTagWorkflow, 'move', tag),
    /** The commits of the tags on GitHub. */
    tags: (): Readonly<Record<string, string>> => {
      const format =
        '%(refname:short) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)'
      const lines = shell(`git -C origin.git for-each-ref --format='${format}' refs/tags`)
      return Object.fromEntries(lines.split('\n').map((line) => line.split(' ')))
    },
  }
}

/** What the attestation of a release says. */
export function attestation(tag: string, commit: string): string {
  return `refs/tags/${tag} ${commit} octo/login/${releaseWorkflow}`
}

export function published(tagName: string, changes: Partial<Release> = {}): Release {
  const rest = { isDraft: false, isPrerelease: false, immutable: true, notes: '', assets: {} }
  return { tagName, ...rest, ...changes }
}

const changelog = `## [Unreleased]
## [1.10.0] - 2030-02-02
### Added
- Ten.
[1.10.0]: https://github.com/octo/login/releases/tag/v1.10.0
## [1.9.0] - 2030-01-01
- Nine.
## [1.0.0] - 2029-12-01
- The first one.
`
