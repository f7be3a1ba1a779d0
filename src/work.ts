// What there is to load once there is something to do: one file in dist for main, post and the early
// log-out, and none for a run that ends before.
export { closeSession } from './close.ts'
export { login } from './login.ts'
export { openSessions, savedSession, sessionIn } from './session.ts'
