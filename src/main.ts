// Entry: reads the inputs, logs in, and turns whatever goes wrong into one annotation.
import { readInputs, secretsIn } from './inputs.ts'
import { fail, setLoggedOut } from './report.ts'

const cancelled = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => cancelled.abort(new Error('The run was cancelled during the login.')))
}

try {
  const inputs = readInputs(process.env)
  // What a run that ends here does not need is not loaded: every job pays for the start.
  const { login } = await import('./login.ts')
  await login(inputs, process, cancelled.signal)
} catch (error) {
  fail(error, secretsIn(process.env))
  setLoggedOut()
}
