export * from '@actions/core'
