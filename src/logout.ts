// Entry of logout/action.yml: closes sessions now instead of at the end of the job.
import { info } from '@actions/core'
import { closeSession } from './close.ts'
import { readSession } from './inputs.ts'
import { fail } from './report.ts'
import { openSessions, sessionIn } from './session.ts'

try {
  const temp = process.env['RUNNER_TEMP'] ?? ''
  const directory = readSession(process.env)
  const sessions = directory === '' ? await openSessions(temp) : [await sessionIn(directory, temp)]
  if (sessions.length === 0) info('No session of this job is open.')
  for (const session of sessions) await closeSession(session, process, [])
} catch (error) {
  fail(error, [])
}
