'use strict'
// Keeps the directory of the job, because act removes it when the job went well.

const { randomUUID } = require('node:crypto')
const { cpSync } = require('node:fs')
const { dirname, join } = require('node:path')

const { RUNNER_TEMP, WITNESS_DIRECTORY } = process.env
cpSync(dirname(RUNNER_TEMP), join(WITNESS_DIRECTORY, randomUUID()), { recursive: true })
