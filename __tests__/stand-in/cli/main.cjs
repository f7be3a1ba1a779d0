'use strict'
// A command line that behaves as WSO2 documents its own. `executable.ts` bundles this folder into
// one file and sets `globalThis.settings` first. Only node's built-ins may be required.

const os = require('node:os')
const { login, logout, whoami } = require('./session.cjs')
const { connect, create, describe, list } = require('./platform.cjs')

const { cli, version } = globalThis.settings

// Not part of the real command line, here for tests only.
const forTests = {
  echo: (words) => console.log(JSON.stringify(words)),
  env: (names) =>
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]])))),
  cat: () => void process.stdin.pipe(process.stdout),
  exit: ([code]) => Number(code),
  // Sleeps some seconds; on a signal it prints its name and exits with 128 plus its number.
  sleep: ([seconds]) => {
    setTimeout(() => undefined, Number(seconds) * 1000)
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
      process.once(signal, () => {
        console.log(signal)
        process.exit(128 + os.constants.signals[signal])
      })
    }
  },
}

// Each returns its exit code, or nothing for 0; one that throws exits with 1.
const commands = {
  ...{ connect, create, describe, list, login, logout, whoami, ...forTests },
  '--version': () => console.log(`${cli} version ${version}`),
}

const run = async ([name = '', ...words]) => {
  if (!Object.hasOwn(commands, name)) throw new Error(`unknown command "${name}" for "${cli}"`)
  process.exitCode = await commands[name](words)
}

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.plain ?? `Error: ${error.message}`}\n`)
  process.exitCode = 1
})
