export const id = 841;
export const ids = [841];
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

/***/ 841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  login: () => (/* binding */ login_login)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(1130);
// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js + 1 modules
var io = __webpack_require__(8304);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 5 modules
var exec = __webpack_require__(3153);
// EXTERNAL MODULE: ../lib/token.js
var token = __webpack_require__(1284);
;// CONCATENATED MODULE: ../lib/cli.js
// Runs the CLI: the only file that starts it, and the only one that imports @actions/exec.









/** Logs in with a personal access token, which is written to the CLI's standard input. */
function login(cli, token) {
    return run(cli, ['login', '--with-token'], `${token}\n`);
}
function logout(cli) {
    return run(cli, ['logout']);
}
function cli_organizations(cli) {
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
    const file = await (0,external_node_fs_promises_.open)(path).catch(() => undefined);
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
    const call = new external_node_async_hooks_.AsyncLocalStorage();
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
        await (0,promises_.setTimeout)(graceMs, undefined, { ref: false });
        kill(child, 'SIGKILL');
    };
    const cancel = () => void stop('cancelled');
    const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs);
    cli.cancelled.addEventListener('abort', cancel);
    (0,external_node_diagnostics_channel_.subscribe)('child_process', announced);
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
    const quoted = failure_quote(withoutUsage((0,token/* redact */.E$)(printed, tokens)), startError === '' ? 'CLI' : 'operating system');
    return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') };
}
/**
 * Quotes what was said: its first and last lines, as they may be shown.
 *
 * @param said redacted text
 * @returns at most six lines of at most 300 characters, or nothing when there is nothing to quote
 */
function failure_quote(said, speaker = 'CLI') {
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
    const text = withoutUsage((0,token/* redact */.E$)(printed, []));
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

// EXTERNAL MODULE: ../lib/inputs.js
var lib_inputs = __webpack_require__(2348);
;// CONCATENATED MODULE: ../lib/organization.js
// Which organizations a token reaches, read from what `list organizations` prints. Pure.
// The shape of that JSON is documented nowhere, so it is read tolerantly; who counts as reached is not.
/**
 * Reads the organizations out of a CLI's output.
 *
 * @param printed JSON, perhaps with notices before and after it, perhaps in several pages
 * @returns the organizations, or undefined when there is no list of any in it
 */
function parseOrganizations(printed) {
    const lists = documents(printed)
        ?.map((value) => listIn(value) ?? single(value))
        .filter((list) => list !== undefined);
    return lists === undefined || lists.length === 0 ? undefined : lists.flat();
}
/**
 * Tells whether an organization is among those that are reached: by its whole handle, name or id, in
 * upper or lower case.
 */
function reaches(organizations, expected) {
    return organizations.some(({ names }) => names.some((name) => name.toLowerCase() === expected.toLowerCase()));
}
const organization_mostBytes = 1_000_000;
// The JSON arrays and objects that start a line, or follow each other on it; what stands between them is
// talk. Undefined when one of them is damaged: an inner part of it must not pass for the whole.
function documents(printed) {
    // Of longer output only the end was kept.
    if (Buffer.byteLength(printed) > organization_mostBytes)
        return undefined;
    const text = printed
        .replace(/\u001b\[[\d;]*m|\ufeff/g, '')
        .replace(/\r\n?/g, '\n')
        .trim();
    const values = [];
    for (let at = 0; at < text.length;) {
        if (!looksLikeJson(text, at)) {
            at = nextLine(text, at);
            continue;
        }
        const end = endOfJson(text, at);
        const value = parse(text.slice(at, end));
        if (value === undefined)
            return undefined;
        values.push(value);
        at = afterSpace(text, end);
    }
    return values;
}
// "[warning] …" is none.
function looksLikeJson(text, at) {
    return /^(\{\s*["}]|\[\s*[\]["{])/.test(text.slice(at, at + 100));
}
function nextLine(text, at) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end + 1;
}
function afterSpace(text, at) {
    let next = at;
    while (next < text.length && /[\s,]/.test(text.charAt(next)))
        next++;
    return next;
}
function endOfJson(text, start) {
    let depth = 0;
    let isQuoted = false;
    for (let at = start; at < text.length; at++) {
        const character = text[at];
        if (isQuoted) {
            if (character === '\\')
                at++;
            else if (character === '"')
                isQuoted = false;
        }
        else if (character === '"')
            isQuoted = true;
        else if (character === '[' || character === '{')
            depth++;
        else if (character === ']' || character === '}')
            depth--;
        if (depth === 0)
            return at + 1;
    }
    return text.length;
}
function parse(text) {
    try {
        return JSON.parse(text, exactly);
    }
    catch {
        return undefined;
    }
}
// An id can have more digits than a number holds: it is compared as it was printed.
function exactly(_, value, context) {
    return typeof value === 'number' ? (context?.source ?? value) : value;
}
const wrapper = /^(organi[sz]ations?|orgs|list|data|items|results?|values|nodes|edges|content|pages)$/i;
// A list, or an object around one. Nothing else that happens to have a name is an organization: the
// owner of one, for example, must never count as one.
function listIn(value, depth = 0) {
    if (typeof value !== 'object' || value === null || depth > 4)
        return undefined;
    if (Array.isArray(value)) {
        return value.flatMap((entry) => {
            const organization = organizationOf(entry);
            return organization === undefined ? (listIn(entry, depth + 1) ?? []) : [organization];
        });
    }
    const lists = Object.entries(value)
        .filter(([key]) => wrapper.test(key))
        .map(([, inner]) => listIn(inner, depth + 1))
        .filter((list) => list !== undefined);
    return lists.length === 0 ? undefined : lists.flat();
}
// One organization to a line, without a list around them. A handle tells it from other objects.
function single(value) {
    const organization = organizationOf(value);
    const hasHandle = Object.keys(value ?? {}).some((key) => naming[0]?.test(key));
    return organization === undefined || !hasHandle ? undefined : [organization];
}
const naming = ['handle', 'name', '(uu)?id'].map((word) => new RegExp(`^(org(ani[sz]ation)?[_-]?)?${word}$`, 'i'));
function organizationOf(entry) {
    if (typeof entry === 'string')
        return entry.trim() === '' ? undefined : { names: [entry.trim()] };
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        return undefined;
    const own = namesIn(entry, naming);
    // A membership has no name of its own, at most an id: it tells what it is a membership of.
    const { organization, org, node } = entry;
    const inner = organization ?? org ?? node;
    const isMembership = inner !== undefined && namesIn(entry, naming.slice(0, 2)).length === 0;
    if (isMembership)
        return organizationOf(inner);
    return own.length === 0 ? undefined : { names: own };
}
function namesIn(entry, keys) {
    return keys
        .flatMap((pattern) => Object.entries(entry).filter(([key]) => pattern.test(key)))
        .map(([, name]) => name)
        .filter((name) => typeof name === 'string' || typeof name === 'number')
        .map((name) => String(name).trim())
        .filter((name) => name !== '');
}

// EXTERNAL MODULE: ../lib/report.js
var report = __webpack_require__(8583);
;// CONCATENATED MODULE: ../lib/authenticate.js
// From tokens to a CLI that is logged in, with the right account: attempts, fallback, guard.







/**
 * Logs the CLI in: with the token, or, when Choreo refuses that, with the fallback.
 *
 * @returns which of the two was accepted
 * @throws Error that explains the failure
 */
async function authenticate(inputs, executable) {
    const { token, fallbackToken, loginAttempts } = inputs;
    const tokens = (0,lib_inputs/* tokensOf */.k8)(inputs);
    const loginWith = (one) => attempt('Login', () => login(executable, one), loginAttempts, tokens, executable);
    const first = await loginWith(token);
    if (first.failure === undefined)
        return 'primary';
    if (first.failure.kind !== 'refused' || fallbackToken === '')
        throw toError(first.failure);
    if (fallbackToken === token) {
        throw (0,report/* failure */.V2)(first.failure.title, `${first.failure.message}\n\`fallback-token\` holds the same token, so it was not tried.`);
    }
    (0,report/* say */.cv)('Choreo refused the token. Trying the fallback token.');
    const second = await loginWith(fallbackToken);
    if (second.failure === undefined)
        return 'fallback';
    if (second.failure.kind === 'refused') {
        throw (0,report/* failure */.V2)('Both tokens refused', `\`token\` and \`fallback-token\` were both refused. ${second.failure.message}`);
    }
    throw (0,report/* failure */.V2)(second.failure.title, `\`token\` was refused, and the login with \`fallback-token\` failed. ${second.failure.message}`);
}
/**
 * Checks that the token reaches an organization.
 *
 * @throws Error that names the organizations that it does reach, or says why that cannot be known: a
 *   guard that cannot check must not pass
 */
async function guard(inputs, executable) {
    const { expectedOrganization: expected, loginAttempts } = inputs;
    const tokens = (0,lib_inputs/* tokensOf */.k8)(inputs);
    const { outcome, failure: failed } = await attempt('List of organizations', () => cli_organizations(executable), loginAttempts, tokens, executable);
    const title = 'Organization not confirmed';
    const unknown = `The login is undone, because it could not be confirmed that the token reaches the organization "${expected}", which \`expected-organization\` asks for.`;
    if (failed !== undefined && /unknown (command|flag|shorthand)/i.test(outcome.stderr)) {
        throw (0,report/* failure */.V2)(title, `${unknown} This CLI has no command that lists organizations: set the input \`cli-version\` to \`latest\` or a newer version.`);
    }
    if (failed !== undefined)
        throw (0,report/* failure */.V2)(title, `${unknown} ${failed.message}`);
    const organizations = parseOrganizations(outcome.stdout);
    if (organizations === undefined) {
        throw (0,report/* failure */.V2)(title, `${unknown} What the CLI printed is no list of organizations that this action can read: set the input \`cli-version\` to another version, or leave \`expected-organization\` out.`);
    }
    if (reaches(organizations, expected))
        return;
    const reached = organizations.map(({ names }) => shown(names[0] ?? '', tokens));
    throw (0,report/* failure */.V2)('Wrong account', `The token does not reach the organization "${expected}", which \`expected-organization\` asks for, so the login is undone. ` +
        `It reaches ${listed(reached)}. Check that the job reads the secret of the right account.`);
}
const firstPauseMs = 500;
const longestPauseMs = 30_000;
// Only what may pass by itself is tried again: a refused token stays refused, and asking again with it
// could lock the account.
async function attempt(what, call, attempts, tokens, { cancelled }) {
    for (let number = 1;; number++) {
        const outcome = await (0,report/* timed */.ay)(`${what}, attempt ${number} of ${attempts}`, call(), howItEnded);
        if (outcome.exitCode === 0 && outcome.stopped === undefined) {
            return { outcome, failure: undefined };
        }
        const failed = explain(outcome, tokens);
        if (failed.kind !== 'passing')
            return { outcome, failure: failed };
        if (number === attempts)
            return { outcome, failure: afterAttempts(failed, attempts) };
        const pauseMs = Math.min(firstPauseMs * 2 ** (number - 1), longestPauseMs) * (1 + Math.random() / 2);
        (0,report/* say */.cv)(`Attempt ${number} of ${attempts} failed (${failed.title}). The next one is in ${(pauseMs / 1000).toFixed(1)} s.`);
        await (0,promises_.setTimeout)(pauseMs, undefined, { signal: cancelled }).catch(() => { });
    }
}
function howItEnded({ stopped, signal, exitCode }) {
    return stopped ?? signal ?? `exit code ${exitCode}`;
}
function afterAttempts(failed, attempts) {
    if (attempts === 1)
        return failed;
    return { ...failed, message: `${attempts} attempts failed. ${failed.message}` };
}
function toError({ title, message }) {
    return (0,report/* failure */.V2)(title, message);
}
const mostListed = 10;
const longestName = 100;
function shown(name, tokens) {
    const line = (0,token/* redact */.E$)(name, tokens).replace(/\s+/g, ' ');
    return line.length > longestName ? `${line.slice(0, longestName)}…` : line;
}
function listed(names) {
    if (names.length === 0)
        return 'no organization at all';
    const shown = names.slice(0, mostListed).map((name) => `"${name}"`);
    const more = names.length - shown.length;
    return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

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
    await (0,external_node_fs_promises_.writeFile)(partOf(own), session, { mode: 0o600 });
    await (0,external_node_fs_promises_.rename)(partOf(own), own);
    for (const path of await claimsOn(directory)) {
        if (path === own)
            continue;
        const holder = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(() => '');
        if (await (0,external_node_fs_promises_.lstat)(holder).catch(() => undefined)) {
            throw new Error(`Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
                'Run such jobs one after another, or leave `isolate` out.');
        }
        await (0,external_node_fs_promises_.rm)(path, { force: true });
    }
}
/** Gives back what `claim` took, if it did. */
async function claim_release(directory, session) {
    const own = claimOf(directory, session);
    for (const path of [partOf(own), own])
        await (0,external_node_fs_promises_.rm)(path, { force: true });
}
async function claimsOn(directory) {
    const beginning = `${(0,external_node_path_.basename)(directory)}.`;
    const names = await (0,external_node_fs_promises_.readdir)((0,external_node_path_.dirname)(directory));
    return names
        .filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
        .map((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)(directory), name));
}
function claimOf(directory, session) {
    return `${directory}.${(0,external_node_path_.basename)(session)}`;
}
function partOf(claim) {
    return `${claim}.part`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ../lib/machine-home.js



/**
 * Lists the homes of this user: HOME, and the one that the system has on record, which is another one in
 * container jobs. A container's user need not have any.
 */
function homes() {
    const found = [external_node_os_.homedir, () => (0,external_node_os_.userInfo)().homedir].flatMap((find) => {
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
function machine_home_placesOf(name) {
    return homes().map((home) => (0,external_node_path_.join)(home, name));
}
/** Lists the files below directories, which need not exist. */
async function machine_home_list(directories) {
    const listing = new Map();
    for (const directory of directories) {
        const entries = await (0,external_node_fs_promises_.readdir)(directory, { recursive: true, withFileTypes: true }).catch(() => []);
        for (const entry of entries.filter((entry) => !entry.isDirectory())) {
            const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
            const { mtimeMs, size } = await (0,external_node_fs_promises_.stat)(path).catch(() => ({ mtimeMs: 0, size: 0 }));
            listing.set(path, `${mtimeMs} ${size}`);
        }
    }
    return listing;
}
/** Names the files that are new or different in a later listing. */
function machine_home_changes(before, after) {
    return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
}
const largest = 8 * 1024 * 1024;
/**
 * Copies a directory aside, so that `restore` can bring it back as it is now. Programs in it (files of
 * more than 8 MiB) are noted, not copied: a login does not change them. Nor are sockets and the like.
 *
 * @param directory need not exist
 * @param backup a path that does not exist yet
 */
async function keep(directory, backup) {
    const partial = `${backup}.partial`;
    await (0,external_node_fs_promises_.mkdir)(partial, { mode: 0o700 });
    const source = await behindLinks(directory);
    const names = await machine_home_namesIn(source);
    if (names !== undefined) {
        await (0,external_node_fs_promises_.cp)(source, (0,external_node_path_.join)(partial, 'copy'), {
            recursive: true,
            preserveTimestamps: true,
            verbatimSymlinks: true,
            filter: async (path) => isCopied(await (0,external_node_fs_promises_.lstat)(path)),
        });
    }
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(partial, 'names.json'), JSON.stringify(names ?? null));
    // All of it or nothing: half a backup would take the other half away.
    await (0,external_node_fs_promises_.rename)(partial, backup);
}
/**
 * Brings a directory back to what it was when `keep` copied it: new files go, changed and removed ones
 * come back.
 *
 * @returns whether there was a backup; without one nothing was changed, and nothing is
 * @throws Error that names what could not be brought back; the rest is
 */
async function restore(directory, backup) {
    const listed = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(backup, 'names.json'), 'utf8').catch(() => undefined);
    if (listed === undefined)
        return false;
    const names = JSON.parse(listed);
    if (names === null) {
        await (0,external_node_fs_promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5 });
        return true;
    }
    const target = await behindLinks(directory);
    const before = new Set(names);
    const added = ((await machine_home_namesIn(target)) ?? []).filter((name) => !before.has(name));
    const failures = [];
    const attempt = (what) => what.catch((error) => failures.push(error.message));
    for (const name of added) {
        await attempt((0,external_node_fs_promises_.rm)((0,external_node_path_.join)(target, name), { recursive: true, force: true }));
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
    return (0,external_node_fs_promises_.realpath)(directory).catch(() => directory);
}
function isCopied(found) {
    return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest);
}
async function bringBack(from, to) {
    const was = await (0,external_node_fs_promises_.lstat)(from).catch(() => undefined);
    const is = await (0,external_node_fs_promises_.lstat)(to).catch(() => undefined);
    if (was === undefined)
        return;
    if (was.isDirectory() && is?.isDirectory())
        return (0,external_node_fs_promises_.chmod)(to, was.mode);
    if (is !== undefined && (await isAsBefore(was, is, from, to)))
        return;
    await (0,external_node_fs_promises_.rm)(to, { recursive: true, force: true });
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    // What is in a directory has names of its own.
    if (was.isDirectory())
        await (0,external_node_fs_promises_.mkdir)(to, { mode: was.mode });
    else
        await (0,external_node_fs_promises_.cp)(from, to, { preserveTimestamps: true, verbatimSymlinks: true });
}
async function isAsBefore(was, is, from, to) {
    if (was.mode !== is.mode)
        return false;
    const read = (path) => was.isSymbolicLink() ? (0,external_node_fs_promises_.readlink)(path) : (0,external_node_fs_promises_.readFile)(path, 'base64');
    return (await read(from)) === (await read(to));
}
async function machine_home_namesIn(directory) {
    return (0,external_node_fs_promises_.readdir)(directory, { recursive: true }).catch(() => undefined);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
async function writeCommand(command, platform) {
    const path = (0,external_node_path_.join)(command.bin, command.name);
    await (0,external_node_fs_promises_.writeFile)(path, forShells(command), { mode: 0o700 });
    if (platform !== 'win32')
        return path;
    await (0,external_node_fs_promises_.writeFile)(`${path}.ps1`, forPowerShell(command));
    await (0,external_node_fs_promises_.writeFile)(`${path}.cmd`, forCmd(command));
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
        const relative = external_node_path_.win32.relative(bin, path);
        return external_node_path_.win32.isAbsolute(relative)
            ? path.replaceAll('%', '%%')
            : `%~dp0${relative.replaceAll('%', '%%')}`;
    };
    const lines = Object.entries(settings).map(([name, value]) => external_node_path_.win32.isAbsolute(value)
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

// EXTERNAL MODULE: ../lib/distribution.js
var distribution = __webpack_require__(6767);
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
function gitConfig(env, home) {
    const own = env['HOME'] || home;
    const files = [
        (0,external_node_path_.join)(env['XDG_CONFIG_HOME'] || (0,external_node_path_.join)(own, '.config'), 'git', 'config'),
        (0,external_node_path_.join)(own, '.gitconfig'),
    ];
    return files
        .filter((path) => (0,external_node_path_.isAbsolute)(path))
        .map((path) => `[include]\n\tpath = ${quoted(path)}\n`)
        .join('');
}
// https://git-scm.com/docs/git-config#_syntax
function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

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
        const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(processes_kill);
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
            const environment = Buffer.concat([Buffer.from('\0'), (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`)]);
            return marks.some((mark) => environment.includes(mark));
        }
        catch {
            return false; // Another user's, or gone.
        }
    });
}
function processIds() {
    try {
        return (0,external_node_fs_.readdirSync)('/proc')
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
function processes_kill(pid) {
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
    const directory = (0,external_node_path_.join)(temp, `${prefix}${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
    const home = plan.isolate ? (0,external_node_path_.join)(directory, 'home') : homes()[0];
    if (home === undefined) {
        throw new Error('The input `isolate` is "false", and the machine has no home directory: HOME is not set. Set it, or leave `isolate` out.');
    }
    return { ...plan, directory, home, isLoggedIn: false, strays: [] };
}
/** The directory of a session that goes on PATH. */
function binOf({ directory }) {
    return (0,external_node_path_.join)(directory, 'bin');
}
/** The only file in a session's home that is not the CLI's. */
function session_gitConfigOf({ home }) {
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
    for (const directory of [session.directory, (0,external_node_path_.join)(session.directory, 'home'), bin]) {
        await (0,external_node_fs_promises_.mkdir)(directory, { mode: 0o700 });
        await (0,external_node_fs_promises_.chmod)(directory, 0o700);
    }
    if (platform === 'win32')
        await limitAccess(session.directory);
    await markSession(session);
    if (session.isolate)
        await (0,external_node_fs_promises_.writeFile)(session_gitConfigOf(session), gitConfig(env, homes()[0] ?? ''));
    const { command: name, cli } = session;
    return writeCommand({ name, bin, cli, settings: settingsOf(session, platform) }, platform);
}
/** Writes down in the session's directory what is known of it now. */
async function markSession(session) {
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(session.directory, marker), JSON.stringify(session), { mode: 0o600 });
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
    const session = session_parse(saved);
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
    const names = await (0,external_node_fs_promises_.readdir)(temp).catch(() => []);
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
    await (0,external_node_fs_promises_.rename)(directory, movedFrom(directory)).catch(() => { });
    for (let pauseMs = 50;; pauseMs *= 2) {
        try {
            endProcessesOf(session, platform);
            for (const place of session_remainsOf(session))
                await removeAll(place);
            return;
        }
        catch (error) {
            if (performance.now() + pauseMs > deadline)
                throw error;
            await (0,promises_.setTimeout)(pauseMs);
        }
    }
}
/** Lists where a session is, or where what is left of it would be. */
function session_remainsOf({ directory }) {
    return [directory, movedFrom(directory)];
}
function movedFrom(directory) {
    return `${directory}-ended`;
}
async function removeAll(directory) {
    await makeRemovable(directory);
    await (0,external_node_fs_promises_.rm)(directory, { recursive: true, force: true });
}
async function isSession(directory, temp) {
    const isPlace = (0,external_node_path_.isAbsolute)(directory) &&
        /^[0-9a-f]{16}$/.test((0,external_node_path_.basename)(directory).slice(prefix.length)) &&
        (0,external_node_path_.basename)(directory).startsWith(prefix) &&
        temp !== '' &&
        (await real((0,external_node_path_.dirname)(directory))) === (await real(temp));
    if (!isPlace)
        throw noSession(directory);
    const found = await (0,external_node_fs_promises_.lstat)(directory).catch(() => undefined);
    if (found !== undefined && !found.isDirectory())
        throw noSession(directory);
    return found !== undefined;
}
async function readMarker(directory) {
    const path = (0,external_node_path_.join)(directory, marker);
    // Reading a pipe that somebody has put there would never end.
    const isFile = (await (0,external_node_fs_promises_.lstat)(path).catch(() => undefined))?.isFile() ?? false;
    const session = isFile ? session_parse(await (0,external_node_fs_promises_.readFile)(path, 'utf8')) : undefined;
    return session?.directory === directory ? session : undefined;
}
// What a session was is written where the steps of a job can reach it. So nothing is believed that would
// end processes elsewhere, or remove anything outside of the session but a directory of the CLI.
function session_parse(text) {
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
const cliDirectories = Object.values(distribution/* distributions */._o).map(({ homeDirectory }) => homeDirectory);
function noSession(directory) {
    return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`);
}
async function real(path) {
    return (0,external_node_fs_promises_.realpath)(path).catch(() => path);
}
// What mode 0700 is elsewhere: nobody inherits access, and the owner (S-1-3-4) has all of it.
async function limitAccess(directory) {
    const icacls = (0,external_node_path_.join)(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe');
    const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F'];
    await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(icacls, args, { timeout: 10_000, windowsHide: true });
}
// A file can be removed only from a directory that may be written to. A link is none of ours to follow.
async function makeRemovable(directory) {
    const found = await (0,external_node_fs_promises_.lstat)(directory).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    const entries = await (0,external_node_fs_promises_.readdir)(directory, { withFileTypes: true }).catch(async () => {
        await (0,external_node_fs_promises_.chmod)(directory, 0o700).catch(() => { });
        return (0,external_node_fs_promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    });
    await (0,external_node_fs_promises_.chmod)(directory, 0o700).catch(() => { });
    for (const entry of entries) {
        if (entry.isDirectory())
            await makeRemovable((0,external_node_path_.join)(directory, entry.name));
    }
}

;// CONCATENATED MODULE: ../lib/traces.js
// The proof: after a session is gone, nothing that it could have reached holds the token.



const longestMs = 2000;
const mostEntries = 2000;
const traces_mostBytes = (/* unused pure expression or super */ null && (64 * 1024 * 1024));
/**
 * Looks for tokens, in every form, in the files that take commands for the runner, in the temporary
 * directory's top level, and in whole directories. Links are not followed.
 *
 * @param env the environment of the step, for the places of the runner's files
 * @param directories searched with what is below them; they need not exist
 * @returns the files that hold a token; the search ends after 2 s, 2,000 files and directories, or 64 MiB
 */
async function traces_findTraces(tokens, env, directories) {
    const needles = tokens.flatMap(forms).map((form) => Buffer.from(form));
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
const commandFiles = (/* unused pure expression or super */ null && ([
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
]));
async function* candidates(env, directories) {
    const near = [...commandFiles.map((name) => env[name]), join(env['RUNNER_TEMP'] ?? '', 'any')];
    const flat = near.filter((path) => path !== undefined).map((path) => dirname(path));
    for (const directory of new Set(flat))
        yield* below(directory, false);
    for (const directory of new Set(directories))
        yield* below(directory, true);
}
// One after the other, as they are read: a directory can hold more than there is time for.
async function* below(directory, isDeep) {
    try {
        for await (const entry of await opendir(directory)) {
            const path = join(directory, entry.name);
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
const pieceBytes = (/* unused pure expression or super */ null && (1024 * 1024));
// Each piece begins with the end of the one before, for what lies across, and is good until the next one.
// A file that cannot be read holds nothing that the same user could read.
async function* piecesOf(path, buffer, overlap) {
    const file = await open(path).catch(() => undefined);
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
        const what = redact(failures.join(' '), tokens);
        warning(`The session could not be removed entirely: ${what}`, {
            title: 'Choreo session not removed',
        });
    }
    const proof = await proveNothingLeft(session, machine, tokens);
    if (failures.length > 0)
        return;
    const done = isLoggedOut ? 'Logged out, and removed' : 'Removed';
    const also = restored ? `; ${restored} is as it was before` : '';
    say(`${done} the session of \`${session.command}\`${also}${proof}.`);
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
    endProcessesOf(session, platform);
    const restored = session.isolate
        ? undefined
        : await restoreHome(session).catch((error) => void failed(error));
    await removeStrays(session).catch(failed);
    await removeSession(session, platform).catch(failed);
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
    const places = [...placesOf(session.cliDirectory), ...remainsOf(session)];
    const { paths, isComplete } = await findTraces(tokens, env, places);
    if (paths.length > 0) {
        warning(`The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`, { title: 'Traces of the token' });
    }
    return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`;
}
async function logOut(session, machine, tokens) {
    if (!isAbsolute(session.cli) || !(await isLogin(session)))
        return false;
    const outcome = await callLogout(session, machine, tokens);
    if (outcome.exitCode === 0 && outcome.stopped === undefined)
        return true;
    const why = outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed';
    const { stdout, stderr, startError } = outcome;
    const said = redact([stdout, stderr, startError].map((text) => text.slice(-4096)).join('\n'), tokens);
    const lines = [
        `The log-out of the CLI ${why}. Its credentials are removed from this machine all the same.`,
        quote(said),
    ];
    warning(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' });
    return false;
}
function callLogout(session, { env, platform }, tokens) {
    return logout({
        path: session.cli,
        env: { ...scrub(env, tokens), HOME: session.home, ...settingsOf(session, platform) },
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
    const files = changes(new Map(), await list([session.home]));
    const isThere = (await lstat(session.home).catch(() => undefined)) !== undefined;
    return isThere && (session.isLoggedIn || files.some((path) => path !== gitConfigOf(session)));
}
async function restoreHome(session) {
    const directory = (0,external_node_path_.join)(session.home, session.cliDirectory);
    try {
        return (await restore(directory, backupOf(session))) ? directory : undefined;
    }
    catch (error) {
        throw new Error(`${directory} could not be brought back: ${error.message}.`);
    }
    finally {
        await claim_release(directory, session.directory);
    }
}
// The list may have been tampered with, and directories may have become links: nothing outside of the
// CLI's own directories is removed.
async function removeStrays({ strays, cliDirectory }) {
    if (strays.length === 0)
        return;
    const places = await Promise.all(machine_home_placesOf(cliDirectory).map((place) => (0,external_node_fs_promises_.realpath)(place).catch(() => place)));
    for (const path of strays) {
        const parent = await (0,external_node_fs_promises_.realpath)((0,external_node_path_.dirname)(path)).catch(() => '');
        if (places.some((place) => (0,external_node_path_.join)(parent, '/').startsWith((0,external_node_path_.join)(place, '/')))) {
            await (0,external_node_fs_promises_.rm)(path, { force: true });
        }
    }
}

;// CONCATENATED MODULE: ../lib/expiry.js
// How long a token lasts, by the user's own note: no CLI tells. Pure.
const dayMs = 86_400_000;
/**
 * Counts the calendar days, in UTC, until a token expires.
 *
 * @param expiresOn midnight UTC of its last day
 * @param now any moment of today, in ms since the epoch
 * @returns days: 0 on the last day, negative after it
 */
function daysLeft(expiresOn, now) {
    return Math.round(expiresOn.valueOf() / dayMs) - Math.floor(now / dayMs);
}
/**
 * Warns of a token that expires soon, or has expired.
 *
 * @param days as `daysLeft` counts them
 * @param warningDays from how many days on there is a warning
 * @returns the warning, or undefined when there is time
 */
function expiryWarning(expiresOn, days, warningDays) {
    const date = expiresOn.toISOString().slice(0, 10);
    const renew = 'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New), store it ' +
        'in the secret, and update the date in the input `token-expires-on`.';
    if (days > warningDays)
        return undefined;
    if (days < 0) {
        return `By your own note, the Personal Access Token expired on ${date}, ${inDays(-days)} ago. ${renew}`;
    }
    const when = days === 0 ? 'expires today' : `expires in ${inDays(days)}`;
    return `The Personal Access Token ${when}, on ${date}. ${renew}`;
}
function inDays(days) {
    return days === 1 ? '1 day' : `${days} days`;
}

;// CONCATENATED MODULE: ../lib/missing-token.js
// Why a token can be missing, as far as the event and the environment tell. Pure.
// https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
/**
 * Explains why the input `token` is empty.
 *
 * @param env the environment of the step
 * @param event the payload of the event, or undefined when it could not be read
 * @param onMissingToken what the user wants of such a run
 * @returns what happened, why it is likely, and what to do
 */
function whyMissing(env, event, onMissingToken) {
    const { why, isUsual = false } = reasons.find(({ applies }) => applies(env, event)) ?? wrongName;
    const advice = isUsual && onMissingToken === 'fail' ? [orSkip] : [];
    return ['The input `token` is empty.', why, ...advice].join(' ');
}
const orSkip = 'If the job can do without a login, set `on-missing-token: skip` and let later steps ask for the output `authenticated`.';
const wrongName = {
    why: 'A secret that does not exist is an empty string in GitHub Actions, without an error. Check that the name in the workflow ' +
        'is the name of the secret; that the job names the `environment` that holds it, if one does; and, when this workflow is ' +
        'called by another one, that the caller passes it with `secrets: inherit`.',
};
const reasons = [
    {
        // A run stays Dependabot's when a person starts it again. These events have all secrets, whoever
        // caused them: https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-on-actions
        applies: ({ GITHUB_ACTOR, GITHUB_EVENT_NAME }) => GITHUB_ACTOR === 'dependabot[bot]' &&
            !/^(pull_request_target|workflow_run|workflow_dispatch|schedule)$/.test(GITHUB_EVENT_NAME ?? ''),
        why: 'Dependabot started this run, and such runs get the secrets of Dependabot only: store the token once more under ' +
            'Settings, Secrets and variables, Dependabot.',
        isUsual: true,
    },
    {
        applies: ({ GITHUB_EVENT_NAME }, event) => /^pull_request(_review|_review_comment)?$/.test(GITHUB_EVENT_NAME ?? '') && isFork(event),
        why: 'This pull request comes from a fork, and GitHub gives no secrets to such runs, so that nobody can take them by opening ' +
            'a pull request. Log in after the merge instead.',
        isUsual: true,
    },
    {
        applies: ({ GITHUB_EVENT_NAME }) => /^(pull_request_target|workflow_run)$/.test(GITHUB_EVENT_NAME ?? ''),
        why: `Runs of this event do get secrets, also for pull requests from forks. ${wrongName.why}`,
    },
];
function isFork(event) {
    const { head, base } = event?.pull_request ?? {};
    // A fork that was deleted after the pull request was opened has no repository any more.
    if (head?.repo === null)
        return true;
    return head?.repo?.full_name !== undefined && head.repo.full_name !== base?.repo?.full_name;
}

;// CONCATENATED MODULE: ../lib/summary.js
// The job summary: what a person wants to know of a login a week later.

/**
 * Writes a table to the page of the job. Where there is no summary, or none that can be written, nothing
 * happens.
 *
 * @param heading the table's heading
 * @param rows names and values, as plain text; empty values are left out
 */
async function writeSummary(heading, rows) {
    const cells = Object.entries(rows)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [escaped(name), escaped(value)]);
    try {
        await core/* summary */.z.addHeading(escaped(heading), 3).addTable(cells).write();
    }
    catch {
        // A summary is a courtesy: a login does not fail for it.
    }
}
// The summary is Markdown with HTML in it, and what stands in it was partly written by others.
function escaped(text) {
    const line = text.replace(/\s+/g, ' ');
    return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ../lib/login.js
// The story of a login: the CLI, a session for it, the login itself, and what later steps get.

















/**
 * Logs in, and hands later steps a command that is logged in.
 *
 * @throws Error with what a user needs to know; no session is left then
 */
async function login_login(inputs, machine, cancelled) {
    if (inputs.token === '')
        return withoutToken(inputs, machine);
    const temp = machine.env['RUNNER_TEMP'];
    if (!temp) {
        throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.');
    }
    await checkCommand(inputs, temp);
    const days = warnOfExpiry(inputs, Date.now());
    const installed = await (0,report/* timed */.ay)('Getting the CLI', obtain(inputs, machine, temp, cancelled));
    if (!(await isProgram(installed.path))) {
        throw (0,report/* failure */.V2)('CLI cannot be run', `${installed.path} is no program: neither a binary nor a script that begins with \`#!\`. ` +
            'Check the input `cli-path`, or leave it out to get the CLI that WSO2 publishes.');
    }
    let session = plan(inputs, temp, installed.path);
    // Before the directory exists: whatever ends this process later, post knows what to remove.
    (0,core/* saveState */.LZ)('session', session);
    const executable = {
        path: installed.path,
        env: { ...scrub(machine.env, (0,lib_inputs/* tokensOf */.k8)(inputs)), ...settingsOf(session, machine.platform) },
        timeoutMs: inputs.timeoutSeconds * 1000,
        cancelled,
    };
    try {
        const path = await openSession(session, machine).catch((error) => {
            throw new Error(`The session could not be made in ${temp}: ${error.message}. Check that the disk of the runner is not full, and that ` +
                'this user may write there.');
        });
        const version = installed.version || (await versionOf(executable, (0,lib_inputs/* tokensOf */.k8)(inputs)));
        introduce(inputs, { ...installed, version });
        const straysSince = await watch(session);
        const tokenUsed = await authenticate(inputs, executable);
        session = { ...session, isLoggedIn: true, strays: await straysSince() };
        (0,core/* saveState */.LZ)('session', session);
        await markSession(session);
        if (inputs.expectedOrganization !== '')
            await guard(inputs, executable);
        handOver(inputs, session, path, tokenUsed);
        if (inputs.summary)
            await summarize(inputs, { ...installed, version }, tokenUsed, days);
    }
    catch (error) {
        // Post tries again what does not work now.
        await closeQuietly(session, machine);
        throw error;
    }
}
function withoutToken(inputs, { env }) {
    const why = whyMissing(env, eventOf(env), inputs.onMissingToken);
    if (inputs.onMissingToken === 'fail')
        throw (0,report/* failure */.V2)('No token', why);
    (0,report/* skip */.iv)(why);
    (0,report/* setLoggedOut */.zs)();
}
function eventOf(env) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) ?? undefined;
    }
    catch {
        return undefined;
    }
}
const notForCommands = /^(alias|bg|bind|break|builtin|call|case|cd|chdir|cls|command|continue|copy|declare|del|dir|dirs|do|done|echo|elif|else|enable|endlocal|erase|esac|eval|exec|exit|export|false|fc|fg|fi|for|function|getopts|goto|hash|help|history|if|in|jobs|kill|let|local|logout|md|mkdir|move|newgrp|path|pause|popd|printf|prompt|pushd|pwd|rd|read|readonly|ren|rename|return|rmdir|select|set|setlocal|shift|shopt|source|start|suspend|test|then|time|times|title|trap|true|type|typeset|ulimit|umask|unalias|unset|until|ver|vol|wait|while|con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
async function checkCommand({ command, cli: name }, temp) {
    const input = `The input \`command\` is "${command}"`;
    if (notForCommands.test(command)) {
        throw new Error(`${input}, which shells or Windows keep for themselves: later steps could not call it. Allowed is any other name.`);
    }
    // The CLI's own name may be used again: the later login is found first, until it ends.
    if (command === name)
        return;
    const taken = await openSessions(temp);
    // Not every file system tells `Deploy` from `deploy`.
    if (taken.some((session) => session.command.toLowerCase() === command.toLowerCase())) {
        throw new Error(`${input}, and another login of this job has that name already. Allowed is a name of its own for each account.`);
    }
    const shadowed = await (0,io/* which */.K7)(command);
    if (shadowed !== '') {
        (0,core/* warning */.$e)(`${input}, and later steps call the CLI by that name now instead of ${shadowed}.`, {
            title: 'Command hides a program',
        });
    }
}
function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }, now) {
    if (tokenExpiresOn === undefined)
        return '';
    const days = daysLeft(tokenExpiresOn, now);
    const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays);
    if (message !== undefined)
        (0,core/* warning */.$e)(message, { title: 'Token expires' });
    return String(Math.max(days, 0));
}
async function obtain(inputs, machine, temp, cancelled) {
    if (inputs.cliPath !== '') {
        return { path: await locate(inputs.cliPath), version: '', cacheHit: false, comparedWith: '' };
    }
    const { install } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(237)]).then(__webpack_require__.bind(__webpack_require__, 6237));
    return install(inputs, machine, temp, cancelled);
}
async function locate(path) {
    const found = await (0,io/* which */.K7)(/[\\/]/.test(path) ? (0,external_node_path_.resolve)(path) : path);
    if (found !== '')
        return found;
    throw new Error(`The input \`cli-path\` is "${path}", and there is no such executable. ` +
        'Allowed is the path of an installed CLI, or its name when it is on PATH.');
}
function plan({ isolate, command, region, logout, cli: name }, temp, path) {
    const cliDirectory = distribution/* distributions */._o[name].homeDirectory;
    return planSession(temp, { isolate, command, region, logout, cli: path, cliDirectory });
}
async function versionOf(executable, tokens) {
    const { stdout, stderr } = await (0,report/* timed */.ay)('Version', version(executable));
    const said = (0,token/* redact */.E$)(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens);
    const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(said)?.[1];
    return number === undefined ? '' : `v${number}`;
}
function introduce(inputs, installed) {
    (0,report/* say */.cv)(`${nameOf(inputs, installed)}, ${originOf(inputs, installed)}.`);
    (0,core/* setOutput */.uH)('cli-version', installed.version);
    (0,core/* setOutput */.uH)('cache-hit', installed.cacheHit);
}
function nameOf({ cli: name }, { version }) {
    return `${distribution/* distributions */._o[name].title} ${version || '(unknown version)'}`;
}
function originOf({ cliPath }, { cacheHit, comparedWith }) {
    if (cliPath !== '')
        return `installed as ${cliPath}, not verified`;
    const source = cacheHit ? 'from the tool cache' : 'downloaded';
    return comparedWith === ''
        ? `${source}, not verified`
        : `${source}, SHA-256 verified with ${comparedWith}`;
}
// Readies what can be readied before a login, and knows afterwards which files the CLI wrote where it
// was told not to.
async function watch(session) {
    if (!session.isolate) {
        const directory = (0,external_node_path_.join)(session.home, session.cliDirectory);
        await claim(directory, session.directory);
        await keep(directory, backupOf(session));
        return async () => [];
    }
    const places = machine_home_placesOf(session.cliDirectory);
    const [before, elsewhere] = [await machine_home_list([session.home]), await machine_home_list(places)];
    return async () => {
        if (machine_home_changes(before, await machine_home_list([session.home])).length > 0)
            return [];
        const strays = machine_home_changes(elsewhere, await machine_home_list(places));
        warnNotIsolated(strays, places);
        // What was there before is not ours to remove, though it was changed.
        return strays.filter((path) => !elsewhere.has(path));
    };
}
function warnNotIsolated(strays, places) {
    const where = strays.length > 0
        ? `It wrote to ${strays.slice(0, 5).join(', ')} instead, which other jobs on this machine can use. What it added there is removed when the job ends.`
        : `It may keep its login in a keyring, or elsewhere than below ${places.join(' or ')}, where other jobs on this machine can use it.`;
    (0,core/* warning */.$e)(`The CLI logged in, but wrote nothing into the home directory that this login gave it. ${where}`, { title: 'Login not isolated' });
}
function handOver(inputs, session, path, tokenUsed) {
    (0,core/* addPath */.fM)(binOf(session));
    (0,core/* setOutput */.uH)('authenticated', true);
    (0,core/* setOutput */.uH)('cli-path', path);
    (0,core/* setOutput */.uH)('token-used', tokenUsed);
    (0,core/* setOutput */.uH)('session', session.directory);
    if (tokenUsed === 'fallback') {
        (0,core/* warning */.$e)('Choreo refused the Personal Access Token in the input `token`, and accepted the one in `fallback-token`. Renew the secret ' +
            'that `token` reads before the other one expires as well.', { title: 'Token refused, fallback used' });
    }
    const { expectedOrganization: organization, command } = inputs;
    (0,report/* say */.cv)(organization === ''
        ? 'Logged in.'
        : `Logged in, with access to the organization ${organization}.`);
    (0,report/* say */.cv)(`Later steps call \`${command}\`. ${endingOf(inputs)}`);
}
function endingOf({ logout, isolate }) {
    if (logout)
        return 'The session ends with the job.';
    return isolate
        ? 'The session stays after the job, until the runner empties its temporary directory.'
        : 'The login stays after the job, in the home of the machine.';
}
async function summarize(inputs, installed, tokenUsed, days) {
    await writeSummary('Choreo login', {
        CLI: nameOf(inputs, installed),
        Origin: originOf(inputs, installed),
        Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, confirmed`,
        Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
        'Days until the token expires': days,
        Command: inputs.command,
        Session: endingOf(inputs),
    });
}


/***/ })

};
