// Remembers which files of the CLIs there are before the login.
import { write } from '../command-file.js'
import { filesOfClis } from './files.js'

write('GITHUB_STATE', 'before', JSON.stringify(filesOfClis()))
