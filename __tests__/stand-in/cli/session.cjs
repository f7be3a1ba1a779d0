'use strict'
// login, logout, whoami, and the files in which a login is kept.

const fs = require('node:fs')
const path = require('node:path')
const { text } = require('node:stream/consumers')
const { call } = require('./request.cjs')

const { cli, fault = {} } = globalThis.settings

exports.login = async (args) => {
  const token = (await text(process.stdin)).split('\n', 1)[0].trim()
  // Without a terminal nobody can finish this login; it gives up when its input is closed.
  if (!args.includes('--with-token')) throw new Error('login was cancelled')
  if (fault.kind === 'says') {
    process.stderr.write(fault.stderr ?? '')
    return fault.exitCode
  }
  skipKeyring('write to')
  const region = process.env.CHOREO_REGION || 'US'
  const { account } = await call('POST', '/login', token, { region })
  keep({ token, account, region })
  if (fault.kind === 'leaves-copy') fs.writeFileSync(fault.path, btoa(token))
  console.log(`Logged in as ${account}`)
}

exports.logout = async () => {
  if (fault.kind === 'logout-fails') throw new Error('request failed: 500 Internal Server Error')
  const { token } = exports.credentials()
  await call('POST', '/logout', token)
  fs.rmSync(path.join(place(), 'credentials.json'))
  console.log('Logged out')
}

exports.whoami = () => console.log(exports.credentials().account)

// Returns what the login kept; throws when there was none, or when it may only ask the keyring.
exports.credentials = () => {
  skipKeyring('read from')
  const file = path.join(place(), 'credentials.json')
  if (!fs.existsSync(file)) throw new Error(`not logged in. Run '${cli} login'`)
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

// Fails as the real one does on a machine without a keyring, unless it may do without.
const skipKeyring = (use) => {
  if (process.env.SKIP_KEYRING === 'true') return
  const reason = 'The name org.freedesktop.secrets was not provided by any .service files'
  throw Object.assign(new Error(), { plain: `failed to ${use} keyring user_info_path: ${reason}` })
}

// The raw token lies in the file on purpose: it is the worst that a real command line could do, and
// the removal of a session has to be good enough for that.
const keep = ({ token, account, region }) => {
  const write = (name, text) => fs.writeFileSync(path.join(place(), name), text, { mode: 0o600 })
  fs.mkdirSync(path.join(place(), 'logs'), { recursive: true, mode: 0o700 })
  write('credentials.json', `${JSON.stringify({ account, token, region }, undefined, 2)}\n`)
  write('config.yaml', `region: ${region}\n`)
  write('logs/cli.log', `login ${account} ${region}\n`)
}

// The directory of the command line's own files.
const place = () => {
  const variable = process.platform === 'win32' ? 'USERPROFILE' : 'HOME'
  const home = fault.kind === 'ignores-home' ? fault.home : process.env[variable]
  if (!home) throw new Error('$HOME is not defined')
  return path.join(home, `.${cli}`)
}
