'use strict'
// The ways in which the command line can be told to misbehave; `executable.ts` lists them.

const { spawn } = require('node:child_process')
const fs = require('node:fs')
const { call } = require('./request.cjs')

const { cli, version, fault } = globalThis.settings

// Returns the fault when it is one of these kinds and still to be shown, otherwise undefined. A
// process remembers nothing, so the service counts how often a fault with `times` was shown.
exports.active = async (...kinds) => {
  if (fault === undefined || !kinds.includes(fault.kind)) return undefined
  if (fault.times === undefined) return fault
  const body = { name: `${cli} ${version}`, kind: fault.kind }
  const { n } = await call('POST', '/count', { body }).catch(() => ({ n: 0 }))
  return n <= fault.times ? fault : undefined
}

// Returns all of standard input as text, once its writer has closed it.
exports.readInput = async () => {
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

// Prints exactly these bytes, then ends with the exit code or by the signal.
exports.says = async ({ stdout = '', stderr = '', exitCode, reads = true, signal }) => {
  if (reads) await exports.readInput()
  process.stdout.write(Buffer.from(stdout, 'base64'))
  process.stderr.write(Buffer.from(stderr, 'base64'))
  if (signal === undefined) return exitCode
  process.kill(process.pid, signal)
  return exports.forever()
}

// Ends at once and leaves the writer of standard input with a broken pipe.
exports.exitBeforeReading = ({ stderr }) => {
  process.stderr.write(`${stderr}\n`)
  process.exit(1)
}

// Never answers, and is deaf to every signal that can be ignored.
exports.hang = async ({ grandchild, pidFile } = {}) => {
  deafen()
  const child = grandchild
    ? await deafChild({ stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    : undefined
  if (pidFile !== undefined) writePids(pidFile, process.pid, child?.pid)
  await exports.readInput()
  return exports.forever()
}

// Leaves a process behind that outlives this one and keeps a file open below the home directory.
exports.linger = async ({ pidFile }, file) => {
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc']
  const child = await deafChild({ stdio, detached: true }, file)
  child.unref()
  if (pidFile !== undefined) writePids(pidFile, child.pid)
}

// A promise that is never kept, with a timer that keeps the process alive meanwhile.
exports.forever = () => new Promise(() => setInterval(() => {}, 60_000))

const deafSignals = ['SIGTERM', 'SIGINT', 'SIGHUP']

const deafen = () => {
  for (const signal of deafSignals) process.on(signal, () => {})
}

// Resolves once the child ignores the signals: a test that reads its id may send one right away.
const deafChild = (options, file) =>
  new Promise((resolve) => {
    const source = `
      if (process.argv[1]) require('node:fs').openSync(process.argv[1], 'a')
      for (const signal of ${JSON.stringify(deafSignals)}) process.on(signal, () => {})
      setTimeout(() => {}, 300_000)
      process.send('ready')`
    const args = ['-e', source, ...(file === undefined ? [] : [file])]
    const child = spawn(process.execPath, args, options)
    child.once('message', () => {
      child.disconnect()
      resolve(child)
    })
  })

// One id a line; renamed into place, so that a reader never sees half a file.
const writePids = (file, ...pids) => {
  const text = pids.filter((pid) => pid !== undefined).map((pid) => `${pid}\n`)
  fs.writeFileSync(`${file}.part`, text.join(''))
  fs.renameSync(`${file}.part`, file)
}
