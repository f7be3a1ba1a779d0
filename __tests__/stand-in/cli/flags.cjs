'use strict'
// Flags as Go's usual parser reads them: `--name value`, `--name=value`, and `-o` for `--output`.

// Returns the plain words, the flags, and the words after `--`. `known` maps a flag's name to whether it
// takes a value; without it every flag is taken, because the documentation shows more flags than it lists.
exports.parse = (args, known) => {
  const words = []
  const flags = {}
  const rest = [...args]
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === '--') break
    if (!word.startsWith('-') || word === '-') {
      words.push(word)
      continue
    }
    const [given, inline] = split(word)
    const name = given === '-o' ? 'output' : given.replace(/^--?/, '')
    if (known !== undefined && !Object.hasOwn(known, name)) {
      throw new Error(`unknown flag: ${given}`)
    }
    const valued = known === undefined ? rest[0] !== undefined && !rest[0].startsWith('-') : known[name]
    if (inline === undefined && valued && rest.length === 0) {
      throw new Error(`flag needs an argument: ${given}`)
    }
    flags[name] = inline ?? (valued ? rest.shift() : 'true')
  }
  return { words, flags, after: rest }
}

// Whether the answer is wanted as JSON: the flag wins over the environment.
exports.wantsJson = (flags) => (flags.output ?? process.env.OUTPUT_FORMAT) === 'json'

const split = (word) => {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}
