// Entry of action.yml: logs in.
import { main } from '../action/index.js'

// Awaited here: a promise that never settles ends with an exit code of its own then, and not green.
await main(process)
