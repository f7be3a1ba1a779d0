// Main of action.yml.
import { main } from './action.ts'

// The action checks certificates in any case. Node would warn of the variable on standard error, where
// masks do not hold yet.
Reflect.deleteProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED')

// The umask of the machine could close the tool cache to other users, or open it to them.
process.umask(0o022)
await main(process)
