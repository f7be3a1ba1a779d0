'use strict'
// What pipelines do once they are logged in: list, create, describe, logs, connect.

const { spawnSync } = require('node:child_process')
const os = require('node:os')
const { parse, wantsJson } = require('./flags.cjs')
const { call } = require('./request.cjs')
const { credentials } = require('./session.cjs')

const { cli, fault } = globalThis.settings

exports.list = async (args) => {
  const { words, flags } = parse(args, { output: true, project: true, organization: true })
  const what = words[0]
  const older = ['projects', 'components']
  expect(what, 'list', fault?.kind === 'no-organizations' ? older : ['organizations', ...older])
  const { token } = credentials()
  const query = flags.project === undefined ? '' : `?project=${encodeURIComponent(flags.project)}`
  const rows = await call('GET', `/${what}${query}`, { token })
  console.log(wantsJson(flags) ? JSON.stringify(rows, undefined, 2) : table(rows))
  return 0
}

exports.create = async (args) => {
  const { words, flags } = parse(args)
  const [what, subject = flags.component ?? flags.name] = words
  expect(what, 'create', ['project', 'component', 'build', 'deployment'])
  if (subject === undefined) throw new Error('accepts 1 arg(s), received 0')
  const { token } = credentials()
  const body = {
    name: subject,
    project: flags.project,
    environment: flags.env,
    build: flags['build-id'],
  }
  const made = await call('POST', `/${what}s`, { token, body })
  console.log(wantsJson(flags) ? json(what, made) : `Created ${what} ${made.id}`)
  return 0
}

exports.describe = async (args) => {
  const { words, flags } = parse(args)
  const [what, id] = words
  expect(what, 'describe', ['component', 'build'])
  const { token } = credentials()
  const found = await call('GET', `/${what}s/${encodeURIComponent(id ?? '')}`, { token })
  console.log(wantsJson(flags) ? json(what, found) : table([found]))
  return 0
}

// `logs build --build-id ID`, and the older `logs --type=build --build-id ID`.
exports.logs = async (args) => {
  const { words, flags } = parse(args)
  const [what = flags.type, id = flags['build-id']] = words
  expect(what, 'logs', ['build'])
  const { token } = credentials()
  const { lines } = await call('GET', `/builds/${encodeURIComponent(id ?? '')}/logs`, { token })
  console.log(lines.join('\n'))
  return 0
}

// A sub-shell, or the command after `--`; its exit code is this command's, as for every program that
// starts one.
exports.connect = (args) => {
  const known = { project: true, component: true, env: true, 'skip-connection': true }
  const { flags, after } = parse(args, known)
  if (flags.project === undefined) throw new Error('required flag(s) "project" not set')
  credentials()
  const [program = process.env.SHELL || '/bin/sh', ...words] = after
  const env = { ...process.env, CHOREO_CONNECTED: '1' }
  const { error, status, signal } = spawnSync(program, words, { stdio: 'inherit', env })
  if (error !== undefined) throw error
  return status ?? 128 + os.constants.signals[signal]
}

const expect = (what, command, allowed) => {
  if (allowed.includes(what)) return
  throw new Error(`unknown command "${what ?? ''}" for "${cli} ${command}"`)
}

// A build looks as WSO2's extension of VS Code gets it from the command line: `BuildKind` in
// https://github.com/wso2/vscode-extensions. While it is in progress, its conclusion is empty.
const json = (what, thing) => {
  if (what !== 'build') return JSON.stringify(thing, undefined, 2)
  const conclusions = { completed: 'success', failed: 'failure' }
  const build = {
    apiVersion: 'core.choreo.dev/v1',
    kind: 'Build',
    metadata: { name: thing.id, componentName: thing.component },
    status: {
      runId: Number(thing.id),
      conclusion: conclusions[thing.status] ?? '',
      status: thing.status === 'in_progress' ? 'in_progress' : 'completed',
    },
  }
  return JSON.stringify(build, undefined, 2)
}

const table = (rows) => {
  const head = Object.keys(rows[0] ?? { id: '', handle: '', name: '' })
  return [head, ...rows.map(Object.values)].map((cells) => cells.join('  ')).join('\n')
}
