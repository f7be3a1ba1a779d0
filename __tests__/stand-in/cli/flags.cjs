'use strict'
// Flags as Go's usual parser reads them: `--name value`, `--name=value`, and `-o` for `--output`.

// Returns the plain words, the flags, and the words after `--`. It takes every flag, because the
// documentation shows more flags than it lists.
exports.parse = (args) => {
  const words = []
  const flags = {}
  const rest = [...args]
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === '--') break
    const [, given, , inline] = /^--?([^=]+)(=(.*))?$/s.exec(word) ?? []
    const isValued = rest[0] !== undefined && !rest[0].startsWith('-')
    if (given === undefined) words.push(word)
    else flags[given === 'o' ? 'output' : given] = inline ?? (isValued ? rest.shift() : 'true')
  }
  return { words, flags, after: rest }
}

// Whether the answer is wanted as JSON: the flag wins over the environment.
exports.wantsJson = (flags) => (flags.output ?? process.env.OUTPUT_FORMAT) === 'json'
