'use strict'
// What pipelines do once they are logged in: list, create, describe, connect.

const { spawnSync } = require('node:child_process')
const { parseArgs } = require('node:util')
const { call } = require('./request.cjs')
const { credentials } = require('./session.cjs')

const { cli, fault } = globalThis.settings

exports.list = async (args) => {
  const organizations = fault?.kind === 'no-organizations' ? [] : ['organizations']
  const { what, flags } = parse(args, 'list', [...organizations, 'projects', 'components'])
  const rows = await call('GET', `/${what}`, credentials().token)
  print(flags, rows, table(rows))
}

exports.create = async (args) => {
  const { what, name, flags } = parse(args, 'create', ['build', 'deployment'])
  const body = { name, environment: flags.env, build: flags['build-id'] }
  const made = await call('POST', `/${what}s`, credentials().token, body)
  print(flags, what === 'build' ? buildKind(made) : made, `Created ${what} ${made.id}`)
}

exports.describe = async (args) => {
  const { what, name, flags } = parse(args, 'describe', ['component', 'build'])
  const found = await call('GET', `/${what}s/${encodeURIComponent(name)}`, credentials().token)
  print(flags, what === 'build' ? buildKind(found) : found, table([found]))
}

// The command after `--`; its exit code is this command's, as for every program that starts one.
exports.connect = (args) => {
  credentials()
  const [program, ...words] = args.slice(args.indexOf('--') + 1)
  const env = { ...process.env, CHOREO_CONNECTED: '1' }
  const { error, status } = spawnSync(program, words, { stdio: 'inherit', env })
  if (error !== undefined) throw error
  return status ?? 1
}

const valued = ['project', 'component', 'env', 'build-id', 'output']
const options = Object.fromEntries(valued.map((name) => [name, { type: 'string' }]))

// Returns the flags and the first two words, and throws when the first one is not allowed. It takes every
// flag, because the documentation shows more flags than it lists.
const parse = (args, command, allowed) => {
  const { values: flags, positionals } = parseArgs({ args, options, strict: false })
  const [what, name] = positionals
  if (allowed.includes(what)) return { flags, what, name }
  throw new Error(`unknown command "${what ?? ''}" for "${cli} ${command}"`)
}

// Prints the value where JSON is wanted: the flag wins over the environment.
const print = ({ output = process.env.OUTPUT_FORMAT }, value, words) => {
  console.log(output === 'json' ? JSON.stringify(value, undefined, 2) : words)
}

// A build looks as WSO2's extension of VS Code gets it from the command line: `BuildKind` in
// https://github.com/wso2/vscode-extensions. While it is in progress, its conclusion is empty.
const buildKind = ({ id, status }) => ({
  apiVersion: 'core.choreo.dev/v1',
  kind: 'Build',
  metadata: { name: id },
  status: { runId: Number(id), conclusion: status === 'completed' ? 'success' : '', status },
})

const table = (rows) =>
  [Object.keys(rows[0]), ...rows.map(Object.values)].map((cells) => cells.join('  ')).join('\n')
