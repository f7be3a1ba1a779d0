// Main of action.yml.
import { main } from '../action/index.js';
// The action checks certificates in any case. Node would warn of the variable on standard error, where
// masks do not hold yet.
Reflect.deleteProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED');
// A promise that never settles ends a top-level `await` with exit code 13, not with success.
await main(process);
