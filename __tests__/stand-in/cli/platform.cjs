'use strict'
// What pipelines do once they are logged in: list, create, describe, connect.

const { spawnSync } = require('node:child_process')
const os = require('node:os')
const { parse, wantsJson } = require('./flags.cjs')
const { call } = require('./request.cjs')
const { credentials } = require('./session.cjs')

const { cli, fault } = globalThis.settings

exports.list = async (args) => {
  const { words, flags } = parse(args)
  const what = words[0]
  const older = ['projects', 'components']
  expect(what, 'list', fault?.kind === 'no-organizations' ? older : ['organizations', ...older])
  const { token } = credentials()
  const rows = await call('GET', `/${what}`, { token })
  console.log(wantsJson(flags) ? JSON.stringify(rows, undefined, 2) : table(rows))
  return 0
}

exports.create = async (args) => {
  const { words, flags } = parse(args)
  const [what, name] = words
  expect(what, 'create', ['project', 'build', 'deployment'])
  if (name === undefined) throw new Error('accepts 1 arg(s), received 0')
  const { token } = credentials()
  const body = { name, environment: flags.env, build: flags['build-id'] }
  const made = await call('POST', `/${what}s`, { token, body })
  console.log(wantsJson(flags) ? json(what, made) : `Created ${what} ${made.id}`)
  return 0
}

exports.describe = async (args) => {
  const { words, flags } = parse(args)
  const [what, id = ''] = words
  expect(what, 'describe', ['component', 'build'])
  const { token } = credentials()
  const found = await call('GET', `/${what}s/${encodeURIComponent(id)}`, { token })
  console.log(wantsJson(flags) ? json(what, found) : table([found]))
  return 0
}

// The command after `--`; its exit code is this command's, as for every program that starts one.
exports.connect = (args) => {
  const { flags, after } = parse(args)
  if (flags.project === undefined) throw new Error('required flag(s) "project" not set')
  credentials()
  const [program = '', ...words] = after
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
  const { id, component, status } = thing
  const conclusion = status === 'completed' ? 'success' : ''
  const build = {
    apiVersion: 'core.choreo.dev/v1',
    kind: 'Build',
    metadata: { name: id, componentName: component },
    status: { runId: Number(id), conclusion, status },
  }
  return JSON.stringify(build, undefined, 2)
}

const table = (rows) => {
  const head = Object.keys(rows[0] ?? { id: '', handle: '', name: '' })
  return [head, ...rows.map(Object.values)].map((cells) => cells.join('  ')).join('\n')
}
