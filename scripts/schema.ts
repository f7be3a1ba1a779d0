// Checks workflows and action.yml files against GitHub's own schema, as the editor on github.com does:
// node scripts/schema.ts FILE...
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'

// GitHub's packages are written for bundlers: some of their imports have no extension, and JSON is
// imported as if it were JavaScript.
registerHooks({
  resolve: (specifier, context, next) => {
    const isBare = /^\.{1,2}\//.test(specifier) && !/\.js(on)?$/.test(specifier)
    return next(isBare ? `${specifier}.js` : specifier, context)
  },
  load: (url, context, next) => {
    if (!url.endsWith('.json')) return next(url, context)
    const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')}`
    return { format: 'module', source, shortCircuit: true }
  },
})
const { validate } = await import('@actions/languageservice')

for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8')
  const document = TextDocument.create(pathToFileURL(path).href, 'yaml', 0, text)
  for (const { message, range } of await validate(document)) {
    console.error(`${path}:${range.start.line + 1}: ${message}`)
    process.exitCode = 1
  }
}
