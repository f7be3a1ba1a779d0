'use strict'
// login, logout, whoami, and the files in which a login is kept.

const fs = require('node:fs')
const path = require('node:path')
const { text } = require('node:stream/consumers')
const { parse } = require('./flags.cjs')
const { call } = require('./request.cjs')

const { cli, fault = {} } = globalThis.settings

const noKeyring = 'The name org.freedesktop.secrets was not provided by any .service files'

exports.login = async (args) => {
  const { flags } = parse(args)
  const token = (await text(process.stdin)).split('\n', 1)[0].trim()
  // Without a terminal nobody can finish this login; it gives up when its input is closed.
  if (flags['with-token'] === undefined) throw new Error('login was cancelled')
  if (fault.kind === 'says') {
    process.stderr.write(fault.stderr ?? '')
    return fault.exitCode
  }
  if (!skipsKeyring()) throw plainly(`failed to write to keyring user_info_path: ${noKeyring}`)
  if (token === '') throw new Error('no personal access token on standard input')
  const region = process.env.CHOREO_REGION || 'US'
  const { account } = await call('POST', '/login', { body: { token, region } })
  keep({ token, account, region })
  console.log(`Logged in as ${account}`)
  return 0
}

exports.logout = async () => {
  if (fault.kind === 'logout-fails') throw new Error('request failed: 500 Internal Server Error')
  const { token } = credentials('not logged in')
  await call('POST', '/logout', { body: { token } })
  fs.rmSync(path.join(place(), 'credentials.json'))
  console.log('Logged out')
  return 0
}

exports.whoami = () => {
  console.log(credentials().account)
  return 0
}

// Returns what the login kept; throws when there was none, or when it may only ask the keyring.
const credentials = (absent = `not logged in. Run '${cli} login'`) => {
  if (!skipsKeyring()) throw plainly(`failed to read from keyring user_info_path: ${noKeyring}`)
  const file = path.join(place(), 'credentials.json')
  if (!fs.existsSync(file)) throw new Error(absent)
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
exports.credentials = credentials

const skipsKeyring = () => process.env.SKIP_KEYRING === 'true'

const plainly = (plain) => Object.assign(new Error(), { plain })

// The raw token lies in the file on purpose: it is the worst that a real command line could do, and
// the removal of a session has to be good enough for that.
const keep = ({ token, account, region }) => {
  const directory = place()
  const write = (name, text) => fs.writeFileSync(path.join(directory, name), text, { mode: 0o600 })
  fs.mkdirSync(path.join(directory, 'logs'), { recursive: true, mode: 0o700 })
  write('credentials.json', `${JSON.stringify({ account, token, region }, undefined, 2)}\n`)
  write('config.yaml', `region: ${region}\nenvironment: ${process.env.CHOREO_ENV || 'prod'}\n`)
  fs.appendFileSync(path.join(directory, 'logs', 'cli.log'), `login ${account} ${region}\n`)
}

// The directory of the command line's own files.
const place = () => {
  const variable = process.platform === 'win32' ? 'USERPROFILE' : 'HOME'
  const home = fault.kind === 'ignores-home' ? fault.home : process.env[variable]
  if (!home) throw new Error('$HOME is not defined')
  return path.join(home, `.${cli}`)
}
