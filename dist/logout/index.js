import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ closeSession)
});

// UNUSED EXPORTS: closeQuietly

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 9 modules
var core = __nccwpck_require__(130);
;// CONCATENATED MODULE: ../lib/claim.js
// Who uses the machine's own directory of a CLI, with `isolate: false`. Two logins that shared it would
// act for each other's account, and each would bring back what the other had left.


/**
 * Takes a directory for a session alone, until `release`.
 *
 * A claim is a file beside the directory that holds the session's place. One whose session is gone is of
 * a job that was cut off, and counts no more.
 *
 * @param directory for example `~/.choreo`
 * @param session the session's directory
 * @throws Error when another session has it; of two at the same moment neither gets it
 */
async function claim(directory, session) {
    const own = claimOf(directory, session);
    await writeFile(partOf(own), session, { mode: 0o600 });
    await rename(partOf(own), own);
    for (const path of await claimsOn(directory)) {
        if (path === own)
            continue;
        const holder = await readFile(path, 'utf8').catch(() => '');
        if (await lstat(holder).catch(() => undefined)) {
            throw new Error(`Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
                'Run such jobs one after another, or leave `isolate` out.');
        }
        await rm(path, { force: true });
    }
}
/** Gives back what `claim` took, if it did. */
async function release(directory, session) {
    const own = claimOf(directory, session);
    for (const path of [partOf(own), own])
        await (0,promises_.rm)(path, { force: true });
}
async function claimsOn(directory) {
    const beginning = `${basename(directory)}.`;
    const names = await readdir(dirname(directory));
    return names
        .filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
        .map((name) => join(dirname(directory), name));
}
function claimOf(directory, session) {
    return `${directory}.${(0,external_node_path_.basename)(session)}`;
}
function partOf(claim) {
    return `${claim}.part`;
}

;// CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(421);
;// CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(500);
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 8 modules
var exec = __nccwpck_require__(976);
// EXTERNAL MODULE: ../lib/token.js
var token = __nccwpck_require__(284);
;// CONCATENATED MODULE: ../lib/cli.js
// Runs the CLI: the only file that starts it, and the only one that imports @actions/exec.









/** Logs in with a personal access token, which is written to the CLI's standard input. */
function login(cli, token) {
    return run(cli, ['login', '--with-token'], `${token}\n`);
}
function logout(cli) {
    return run(cli, ['logout']);
}
function organizations(cli) {
    return run(cli, ['list', 'organizations', '--output', 'json']);
}
function version(cli) {
    return run(cli, ['--version']);
}
// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/;
/**
 * Tells whether a file begins as programs do. The system hands anything else to a shell, which takes an
 * empty file for a success. What may be run but not read is left to the system.
 */
async function isProgram(path) {
    if (/\.(cmd|bat)$/i.test(path))
        return true;
    const file = await open(path).catch(() => undefined);
    if (file === undefined)
        return true;
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4));
        return beginnings.test(buffer.toString('hex', 0, bytesRead));
    }
    finally {
        await file.close();
    }
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
    const secrets = tokens.flatMap(token/* forms */.uO);
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !ofTheAction.test(entry[0]) &&
        !secrets.some((secret) => entry[1]?.includes(secret)));
    return Object.fromEntries(kept);
}
const ofTheAction = /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)/i;
const graceMs = 2000;
const mostBytes = 1024 * 1024;
async function run(cli, args, input = '') {
    const stdout = tail();
    const stderr = tail();
    let child;
    let stopped;
    let startError = '';
    let exitCode = null;
    // @actions/exec gives no handle on the process that it starts; Node announces it, with all others:
    // what ends the CLI on Windows is a process, too.
    const call = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
    const announced = (message) => {
        if (!call.getStore())
            return;
        const started = message.process;
        prepare(started, stdout.take, stderr.take);
        started.once('spawn', () => stopped !== undefined && kill(started, 'SIGKILL'));
        // From here on only its output is waited for, and not for long.
        started.once('exit', () => clearTimeout(timer));
        child = started;
    };
    const stop = async (reason) => {
        stopped ??= reason;
        if (child === undefined)
            return;
        kill(child, 'SIGTERM');
        await (0,external_node_timers_promises_.setTimeout)(graceMs, undefined, { ref: false });
        kill(child, 'SIGKILL');
    };
    const cancel = () => void stop('cancelled');
    const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs);
    cli.cancelled.addEventListener('abort', cancel);
    (0,external_node_diagnostics_channel_namespaceObject.subscribe)('child_process', announced);
    try {
        cli.cancelled.throwIfAborted();
        const options = {
            env: { ...cli.env },
            input: Buffer.from(input),
            silent: true,
            ignoreReturnCode: true,
            // How long to wait for the output of a process that has ended, while a child of it lives on.
            delay: 1000,
        };
        const path = `"${cli.path.replaceAll('"', '\\"')}"`;
        exitCode = await call.run(true, () => (0,exec/* exec */.m)(path, [...args], options));
    }
    catch (error) {
        startError = error.message;
    }
    finally {
        (0,external_node_diagnostics_channel_namespaceObject.unsubscribe)('child_process', announced);
        cli.cancelled.removeEventListener('abort', cancel);
        clearTimeout(timer);
        if (child !== undefined)
            cli_release(child, stopped !== undefined);
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
            child.stdin = new external_node_stream_namespaceObject.PassThrough();
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
function cli_release(child, wasStopped) {
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

;// CONCATENATED MODULE: ../lib/failure.js

/**
 * Explains why a call of the CLI failed.
 *
 * @param outcome how the CLI ended, without success
 * @param tokens what must not be in the message
 * @returns title, message and what may help
 */
function explain(outcome, tokens) {
    const { stdout, stderr, startError } = outcome;
    // The end of what was said on standard error comes last: the quotation shows last lines.
    const printed = [stdout, stderr, startError].map((text) => text.slice(-longestRead)).join('\n');
    const { kind, title, why } = meaningOf(outcome, plainly(printed, tokens)) ?? unknown;
    const quoted = quote(withoutUsage(redact(printed, tokens)), startError === '' ? 'CLI' : 'operating system');
    return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') };
}
/**
 * Quotes what was said: its first and last lines, as they may be shown.
 *
 * @param said redacted text
 * @returns at most six lines of at most 300 characters, or nothing when there is nothing to quote
 */
function quote(said, speaker = 'CLI') {
    const lines = said
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '')
        .map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`);
    if (lines.length === 0)
        return '';
    const left = lines.length - firstLines - lastLines;
    const shown = left <= 0
        ? lines
        : [...lines.slice(0, firstLines), `  … ${left} more lines`, ...lines.slice(-lastLines)];
    return [`The ${speaker} said:`, ...shown].join('\n');
}
const longestRead = 16_384;
const firstLines = 2;
const lastLines = 4;
const longestLine = 300;
// A token may hold words such as "expired": it is taken out before words are looked for, and only as a
// whole, since a part of it may be an ordinary word of the message.
function plainly(printed, tokens) {
    const text = withoutUsage(redact(printed, []));
    return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text);
}
// Many CLIs print all that they can do after an error. It would hide the error in a quotation, and its
// words ("--timeout", "token") explain nothing.
function withoutUsage(said) {
    return said.replace(/^Usage:\n(?:(?:[ \t].*|[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '');
}
function meaningOf(outcome, said) {
    // What a CLI adds in passing must not explain the failure, and a warning only where nothing else does.
    const texts = [asides, adverts].map((lines) => said.replace(lines, ''));
    return (meanings.find(({ ended }) => ended?.(outcome, said)) ??
        texts
            .flatMap((text) => [
            meanings.find(({ surely }) => surely?.some((words) => words.test(text))),
            meanings.find(({ likely }) => likely?.test(text)),
        ])
            .find((meaning) => meaning !== undefined));
}
const asides = /^[^\w\n]*(notice|note|tip|hint|info|debug|warn(ing)?)\b.*/gim;
const adverts = /^[^\w\n]*(notice|note|tip|hint)\b.*/gim;
function ending({ exitCode, signal, stopped }) {
    if (stopped !== undefined)
        return '';
    if (signal !== null)
        return `The signal was ${signal}.`;
    return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`;
}
const newToken = 'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
    'store it in the secret that the workflow reads. The page "Using personal access tokens" of https://wso2.com/choreo/docs/ ' +
    'shows the way.';
/** In the order in which they are tried. */
const meanings = [
    {
        kind: 'other',
        title: 'Login cancelled',
        why: 'The run was cancelled while the CLI was at work.',
        ended: ({ stopped }) => stopped === 'cancelled',
    },
    {
        kind: 'other',
        title: 'Login timed out',
        why: 'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
            'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
            'and check proxy and firewall of the runner.',
        ended: ({ stopped }) => stopped === 'timeout',
    },
    {
        kind: 'other',
        title: 'CLI cannot be run',
        why: 'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
            'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
        ended: ({ startError, exitCode }, said) => startError !== '' ||
            ((exitCode === 126 || exitCode === 127) &&
                /not found|permission denied|cannot execute|no such file/i.test(said)),
        surely: [
            // What a shell says that takes a program for another processor as a script: Node hands it over.
            /: (line )?\d+: (\S+: )?syntax error/i,
            /exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
        ],
    },
    {
        kind: 'other',
        title: 'CLI was killed',
        why: 'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
            'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
        // A shell that starts the CLI reports its signal in the exit code, as 128 and the signal's number.
        ended: ({ exitCode, signal }) => signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
    },
    {
        kind: 'other',
        title: 'Login failed silently',
        why: 'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
            'input `cli-version`.',
        ended: (_, said) => said.trim() === '',
    },
    {
        kind: 'other',
        title: 'CLI too old',
        why: 'This version of the CLI cannot log in with a token: it does not know `login --with-token`. Set the input `cli-version` to ' +
            '`latest` or a newer version, or update the CLI that `cli-path` names.',
        surely: [
            /(unknown|unrecogni[sz]ed|undefined|invalid|not defined)\b.{0,30}with-token/i,
            /unknown command "?login\b/i,
        ],
    },
    {
        kind: 'refused',
        title: 'Token refused',
        why: `Choreo refused the Personal Access Token: it is invalid, has expired or was revoked. ${newToken}`,
        surely: [
            ...failure_status('401'),
            /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i,
        ],
        likely: /\b(token|credential)s?\b[^.\n]{0,60}\b(invalid|expired|revoked|rejected|refused|inactive|incorrect|malformed|not (valid|active|accepted|recogni[sz]ed))\b|\b(invalid|expired|revoked|inactive|bad|wrong|incorrect|malformed)\b[^.\n]{0,40}\b(token|credential)|authentication failed/i,
    },
    {
        kind: 'other',
        title: 'Token lacks permission',
        why: 'Choreo knows the Personal Access Token, but does not allow what the CLI asked for: the token lacks a scope, or its owner ' +
            'lacks access. Create a new one with the scopes that the job needs in the Choreo Console (profile picture, Account ' +
            'Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
        surely: [...failure_status('403'), /\bforbidden\b|insufficient_scope/i],
        likely: /\b(missing|lacks?|insufficient|required?)\b[^.\n]{0,40}\b(scopes?|permissions?|privileges?)\b|access denied|not (authori[sz]ed|permitted|allowed)/i,
    },
    {
        kind: 'other',
        title: 'Certificate not trusted',
        why: 'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
            'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
        surely: [
            /\bx509\b|certificate (is|has|signed|verif)|self[- ]signed certificate|unknown authority/i,
        ],
    },
    {
        kind: 'other',
        title: 'No keyring',
        why: 'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
            'asked to use files (`SKIP_KEYRING=true`). Versions that know that variable do: set the input `cli-version` to `latest` ' +
            'or a newer version.',
        surely: [
            /org\.freedesktop\.secrets|dbus-launch|autolaunch d-?bus/i,
            /\b(failed|failure|unable|cannot|could not|error)\b.{0,60}\b(keyring|keychain|secret service)/i,
        ],
        likely: /\b(keyring|keychain|secret service)\b.{0,60}\b(failed|denied|locked|error|unavailable|not)\b/i,
    },
    {
        kind: 'passing',
        title: 'Choreo out of reach',
        why: 'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
            'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
            'page of Choreo.',
        surely: [
            ...failure_status('408|425|429|5\\d\\d'),
            /too many requests|internal server error|bad gateway|service unavailable|gateway time-?out/i,
            /no such host|server misbehaving|temporary failure in name resolution|getaddrinfo|\b(ENOTFOUND|EAI_AGAIN|E(CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH))\b/i,
            /connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|unexpected eof|: eof"?\s*$/im,
            /\b(i\/o|handshake|dial|read|connect|request|response|operation|lookup \S+:?) (timeout|timed out)|deadline exceeded|client\.timeout|timeout (awaiting|exceeded)|handshake failure/i,
            // A sign-in page or an error page of a proxy where an answer in JSON was to be.
            /invalid character .{1,20} looking for|unexpected token .{1,20} json|unexpected end of json/i,
        ],
        likely: /\btime(d)?[ -]?out\b|\brate limit|\beof\b|try again (later|in|after|shortly)|temporarily|network (error|connection)|(failed|unable) to connect|could not connect/i,
    },
];
/** When nothing applies. */
const unknown = {
    kind: 'other',
    title: 'Login failed',
    why: 'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
        'have changed.',
};
// A status of HTTP, and not a port, an id, a size or a number of things: by the words around it.
function failure_status(codes) {
    return [
        new RegExp(`(?:status|code|\\bhttp(?:/[\\d.]+)?|\\berror)[^\\w/]{1,4}(?:${codes})\\b(?![-.:]?\\d)`, 'i'),
        new RegExp(`\\b(?:failed|response|request|with|returned|answered|replied|got|received)[^\\w/]{1,3}(?:${codes})\\b(?=[\\])},;]|[.:]?\\s*$|[.:]\\s)`, 'im'),
    ];
}

// EXTERNAL MODULE: ../lib/machine-home.js + 1 modules
var machine_home = __nccwpck_require__(289);
// EXTERNAL MODULE: ../lib/report.js
var report = __nccwpck_require__(583);
// EXTERNAL MODULE: ../lib/session.js + 7 modules
var lib_session = __nccwpck_require__(388);
;// CONCATENATED MODULE: ../lib/traces.js
// The proof: after a session is gone, nothing that it could have reached holds the token.



const longestMs = 2000;
const mostEntries = 2000;
const traces_mostBytes = 64 * 1024 * 1024;
/**
 * Looks for tokens, in every form, in the files that take commands for the runner, in the temporary
 * directory's top level, and in whole directories. Links are not followed.
 *
 * @param env the environment of the step, for the places of the runner's files
 * @param directories searched with what is below them; they need not exist
 * @returns the files that hold a token; the search ends after 2 s, 2,000 files and directories, or 64 MiB
 */
async function findTraces(tokens, env, directories) {
    const needles = tokens.flatMap(token/* forms */.uO).map((form) => Buffer.from(form));
    const deadline = performance.now() + longestMs;
    const isOver = () => performance.now() > deadline;
    const paths = [];
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let entries = 0;
    let bytes = 0;
    for await (const { path, isFile } of candidates(env, directories)) {
        if (isOver() || ++entries > mostEntries)
            return { paths, isComplete: false };
        if (!isFile)
            continue;
        for await (const piece of piecesOf(path, buffer, longestOf(needles))) {
            bytes += piece.length;
            if (isOver() || bytes > traces_mostBytes)
                return { paths, isComplete: false };
            if (needles.some((needle) => piece.includes(needle))) {
                paths.push(path);
                break;
            }
        }
    }
    return { paths, isComplete: true };
}
const commandFiles = [
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
];
async function* candidates(env, directories) {
    const near = [...commandFiles.map((name) => env[name]), (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? '', 'any')];
    const flat = near.filter((path) => path !== undefined).map((path) => (0,external_node_path_.dirname)(path));
    for (const directory of new Set(flat))
        yield* below(directory, false);
    for (const directory of new Set(directories))
        yield* below(directory, true);
}
// One after the other, as they are read: a directory can hold more than there is time for.
async function* below(directory, isDeep) {
    try {
        for await (const entry of await (0,promises_.opendir)(directory)) {
            const path = (0,external_node_path_.join)(directory, entry.name);
            if (entry.isFile() || entry.isDirectory())
                yield { path, isFile: entry.isFile() };
            if (entry.isDirectory() && isDeep)
                yield* below(path, true);
        }
    }
    catch {
        // It is not there, or may not be read.
    }
}
const pieceBytes = 1024 * 1024;
// Each piece begins with the end of the one before, for what lies across, and is good until the next one.
// A file that cannot be read holds nothing that the same user could read.
async function* piecesOf(path, buffer, overlap) {
    const file = await (0,promises_.open)(path).catch(() => undefined);
    try {
        for (let kept = 0; file !== undefined;) {
            const { bytesRead } = await file.read(buffer, kept).catch(() => ({ bytesRead: 0 }));
            if (bytesRead === 0)
                return;
            const end = kept + bytesRead;
            yield buffer.subarray(0, end);
            kept = Math.min(overlap, end);
            buffer.copyWithin(0, end - kept, end);
        }
    }
    finally {
        await file?.close();
    }
}
function longestOf(needles) {
    return Math.max(...needles.map(({ length }) => length), 1);
}

;// CONCATENATED MODULE: ../lib/close.js
// The end of a session: log out, remove it, look once more for the token.











const logoutMs = 10_000;
/**
 * Closes a session, and says so in one line. What cannot be done is a warning.
 *
 * @param tokens looked for in what is left; may be unknown
 */
async function closeSession(session, machine, tokens) {
    const isLoggedOut = await logOut(session, machine, tokens);
    const failures = [];
    const restored = await undo(session, machine, ({ message }) => failures.push(message));
    if (failures.length > 0) {
        const what = (0,token/* redact */.E$)(failures.join(' '), tokens);
        (0,core/* warning */.$e)(`The session could not be removed entirely: ${what}`, {
            title: 'Choreo session not removed',
        });
    }
    const proof = await proveNothingLeft(session, machine, tokens);
    if (failures.length > 0)
        return;
    const done = isLoggedOut ? 'Logged out, and removed' : 'Removed';
    const also = restored ? `; ${restored} is as it was before` : '';
    (0,report/* say */.cv)(`${done} the session of \`${session.command}\`${also}${proof}.`);
}
/**
 * Undoes a login that did not come to its end: without a word, because the error that ended it says all.
 */
async function closeQuietly(session, machine) {
    if (session.isLoggedIn)
        await callLogout(session, machine, []);
    await undo(session, machine, () => { });
}
// Returns the directory in the machine's home that was brought back, if one had been changed.
async function undo(session, { platform }, failed) {
    (0,lib_session/* endProcessesOf */.w)(session, platform);
    const restored = session.isolate
        ? undefined
        : await restoreHome(session).catch((error) => void failed(error));
    await removeStrays(session).catch(failed);
    await (0,lib_session/* removeSession */.dF)(session, platform).catch(failed);
    return restored;
}
/**
 * Looks for the token in what a login could have reached, and warns of every place that holds it.
 *
 * @returns the end of a sentence
 */
async function proveNothingLeft(session, { env }, tokens) {
    if (tokens.length === 0)
        return '';
    const places = [...(0,machine_home/* placesOf */.ek)(session.cliDirectory), ...(0,lib_session/* remainsOf */.ZT)(session)];
    const { paths, isComplete } = await findTraces(tokens, env, places);
    if (paths.length > 0) {
        (0,core/* warning */.$e)(`The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`, { title: 'Traces of the token' });
    }
    return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`;
}
async function logOut(session, machine, tokens) {
    if (!(0,external_node_path_.isAbsolute)(session.cli) || !(await isLogin(session)))
        return false;
    const outcome = await callLogout(session, machine, tokens);
    if (outcome.exitCode === 0 && outcome.stopped === undefined)
        return true;
    const why = outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed';
    const { stdout, stderr, startError } = outcome;
    const said = (0,token/* redact */.E$)([stdout, stderr, startError].map((text) => text.slice(-4096)).join('\n'), tokens);
    const lines = [
        `The log-out of the CLI ${why}. Its credentials are removed from this machine all the same.`,
        quote(said),
    ];
    (0,core/* warning */.$e)(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' });
    return false;
}
function callLogout(session, { env, platform }, tokens) {
    return logout({
        path: session.cli,
        env: { ...scrub(env, tokens), HOME: session.home, ...(0,lib_session/* settingsOf */.f5)(session, platform) },
        timeoutMs: logoutMs,
        // Also when the run is cancelled: that is when it matters most.
        cancelled: new AbortController().signal,
    });
}
// There is nothing to log out of after a login that never wrote anything, after one that failed in the
// machine's home, and in a session that is half gone.
async function isLogin(session) {
    if (!session.isolate)
        return session.isLoggedIn;
    const files = (0,machine_home/* changes */.Ao)(new Map(), await (0,machine_home/* list */.p_)([session.home]));
    const isThere = (await (0,promises_.lstat)(session.home).catch(() => undefined)) !== undefined;
    return isThere && (session.isLoggedIn || files.some((path) => path !== (0,lib_session/* gitConfigOf */.u)(session)));
}
async function restoreHome(session) {
    const directory = (0,external_node_path_.join)(session.home, session.cliDirectory);
    try {
        return (await (0,machine_home/* restore */.PF)(directory, (0,lib_session/* backupOf */.GH)(session))) ? directory : undefined;
    }
    catch (error) {
        throw new Error(`${directory} could not be brought back: ${error.message}.`);
    }
    finally {
        await release(directory, session.directory);
    }
}
// The list may have been tampered with, and directories may have become links: nothing outside of the
// CLI's own directories is removed.
async function removeStrays({ strays, cliDirectory }) {
    if (strays.length === 0)
        return;
    const places = await Promise.all((0,machine_home/* placesOf */.ek)(cliDirectory).map((place) => (0,promises_.realpath)(place).catch(() => place)));
    for (const path of strays) {
        const parent = await (0,promises_.realpath)((0,external_node_path_.dirname)(path)).catch(() => '');
        if (places.some((place) => (0,external_node_path_.join)(parent, '/').startsWith((0,external_node_path_.join)(place, '/')))) {
            await (0,promises_.rm)(path, { force: true });
        }
    }
}


/***/ }),

/***/ 348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lx: () => (/* binding */ readSession)
/* harmony export */ });
/* unused harmony exports readInputs, tokensOf, readTokens, secretsIn */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(130);
// action.yml as one typed, readonly value. The only place that reads inputs, and the one that masks.


/**
 * Reads, masks and checks every input.
 *
 * @param env the environment of the step
 * @returns the inputs
 * @throws Error that names the first bad input, quotes its value (never a token) and says what is allowed
 */
function readInputs(env) {
    const tokens = readTokens(env);
    const read = readerOf(env);
    if (read('github-token') !== '')
        setSecret(read('github-token'));
    refuseMisplaced(tokens, env);
    const cli = oneOf('cli', read('cli'), ['choreo', 'wdp']);
    return {
        token: token('token', read('token')),
        fallbackToken: token('fallback-token', read('fallback-token')),
        onMissingToken: oneOf('on-missing-token', read('on-missing-token'), ['fail', 'skip']),
        tokenExpiresOn: day('token-expires-on', read('token-expires-on')),
        expiryWarningDays: count('expiry-warning-days', read('expiry-warning-days'), 14, 3650),
        expectedOrganization: organization(read('expected-organization')),
        cli,
        cliVersion: version(read('cli-version')),
        cliPath: read('cli-path'),
        cliSha256: digest(read('cli-sha256')),
        githubToken: read('github-token'),
        githubUrl: address('github-url', read('github-url') || 'https://github.com'),
        githubApiUrl: address('github-api-url', read('github-api-url')),
        region: oneOf('region', read('region'), ['', 'US', 'EU']),
        command: command(read('command') || cli),
        isolate: yesOrNo('isolate', read('isolate')),
        logout: yesOrNo('logout', read('logout')),
        loginAttempts: count('login-attempts', read('login-attempts'), 3, 100),
        timeoutSeconds: count('timeout-seconds', read('timeout-seconds'), 60, 86_400),
        summary: yesOrNo('summary', read('summary')),
    };
}
/** Lists the tokens that were given: what nothing may show or keep. */
function tokensOf({ token, fallbackToken }) {
    return [token, fallbackToken].filter((value) => value !== '');
}
/**
 * Reads the tokens alone. Post does, which looks for them in what the job leaves behind.
 *
 * @param env the environment of a step, main's or post's
 * @returns the tokens that were given, masked
 */
function readTokens(env) {
    const tokens = ['token', 'fallback-token'].map(readerOf(env)).filter((value) => value !== '');
    tokens.forEach(mask);
    return tokens;
}
/**
 * Lists what no message may show, good or bad: people put a token into the wrong input.
 *
 * @param env the environment of the step
 */
function secretsIn(env) {
    return ['token', 'fallback-token', 'github-token']
        .map(readerOf(env))
        .filter((value) => value !== '');
}
function readerOf(env) {
    return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}
/** Reads the only input of the early log-out: a session's directory, or nothing for all of them. */
function readSession(env) {
    return env['INPUT_SESSION']?.trim() ?? '';
}
// The runner hides the usual encodings of a secret by itself, but not, for one, what `echo | base64`
// makes of it: every form is registered.
function mask(value) {
    if (value !== '')
        forms(value).forEach(setSecret);
}
// What another input holds ends up in the log, in file names or in requests.
function refuseMisplaced(tokens, env) {
    const names = Object.keys(env).filter((name) => /^INPUT_(?!(FALLBACK-)?TOKEN$)/.test(name));
    const found = names.find((name) => tokens.some((token) => token.length >= shortestSecret && env[name]?.includes(token)));
    if (found === undefined)
        return;
    throw new Error(`The input \`${found.slice('INPUT_'.length).toLowerCase()}\` holds the token, which belongs into the input \`token\` alone. ` +
        'Correct the workflow.');
}
// A shorter token, which no service makes, can be part of an ordinary value.
const shortestSecret = 8;
function token(name, value) {
    const reason = whyNoToken(value);
    if (reason !== undefined)
        throw new Error(`The value of the input \`${name}\` ${reason}.`);
    return value;
}
function oneOf(name, value, allowed) {
    if (value === '')
        return allowed[0];
    const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
    if (found !== undefined)
        return found;
    const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``);
    throw badInput(name, value, `Allowed is ${words.join(' or ')}.`);
}
function yesOrNo(name, value) {
    return oneOf(name, value, ['true', 'false']) === 'true';
}
function count(name, value, ifEmpty, most) {
    if (value === '')
        return ifEmpty;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= most)
        return number;
    throw badInput(name, value, `Allowed is a whole number from 1 to ${most}.`);
}
function day(name, value) {
    if (value === '')
        return undefined;
    const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN);
    // The calendar rolls the 30th of February over to March: only a real date comes back as it was.
    if (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value))
        return date;
    throw badInput(name, value, 'Allowed is a date that exists, as YYYY-MM-DD.');
}
function organization(value) {
    if (/^[^\p{C}\p{Zl}\p{Zp}]{0,200}$/u.test(value))
        return value;
    throw badInput('expected-organization', value, 'Allowed is the handle, name or id of an organization: at most 200 characters on one line.');
}
function version(value) {
    if (value === '' || value.toLowerCase() === 'latest')
        return 'latest';
    if (/^[\w.+~^<>=|*-][\w.+~^<>=|* -]{0,127}$/.test(value))
        return value;
    throw badInput('cli-version', value, 'Allowed is `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.');
}
function digest(value) {
    if (value === '')
        return '';
    const hex = value.toLowerCase().replace(/^sha256:/, '');
    if (/^[0-9a-f]{64}$/.test(hex))
        return hex;
    throw badInput('cli-sha256', value, 'Allowed is a SHA-256 digest: 64 hexadecimal digits.');
}
function address(name, value) {
    if (value === '')
        return '';
    const url = URL.parse(value);
    if (url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.username === '' &&
        url.password === '') {
        return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '');
    }
    throw badInput(name, value.replace(/^[\s\S]*@/, '***@'), 'Allowed is an http or https URL without credentials.');
}
function command(value) {
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(value))
        return value;
    throw badInput('command', value, 'Allowed is a plain file name: letters, digits, `.`, `_` and `-`, not starting with `.` or `-`.');
}
function badInput(name, value, allowed) {
    const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
    return new Error(`The input \`${name}\` is "${shown}". ${allowed}`);
}


/***/ }),

/***/ 347:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(130);
/* harmony import */ var _close_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(756);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(348);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(583);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(388);
// Entry of logout/action.yml: closes sessions now instead of at the end of the job.





try {
    const temp = process.env['RUNNER_TEMP'] ?? '';
    const directory = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readSession */ .lx)(process.env);
    const sessions = directory === '' ? await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .openSessions */ .wR)(temp) : [await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .sessionIn */ .Ok)(directory, temp)];
    if (sessions.length === 0)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('No session of this job is open.');
    for (const session of sessions)
        await (0,_close_js__WEBPACK_IMPORTED_MODULE_1__/* .closeSession */ .V)(session, process, []);
}
catch (error) {
    (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)(error, []);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ao: () => (/* binding */ changes),
  p_: () => (/* binding */ list),
  ek: () => (/* binding */ placesOf),
  PF: () => (/* binding */ restore)
});

// UNUSED EXPORTS: homes, keep

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ../lib/machine-home.js



/**
 * Lists the homes of this user: HOME, and the one that the system has on record, which is another one in
 * container jobs. A container's user need not have any.
 */
function homes() {
    const found = [external_node_os_namespaceObject.homedir, () => (0,external_node_os_namespaceObject.userInfo)().homedir].flatMap((find) => {
        try {
            return [find()];
        }
        catch {
            return [];
        }
    });
    return [...new Set(found)].filter(external_node_path_.isAbsolute);
}
/**
 * Lists where a CLI keeps its files outside a session.
 *
 * @param name the CLI's directory, for example `.choreo`
 */
function placesOf(name) {
    return homes().map((home) => (0,external_node_path_.join)(home, name));
}
/** Lists the files below directories, which need not exist. */
async function list(directories) {
    const listing = new Map();
    for (const directory of directories) {
        const entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true }).catch(() => []);
        for (const entry of entries.filter((entry) => !entry.isDirectory())) {
            const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
            const { mtimeMs, size } = await (0,promises_.stat)(path).catch(() => ({ mtimeMs: 0, size: 0 }));
            listing.set(path, `${mtimeMs} ${size}`);
        }
    }
    return listing;
}
/** Names the files that are new or different in a later listing. */
function changes(before, after) {
    return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
}
const largest = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/**
 * Copies a directory aside, so that `restore` can bring it back as it is now. Programs in it (files of
 * more than 8 MiB) are noted, not copied: a login does not change them. Nor are sockets and the like.
 *
 * @param directory need not exist
 * @param backup a path that does not exist yet
 */
async function keep(directory, backup) {
    const partial = `${backup}.partial`;
    await mkdir(partial, { mode: 0o700 });
    const source = await behindLinks(directory);
    const names = await namesIn(source);
    if (names !== undefined) {
        await cp(source, join(partial, 'copy'), {
            recursive: true,
            preserveTimestamps: true,
            verbatimSymlinks: true,
            filter: async (path) => isCopied(await lstat(path)),
        });
    }
    await writeFile(join(partial, 'names.json'), JSON.stringify(names ?? null));
    // All of it or nothing: half a backup would take the other half away.
    await rename(partial, backup);
}
/**
 * Brings a directory back to what it was when `keep` copied it: new files go, changed and removed ones
 * come back.
 *
 * @returns whether there was a backup; without one nothing was changed, and nothing is
 * @throws Error that names what could not be brought back; the rest is
 */
async function restore(directory, backup) {
    const listed = await (0,promises_.readFile)((0,external_node_path_.join)(backup, 'names.json'), 'utf8').catch(() => undefined);
    if (listed === undefined)
        return false;
    const names = JSON.parse(listed);
    if (names === null) {
        await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5 });
        return true;
    }
    const target = await behindLinks(directory);
    const before = new Set(names);
    const added = ((await namesIn(target)) ?? []).filter((name) => !before.has(name));
    const failures = [];
    const attempt = (what) => what.catch((error) => failures.push(error.message));
    for (const name of added) {
        await attempt((0,promises_.rm)((0,external_node_path_.join)(target, name), { recursive: true, force: true }));
    }
    for (const name of names) {
        await attempt(bringBack((0,external_node_path_.join)(backup, 'copy', name), (0,external_node_path_.join)(target, name)));
    }
    if (failures.length > 0)
        throw new Error(failures.join(' '));
    return true;
}
// A person's directory may lie elsewhere. Then that is where a login changes it.
async function behindLinks(directory) {
    return (0,promises_.realpath)(directory).catch(() => directory);
}
function isCopied(found) {
    return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest);
}
async function bringBack(from, to) {
    const was = await (0,promises_.lstat)(from).catch(() => undefined);
    const is = await (0,promises_.lstat)(to).catch(() => undefined);
    if (was === undefined)
        return;
    if (was.isDirectory() && is?.isDirectory())
        return (0,promises_.chmod)(to, was.mode);
    if (is !== undefined && (await isAsBefore(was, is, from, to)))
        return;
    await (0,promises_.rm)(to, { recursive: true, force: true });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    // What is in a directory has names of its own.
    if (was.isDirectory())
        await (0,promises_.mkdir)(to, { mode: was.mode });
    else
        await (0,promises_.cp)(from, to, { preserveTimestamps: true, verbatimSymlinks: true });
}
async function isAsBefore(was, is, from, to) {
    if (was.mode !== is.mode)
        return false;
    const read = (path) => was.isSymbolicLink() ? (0,promises_.readlink)(path) : (0,promises_.readFile)(path, 'base64');
    return (await read(from)) === (await read(to));
}
async function namesIn(directory) {
    return (0,promises_.readdir)(directory, { recursive: true }).catch(() => undefined);
}


/***/ }),

/***/ 583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   fJ: () => (/* binding */ fail)
/* harmony export */ });
/* unused harmony exports timed, failure, skip, setLoggedOut */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(130);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(284);
// What a run says: the lines of its log, and how it ends when it does not log in.


/** Writes a line to the log. Parts of it may come from others: none of it becomes a command. */
function say(line) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(oneLine((0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(line, [])));
}
/** Waits for work, and tells debug logs how long it took and, when it went well, how it ended. */
async function timed(what, work, result = () => 'done') {
    const began = performance.now();
    const tell = (end) => {
        if (isDebug())
            debug(`${what}: ${end} after ${Math.round(performance.now() - began)} ms`);
    };
    return work.then((value) => {
        tell(result(value));
        return value;
    }, (cause) => {
        tell('failed');
        throw cause;
    });
}
/** An error whose annotation has a title of its own. The title is ours, never words of others. */
function failure(title, message) {
    return Object.assign(new Error(message), { title });
}
/**
 * Ends the step red, with one annotation.
 *
 * @param cause what was thrown; its title, where it has one, becomes the annotation's
 * @param secrets what must not be shown
 */
function fail(cause, secrets) {
    process.exitCode = 1;
    const { message, title = 'Choreo login failed' } = (cause ?? {});
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)((0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(String(message ?? cause), secrets), { title });
}
/** Ends the step green, with one notice. */
function skip(why) {
    notice(why, { title: 'Choreo login skipped' });
}
/** Tells later steps that nobody is logged in. */
function setLoggedOut() {
    try {
        setOutput('authenticated', false);
    }
    catch {
        // A full disk, for example: the step says already that there is no login.
    }
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ');
}


/***/ }),

/***/ 388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  GH: () => (/* binding */ backupOf),
  w: () => (/* binding */ endProcessesOf),
  u: () => (/* binding */ gitConfigOf),
  wR: () => (/* binding */ openSessions),
  ZT: () => (/* binding */ remainsOf),
  dF: () => (/* binding */ removeSession),
  Ok: () => (/* binding */ sessionIn),
  f5: () => (/* binding */ settingsOf)
});

// UNUSED EXPORTS: binOf, markSession, openSession, planSession, savedSession

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(421);
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(500);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ../lib/command.js
// The command that later steps call: the CLI with the settings of one session. On Windows there are
// three of it, for cmd, PowerShell and Git Bash.
//
// npm's cmd-shim writes such commands too, but cannot set a variable to a value with a space in it.


/**
 * Writes the command.
 *
 * @returns the path of the file to call
 */
async function command_writeCommand(command, platform) {
    const path = join(command.bin, command.name);
    await writeFile(path, forShells(command), { mode: 0o700 });
    if (platform !== 'win32')
        return path;
    await writeFile(`${path}.ps1`, forPowerShell(command));
    await writeFile(`${path}.cmd`, forCmd(command));
    return `${path}.cmd`;
}
const origin = 'The CLI with the login of this job alone. It is removed when the job ends.';
/**
 * Writes for the smallest shell there is. `exec` makes the CLI the process that the caller started:
 * arguments, streams, signals and exit code are its own.
 */
function forShells({ cli, settings }) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`);
    return `#!/bin/sh
# ${origin}

${exports.join('\n')}
exec ${quoted(cli)} "$@"
`;
}
/**
 * Writes for cmd. It reads files in the code page of the machine, so a path that may not be plain ASCII
 * is told from where the file lies. \`%*\` is taken as it stands and not expanded again.
 */
function forCmd({ bin, cli, settings }) {
    const near = (path) => {
        const relative = win32.relative(bin, path);
        return win32.isAbsolute(relative)
            ? path.replaceAll('%', '%%')
            : `%~dp0${relative.replaceAll('%', '%%')}`;
    };
    const lines = Object.entries(settings).map(([name, value]) => win32.isAbsolute(value)
        ? `for %%I in ("${near(value)}") do set "${name}=%%~fI"`
        : `set "${name}=${value.replaceAll('%', '%%')}"`);
    return [
        '@echo off',
        `rem ${origin}`,
        'setlocal DisableDelayedExpansion',
        ...lines,
        `"${near(cli)}" %*`,
        'exit /b %ERRORLEVEL%',
        '',
    ].join('\r\n');
}
/**
 * Writes for PowerShell, which would hand arguments to a .cmd file in a way that cmd takes for commands.
 * A script runs inside the caller's process, so the variables are put back at its end; those that were
 * not set are removed, which takes a null that PowerShell does not turn into an empty text. A first `--`
 * without quotes never reaches a script: https://github.com/MicrosoftDocs/PowerShell-Docs/issues/8817
 */
function forPowerShell({ cli, settings }) {
    // PowerShell takes typographic quotes for straight ones.
    const quoted = (text) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
    const entries = Object.entries(settings).map(([name, value]) => `  ${name} = ${quoted(value)}`);
    // With a byte order mark Windows PowerShell knows that this is UTF-8.
    return `\ufeff# ${origin}
$settings = @{
${entries.join('\n')}
}
$before = @{}
foreach ($name in $settings.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
try {
  foreach ($name in $settings.Keys) { [Environment]::SetEnvironmentVariable($name, $settings[$name]) }
  if ($MyInvocation.ExpectingInput) { $input | & ${quoted(cli)} @args } else { & ${quoted(cli)} @args }
} finally {
  foreach ($name in $before.Keys) {
    if ($null -eq $before[$name]) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) }
    else { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
  }
}
exit $LASTEXITCODE
`;
}

;// CONCATENATED MODULE: ../lib/distribution.js
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

;// CONCATENATED MODULE: ../lib/git-config.js
// What git, started by the CLI, reads in a session's home: the user's own configuration. What it writes
// stays in the session.

/**
 * Returns the text of a `.gitconfig` that includes both files in which git looks for a user's
 * configuration, in git's order. Files that do not exist are no error to git, so they may come later.
 *
 * @param env the environment of the step
 * @param home the user's home, where the environment names none; empty when there is none at all
 */
function git_config_gitConfig(env, home) {
    const own = env['HOME'] || home;
    const files = [
        join(env['XDG_CONFIG_HOME'] || join(own, '.config'), 'git', 'config'),
        join(own, '.gitconfig'),
    ];
    return files
        .filter((path) => isAbsolute(path))
        .map((path) => `[include]\n\tpath = ${quoted(path)}\n`)
        .join('');
}
// https://git-scm.com/docs/git-config#_syntax
function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

// EXTERNAL MODULE: ../lib/machine-home.js + 1 modules
var machine_home = __nccwpck_require__(289);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ../lib/processes.js
// Ends what still runs in a session: a CLI whose parent was killed would write its credentials again
// after they were removed.


/**
 * Kills every process of this user that has one of these variables in its environment. On Windows nothing
 * tells the environment of a process, and files in use cannot be removed there anyway.
 *
 * @param variables `NAME=value`, as nothing but the session's own commands can have them
 * @returns how many processes were ended
 */
function endProcesses(variables, platform) {
    if (platform === 'win32')
        return 0;
    let ended = 0;
    // Whoever was just starting another process is gone the second time.
    for (let pass = 0; pass < 5; pass++) {
        const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(kill);
        if (found.length === 0)
            break;
        ended += found.length;
    }
    return ended;
}
function inProc(variables) {
    const marks = variables.map((variable) => Buffer.from(`\0${variable}\0`));
    return processIds().filter((pid) => {
        try {
            const environment = Buffer.concat([Buffer.from('\0'), (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/environ`)]);
            return marks.some((mark) => environment.includes(mark));
        }
        catch {
            return false; // Another user's, or gone.
        }
    });
}
function processIds() {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)('/proc')
            .map(Number)
            .filter((pid) => pid > 0 && pid !== process.pid);
    }
    catch {
        return [];
    }
}
function inList(variables) {
    try {
        const args = ['-AEww', '-o', 'pid=,command='];
        const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024 };
        return (0,external_node_child_process_.execFileSync)('/bin/ps', args, options)
            .split('\n')
            .filter((line) => variables.some((variable) => `${line} `.includes(` ${variable} `)))
            .map((line) => Number.parseInt(line, 10))
            .filter((pid) => pid > 0 && pid !== process.pid);
    }
    catch {
        return [];
    }
}
function kill(pid) {
    try {
        return process.kill(pid, 'SIGKILL');
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ../lib/session.js
// A session is a directory: the CLI's home, and the command that later steps call. Whatever the CLI
// writes lands inside it, and goes with it.











const prefix = 'choreo-session-';
const marker = 'session.json';
/**
 * Names a new session, and touches nothing.
 *
 * @param temp RUNNER_TEMP
 * @throws Error when the machine's home is asked for, and there is none
 */
function planSession(temp, plan) {
    const directory = join(temp, `${prefix}${randomBytes(8).toString('hex')}`);
    const home = plan.isolate ? join(directory, 'home') : homes()[0];
    if (home === undefined) {
        throw new Error('The input `isolate` is "false", and the machine has no home directory: HOME is not set. Set it, or leave `isolate` out.');
    }
    return { ...plan, directory, home, isLoggedIn: false, strays: [] };
}
/** The directory of a session that goes on PATH. */
function binOf({ directory }) {
    return join(directory, 'bin');
}
/** The only file in a session's home that is not the CLI's. */
function gitConfigOf({ home }) {
    return (0,external_node_path_.join)(home, '.gitconfig');
}
/** Where a session keeps what the machine's home held before, with `isolate: false`. */
function backupOf({ directory }) {
    return (0,external_node_path_.join)(directory, 'before');
}
/**
 * Makes the directories of a session, for this user alone, and the command that later steps call.
 *
 * @returns the command's path
 * @throws Error of the file system
 */
async function openSession(session, { platform, env }) {
    const bin = binOf(session);
    for (const directory of [session.directory, join(session.directory, 'home'), bin]) {
        await mkdir(directory, { mode: 0o700 });
        await chmod(directory, 0o700);
    }
    if (platform === 'win32')
        await limitAccess(session.directory);
    await markSession(session);
    if (session.isolate)
        await writeFile(gitConfigOf(session), gitConfig(env, homes()[0] ?? ''));
    const { command: name, cli } = session;
    return writeCommand({ name, bin, cli, settings: settingsOf(session, platform) }, platform);
}
/** Writes down in the session's directory what is known of it now. */
async function markSession(session) {
    await writeFile(join(session.directory, marker), JSON.stringify(session), { mode: 0o600 });
}
const mark = 'CHOREO_LOGIN_SESSION';
/**
 * Lists the variables by which a CLI finds its home and leaves the keyring alone, and by which its
 * processes are found when the session ends.
 */
function settingsOf(session, platform) {
    const { directory, home, isolate, region } = session;
    return {
        SKIP_KEYRING: 'true',
        [mark]: directory,
        ...(region !== '' && { CHOREO_REGION: region }),
        ...(isolate && {
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
        }),
    };
}
/**
 * Reads what was saved of a session, and finds out whether it is one.
 *
 * @param saved JSON, as it was saved; anything is possible
 * @param temp RUNNER_TEMP
 * @returns the session, or undefined when it is gone
 * @throws Error when this cannot be a session of this job: it would not be safe to remove it
 */
async function savedSession(saved, temp) {
    const session = parse(saved);
    if (session === undefined)
        throw new Error('What was saved of the session cannot be read.');
    const isThere = await isSession(session.directory, temp);
    // A log-out was killed while it removed the session.
    const isHalfGone = (await lstat(movedFrom(session.directory)).catch(() => undefined)) !== undefined;
    return isThere || isHalfGone ? session : undefined;
}
/**
 * Reads a session from its directory.
 *
 * @throws Error when the directory is not that of a session of this job
 */
async function sessionIn(directory, temp) {
    const found = (await isSession(directory, temp)) ? await readMarker(directory) : undefined;
    if (found === undefined)
        throw noSession(directory);
    return found;
}
/** Lists the sessions of this job that are open. */
async function openSessions(temp) {
    const names = await (0,promises_.readdir)(temp).catch(() => []);
    const sessions = [];
    for (const name of names.filter((name) => name.startsWith(prefix))) {
        const session = await sessionIn((0,external_node_path_.join)(temp, name), temp).catch(() => undefined);
        if (session !== undefined)
            sessions.push(session);
    }
    return sessions;
}
/** Ends what still runs in a session: it could write its credentials again. */
function endProcessesOf({ directory, home, isolate }, platform) {
    endProcesses([`${mark}=${directory}`, ...(isolate ? [`HOME=${home}`] : [])], platform);
}
const longestRemovalMs = 5000;
/**
 * Removes a session with all that is in it, after ending what still runs in it.
 *
 * @throws Error of the file system, when something could not be removed within 5 s
 */
async function removeSession(session, platform) {
    const { directory } = session;
    const deadline = performance.now() + longestRemovalMs;
    // Whoever writes to the old place writes to nothing. Windows moves no directory with a file in use.
    await (0,promises_.rename)(directory, movedFrom(directory)).catch(() => { });
    for (let pauseMs = 50;; pauseMs *= 2) {
        try {
            endProcessesOf(session, platform);
            for (const place of remainsOf(session))
                await removeAll(place);
            return;
        }
        catch (error) {
            if (performance.now() + pauseMs > deadline)
                throw error;
            await (0,external_node_timers_promises_.setTimeout)(pauseMs);
        }
    }
}
/** Lists where a session is, or where what is left of it would be. */
function remainsOf({ directory }) {
    return [directory, movedFrom(directory)];
}
function movedFrom(directory) {
    return `${directory}-ended`;
}
async function removeAll(directory) {
    await makeRemovable(directory);
    await (0,promises_.rm)(directory, { recursive: true, force: true });
}
async function isSession(directory, temp) {
    const isPlace = (0,external_node_path_.isAbsolute)(directory) &&
        /^[0-9a-f]{16}$/.test((0,external_node_path_.basename)(directory).slice(prefix.length)) &&
        (0,external_node_path_.basename)(directory).startsWith(prefix) &&
        temp !== '' &&
        (await real((0,external_node_path_.dirname)(directory))) === (await real(temp));
    if (!isPlace)
        throw noSession(directory);
    const found = await (0,promises_.lstat)(directory).catch(() => undefined);
    if (found !== undefined && !found.isDirectory())
        throw noSession(directory);
    return found !== undefined;
}
async function readMarker(directory) {
    const path = (0,external_node_path_.join)(directory, marker);
    // Reading a pipe that somebody has put there would never end.
    const isFile = (await (0,promises_.lstat)(path).catch(() => undefined))?.isFile() ?? false;
    const session = isFile ? parse(await (0,promises_.readFile)(path, 'utf8')) : undefined;
    return session?.directory === directory ? session : undefined;
}
// What a session was is written where the steps of a job can reach it. So nothing is believed that would
// end processes elsewhere, or remove anything outside of the session but a directory of the CLI.
function parse(text) {
    try {
        const session = JSON.parse(text);
        const texts = ['directory', 'home', 'command', 'cli', 'region'];
        const decisions = ['isolate', 'logout', 'isLoggedIn'];
        const isWhole = texts.every((key) => typeof session[key] === 'string') &&
            decisions.every((key) => typeof session[key] === 'boolean') &&
            (!session.isolate || session.home === (0,external_node_path_.join)(session.directory, 'home')) &&
            cliDirectories.includes(session.cliDirectory) &&
            Array.isArray(session.strays) &&
            session.strays.every((path) => typeof path === 'string');
        return isWhole ? session : undefined;
    }
    catch {
        return undefined;
    }
}
const cliDirectories = Object.values(distributions).map(({ homeDirectory }) => homeDirectory);
function noSession(directory) {
    return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`);
}
async function real(path) {
    return (0,promises_.realpath)(path).catch(() => path);
}
// What mode 0700 is elsewhere: nobody inherits access, and the owner (S-1-3-4) has all of it.
async function limitAccess(directory) {
    const icacls = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe');
    const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F'];
    await promisify(execFile)(icacls, args, { timeout: 10_000, windowsHide: true });
}
// A file can be removed only from a directory that may be written to. A link is none of ours to follow.
async function makeRemovable(directory) {
    const found = await (0,promises_.lstat)(directory).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(async () => {
        await (0,promises_.chmod)(directory, 0o700).catch(() => { });
        return (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    });
    await (0,promises_.chmod)(directory, 0o700).catch(() => { });
    for (const entry of entries) {
        if (entry.isDirectory())
            await makeRemovable((0,external_node_path_.join)(directory, entry.name));
    }
}


/***/ }),

/***/ 284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   uO: () => (/* binding */ forms)
/* harmony export */ });
/* unused harmony export whyNoToken */
// A personal access token: what cannot be one, the forms in which it can show up, and how a text is
// freed of it. Pure. What WSO2 documents of a token's form is nothing, so nothing is assumed of it.
/**
 * Says why a value cannot be a personal access token.
 *
 * @param value the value of the input, without white space around it
 * @returns the reason as the end of a sentence that never quotes the value, or undefined when the
 *   value may be a token
 */
function whyNoToken(value) {
    return impostors.find(([pattern]) => pattern.test(value))?.[1];
}
const impostors = (/* unused pure expression or super */ null && ([
    [
        /\$\{\{/,
        'holds an expression that was not expanded. Expressions work in workflow files only: write `token: $' +
            '{{ secrets.CHOREO_TOKEN }}` there',
    ],
    [
        /^(["'`]).*\1$/s,
        'has quotes around it. Store the secret without them: they are not part of the token',
    ],
    [
        /^bearer\s/i,
        'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it',
    ],
    [
        /\s/,
        'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
    ],
    [
        /[\p{Cc}\p{Cf}]/u,
        'has control characters or invisible characters inside it. A token is one word: copy it again, and store nothing else in the secret',
    ],
    [
        /^(gh[oprsu]_|github_pat_)/,
        'is a token of GitHub. Choreo needs a Personal Access Token of its own, made in the Choreo Console',
    ],
]));
/**
 * Lists the forms in which a log, a file or a CLI's message can hold a token.
 *
 * @param token the token
 * @returns the token itself, then its Base64 (also inside longer data, in lines of 76 characters, and
 *   with a line break after it as `echo` makes it), URL, JSON and hexadecimal forms, each once; nothing
 *   for an empty token
 */
function forms(token) {
    if (token === '')
        return [];
    const bytes = Buffer.from(token);
    const base64 = [bytes, ...['\n', '\r\n'].map((end) => Buffer.from(token + end))].map((data) => data.toString('base64'));
    // Inside longer data the token starts at any of three places of a Base64 group. What its own bytes
    // decide alone is the same everywhere: the groups that it does not share with its neighbours.
    const inside = [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const whole = Math.floor((bytes.length + shift) / 3) * 4;
        return encoded.slice(shift === 0 ? 0 : 4, whole);
    });
    const lines = base64.flatMap((form) => form.match(/.{1,76}/g) ?? []);
    const all = [...base64, ...lines, ...inside].flatMap((form) => [form, asUrlSafe(form)]);
    const url = encodeURIComponent(token.toWellFormed());
    all.push(url, url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`), JSON.stringify(token).slice(1, -1), bytes.toString('hex'), bytes.toString('hex').toUpperCase());
    return [...new Set([token, ...all])].filter((form) => form.length >= Math.min(8, token.length));
}
function asUrlSafe(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
/**
 * Frees a text of tokens and of everything that a terminal or a runner could take for a command.
 *
 * A part of a token is hidden as well as the whole, from eight characters on, and also where white
 * space or control sequences stand between its characters.
 *
 * @param text what a CLI printed
 * @param tokens what must not be in the result, in any of their forms
 * @returns the text as plain lines, with `***` where a token stood
 */
function redact(text, tokens) {
    return hideTokens(plain(text), tokens)
        .replaceAll('##[', '# # [')
        .replace(/^([^\S\n]*)::/gm, '$1: :');
}
// Escape sequences as ECMA-48 has them: CSI and the "string" sequences (OSC, DCS, …), then lone ones.
const escapes = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
// The runner compares as people do: characters that nobody sees do not keep it from reading a command.
function plain(text) {
    return text
        .replace(escapes, '')
        .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
        .replace(/[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}/gu, '');
}
const shortestPart = 8;
function hideTokens(text, tokens) {
    const places = [];
    for (let at = 0; at < text.length; at++)
        if (!/\s/.test(text.charAt(at)))
            places.push(at);
    const dense = withoutSpace(text);
    const hidden = new Uint8Array(text.length);
    for (const token of tokens) {
        const size = Math.min(shortestPart, withoutSpace(plain(token)).length);
        if (size === 0)
            continue;
        const parts = new Set(forms(token).flatMap((form) => partsOf(withoutSpace(plain(form)), size)));
        for (let at = 0; at + size <= dense.length; at++) {
            if (parts.has(dense.slice(at, at + size))) {
                hidden.fill(1, places[at], (places[at + size - 1] ?? text.length) + 1);
            }
        }
    }
    let shown = '';
    for (let at = 0; at < text.length; at++) {
        if (!hidden[at])
            shown += text.charAt(at);
        else if (!hidden[at - 1])
            shown += '***';
    }
    return shown;
}
function withoutSpace(text) {
    return text.replace(/\s/g, '');
}
function partsOf(form, size) {
    return Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size));
}


/***/ }),

/***/ 130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, endGroup, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, notice, platform, saveState, setCommandEcho, setFailed, setOutput, setSecret, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(928);
;// CONCATENATED MODULE: ../node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 8 modules
var lib_exec = __nccwpck_require__(976);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec)
});

// UNUSED EXPORTS: getExecOutput

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(928);
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ../node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(347);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
