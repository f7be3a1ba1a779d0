// The runner's command files, in the form that takes any value.
import { appendFileSync } from 'node:fs'

/** Hands a state or an output to the runner: `write('GITHUB_OUTPUT', 'url', 'http://…')`. */
export function write(file, name, value) {
  const delimiter = `ghadelimiter_${name}`
  appendFileSync(process.env[file], `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}
