// What .ci/run prints, and how it ends. It runs with programs that only say how they were called.
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { directoryWith } from './directory.ts'
import { read } from './tracked-files.ts'

const closingLine = '3 passed, 0 failed, 1 skipped'

const npm = `#!/bin/sh
echo "Output of npm $*"
case $* in
  "$BROKEN") exit 7 ;;
  'test --silent') echo '${closingLine}' ;;
esac
`
// Without root's rights, and with packages missing, it calls sudo, which installs none here.
const sudo = `#!/bin/sh
case $* in
  *apt-get*)
    echo Unpacking
    if [ "$BROKEN" = apt-get ]; then exit 7; fi ;;
esac
`
const silent = '#!/bin/sh\n'
const programs = {
  npm,
  npx: '#!/bin/sh\nif [ "npx $*" = "$BROKEN" ]; then exit 7; fi\n',
  id: '#!/bin/sh\necho 1000\n',
  sudo,
  'apt-get': silent,
  git: silent,
  go: silent,
  node: silent,
  python3: silent,
}
const realPrograms = ['bash', 'cat', 'dirname', 'env', 'mktemp', 'realpath', 'rm', 'timeout']

/** Runs .ci/run where one call of a program fails. Returns its exit code and its lines. */
function runCi(broken = '') {
  const directory = directoryWith(programs)
  for (const name of realPrograms) symlinkSync(join('/usr/bin', name), join(directory, name))
  mkdirSync(join(directory, '.ci'))
  writeFileSync(join(directory, '.ci/run'), read('.ci/run'), { mode: 0o755 })
  const { status, stdout } = spawnSync(join(directory, '.ci/run'), {
    env: { PATH: directory, BROKEN: broken },
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n') }
}

test('a run that succeeds ends with the closing line of the tests, and hides the packages', () => {
  const { status, lines } = runCi()
  expect(lines.at(-1)).toBe(closingLine)
  expect(status).toBe(0)
  expect(lines).not.toContain('Unpacking')
})

test.each([
  ['run --silent check', 'Check format, types and the promises of the repository'],
  ['run --silent test:windows', 'Run the action on Windows'],
  ['run --silent test:network', 'Run jobs through proxies and over broken networks'],
  ['run --silent test:keyring', 'Run jobs with and without a keyring'],
])(
  'a run whose stage "npm %s" fails goes on, and ends with the name of the stage',
  (call, title) => {
    const { status, lines } = runCi(call)
    expect(status).toBe(1)
    expect(lines).toEqual(expect.arrayContaining([`Output of npm ${call}`, closingLine]))
    expect(lines.slice(-2)).toEqual(['Failed:', `- ${title}`])
  },
)

test('a run whose tests fail shows what they printed, and ends with the name of the stage', () => {
  const { status, lines } = runCi('test --silent')
  expect(status).toBe(1)
  expect(lines).toContain('Output of npm test --silent')
  expect(lines.slice(-2)).toEqual(['Failed:', '- Run the tests'])
})

test('a run that cannot install the linters still runs what needs none of them', () => {
  const { status, lines } = runCi('npx node scripts/tools.ts')
  expect(status).toBe(1)
  expect(lines).toContain('Output of npm run --silent test:keyring')
  expect(lines.slice(-2)).toEqual(['Failed:', '- Install act and the linters'])
})

test('a run that cannot install packages shows why', () => {
  const { status, lines } = runCi('apt-get')
  expect(status).toBe(1)
  expect(lines).toContain('Unpacking')
  expect(lines.at(-1)).toMatch(/^- Install system packages: dash busybox /)
})

test.each([
  ['ci --no-audit --no-fund', 'Install npm packages'],
  ['run --silent build', 'Build dist'],
])('a run whose stage "npm %s" fails ends there, with the name of the stage', (call, title) => {
  const { status, lines } = runCi(call)
  expect(status).toBe(1)
  expect(lines).not.toContain(closingLine)
  expect(lines.slice(-2)).toEqual(['Failed:', `- ${title}`])
})
