// Main of logout/action.yml.
import { logout } from './action.ts'

await logout(process)
