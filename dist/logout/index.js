// Main of logout/action.yml.
import { logout } from '../action/index.js';
await logout(process);
