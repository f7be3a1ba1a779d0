'use strict'
// login, logout, whoami, and the files in which a login is kept.

const fs = require('node:fs')
const path = require('node:path')
const {
  active,
  exitBeforeReading,
  forever,
  hang,
  linger,
  readInput,
  says,
} = require('./faults.cjs')
const { parse } = require('./flags.cjs')
const { call } = require('./request.cjs')

const { cli } = globalThis.settings

const noKeyring = 'The name org.freedesktop.secrets was not provided by any .service files'

const loginFaults = ['says', 'hang', 'exit-before-reading', 'old', 'lies', 'lingers', 'late-writer']

exports.login = async (args) => {
  const fault = await active(...loginFaults)
  const known = fault?.kind === 'old' ? {} : { 'with-token': false }
  const { flags } = parse(args, known)
  if (flags['with-token'] === undefined) return await loginInBrowser()
  if (fault?.kind === 'says') return await says(fault)
  if (fault?.kind === 'hang') return await hang(fault)
  if (fault?.kind === 'exit-before-reading') return exitBeforeReading(fault)

  const token = (await readInput()).split('\n', 1)[0].trim()
  if (!skipsKeyring()) {
    throw Object.assign(new Error(), {
      plain: `failed to write to keyring user_info_path: ${noKeyring}`,
    })
  }
  if (token === '') throw new Error('no personal access token on standard input')
  const region = process.env.CHOREO_REGION || 'US'
  const { account } = await call('POST', '/login', { body: { token, region } })
  if (fault?.kind === 'late-writer') await new Promise((resolve) => setTimeout(resolve, fault.ms))
  if (fault?.kind !== 'lies') await keep({ token, account, region })
  if (fault?.kind === 'lingers') await linger(fault, path.join(await place(), 'logs', 'agent.log'))
  console.log(`Logged in as ${account}`)
  return 0
}

exports.logout = async (args) => {
  parse(args, {})
  const fault = await active('logout-hangs', 'logout-fails')
  if (fault?.kind === 'logout-hangs') return await forever()
  if (fault?.kind === 'logout-fails') throw new Error('request failed: 500 Internal Server Error')
  const { token } = await credentials('not logged in')
  await call('POST', '/logout', { body: { token } })
  fs.rmSync(path.join(await place(), 'credentials.json'))
  console.log('Logged out')
  return 0
}

exports.whoami = async () => {
  console.log((await credentials()).account)
  return 0
}

// Returns what the login kept; throws when there was none, or when it may only ask the keyring.
const credentials = async (absent = `not logged in. Run '${cli} login'`) => {
  if (!skipsKeyring()) {
    throw Object.assign(new Error(), {
      plain: `failed to read from keyring user_info_path: ${noKeyring}`,
    })
  }
  const file = path.join(await place(), 'credentials.json')
  if (!fs.existsSync(file)) throw new Error(absent)
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
exports.credentials = credentials

const skipsKeyring = () => process.env.SKIP_KEYRING === 'true'

// Without a terminal nobody can finish this login; it gives up when its input is closed.
const loginInBrowser = async () => {
  console.log('Opening a browser to sign in. Press Ctrl+C to cancel.')
  await readInput()
  throw new Error('login was cancelled')
}

// The raw token lies in the file on purpose: it is the worst that a real command line could do,
// and whoever removes a session has to be good enough for that.
const keep = async ({ token, account, region }) => {
  const directory = await place()
  const write = (name, text) => fs.writeFileSync(path.join(directory, name), text, { mode: 0o600 })
  fs.mkdirSync(path.join(directory, 'logs'), { recursive: true, mode: 0o700 })
  write('credentials.json', `${JSON.stringify({ account, token, region }, undefined, 2)}\n`)
  write('config.yaml', `region: ${region}\nenvironment: ${process.env.CHOREO_ENV || 'prod'}\n`)
  fs.appendFileSync(path.join(directory, 'logs', 'cli.log'), `login ${account} ${region}\n`)
}

// The directory of the command line's own files.
const place = async () => {
  ignoredHome ??= active('ignores-home')
  const fault = await ignoredHome
  const home = fault?.home ?? process.env[process.platform === 'win32' ? 'USERPROFILE' : 'HOME']
  if (!home) throw new Error('$HOME is not defined')
  return path.join(home, `.${cli}`)
}

// Asked once a process: every question counts as one showing of the fault.
let ignoredHome
