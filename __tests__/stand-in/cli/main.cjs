'use strict'
// A command line that behaves as WSO2 documents its own. `executable.ts` bundles this folder into
// one file and sets `globalThis.settings` first. Only node's built-ins may be required.
//
// Not part of the real command line, here for tests only:
//   echo ARG...   prints its arguments as JSON       exit N    exits with N
//   env NAME...   prints these variables as JSON     cat       copies standard input to output
//   sleep N       sleeps N seconds; on SIGTERM, SIGINT or SIGHUP it prints the signal's name and
//                 exits with 128 plus its number

const os = require('node:os')
const { login, logout, whoami } = require('./session.cjs')
const { connect, create, describe, list, logs } = require('./platform.cjs')

const { cli, version } = globalThis.settings

const showVersion = () => {
  console.log(`${cli} version ${version}`)
  return 0
}

const showHelp = () => {
  console.log(`Usage:\n  ${cli} [command]\n\nAvailable Commands:`)
  console.log(
    Object.keys(commands)
      .map((name) => `  ${name}`)
      .join('\n'),
  )
  return 0
}

const echo = (words) => {
  console.log(JSON.stringify(words))
  return 0
}

const env = (names) => {
  console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]]))))
  return 0
}

const cat = async () => {
  for await (const chunk of process.stdin) process.stdout.write(chunk)
  return 0
}

const sleep = ([seconds]) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, Number(seconds) * 1000, 0)
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
      process.once(signal, () => {
        console.log(signal)
        clearTimeout(timer)
        resolve(128 + os.constants.signals[signal])
      })
    }
  })

const commands = {
  connect,
  create,
  describe,
  list,
  login,
  logout,
  logs,
  version: showVersion,
  whoami,
  cat,
  echo,
  env,
  exit: ([code]) => Number(code),
  sleep,
}

const run = (name, words) => {
  if (name === '--version') return showVersion()
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return showHelp()
  if (Object.hasOwn(commands, name)) return commands[name](words)
  if (name.startsWith('-')) throw new Error(`unknown flag: ${name}`)
  throw new Error(`unknown command "${name}" for "${cli}"`)
}

const main = async () => {
  const [name, ...words] = process.argv.slice(2)
  try {
    process.exitCode = await run(name, words)
  } catch (error) {
    process.stderr.write(`${error.plain ?? `Error: ${error.message}`}\n`)
    process.exitCode = 1
  }
}

main()
