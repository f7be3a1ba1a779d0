export const id = 803;
export const ids = [803];
export const modules = {

/***/ 6767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   IK: () => (/* binding */ executableName),
/* harmony export */   SM: () => (/* binding */ assetName),
/* harmony export */   _o: () => (/* binding */ distributions)
/* harmony export */ });
// What WSO2 publishes: repository, executable and asset of each CLI. Pure.
// Sources: the release pages of github.com/wso2/choreo-cli and github.com/wso2/wdp-cli.
const distributions = {
    choreo: {
        title: 'Choreo CLI',
        repository: 'wso2/choreo-cli',
        tagSuffix: '',
        homeDirectory: '.choreo',
    },
    wdp: {
        title: 'WSO2 Developer Platform CLI',
        repository: 'wso2/wdp-cli',
        tagSuffix: '-wdp',
        homeDirectory: '.wdp',
    },
};
const published = {
    'linux x64': { os: 'linux', arch: 'amd64', archive: 'tar.gz' },
    'linux arm64': { os: 'linux', arch: 'arm64', archive: 'tar.gz' },
    'linux arm': { os: 'linux', arch: 'arm', archive: 'tar.gz' },
    'linux ia32': { os: 'linux', arch: '386', archive: 'tar.gz' },
    'darwin x64': { os: 'darwin', arch: 'amd64', archive: 'zip' },
    'darwin arm64': { os: 'darwin', arch: 'arm64', archive: 'zip' },
    'win32 x64': { os: 'windows', arch: 'amd64', archive: 'zip' },
    'win32 ia32': { os: 'windows', arch: '386', archive: 'zip' },
    // Nothing is published for it, and Windows on Arm runs programs for x64.
    'win32 arm64': { os: 'windows', arch: 'amd64', archive: 'zip' },
};
/**
 * Finds what is published for a machine.
 *
 * @param platform as `process.platform` names it
 * @param arch as `process.arch` names it
 * @returns the target in the words of the asset names
 * @throws Error that names the platform, the architecture and what exists
 */
function targetOf(platform, arch) {
    const target = published[`${platform} ${arch}`];
    if (target !== undefined)
        return target;
    const known = new Set(Object.values(published).map(({ os, arch }) => `${os}-${arch}`));
    throw new Error(`No CLI is published for ${platform} on ${arch}: there are archives for ${[...known].join(', ')}. ` +
        'Run the job on one of these, or install a CLI yourself and name it in the input `cli-path`.');
}
/**
 * Names the archive of a release.
 *
 * @returns the file name, for example `choreo-cli-v1.2.33-linux-amd64.tar.gz`
 */
function assetName(cli, tag, target) {
    return `${cli}-cli-${tag}-${target.os}-${target.arch}.${target.archive}`;
}
/**
 * Names the executable inside the archive, and in the tool cache.
 *
 * @returns the file name, for example `choreo` or `choreo.exe`
 */
function executableName(cli, target) {
    return target.os === 'windows' ? `${cli}.exe` : cli;
}


/***/ }),

/***/ 2803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  login: () => (/* binding */ login_login)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(1500);
// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js
var io = __webpack_require__(4799);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(871);
;// CONCATENATED MODULE: ../lib/cli.js
// Runs the CLI: the only file that starts it, and the only one that imports @actions/exec.






/** Logs in with a personal access token, which is written to the CLI's standard input. */
function login(cli, token) {
    return run(cli, ['login', '--with-token'], `${token}\n`);
}
function logout(cli) {
    return run(cli, ['logout']);
}
function version(cli) {
    return run(cli, ['--version']);
}
/**
 * Leaves out of an environment what is none of the CLI's business: the inputs and the state of this
 * action, the credentials that the runner gives to actions alone, the files that take commands for the
 * runner, and every variable that holds one of the tokens.
 *
 * @param env the environment of the step
 * @returns what a child may have: also PATH, proxies, certificates and RUNNER_TRACKING_ID, by which the
 *   runner finds processes that a job left behind
 */
function scrub(env, tokens) {
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !/^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)/i.test(entry[0]) &&
        !tokens.some((token) => entry[1]?.includes(token)));
    return Object.fromEntries(kept);
}
const graceMs = 2000;
const mostBytes = 1024 * 1024;
async function run(cli, args, input = '') {
    const stdout = tail();
    const stderr = tail();
    let child;
    let stopped;
    let startError = '';
    let exitCode = null;
    // @actions/exec gives no handle on the process that it starts; Node announces it.
    const announced = (message) => {
        const started = message.process;
        prepare(started, stdout.take, stderr.take);
        started.once('spawn', () => stopped !== undefined && kill(started, 'SIGKILL'));
        child = started;
    };
    const stop = async (reason) => {
        stopped ??= reason;
        if (child === undefined)
            return;
        kill(child, 'SIGTERM');
        await (0,promises_.setTimeout)(graceMs, undefined, { ref: false });
        kill(child, 'SIGKILL');
    };
    const cancel = () => void stop('cancelled');
    const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs);
    cli.cancelled.addEventListener('abort', cancel);
    (0,external_node_diagnostics_channel_.subscribe)('child_process', announced);
    try {
        cli.cancelled.throwIfAborted();
        exitCode = await (0,exec/* exec */.m)(`"${cli.path}"`, [...args], {
            env: { ...cli.env },
            input: Buffer.from(input),
            silent: true,
            ignoreReturnCode: true,
            // How long to wait for the output of a process that has ended, while a child of it lives on.
            delay: 1000,
        });
    }
    catch (error) {
        startError = error.message;
    }
    finally {
        (0,external_node_diagnostics_channel_.unsubscribe)('child_process', announced);
        cli.cancelled.removeEventListener('abort', cancel);
        clearTimeout(timer);
        if (child !== undefined)
            release(child, stopped !== undefined);
    }
    if (cli.cancelled.aborted)
        stopped = 'cancelled';
    const signal = child?.signalCode ?? null;
    return { exitCode, signal, stopped, startError, stdout: stdout.text(), stderr: stderr.text() };
}
/** Readies a child for a rough life, before it is started. */
function prepare(child, takeStdout, takeStderr) {
    const starter = child;
    const start = starter.spawn.bind(child);
    starter.spawn = (options) => {
        try {
            // A group of its own, so that it can be ended together with whatever it starts.
            const started = start({ ...options, detached: process.platform !== 'win32' });
            // A CLI that ends before it has read its input breaks the pipe: no reason to crash.
            child.stdin?.on('error', () => { });
            return started;
        }
        catch (error) {
            // Some errors of the system (a file that is no program, too many arguments) are thrown where
            // @actions/exec cannot catch them. Raised as events they are errors like all others.
            child.stdin = new external_node_stream_.PassThrough();
            process.nextTick(() => child.emit('error', error));
            return undefined;
        }
    };
    child.once('spawn', () => {
        // @actions/exec searches all of the output for lines, again with every piece of it: megabytes
        // without a line break would take it minutes. Nobody here needs lines.
        child.stdout?.removeAllListeners('data').on('data', takeStdout);
        child.stderr?.removeAllListeners('data').on('data', takeStderr);
    });
}
function release(child, wasStopped) {
    if (wasStopped)
        kill(child, 'SIGKILL');
    // What the CLI left running may hold the other ends of these pipes: this process does not wait for it.
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.unref();
}
function kill({ pid }, signal) {
    if (pid === undefined)
        return;
    if (process.platform === 'win32') {
        const taskkill = (0,external_node_path_.join)(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
        (0,external_node_child_process_.spawn)(taskkill, ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => { });
        return;
    }
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The whole group has ended.
    }
}
function tail() {
    const chunks = [];
    let size = 0;
    const take = (bytes) => {
        chunks.push(bytes);
        size += bytes.length;
        while (size - (chunks[0]?.length ?? 0) >= mostBytes)
            size -= chunks.shift()?.length ?? 0;
    };
    return { take, text: () => Buffer.concat(chunks).toString() };
}

// EXTERNAL MODULE: ../lib/distribution.js
var distribution = __webpack_require__(6767);
// EXTERNAL MODULE: ../lib/token.js
var token = __webpack_require__(1284);
;// CONCATENATED MODULE: ../lib/failure.js

const newToken = 'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
    'store it in the secret that the workflow reads.';
/** In the order in which they are tried: the first that applies explains. */
const meanings = [
    {
        kind: 'other',
        title: 'Login cancelled',
        why: 'The run was cancelled while the CLI was logging in.',
        applies: ({ stopped }) => stopped === 'cancelled',
    },
    {
        kind: 'other',
        title: 'Login timed out',
        why: 'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
            'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
            'and check proxy and firewall of the runner.',
        applies: ({ stopped }) => stopped === 'timeout',
    },
    {
        kind: 'other',
        title: 'CLI cannot be run',
        why: 'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
            'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
        applies: ({ startError, exitCode }, said) => startError !== '' ||
            ((exitCode === 126 || exitCode === 127) &&
                /not found|exec format error|permission denied|cannot execute|no such file/i.test(said)),
    },
    {
        kind: 'other',
        title: 'CLI was killed',
        why: 'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
            'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
        applies: ({ exitCode, signal }) => signal !== null || exitCode === null,
    },
    {
        kind: 'other',
        title: 'CLI too old',
        why: 'This version of the CLI cannot log in with a token: it does not know `--with-token`. Set the input `cli-version` to ' +
            '`latest` or a newer version, or update the CLI that `cli-path` names.',
        applies: (_, said) => /unknown (flag|shorthand flag|option)\b.*with-token/i.test(said),
    },
    {
        kind: 'other',
        title: 'No keyring',
        why: 'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
            'asked to use files (`SKIP_KEYRING=true`). Versions that know that variable do: set the input `cli-version` to `latest` ' +
            'or a newer version.',
        applies: (_, said) => /keyring|org\.freedesktop\.secrets|secret service|keychain/i.test(said),
    },
    {
        kind: 'refused',
        title: 'Token refused',
        why: `Choreo refused the Personal Access Token: it is invalid, has expired or was revoked. ${newToken}`,
        applies: (_, said) => /\b401\b|unauthori[sz]ed|unauthenticated|invalid[ _]token|(token|credential)s?\b.{0,60}\b(invalid|expired|revoked|rejected|not valid)|(invalid|expired|revoked|bad)\b.{0,40}\b(token|credential)/i.test(said),
    },
    {
        kind: 'other',
        title: 'Token lacks permission',
        why: 'Choreo knows the Personal Access Token, but does not allow it to log in: it lacks a scope, or its owner lacks access. ' +
            'Scopes cannot be added to a token. Create a new one with the scopes that the job needs in the Choreo Console (profile ' +
            'picture, Account Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
        applies: (_, said) => /\b403\b|forbidden|(missing|lacks?|insufficient|required)\b.{0,40}\b(scopes?|permissions?)/i.test(said),
    },
    {
        kind: 'other',
        title: 'Certificate not trusted',
        why: 'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
            'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
        applies: (_, said) => /x509|certificate (is|has|signed|verify)|unknown authority/i.test(said),
    },
    {
        kind: 'passing',
        title: 'Choreo out of reach',
        why: 'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
            'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
            'page of Choreo.',
        applies: (_, said) => /no such host|lookup .{1,200}(timeout|misbehaving|server)|temporary failure in name|getaddrinfo|connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|i\/o timeout|time(d)?[ -]?out|deadline exceeded|tls handshake|handshake failure|unexpected eof|\beof\b|too many requests|rate limit|\b(408|429|500|502|503|504)\b|bad gateway|service unavailable|gateway time|internal server error|try again/i.test(said),
    },
    {
        kind: 'other',
        title: 'Login failed silently',
        why: 'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
            'input `cli-version`.',
        applies: (_, said) => said.trim() === '',
    },
];
const unknown = {
    kind: 'other',
    title: 'Login failed',
    why: 'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
        'have changed.',
};
/**
 * Explains why a login failed.
 *
 * @param outcome how the CLI ended, without success
 * @param tokens what must not be in the message
 * @returns title, message and what may help
 */
function explain(outcome, tokens) {
    const { stderr, stdout, startError } = outcome;
    const printed = [stderr, stdout, startError].map((text) => text.slice(-longestQuoted));
    const said = (0,token/* redact */.E$)(printed.join('\n'), tokens);
    const { kind, title, why } = meanings.find(({ applies }) => applies(outcome, said)) ?? unknown;
    return { kind, title, message: [why, ending(outcome), quote(said)].filter(Boolean).join('\n') };
}
function ending({ exitCode, signal, stopped }) {
    if (stopped !== undefined)
        return '';
    if (signal !== null)
        return `The signal was ${signal}.`;
    return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`;
}
const longestQuoted = 16_384;
const mostLines = 6;
const longestLine = 300;
/**
 * Quotes what a CLI said: its last lines, as they may be shown.
 *
 * @param said redacted text
 * @returns at most six lines of at most 300 characters, or nothing when there is nothing to quote
 */
function quote(said) {
    const lines = said
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '');
    if (lines.length === 0)
        return '';
    const shown = lines
        .slice(-mostLines)
        .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
    const left = lines.length - shown.length;
    return [
        'The CLI said:',
        ...(left > 0 ? [`  … ${left} lines before`] : []),
        ...shown.map((line) => `  ${line}`),
    ].join('\n');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ../lib/session.js
// A session is a directory: the CLI's home, and the command that later steps call. Whatever the CLI
// writes lands inside it, and goes with it.



/**
 * Names a new session, and touches nothing.
 *
 * @param temp RUNNER_TEMP
 */
function planSession(temp) {
    return sessionAt((0,external_node_path_.join)(temp, `choreo-session-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`));
}
/**
 * Recognises a session by its directory.
 *
 * @param directory what a state or an input holds; anything is possible
 * @param temp RUNNER_TEMP
 * @returns the session, or undefined when it is gone
 * @throws Error when the directory cannot be a session: it would not be safe to remove it
 */
async function findSession(directory, temp) {
    const isOurs = /^choreo-session-[0-9a-f]{16}$/.test(basename(directory)) &&
        (await real(dirname(directory))) === (await real(temp));
    if (!isOurs)
        throw noSession(directory);
    const found = await lstat(directory).catch(() => undefined);
    if (found === undefined)
        return undefined;
    if (!found.isDirectory())
        throw noSession(directory);
    return sessionAt(directory);
}
/**
 * Makes the directories of a session, for this user alone, and the command that later steps call.
 *
 * @param cli the executable that the command runs
 * @param settings the variables that the command sets
 * @returns the command's path
 */
async function openSession(session, command, cli, settings, platform) {
    for (const directory of [session.directory, session.home, session.bin]) {
        await (0,external_node_fs_promises_.mkdir)(directory, { mode: 0o700 });
        await (0,external_node_fs_promises_.chmod)(directory, 0o700);
    }
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(session.bin, command), posixCommand(cli, settings), { mode: 0o700 });
    if (platform !== 'win32')
        return (0,external_node_path_.join)(session.bin, command);
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(session.bin, `${command}.cmd`), windowsCommand(cli, settings));
    return (0,external_node_path_.join)(session.bin, `${command}.cmd`);
}
/**
 * Removes a session with all that is in it.
 *
 * @throws Error of the file system, when something could not be removed
 */
async function removeSession({ directory }) {
    await makeRemovable(directory);
    await (0,external_node_fs_promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
/** Tells whether the CLI has written anything into the session's home. */
async function isUsed({ home }) {
    const entries = await readdir(home).catch(() => []);
    return entries.length > 0;
}
/**
 * Lists the variables by which a CLI finds its home and leaves the keyring alone.
 *
 * @param region empty: as the CLI has it
 */
function settingsOf({ home }, region, platform) {
    return {
        SKIP_KEYRING: 'true',
        ...(region !== '' && { CHOREO_REGION: region }),
        HOME: home,
        XDG_CONFIG_HOME: (0,external_node_path_.join)(home, '.config'),
        XDG_DATA_HOME: (0,external_node_path_.join)(home, '.local', 'share'),
        XDG_STATE_HOME: (0,external_node_path_.join)(home, '.local', 'state'),
        XDG_CACHE_HOME: (0,external_node_path_.join)(home, '.cache'),
        ...(platform === 'win32' && {
            USERPROFILE: home,
            APPDATA: (0,external_node_path_.join)(home, 'AppData', 'Roaming'),
            LOCALAPPDATA: (0,external_node_path_.join)(home, 'AppData', 'Local'),
        }),
    };
}
function sessionAt(directory) {
    return { directory, home: (0,external_node_path_.join)(directory, 'home'), bin: (0,external_node_path_.join)(directory, 'bin') };
}
function noSession(directory) {
    return new Error(`"${directory}" is not a session of this job, so nothing was removed.`);
}
async function real(path) {
    return realpath(path).catch(() => path);
}
// A file can be removed only from a directory that may be written to.
async function makeRemovable(directory) {
    await (0,external_node_fs_promises_.chmod)(directory, 0o700).catch(() => { });
    const entries = await (0,external_node_fs_promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        if (entry.isDirectory())
            await makeRemovable((0,external_node_path_.join)(directory, entry.name));
    }
}
// Written for the smallest shell there is. `exec` makes the CLI the process that the caller started:
// arguments, streams, signals and exit code are its own.
function posixCommand(cli, settings) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const variables = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`);
    return `#!/bin/sh
# The CLI with the login of this job alone. It is removed when the job ends.

# git, started by the CLI, keeps the user's own configuration.
if [ -z "\${GIT_CONFIG_GLOBAL-}" ]; then
  if [ -f "\${HOME-}/.gitconfig" ]; then
    export GIT_CONFIG_GLOBAL="$HOME/.gitconfig"
  elif [ -f "\${XDG_CONFIG_HOME:-\${HOME-}/.config}/git/config" ]; then
    export GIT_CONFIG_GLOBAL="\${XDG_CONFIG_HOME:-$HOME/.config}/git/config"
  fi
fi

${variables.join('\n')}
exec ${quoted(cli)} "$@"
`;
}
function windowsCommand(cli, settings) {
    const escaped = (text) => text.replaceAll('%', '%%');
    const lines = [
        '@echo off',
        'rem The CLI with the login of this job alone. It is removed when the job ends.',
        'setlocal DisableDelayedExpansion',
        'if not defined GIT_CONFIG_GLOBAL if exist "%USERPROFILE%\\.gitconfig" set "GIT_CONFIG_GLOBAL=%USERPROFILE%\\.gitconfig"',
        ...Object.entries(settings).map(([name, value]) => `set "${name}=${escaped(value)}"`),
        `"${escaped(cli)}" %*`,
    ];
    return `${lines.join('\r\n')}\r\n`;
}

;// CONCATENATED MODULE: ../lib/login.js
// The story of a login: the CLI, a session for it, the login itself, and what later steps get.







/**
 * Logs in, and hands later steps a command that is logged in.
 *
 * @throws Error with what a user needs to know; no session is left then
 */
async function login_login(inputs, machine, cancelled) {
    const temp = machine.env['RUNNER_TEMP'];
    if (!temp) {
        throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.');
    }
    const installed = await obtain(inputs, machine, temp, cancelled);
    const session = planSession(temp);
    remember(inputs, session, installed);
    const settings = settingsOf(session, inputs.region, machine.platform);
    const executable = {
        path: installed.path,
        env: { ...scrub(machine.env, [inputs.token]), ...settings },
        timeoutMs: inputs.timeoutSeconds * 1000,
        cancelled,
    };
    try {
        const command = await openSession(session, inputs.command, installed.path, settings, machine.platform);
        const version = installed.version || (await versionOf(executable));
        introduce(inputs, { ...installed, version });
        await authenticate(inputs, executable);
        handOver(inputs, session, command);
    }
    catch (error) {
        // Post tries again what does not work now.
        await removeSession(session).catch(() => { });
        throw error;
    }
}
async function obtain(inputs, machine, temp, cancelled) {
    if (inputs.cliPath !== '') {
        return { path: await locate(inputs.cliPath), version: '', cacheHit: false, comparedWith: '' };
    }
    const { install } = await Promise.all(/* import() */[__webpack_require__.e(552), __webpack_require__.e(755)]).then(__webpack_require__.bind(__webpack_require__, 3755));
    return install(inputs, machine, temp, cancelled);
}
async function locate(path) {
    const found = await (0,io/* which */.K7)(/[\\/]/.test(path) ? (0,external_node_path_.resolve)(path) : path);
    if (found !== '')
        return found;
    throw new Error(`The input \`cli-path\` is "${path}", and there is no such executable. ` +
        'Allowed is the path of an installed CLI, or its name when it is on PATH.');
}
// Before the directory exists: whatever ends this process later, post knows what to remove.
function remember(inputs, session, { path }) {
    (0,core/* saveState */.LZ)('session', session.directory);
    (0,core/* saveState */.LZ)('cli', path);
    (0,core/* saveState */.LZ)('region', inputs.region);
    (0,core/* saveState */.LZ)('logout', inputs.logout);
}
async function versionOf(executable) {
    const { stdout, stderr } = await version(executable);
    const number = /\bv?(\d+\.\d+\.\d+(?:-[\w.-]*\w)?)/.exec(`${stdout}\n${stderr}`)?.[1];
    return number === undefined ? '' : `v${number}`;
}
function introduce(inputs, { version, cacheHit, comparedWith }) {
    const source = inputs.cliPath !== '' ? `\`${inputs.cliPath}\`` : cacheHit ? 'tool cache' : 'download';
    const verified = comparedWith === '' ? '' : `, its SHA-256 is the one that ${comparedWith} states`;
    (0,core/* info */.pq)(`${distribution/* distributions */._o[inputs.cli].title} ${version || '(unknown version)'} from ${source}${verified}`);
    (0,core/* setOutput */.uH)('cli-version', version);
    (0,core/* setOutput */.uH)('cache-hit', cacheHit);
}
async function authenticate(inputs, executable) {
    const outcome = await login(executable, inputs.token);
    if (outcome.exitCode !== 0 || outcome.stopped !== undefined) {
        const { title, message } = explain(outcome, [inputs.token]);
        throw Object.assign(new Error(message), { title });
    }
}
function handOver(inputs, session, command) {
    (0,core/* addPath */.fM)(session.bin);
    (0,core/* setOutput */.uH)('authenticated', true);
    (0,core/* setOutput */.uH)('cli-path', command);
    (0,core/* setOutput */.uH)('token-used', 'primary');
    (0,core/* setOutput */.uH)('session', session.directory);
    (0,core/* info */.pq)(`Logged in. Later steps call \`${inputs.command}\`; ${inputs.logout ? 'the session ends with the job' : 'the session stays open after the job, until the runner empties its temporary directory'}.`);
}


/***/ })

};
