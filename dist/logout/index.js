// Entry of logout/action.yml: closes sessions now instead of at the end of the job.
import { logout } from '../action/index.js'

await logout(process)
