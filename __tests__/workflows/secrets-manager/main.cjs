'use strict'

const { appendFileSync } = require('node:fs')

const { INPUT_SECRETS: secrets = '', GITHUB_OUTPUT, MANAGED_SECRET } = process.env
const [name] = secrets.split(':')
if (name) {
  console.log(`::add-mask::${MANAGED_SECRET}`)
  appendFileSync(GITHUB_OUTPUT, `${name}=${MANAGED_SECRET}\n`)
}
