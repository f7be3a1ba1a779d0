'use strict'
// A command line that behaves as WSO2 documents its own. `executable.ts` bundles this folder into
// one file and sets `globalThis.settings` first. Only node's built-ins may be required.

const os = require('node:os')
const { login, logout, whoami } = require('./session.cjs')
const { connect, create, describe, list } = require('./platform.cjs')

const { cli, version } = globalThis.settings

// Not part of the real command line, here for tests only.
const forTests = {
  // Prints its arguments as JSON.
  echo: (words) => console.log(JSON.stringify(words)),
  // Prints these variables as JSON.
  env: (names) =>
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]])))),
  // Copies standard input to output.
  cat: async () => {
    for await (const chunk of process.stdin) process.stdout.write(chunk)
  },
  exit: ([code]) => Number(code),
  // Sleeps some seconds; on a signal it prints its name and exits with 128 plus its number.
  sleep: ([seconds]) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Number(seconds) * 1000)
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
        process.once(signal, () => {
          console.log(signal)
          clearTimeout(timer)
          resolve(128 + os.constants.signals[signal])
        })
      }
    }),
}

// Each returns its exit code, or nothing for 0; one that throws exits with 1.
const commands = {
  ...{ connect, create, describe, list, login, logout, whoami, ...forTests },
  '--version': () => console.log(`${cli} version ${version}`),
}

const main = async () => {
  const [name = '', ...words] = process.argv.slice(2)
  try {
    if (!Object.hasOwn(commands, name)) throw new Error(`unknown command "${name}" for "${cli}"`)
    process.exitCode = await commands[name](words)
  } catch (error) {
    process.stderr.write(`${error.plain ?? `Error: ${error.message}`}\n`)
    process.exitCode = 1
  }
}

main()
