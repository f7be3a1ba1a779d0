// One of Node's own modules, loaded when something of it is first used.
const builtin = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] });
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = builtin("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = builtin("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = builtin("crypto");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = builtin("fs");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = builtin("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = builtin("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = builtin("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = builtin("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = builtin("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = builtin("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = builtin("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = builtin("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = builtin("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = builtin("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = builtin("node:timers/promises");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = builtin("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = builtin("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = builtin("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = builtin("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = builtin("util");

/***/ }),

/***/ 3579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ executableName),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   SM: () => (/* binding */ assetName),
/* harmony export */   Um: () => (/* binding */ isTooOld),
/* harmony export */   _o: () => (/* binding */ distributions),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   jW: () => (/* binding */ cliNames)
/* harmony export */ });
// What WSO2 publishes: repository, executable and archive of each CLI. Pure.
// Sources: the release pages of github.com/wso2/choreo-cli and github.com/wso2/wdp-cli.
/** The CLIs, by their names. */
const distributions = {
    choreo: {
        title: 'Choreo CLI',
        repository: 'wso2/choreo-cli',
        tagSuffix: '',
        homeDirectory: '.choreo',
        minimum: '1.2.25',
        fault: 'can crash at a login with a Personal Access Token',
    },
    wdp: {
        title: 'WSO2 Developer Platform CLI',
        repository: 'wso2/wdp-cli',
        tagSuffix: '-wdp',
        homeDirectory: '.wdp',
        minimum: '1.2.26',
        // v1.2.25-wdp: "duplicate shorthand flag".
        fault: 'fail for every sub-command',
    },
};
/** The names of the CLIs; the first one is the default. */
const cliNames = Object.keys(distributions);
/**
 * Whether a version is below the minimum. Dated pre-releases (`v1.2.82503121000`) do not order by number, so they
 * are not.
 *
 * @param version a tag; may be empty
 */
function isTooOld(cli, version) {
    const { minimum, tagSuffix } = distributions[cli];
    const [, number] = /^v?(\d{1,4}(?:\.\d{1,4}){2})$/.exec(version.replace(tagSuffix, '')) ?? [];
    return number !== undefined && orderOf(number) < orderOf(minimum);
}
function orderOf(version) {
    return version.split('.').reduce((order, part) => order * 10_000 + Number(part), 0);
}
/** Whether a value can be a tag: it becomes part of URLs and of paths in the tool cache. */
function isTag(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][\w.+-]{0,127}$/.test(value);
}
const published = {
    'linux x64': { os: 'linux', arch: 'amd64', archive: 'tar.gz' },
    'linux arm64': { os: 'linux', arch: 'arm64', archive: 'tar.gz' },
    'linux arm': { os: 'linux', arch: 'arm', archive: 'tar.gz' },
    'linux ia32': { os: 'linux', arch: '386', archive: 'tar.gz' },
    'darwin x64': { os: 'darwin', arch: 'amd64', archive: 'zip' },
    'darwin arm64': { os: 'darwin', arch: 'arm64', archive: 'zip' },
    'win32 x64': { os: 'windows', arch: 'amd64', archive: 'zip' },
    'win32 ia32': { os: 'windows', arch: '386', archive: 'zip' },
};
/**
 * Returns the targets for a machine, the best one first.
 *
 * @param platform as `process.platform` names it
 * @param arch as `process.arch` names it
 * @throws Error that names the platform, the architecture and the published targets
 */
function targetsOf(platform, arch) {
    // WSO2 publishes no build for it yet. Windows on Arm also runs x64 executables.
    if (platform === 'win32' && arch === 'arm64') {
        return [{ os: 'windows', arch, archive: 'zip' }, ...targetsOf(platform, 'x64')];
    }
    const target = published[`${platform} ${arch}`];
    if (target !== undefined)
        return [target];
    const known = new Set(Object.values(published).map(({ os, arch }) => `${os}-${arch}`));
    throw new Error(`No CLI is published for ${platform} on ${arch}: there are archives for ${[...known].join(', ')}. ` +
        'Run the job on one of these, or install a CLI yourself and set the input `cli-path`.');
}
/**
 * Returns the file name of a release's archive, for example `choreo-cli-v1.2.33-linux-amd64.tar.gz`.
 */
function assetName(cli, tag, target) {
    return `${cli}-cli-${tag}-${target.os}-${target.arch}.${target.archive}`;
}
/** Returns the file name of the executable, for example `choreo` or `choreo.exe`. */
function executableName(cli, platform) {
    return platform === 'win32' ? `${cli}.exe` : cli;
}


/***/ }),

/***/ 8829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ demandExecutable),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4799);
/* harmony import */ var _runner_or_undefined_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9742);
/* harmony import */ var _runner_titled_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2603);
// Executables that are installed already, and what begins like an executable.





/**
 * Finds an installed CLI.
 *
 * @param cliPath its path, or its name when it is on PATH
 * @param isInSession whether a path leads to the command of an earlier login, which may be first on PATH
 * @returns its absolute path
 * @throws Error when there is none, or when it cannot be run
 */
async function locate(cliPath, isInSession) {
    const found = await (0,_actions_io__WEBPACK_IMPORTED_MODULE_2__/* .findInPath */ .w6)(/[\\/]/.test(cliPath) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cliPath) : cliPath);
    const path = found.map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(one)).find((one) => !isInSession(one));
    if (path === undefined) {
        throw (0,_runner_titled_error_js__WEBPACK_IMPORTED_MODULE_3__/* .titledError */ .X)('Invalid input', `The input \`cli-path\` is "${cliPath}", and there is no such executable. ` +
            'Expected the path of an installed CLI, or its name when it is on PATH.');
    }
    demandExecutable(path, 'Check the input `cli-path`, or remove it to get the published CLI.');
    return path;
}
/**
 * Throws unless a file begins like an executable. The operating system passes any other file to a shell, in
 * which an empty file succeeds. A file that may be run but not read counts as an executable.
 */
function demandExecutable(path, advice) {
    if (beginnings.test(beginningOf(path) ?? '2321'))
        return;
    const what = `${path} is not an executable: it is neither a binary nor a script with a \`#!\` line.`;
    throw (0,_runner_titled_error_js__WEBPACK_IMPORTED_MODULE_3__/* .titledError */ .X)('CLI cannot be run', `${what} ${advice}`);
}
// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/;
function beginningOf(path) {
    return (0,_runner_or_undefined_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y)(() => {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
        const bytes = Buffer.alloc(4);
        const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        return bytes.toString('hex', 0, size);
    });
}


/***/ }),

/***/ 4778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
// The only retry of this project, for requests and for logins. Times are in milliseconds.

/**
 * Repeats an attempt until it succeeds, fails for good, or was made often enough.
 *
 * @param attempt gets its own number, from 1
 * @returns what the successful attempt returned
 * @throws what the last attempt threw, or the reason of the signal that ended a pause
 */
async function retry(attempt, options) {
    const { attempts = Number.POSITIVE_INFINITY, pauseAfter, pauses, onRetry, signal } = options;
    for (let number = 1;; number++) {
        try {
            return await attempt(number);
        }
        catch (thrown) {
            const isLast = number >= attempts || signal.aborted;
            const askedMs = isLast ? undefined : pauseAfter(thrown, number);
            if (askedMs === undefined)
                throw thrown;
            const backoffMs = Math.min(options.backoffMs * 2 ** (number - 1), options.maxBackoffMs);
            // Jobs that failed together do not retry together.
            const jitter = 1 + Math.random() / 2;
            const pauseMs = Math.max(askedMs, backoffMs * jitter);
            if (pauses !== undefined) {
                if (pauseMs > pauses.leftMs)
                    throw thrown;
                pauses.leftMs -= pauseMs;
            }
            onRetry(thrown, number, pauseMs);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}


/***/ }),

/***/ 9742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ orUndefined)
/* harmony export */ });
/** Returns the result of a function, or undefined instead of throwing. */
function orUndefined(work) {
    try {
        return work();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   me: () => (/* binding */ notify)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5360);
/* harmony import */ var _token_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(278);
/* harmony import */ var _titled_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2603);
// What a run prints: the lines of its log, and its annotations.



/**
 * Prints a line. Parts of it may come from others: none of it becomes a workflow command. Only line breaks are
 * replaced, because the runner masks a secret only where it is unchanged.
 */
function say(line) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_token_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E)(line, []).replaceAll('\n', ' '));
}
/** Prints a warning annotation, which ends with a link to its explanation. */
function warn(title, message, env) {
    annotate(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, title, message, env);
}
/** Prints a notice annotation, which ends with a link to its explanation. */
function notify(title, message, env) {
    annotate(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm, title, message, env);
}
/**
 * Fails the step with one annotation, which ends with a link to its explanation.
 *
 * @param secrets hidden in the message
 * @returns the parts of the annotation; the link may be empty
 */
function fail(thrown, secrets, env) {
    process.exitCode = 1;
    const { message: unsafe, title } = (0,_titled_error_js__WEBPACK_IMPORTED_MODULE_2__/* .withTitle */ .Z)('Unexpected error', thrown);
    const message = (0,_token_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E)(unsafe, secrets);
    annotate(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, title, message, env);
    return { title, message, link: linkTo(title, env) };
}
// The runner cuts an annotation after 4,096 characters, and shows the whole message in the log.
const maxLength = 4095;
const cutNote = '… The log of this step shows the whole message.';
function annotate(print, title, message, env) {
    const end = `\nMore: ${linkTo(title, env) || `docs/troubleshooting.md, *${title}*`}`;
    const room = maxLength - end.length;
    const isWhole = message.length <= room;
    if (!isWhole)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_token_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E)(message, []));
    const shown = isWhole ? message : `${beginning(message, room - cutNote.length - 1)}\n${cutNote}`;
    print(`${shown.trimStart()}${end}`, { title: `Choreo: ${title}` });
}
// In whole lines: the runner masks a secret only where it is whole.
function beginning(message, length) {
    return message.slice(0, Math.max(0, message.lastIndexOf('\n', length)));
}
// In the documentation of the version that runs. A local action has no repository, and a server of a company
// does not have the one of an action on github.com.
function linkTo(title, env) {
    const { GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF } = env;
    const isPublic = GITHUB_SERVER_URL === 'https://github.com';
    if (!isPublic || !GITHUB_ACTION_REPOSITORY || !GITHUB_ACTION_REF)
        return '';
    const page = `${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF}/docs/troubleshooting.md`;
    const heading = title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-');
    return encodeURI(`${GITHUB_SERVER_URL}/${page}#${heading}`);
}


/***/ }),

/***/ 2603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ titledError),
/* harmony export */   Z: () => (/* binding */ withTitle)
/* harmony export */ });
// Errors whose annotation has its own title. Pure.
/** Returns an error with a title, which never contains words of others: the runner does not mask titles. */
function titledError(title, message) {
    return Object.assign(new Error(message), { title });
}
/** Adds a title where there is none. */
function withTitle(title, thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return Object.assign(error, { title: error.title ?? title });
}


/***/ }),

/***/ 278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact),
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2918);
// Makes output of others safe to show: without tokens, and without anything that a terminal or a runner
// takes for a command. Pure.

/**
 * Removes tokens, control sequences and workflow commands from a text.
 *
 * Each encoding of a token becomes `***` where it stands. A line that still holds eight characters of a
 * token in a row, also with white space or control sequences between them, is hidden as a whole.
 *
 * @param text for example what a CLI printed
 * @param secrets hidden in all of their encodings; anything shorter than a token is ignored
 * @returns plain lines; a line without a part of a token is unchanged
 */
function redact(text, secrets) {
    return withoutParts(withoutEncodings(plain(text), secrets), secrets)
        .replaceAll('##[', '# # [')
        .replace(/^([^\S\n]*)::/gm, '$1: :');
}
// ECMA-48: CSI, then the "string" sequences (OSC, DCS, …), then single ones.
const controlSequences = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
/**
 * Removes control sequences and invisible characters: the runner ignores them when it compares, so they
 * could disguise a command.
 *
 * @returns lines that end with `\n`
 */
function plain(text) {
    if (/^[\n\t -~]*$/.test(text))
        return text;
    // Inside the function: a constant of the file would be compiled in every run, which takes longer than the
    // rest of the file.
    const invisible = /[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}/gu;
    return text
        .replace(controlSequences, '')
        .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
        .replace(invisible, '');
}
function withoutEncodings(text, secrets) {
    // The longest first: one encoding can be a part of another one.
    const forms = formsOf(secrets).toSorted((a, b) => b.length - a.length);
    return forms.reduce((rest, form) => rest.replaceAll(form, '***'), text);
}
const pieceLength = _token_js__WEBPACK_IMPORTED_MODULE_0__/* .shortestToken */ .ey;
const hiddenLine = '*** (line hidden: it holds a part of the token)';
const hiddenOutput = '*** (output hidden: it holds a part of the token)';
function withoutParts(text, secrets) {
    const parts = new Set(formsOf(secrets).flatMap((form) => [...piecesOf(form)]));
    const holdsPart = (line) => piecesOf(line).some((piece) => parts.has(piece));
    if (!holdsPart(text))
        return text;
    const lines = text.split('\n').map((line) => (holdsPart(line) ? hiddenLine : line));
    const shown = lines.join('\n');
    return holdsPart(shown) ? hiddenOutput : shown;
}
// The pieces of eight characters of a text, without white space.
function* piecesOf(text) {
    const dense = text.replace(/\s+/g, '');
    for (let at = 0; at + pieceLength <= dense.length; at++)
        yield dense.slice(at, at + pieceLength);
}
function formsOf(secrets) {
    const forms = secrets.flatMap(_token_js__WEBPACK_IMPORTED_MODULE_0__/* .encodingsOf */ .a_).map(plain);
    return forms.filter((form) => form.length >= _token_js__WEBPACK_IMPORTED_MODULE_0__/* .shortestToken */ .ey);
}


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a_: () => (/* binding */ encodingsOf),
/* harmony export */   ey: () => (/* binding */ shortestToken),
/* harmony export */   hV: () => (/* binding */ whyNotToken),
/* harmony export */   r3: () => (/* binding */ tooShort)
/* harmony export */ });
// A personal access token: which values cannot be one, and the encodings in which it can appear. Pure.
// WSO2 documents nothing about the form of a token, so no form is required.
/** The length of the shortest value that may be a token: a mask of a shorter one hides ordinary words. */
const shortestToken = 8;
/** Why a value is too short, as the end of a sentence. */
const tooShort = `has fewer than ${shortestToken} characters. A token is longer: the secret may hold something else, or an ` +
    'expression such as `a || b` gave `true`, `Object` or `***` instead of it';
/**
 * Explains why a value cannot be a personal access token.
 *
 * @param value the value of the input, without white space around it
 * @returns the reason, as the end of a sentence that never quotes the value; undefined when the value
 *   may be a token
 */
function whyNotToken(value) {
    return mistakes.find(([isMistake]) => isMistake(value))?.[1];
}
const mistakes = [
    [
        (value) => value.includes('$' + '{{'),
        'holds an expression that was not expanded, `$' +
            '{{ … }}`. Expressions work in workflow files only: pass the secret on from there, through `with` or `env`',
    ],
    [
        (value) => /^(["'`]).*\1$/s.test(value),
        'has quotes around it. Store the secret without them: they are not part of the token',
    ],
    [
        (value) => /^bearer\s/i.test(value),
        'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it',
    ],
    [
        (value) => /\s/.test(value),
        'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
    ],
    [
        (value) => /^(gh[oprsu]_|github_pat_)/.test(value),
        'is a GitHub token. Choreo needs its own Personal Access Token, created in the Choreo Console',
    ],
    [(value) => value.length < shortestToken, tooShort],
];
/**
 * Lists the encodings in which a log, a file or a message can hold a token.
 *
 * @returns the token itself first, then its JSON, URL, HTML, Base64 and hexadecimal forms, each once
 */
function encodingsOf(token) {
    const texts = [token, ...jsonFormsOf(token)];
    const hex = Buffer.from(token).toString('hex');
    const all = [
        ...texts,
        ...urlFormsOf(token),
        ...htmlFormsOf(token),
        ...texts.flatMap(base64FormsOf),
        hex,
        hex.toUpperCase(),
    ];
    return [...new Set(all)].filter((form) => form.length >= shortestToken);
}
// Go's encoding/json also escapes what could end a script element.
function jsonFormsOf(token) {
    const json = JSON.stringify(token).slice(1, -1);
    return [json, json.replace(/[&<>\u2028\u2029]/g, (sign) => `\\u${hexOf(sign).padStart(4, '0')}`)];
}
// Queries as JavaScript and as strict libraries encode them, with upper-case and lower-case digits; paths as
// JavaScript (`encodeURI`) and Go (`url.PathEscape`) encode them.
function urlFormsOf(token) {
    const text = token.toWellFormed();
    const loose = encodeURIComponent(text);
    const strict = loose.replace(/[!'()*]/g, (sign) => `%${hexOf(sign).toUpperCase()}`);
    const lowered = [loose, strict].map((url) => url.replace(/%../g, (code) => code.toLowerCase()));
    const goPath = strict.replace(/%(24|26|2B|3A|3D|40)/g, decodeURIComponent);
    return [loose, strict, ...lowered, encodeURI(text), goPath];
}
function hexOf(sign) {
    return sign.charCodeAt(0).toString(16);
}
// XML and most libraries name the quotes, Go numbers both, and others only the apostrophe.
function htmlFormsOf(token) {
    const named = token.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quotes = [
        ['&quot;', '&apos;'],
        ['&#34;', '&#39;'],
        ['&quot;', '&#39;'],
    ];
    return quotes.map(([double, single]) => named.replaceAll('"', double).replaceAll("'", single));
}
// The whole text, also with the line break that `echo` adds and in the lines of `openssl` (64 characters) and
// `base64` (76), and what its bytes alone decide inside longer data: one form for each offset modulo 3.
function base64FormsOf(text) {
    const bytes = Buffer.from(text);
    const whole = ['', '\n', '\r\n'].map((end) => Buffer.from(text + end).toString('base64'));
    const lines = whole.flatMap((form) => [/.{1,64}/g, /.{1,76}/g].flatMap((cut) => form.match(cut) ?? []));
    const inside = [0, 1, 2].map((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        return encoded.slice(offset === 0 ? 0 : 4, Math.floor((bytes.length + offset) / 3) * 4);
    });
    return [...[...whole, ...inside].flatMap((form) => [form, urlSafe(form)]), ...lines];
}
function urlSafe(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}


/***/ }),

/***/ 5360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fM: () => (/* binding */ addPath),
  Yz: () => (/* binding */ core_debug),
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, endGroup, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, setCommandEcho, setFailed, startGroup, toPlatformPath, toPosixPath, toWin32Path

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
function toCommandProperties(annotationProperties) {
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
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return __awaiter(this, void 0, void 0, function* () {
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
        return __awaiter(this, void 0, void 0, function* () {
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
const summary = _summary;
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
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 4 modules
var lib_exec = __nccwpck_require__(2479);
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
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        file_command_issueFileCommand('PATH', inputPath);
    }
    else {
        command_issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
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
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
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
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
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

/***/ 2479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec)
});

// UNUSED EXPORTS: getExecOutput

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = builtin("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = builtin("events");
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(4799);
// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(7168);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = builtin("timers");
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
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
        if (IS_WINDOWS) {
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
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
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
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
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
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
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

/***/ }),

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ lstat),
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   Cy: () => (/* binding */ readdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   YN: () => (/* binding */ symlink),
/* harmony export */   dJ: () => (/* binding */ stat),
/* harmony export */   h_: () => (/* binding */ readlink),
/* harmony export */   k6: () => (/* binding */ chmod),
/* harmony export */   m3: () => (/* binding */ copyFile),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath),
/* harmony export */   y1: () => (/* binding */ unlink)
/* harmony export */ });
/* unused harmony exports open, rename, rmdir, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
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
        const result = yield fs__WEBPACK_IMPORTED_MODULE_0__.promises.readlink(fsPath);
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
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
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
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
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
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
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

/***/ }),

/***/ 4799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF),
/* harmony export */   cp: () => (/* binding */ cp),
/* harmony export */   w6: () => (/* binding */ findInPath)
/* harmony export */ });
/* unused harmony export mv */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7168);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(dest)) ? yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path__WEBPACK_IMPORTED_MODULE_1__.join(dest, path__WEBPACK_IMPORTED_MODULE_1__.basename(source))
            : dest;
        if (!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path__WEBPACK_IMPORTED_MODULE_1__.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
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
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
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
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
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
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
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
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
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
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
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
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
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
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .readdir */ .Cy(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .chmod */ .k6(destDir, (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(destFile);
                yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .unlink */ .y1(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .chmod */ .k6(destFile, '0666');
                    yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .unlink */ .y1(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .readlink */ .h_(srcFile);
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .symlink */ .YN(symlinkFull, destFile, _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 ? 'junction' : null);
        }
        else if (!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(destFile)) || force) {
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .copyFile */ .m3(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

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
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q5: () => (/* binding */ earlyLogout),
  iW: () => (/* binding */ main),
  bE: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(5360);
// EXTERNAL MODULE: ../lib/cli/distributions.js
var distributions = __nccwpck_require__(3579);
// EXTERNAL MODULE: ../lib/runner/titled-error.js
var titled_error = __nccwpck_require__(2603);
// EXTERNAL MODULE: ../lib/token/token.js
var token_token = __nccwpck_require__(2918);
// EXTERNAL MODULE: ../lib/token/redact.js
var redact = __nccwpck_require__(278);
;// CONCATENATED MODULE: ../lib/inputs/values.js
// Parses the values of inputs. Each function returns a valid value, or throws an Error whose message continues
// "The input `name` …": it quotes the value (never a token) and says what is expected. Pure.


/** Empty: there is none. */
function token(value) {
    const reason = value === '' ? undefined : (0,token_token/* whyNotToken */.hV)(value);
    if (reason !== undefined)
        throw new Error(`${reason}.`);
    return value;
}
/** A token of another service, whose form is not ours to check. Empty: there is none. */
function githubToken(value) {
    if (value !== '' && value.length < token_token/* shortestToken */.ey)
        throw new Error(`${token_token/* tooShort */.r3}.`);
    return value;
}
/** Empty: the first of the allowed values. */
function oneOf(value, allowed) {
    if (value === '')
        return allowed[0];
    const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
    if (found !== undefined)
        return found;
    const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``);
    throw badValue(value, `Use ${words.join(' or ')}.`);
}
/** Empty: `true`. */
function flag(value) {
    return oneOf(value, ['true', 'false']) === 'true';
}
function count(value, ifEmpty, max) {
    if (value === '')
        return ifEmpty;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= max)
        return number;
    throw badValue(value, `Expected a whole number from 1 to ${max}.`);
}
/** Returns midnight UTC of the date; undefined when empty. */
function date(value) {
    if (value === '')
        return undefined;
    const parsed = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN);
    // JavaScript turns February 30 into March 2: only a real date comes back unchanged.
    if (!Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(value))
        return parsed;
    throw badValue(value, 'Expected a date that exists, as YYYY-MM-DD.');
}
/** `any`: undefined. */
function organization(value) {
    if (value === '')
        throw unsetVariable('`any` to switch the check off');
    if (value.toLowerCase() === 'any')
        return undefined;
    return values_text(value, /^[^\0-\x1f\x7f\u2028\u2029]{1,200}$/, 'Expected the handle, name or id of an organization: one line of at most 200 characters.');
}
function version(value) {
    if (value === '')
        throw unsetVariable('`latest`');
    if (value.toLowerCase() === 'latest')
        return 'latest';
    return values_text(value, /^[A-Za-z0-9~^<>=|*][\w.+~^<>=|* -]{0,127}$/, 'Use `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.');
}
/** Empty: there is none. */
function action_path(value) {
    // The toolkit prints a path that it cannot look at, as it is: no part of it may be a workflow command.
    const form = /\n|##\[/.test((0,redact/* plain */.p)(value)) ? /^$/ : /^/;
    return values_text(value, form, 'Expected the path of an installed CLI, or its name when it is on PATH.');
}
function sha256(value, cliPath) {
    if (value === '')
        throw unsetVariable('`release`');
    const words = value.toLowerCase().split(/\s+/);
    const [word] = words;
    if (words.length === 1 && (word === 'release' || word === 'none'))
        return word;
    const digests = words.map((digest) => digest.replace(/^sha256:/, ''));
    if (!digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))) {
        throw badValue(value, 'Use `release`, `none`, or SHA-256 digests of 64 hexadecimal digits, separated by spaces.');
    }
    if (cliPath === '')
        return digests;
    throw new Error('has no effect with `cli-path`: it is the digest of a release archive, and none is downloaded. Remove one of the two.');
}
/**
 * Returns the URL as it was written, without query, fragment and trailing slashes: the runner masks a URL that is
 * a secret only in its own spelling.
 */
function url(value) {
    if (value === '')
        throw unsetVariable('`https://github.com`');
    const parsed = /\s/.test(value) ? null : URL.parse(value);
    const isHttp = parsed !== null && /^https?:$/.test(parsed.protocol);
    if (isHttp && parsed.username === '' && parsed.password === '') {
        return value.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '');
    }
    const expected = 'Expected an http or https URL without credentials.';
    if (!value.includes('@'))
        throw badValue(value, expected);
    throw new Error(`is not shown, because it may hold a password. ${expected}`);
}
function command(value) {
    return values_text(value, /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/, 'Use letters, digits, `.`, `_` and `-`; the first character is a letter, a digit or `_`.');
}
function values_text(value, form, expected) {
    if (form.test(value) && !fromExpression.test(value))
        return value;
    throw badValue(value, expected);
}
// What expressions give for conditions, for whole contexts and for masked values. Each of these is text, and some
// are names of commands.
const fromExpression = /^(true|false|Object|Array|NaN|\*\*\*)$/;
const expressionHint = ' An expression can give this text: `a && b` gives `false`, `a && b || c` gives `c` instead.';
// A value is shown as a whole or not at all: the runner masks a secret only where it is whole.
function badValue(value, expected) {
    const what = value.length > 80 ? `has ${value.length} characters` : `is "${value}"`;
    const hints = [
        fromExpression.test(value) && expressionHint,
        // Such a value looks like one that is allowed.
        (0,redact/* plain */.p)(value) !== value && ' The value holds an invisible character.',
    ];
    return new Error(`${what}. ${[expected, ...hints.filter((hint) => hint !== false)].join('')}`);
}
function unsetVariable(instead) {
    return new Error(`is empty: its expression probably refers to a variable that is not set. Set the variable, or use ${instead}.`);
}

;// CONCATENATED MODULE: ../lib/inputs/inputs.js
// The inputs of action.yml as one typed, readonly value. The only file that reads inputs.




/** How each input is read: from its value and a function that reads other inputs. */
const readers = {
    token: token,
    /** Empty: there is none. */
    fallbackToken: token,
    onMissingToken: (value) => oneOf(value, ['fail', 'skip']),
    /** Midnight UTC at the start of the token's last day. */
    tokenExpiresOn: date,
    expiryWarningDays: (value) => count(value, 14, 3650),
    /** Undefined: not checked. */
    expectedOrganization: organization,
    cli: (value) => oneOf(value, distributions/* cliNames */.jW),
    cliVersion: version,
    /** Empty: the published CLI is installed. */
    cliPath: action_path,
    cliSha256: (value, input) => sha256(value, input('cli-path')),
    /** Empty: the name of the CLI. */
    command: (value) => (value === '' ? '' : command(value)),
    region: (value) => oneOf(value, ['', 'US', 'EU']),
    /** Empty: there is none. */
    githubToken: githubToken,
    /** Without a trailing slash. */
    githubUrl: url,
    /** Without a trailing slash. Empty: no metadata is read. */
    githubApiUrl: (value) => (value === '' ? '' : url(value)),
    loginAttempts: (value) => count(value, 3, 100),
    timeoutSeconds: (value) => count(value, 60, 86_400),
    logout: flag,
    summary: flag,
};
/**
 * Reads and validates every input.
 *
 * @throws Error that names every bad input, quotes its value (never a token) and says what is expected
 */
function readInputs(env) {
    const problems = [];
    const entries = Object.keys(readers).map((property) => {
        try {
            return [property, read(property, env)];
        }
        catch (error) {
            problems.push(error.message);
            return [];
        }
    });
    if (problems.length > 0)
        throw (0,titled_error/* titledError */.X)('Invalid input', problems.join('\n'));
    const inputs = Object.fromEntries(entries);
    return { ...inputs, command: inputs.command || inputs.cli };
}
/** Reads what to do without a token. A run that gets no secrets may get no variables for other inputs either. */
function readOnMissingToken(env) {
    return read('onMissingToken', env);
}
function read(property, env) {
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const input = (name) => inputOf(env, name);
    const reader = readers[property];
    try {
        refuseToken(name, env);
        return reader(input(name), input);
    }
    catch (error) {
        throw (0,titled_error/* titledError */.X)('Invalid input', `The input \`${name}\` ${error.message}`);
    }
}
/**
 * Why there is no token: its input is empty, or the text `false`, which `condition && secrets.X` gives. Undefined:
 * there is one.
 */
function whyNoToken(env) {
    if (inputOf(env, 'token') !== '')
        return undefined;
    return rawInputOf(env, 'token') === 'false' ? 'false' : 'empty';
}
/** Whether the job summary is wanted, as far as the inputs can be read. */
function wantsSummary(env) {
    return inputOf(env, 'summary').toLowerCase() !== 'false';
}
/** Returns the input of the early log-out: a session's directory, `all`, or empty. */
function sessionInputOf(env) {
    return inputOf(env, 'session');
}
/** Lists both tokens, valid or not. */
function tokensOf(env) {
    return secretsNamed(tokenNames, env);
}
/** Lists the tokens and the token for GitHub, valid or not: no message shows them, and no child gets them. */
function secretsOf(env) {
    return secretsNamed(secretNames, env);
}
const tokenNames = ['token', 'fallback-token'];
const secretNames = [...tokenNames, 'github-token'];
// A shorter value can be part of ordinary words: a mask of it would hide them. It is refused instead.
function secretsNamed(names, env) {
    return names.map((name) => inputOf(env, name)).filter((value) => value.length >= token_token/* shortestToken */.ey);
}
// Values of other inputs appear in logs, file names and requests.
function refuseToken(name, env) {
    if (tokenNames.includes(name))
        return;
    // A token for GitHub in `token` is explained there.
    const isRefusedAnyway = (token) => name === 'github-token' && (0,token_token/* whyNotToken */.hV)(token) !== undefined;
    const tokens = tokensOf(env).filter((token) => !isRefusedAnyway(token));
    if (!tokens.some((token) => inputOf(env, name).includes(token)))
        return;
    throw new Error('contains the token. Use the token in `token` and `fallback-token` only.');
}
// A secret that is `false` was not given: see `whyNoToken`.
function inputOf(env, name) {
    const value = rawInputOf(env, name);
    return value === 'false' && secretNames.includes(name) ? '' : value;
}
// The runner masks a secret of the job without the white space around it.
function rawInputOf(env, name) {
    return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}

;// CONCATENATED MODULE: ../lib/inputs/mask.js
// Masks the secrets among the inputs. The only file that masks.



/**
 * Masks the secrets, valid or not. Call it before anything is printed.
 *
 * The runner masks the usual encodings of a secret by itself, but not, for example, the output of
 * `echo | base64`. So each encoding of a token is registered.
 */
function maskSecrets(env) {
    const forms = [...tokensOf(env).flatMap(token_token/* encodingsOf */.a_), ...secretsOf(env)];
    // The runner masks each line of a value by itself. The mask of a short line would hide ordinary words.
    const lines = forms.flatMap((form) => form.split(/[\r\n]+/)).map((line) => line.trim());
    for (const line of new Set(lines))
        if (line.length >= token_token/* shortestToken */.ey)
            (0,core/* setSecret */.Pq)(line);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ../lib/cli/environment.js

/** Variables that the CLI must not see: files below these directories would outlive its session. */
const removedVariables = [
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_STATE_HOME',
    'XDG_CACHE_HOME',
];
/**
 * Removes from an environment the inputs and the state of this action, the credentials that the runner
 * gives to actions, the files that take workflow commands, `removedVariables`, and every variable that
 * holds a secret.
 *
 * @param secrets the tokens, and the token for GitHub, which jobs also keep in variables of other names
 * @returns the rest, among it PATH, proxies, certificates, and RUNNER_TRACKING_ID, by which the runner
 *   finds orphan processes
 */
function scrubbed(env, secrets) {
    const forms = secrets.flatMap(token_token/* encodingsOf */.a_);
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !forActionsOnly.test(entry[0]) &&
        !removedVariables.includes(entry[0]) &&
        !forms.some((form) => entry[1]?.includes(form)));
    return Object.fromEntries(kept);
}
const forActionsOnly = /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN|ARTIFACTS|ARTIFACTS_LIST)$)/i;

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = builtin("node:child_process");
// EXTERNAL MODULE: ../lib/runner/or-undefined.js
var or_undefined = __nccwpck_require__(9742);
;// CONCATENATED MODULE: ../lib/cli/processes.js
// Ends processes: a CLI that outlives its session would write its credentials again.




/** The variable that every process of a session inherits. Its value is the session's directory. */
const sessionVariable = 'CHOREO_LOGIN_SESSION';
/**
 * Kills the processes of this user that run in a session, as far as one look finds them. Windows has no
 * interface for the environment of a process, so it does nothing there.
 *
 * @returns the number of processes that were found
 */
function endProcesses(session, platform) {
    if (platform === 'win32')
        return 0;
    const find = platform === 'linux' ? findInProc : findWithPs;
    let ended = 0;
    for (const pid of find(`${sessionVariable}=${session}`)) {
        (0,or_undefined/* orUndefined */.y)(() => process.kill(pid, 'SIGKILL'));
        ended++;
    }
    return ended;
}
/** Kills a process and its children on Windows, where only the process tree connects them. */
function endTree(pid, { env }) {
    const taskkill = (0,external_node_path_.join)(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    (0,external_node_child_process_namespaceObject.execFile)(taskkill, ['/pid', String(pid), '/t', '/f'], (error) => {
        if (error !== null)
            (0,or_undefined/* orUndefined */.y)(() => process.kill(pid, 'SIGKILL'));
    });
}
// The newest first, and each as soon as it is found: a process that starts itself again lives for a millisecond.
function* findInProc(variable) {
    const names = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.readdirSync)('/proc')) ?? [];
    const pids = names.map(Number).filter((pid) => pid > 0 && pid !== process.pid);
    for (const pid of pids.toSorted((a, b) => b - a)) {
        // The environment of other users' processes cannot be read.
        const environment = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, 'utf8')) ?? '';
        if (`\0${environment}`.includes(`\0${variable}\0`))
            yield pid;
    }
}
function findWithPs(variable) {
    const args = ['-AEww', '-o', 'pid=,command='];
    const stdio = ['ignore', 'pipe', 'ignore'];
    const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024, stdio };
    const listed = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_child_process_namespaceObject.execFileSync)('/bin/ps', args, options)) ?? '';
    return listed
        .split('\n')
        .filter((line) => `${line} `.includes(` ${variable} `))
        .map((line) => Number.parseInt(line, 10))
        .filter((pid) => pid > 0 && pid !== process.pid);
}

;// CONCATENATED MODULE: ../lib/session/session.js
// A session is a directory: the home of a CLI, its executable, and the command that later steps call.






/** The parts of a session's directory. */
function partsOf({ directory }) {
    return {
        /** The home of the CLI. Only the CLI writes into it. */
        home: (0,external_node_path_.join)(directory, 'home'),
        /** The working directory of the CLI. On Windows a process blocks the removal of this directory. */
        cwd: (0,external_node_path_.join)(directory, 'cwd'),
        /** A downloaded executable. */
        cli: (0,external_node_path_.join)(directory, 'cli'),
        /** The archive, until it is in the tool cache. The install makes and removes it. */
        download: (0,external_node_path_.join)(directory, 'download'),
        /** The command of later steps. This directory goes on PATH. */
        bin: (0,external_node_path_.join)(directory, 'bin'),
        /** A file that exists from the moment when Choreo accepted a token. */
        accepted: (0,external_node_path_.join)(directory, 'accepted'),
        /** The copy of the session's description that other steps of the action read. */
        marker: (0,external_node_path_.join)(directory, 'session.json'),
        /** The file that an early log-out leaves until the end of the job. */
        closed: (0,external_node_path_.join)(directory, 'closed'),
    };
}
/** Lists the variables by which the CLI finds its home, uses files instead of a keyring, and is found. */
function settingsOf(session, platform) {
    const { home } = partsOf(session);
    return {
        SKIP_KEYRING: 'true',
        [sessionVariable]: session.directory,
        ...(session.region !== '' && { CHOREO_REGION: session.region }),
        HOME: home,
        ...(platform === 'win32' && {
            USERPROFILE: home,
            APPDATA: (0,external_node_path_.join)(home, 'AppData', 'Roaming'),
            LOCALAPPDATA: (0,external_node_path_.join)(home, 'AppData', 'Local'),
        }),
    };
}
/** Returns the CLI of a session, ready to be run. */
function cliOf(session, { env, platform }, limits) {
    return {
        path: session.executable,
        cwd: partsOf(session).cwd,
        env: { ...scrubbed(env, secretsOf(env)), ...settingsOf(session, platform) },
        platform,
        ...limits,
    };
}
/** Whether a directory holds anything but directories, or cannot be read. */
function mayHoldFiles(directory) {
    const entries = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true }));
    const isFile = (entry) => !entry.isDirectory() || mayHoldFiles((0,external_node_path_.join)(directory, entry.name));
    return entries?.some(isFile) ?? true;
}

;// CONCATENATED MODULE: ../lib/login/context.js


function contextOf(inputs, session, machine, stopped) {
    const cli = cliOf(session, machine, { timeoutMs: inputs.timeoutSeconds * 1000, stopped });
    return { inputs, session, machine, cli, secrets: secretsOf(machine.env), stopped };
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = builtin("node:os");
;// CONCATENATED MODULE: ../lib/cli/known-failures.js
/** How to replace a token. */
const createToken = 'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
    'store it in the secret that the workflow reads.';
const refused = {
    kind: 'refused',
    title: 'Token refused',
    what: 'Choreo refused the Personal Access Token: it is invalid, expired or revoked.',
    advice: `${createToken} See "Using personal access tokens" in https://wso2.com/choreo/docs/.`,
};
const unreachable = {
    kind: 'transient',
    title: 'Choreo unreachable',
    what: 'The CLI could not reach Choreo, or Choreo could not respond.',
    advice: 'Usually temporary: re-run the job. Otherwise check the firewall of the runner, the proxy with the user name and ' +
        'the password in `HTTPS_PROXY`, and the status page of Choreo.',
};
const knownFailures = [
    {
        title: 'Login timed out',
        what: 'The CLI did not finish in time, so the action stopped it.',
        advice: 'Re-run the job. If it happens often, raise the input `timeout-seconds`, and check the proxy and ' +
            'the firewall of the runner.',
        ended: ({ limit }) => limit === 'timeout',
    },
    {
        title: 'CLI printed too much',
        what: 'The CLI printed more than 4 MiB, so the action stopped it.',
        advice: 'Re-run the job. If it happens again, set the input `cli-version` to another version.',
        ended: ({ limit }) => limit === 'output',
    },
    {
        title: 'CLI crashed',
        what: 'The CLI crashed.',
        advice: 'Set the input `cli-version` to `latest`: versions before v1.2.25 crash at a login with a Personal ' +
            'Access Token. Report crashes of newer versions to WSO2.',
        // The end of each panic of Go.
        words: /^goroutine \d+ \[/m,
    },
    {
        title: 'CLI is a shim',
        what: 'The CLI in `cli-path` seems to be a shim of asdf or mise.',
        advice: 'Set `cli-path` to the executable that `asdf which choreo` or `mise which choreo` prints. A shim reads its ' +
            'settings from the home of the machine, and each session has a home of its own.',
        // Exit code 126 without a word is how some versions of asdf end.
        ended: ({ exitCode }, text) => (exitCode === 126 || exitCode === 127) && text.trim() === '',
        // Below `installs` is the executable itself.
        words: /\b(asdf|mise)\b(?![\\/]installs)|no version is set for (command|shim)\b/i,
    },
    {
        title: 'CLI cannot be run',
        what: 'The CLI is missing, not executable, or built for another system.',
        advice: 'Check the input `cli-path`, or remove it to get the matching CLI. The processor or the C library ' +
            'may differ: Alpine reports an executable for glibc as "not found".',
        ended: ({ startError, exitCode }) => startError !== '' || exitCode === 126 || exitCode === 127,
        // Node passes an executable for another processor to a shell, which reads it as a script.
        words: /: (line )?\d+: (\S+: )?syntax error|exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
    },
    {
        title: 'CLI was killed',
        what: 'A signal ended the CLI.',
        advice: 'Re-run the job. If it happens again, use a runner with more memory, or set the input `cli-version` ' +
            'to another version.',
        // A shell that starts the CLI reports a signal as exit code 128 plus the number of the signal.
        ended: ({ exitCode, signal }) => signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
    },
    {
        title: 'Login failed silently',
        what: 'The CLI failed without printing an error.',
        advice: 'Re-run the job. If it happens again, set the input `cli-version` to another version.',
        ended: (_, text) => text.trim() === '',
    },
    {
        title: 'CLI too old',
        what: 'This version of the CLI does not know the command or fails for every command.',
        advice: 'Set the input `cli-version` to `latest` or a newer version, or update the CLI in `cli-path`.',
        // As Go's libraries for command lines word it; v1.2.25-wdp has a duplicate shorthand flag.
        words: /\bunknown (command|flag|shorthand)\b|\bflag provided but not defined\b|\bduplicate shorthand flag\b/i,
    },
    {
        title: 'No organization',
        what: 'The token is valid, but its account belongs to no organization.',
        advice: 'Sign in to the Choreo Console with that account once and create an organization, or ask an ' +
            'administrator for an invitation.',
        // `NoOrgsAvailable` is public, the other words are guessed.
        words: /\bNoOrgsAvailable\b|\bno (available )?org(ani[sz]ation)?s? (is |are |was |were )?(attached|available|found|associated|exists?)\b|(\bnot|n't) (belong to|a member of|have|part of) any org(ani[sz]ation)?s?\b/i,
    },
    {
        title: 'Certificate not trusted',
        what: 'The CLI does not trust the certificate of the server.',
        advice: 'Set `SSL_CERT_FILE` to the certificate authority of a proxy that inspects traffic. Otherwise check ' +
            'the clock of the runner.',
        // As Go words it. Before the refusals, because a certificate can have expired too.
        words: /\bx509\b|self[- ]signed certificate|unknown authority/i,
    },
    // Both have certain words and vague ones: a refusal can be logged beside a broken connection, and what
    // cannot be reached is often an endpoint for tokens.
    {
        ...refused,
        // Standards, and names in WSO2's public code. gRPC also uses `Unauthenticated` when the client could not get
        // its credentials.
        words: new RegExp(`${httpStatus('401')}|\\bunauthori[sz]ed\\b|\\bunauthenticated\\b(?! desc = transport)|\\binvalid_?(token|grant)\\b|` +
            '\\bTokenNotFound\\b', 'i'),
    },
    {
        ...unreachable,
        // As HTTP, Go and operating systems word it. Behind the URL of a request that got no response, Go prints the
        // reason, or the status text of the proxy that refused it. Invalid JSON is usually the page of a proxy.
        words: new RegExp(`${httpStatus('407|408|425|429|5\\d\\d')}|too many requests|proxy authentication required|` +
            'internal server error|bad gateway|service unavailable|gateway time-?out|deadline exceeded|' +
            '"https?:[^"]+": (forbidden|(unexpected )?eof)\\b|\\b(net/http|http2): |handshake failure|' +
            'i/o timeout|invalid character .{1,20} looking for|' +
            '\\b(dial|read|write|proxyconnect) tcp\\b|no such host|server misbehaving|name resolution|' +
            'connection (refused|reset|closed|aborted)|broken pipe|network is (unreachable|down)|no route to host|' +
            '\\b(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)\\b', 'i'),
    },
    {
        ...refused,
        // Guesses, behind a name in WSO2's public code: no public text shows what the CLI prints.
        words: new RegExp('\\bRefreshToken\\b|failed to refresh (the )?(user )?session|' +
            '\\b(token|credentials?)\\b[^.\\n]{0,40}\\b(invalid|expired|(?<!not |be )revoked|rejected|refused|not valid)\\b|' +
            '\\b(invalid|expired|revoked|wrong)\\b[^.\\n]{0,40}\\b(token|credentials?)\\b|authentication failed', 'i'),
    },
    {
        kind: 'forbidden',
        title: 'Token lacks permission',
        what: 'Choreo accepted the token, but does not allow the request.',
        advice: 'Create a token with the scopes that the job needs, for a user with access, and store it in the ' +
            'secret that the workflow reads.',
        // The words behind the standard ones are guessed. A wrong method, an operation that the system refuses, and
        // a locked keychain have other causes.
        words: new RegExp(`${httpStatus('403')}|\\bforbidden\\b|insufficient_scope|` +
            '\\b(missing|lacks?|insufficient)\\b[^.\\n]{0,40}\\b(scopes?|permissions?|privileges?)\\b|' +
            'access denied|(?<!method |operation |interaction is )not (authori[sz]ed|permitted|allowed)', 'i'),
    },
    {
        ...unreachable,
        words: /temporarily|try again later|\btime(d )?-?out\b|\beof\b/i,
    },
    {
        title: 'No keyring',
        what: 'The CLI tried to use the keyring, which runners do not have.',
        advice: 'Set the input `cli-version` to `latest` or a newer version: this version seems to ignore ' +
            '`SKIP_KEYRING=true`, which the action sets.',
        // Last, because newer versions only mention the keyring and go on with files.
        words: /org[./]freedesktop[./]secrets|dbus-launch|\bKeyringAccess\b|\b(failed|unable|cannot|could not)\b.{0,60}\b(keyring|keychain)\b/i,
    },
];
const unknownFailure = {
    kind: 'unknown',
    title: 'Login failed',
    what: 'The CLI failed for a reason that this action does not recognize.',
    advice: [
        'What to do:',
        '1. Re-run the job: the failure may be temporary.',
        "2. Compare the CLI's version with its version in the last successful run. If they differ, set `cli-version` to the earlier one.",
        `3. Replace the token. ${createToken}`,
        '4. Check the status page of Choreo.',
        '5. Report the failure with this annotation. Read what the CLI said before you share it.',
    ].join('\n'),
};
// A status of HTTP and not a port, an id or a size: the word before it decides.
function httpStatus(codes) {
    return `(status|code|\\bhttp(/[\\d.]+)?|response|error|failed)[^\\w/]{1,4}(${codes})\\b(?![-.:]?\\d)`;
}

;// CONCATENATED MODULE: ../lib/cli/failure.js
// Explains why a call of the CLI failed. Pure. The exit code decides whether it failed; the output only
// explains why.



/**
 * Explains a call that failed.
 *
 * @param secrets hidden in the message
 * @param attempts how often the call was made
 */
function diagnose(outcome, secrets, attempts = 1) {
    const output = outputOf(outcome);
    const text = withoutNotices(withoutUsage((0,redact/* plain */.p)(withoutSecrets(output, secrets))));
    const applies = ({ ended, words }) => ended?.(outcome, text) || words?.test(text);
    const { kind, title, what, advice } = knownFailures.find(applies) ?? unknownFailure;
    const speaker = outcome.startError === '' ? 'CLI' : 'operating system';
    const quoted = quote(withoutUsage((0,redact/* redact */.E)(output, secrets)), speaker);
    const times = attempts > 1 ? `${attempts} attempts failed. ` : '';
    const explained = `${times}${what}${endOf(outcome)}${quoted && `\n${quoted}`}`;
    const error = (0,titled_error/* titledError */.X)(title, `${explained}\n${advice}`);
    return Object.assign(error, { kind, what: explained, advice });
}
/** Whether an error is the diagnosis of a call that failed. */
function isDiagnosis(error) {
    return error instanceof Error && 'advice' in error;
}
/** Returns the end of what a call printed; standard error comes last, because a quotation shows last lines. */
function outputOf({ stdout, stderr, startError }) {
    return [stdout, stderr, startError].map(endOfText).join('\n');
}
const readLength = 16_384;
// A part of a line could be a part of a secret, which the runner would not mask.
function endOfText(text) {
    return text.length <= readLength ? text : text.slice(-readLength).replace(/^.*/, '…');
}
// A token can contain words such as "expired".
function withoutSecrets(text, secrets) {
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, ''), text);
}
// Many CLIs print their usage after an error. It would fill the quotation, and its words ("--timeout",
// "token") explain nothing.
function withoutUsage(output) {
    return output.replace(/^Usage:\n(?:(?:[ \t].*|(?!Error)[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '');
}
/**
 * Removes the lines about new versions from plain output. WSO2 documents that the CLI prints a notice of a new
 * version, but neither its words nor what the CLI prints when it cannot check for one.
 */
function withoutNotices(text) {
    return text
        .replace(/^[^\w\n]*(notice|note|tip|hint|(a )?new(er)? version|update available)\b.*/gim, '')
        .replace(/^.*\bcheck(ing)? for (a |the )?(new(er)? |latest )?(update|version|release)s?\b.*/gim, '');
}
function endOf({ exitCode, signal, limit }) {
    if (limit !== undefined)
        return '';
    if (signal !== null)
        return ` The signal was ${signal}.`;
    return exitCode === null ? '' : ` The exit code was ${exitCode}.`;
}
const firstLines = 2;
const lastLines = 4;
const lineLength = 600;
const quoteLength = 1200;
/**
 * Quotes redacted output: at most six lines and 1,200 characters; empty when there is none. Lines are whole or
 * left out, because the runner masks a secret only where it is whole.
 */
function quote(output, speaker = 'CLI') {
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0)
        return '';
    const omitted = lines.length - firstLines - lastLines;
    const note = `… ${omitted} more ${omitted === 1 ? 'line' : 'lines'}`;
    const chosen = omitted <= 0 ? lines : [...lines.slice(0, firstLines), note, ...lines.slice(-lastLines)];
    const bounded = chosen.map((line) => line.length <= lineLength ? `  ${line}` : `  … a line of ${line.length} characters`);
    const shown = bounded.filter((_, at) => bounded.slice(at).join('\n').length <= quoteLength);
    return [`The ${speaker} said:`, ...shown].join('\n');
}

;// CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = builtin("node:diagnostics_channel");
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 4 modules
var action_exec = __nccwpck_require__(2479);
;// CONCATENATED MODULE: ../lib/cli/run.js




/** Logs in with a token, which goes to the CLI's standard input. */
function callLogin(cli, token) {
    return run(cli, ['login', '--with-token'], `${token}\n`);
}
function callLogout(cli) {
    return run(cli, ['logout']);
}
function listOrganizations(cli) {
    return run(cli, ['list', 'organizations', '--output', 'json']);
}
function showVersion(cli) {
    return run(cli, ['--version']);
}
/** Whether a call succeeded. */
function succeeded({ exitCode, limit }) {
    return exitCode === 0 && limit === undefined;
}
// How long to wait for output after the CLI has exited, while a child of it holds the pipes.
const drainMs = 1000;
async function run(cli, args, input = '') {
    const unkillable = Promise.withResolvers();
    const call = { cli, child: undefined, limit: undefined, unkillable };
    const [stdout, stderr] = [collectOutput(call), collectOutput(call)];
    const onChild = (message) => watch(call, message);
    const onStop = () => stop(call, 'step');
    // @actions/exec gives no handle on its child. Node announces every child on a diagnostics channel.
    // https://nodejs.org/api/diagnostics_channel.html#event-child_process
    (0,external_node_diagnostics_channel_namespaceObject.subscribe)('child_process', onChild);
    cli.stopped?.addEventListener('abort', onStop);
    const timer = setTimeout(() => stop(call, 'timeout'), cli.timeoutMs);
    const { exitCode, startError } = await execute(call, args, {
        input: Buffer.from(input),
        listeners: { stdout: stdout.take, stderr: stderr.take },
    });
    clearTimeout(timer);
    cli.stopped?.removeEventListener('abort', onStop);
    (0,external_node_diagnostics_channel_namespaceObject.unsubscribe)('child_process', onChild);
    release(call);
    return {
        exitCode,
        signal: call.child?.signalCode ?? null,
        limit: call.limit,
        startError,
        stdout: stdout.text(),
        stderr: stderr.text(),
    };
}
async function execute({ cli, unkillable }, args, options) {
    // @actions/exec starts the child in an async callback, whose errors (ENOEXEC, E2BIG) reject no promise that is returned.
    const thrown = Promise.withResolvers();
    process.on('unhandledRejection', thrown.reject);
    try {
        cli.stopped?.throwIfAborted();
        const running = (0,action_exec/* exec */.m)(quoted(cli.path), [...args], {
            ...options,
            cwd: cli.cwd,
            env: { ...cli.env },
            ignoreReturnCode: true,
            silent: true,
            delay: drainMs,
            // Nothing is written to it. Without it Node opens standard error, which takes a while.
            errStream: process.stdout,
        });
        const exitCode = await Promise.race([running, thrown.promise, unkillable.promise]);
        return { exitCode, startError: '' };
    }
    catch (error) {
        // Without files for its pipes (EMFILE) a child fails in both ways, in the callback a moment later.
        await (0,promises_.setImmediate)();
        // @actions/exec puts a sentence of its own before the words of the operating system.
        return { exitCode: null, startError: error.message.replace(/^.* Error: /s, '') };
    }
    finally {
        process.off('unhandledRejection', thrown.reject);
    }
}
// @actions/exec splits its first argument at spaces. Outside of quotes a backslash stands for itself.
function quoted(path) {
    return path.replaceAll('"', '"\\""').replaceAll(' ', '" "');
}
// The first child is the CLI, because nothing else is started before it is to be stopped.
function watch(call, { process: child }) {
    if (call.child !== undefined)
        return;
    call.child = child;
    child.once('spawn', () => {
        // A CLI that exits before it reads its input breaks the pipe. That is not an error of this action.
        child.stdin?.on('error', () => { });
        if (call.limit !== undefined)
            endChild(call);
    });
}
// The limits apply until the CLI exits, not until its children do. A CLI that is only being started is ended
// as soon as it runs.
function stop(call, limit) {
    const { child } = call;
    const hasExited = typeof child?.exitCode === 'number' || typeof child?.signalCode === 'string';
    if (call.limit !== undefined || hasExited)
        return;
    call.limit = limit;
    endChild(call);
}
const graceMs = 2000;
// More than a CLI takes that can be killed.
const unkillableMs = 3 * graceMs;
function endChild({ cli, child, unkillable }) {
    if (child?.pid === undefined)
        return;
    // A process that waits for a file system that never answers outlives even SIGKILL.
    setTimeout(() => unkillable.resolve(null), unkillableMs).unref();
    if (cli.platform === 'win32')
        endTree(child.pid, cli);
    else {
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    }
}
// Processes that the CLI has started may hold the other ends of the pipes. This process does not wait for them.
function release({ cli, child, limit }) {
    if (child === undefined)
        return;
    // A CLI of another user cannot be killed (EPERM), which Node reports as an event.
    child.on('error', () => { });
    for (const stream of [child.stdin, child.stdout, child.stderr])
        stream?.destroy();
    child.unref();
    const session = cli.env[sessionVariable];
    if (limit !== undefined && session !== undefined)
        endProcesses(session, cli.platform);
}
const maxOutputBytes = 4 * 1024 * 1024;
// @actions/exec searches unfinished lines again with every chunk, so endless output has to end.
function collectOutput(call) {
    const chunks = [];
    let bytes = 0;
    const take = (chunk) => {
        bytes += chunk.length;
        if (bytes <= maxOutputBytes)
            chunks.push(chunk);
        else
            stop(call, 'output');
    };
    return { take, text: () => Buffer.concat(chunks).toString() };
}

// EXTERNAL MODULE: ../lib/install/executable.js
var executable = __nccwpck_require__(8829);
// EXTERNAL MODULE: ../lib/runner/report.js
var runner_report = __nccwpck_require__(4964);
;// CONCATENATED MODULE: ../lib/session/find.js
// Finds the sessions below RUNNER_TEMP, and tells those of this user from others.





const sessionName = /^choreo-session-[0-9a-f]{16}$/;
/**
 * Whether a directory is a session of this user: a real directory with our name, directly below RUNNER_TEMP.
 *
 * RUNNER_TEMP can be shared with other users, who can make directories there, and links. Nothing of theirs
 * is run or removed. On Windows the name and the place decide.
 */
function isOurs(directory, env) {
    const name = (0,external_node_path_.basename)(directory);
    const isPlace = directory === (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? '', name);
    return isPlace && sessionName.test(name) && isOwnDirectory(directory);
}
/** Whether a path leads to a directory of this user, and not to a link. */
function isOwnDirectory(path) {
    const found = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.lstatSync)(path));
    const user = process.geteuid?.();
    return found?.isDirectory() === true && (user === undefined || user === found.uid);
}
/** Whether an early log-out has closed a session. */
function isClosed(session) {
    return (0,external_node_fs_.existsSync)(partsOf(session).closed);
}
/** Whether a file is in a session, of this job or of another one. */
function isInSession(path) {
    const directories = path.split(/[\\/]/).slice(0, -1);
    return directories.some((name) => sessionName.test(name));
}
/** Lists the sessions of this user below RUNNER_TEMP that nobody has closed. */
function openSessions(env) {
    const found = directoriesIn(env).map((directory) => sessionIn(directory, env));
    return found.filter((session) => session !== undefined);
}
/**
 * Finds the sessions that an early log-out closes.
 *
 * @param wanted the input `session`: a directory, or `all`
 * @returns sessions that nobody has closed
 * @throws Error when there are only sessions of other users, or when `wanted` is not a session of this user
 */
function sessionsToClose(wanted, env) {
    if (wanted === 'all') {
        const sessions = openSessions(env);
        const foreign = directoriesIn(env).filter((directory) => !isOurs(directory, env));
        if (sessions.length > 0 || foreign.length === 0)
            return sessions;
        throw (0,titled_error/* titledError */.X)('Session of another user', `There are only sessions of other users: ${foreign.join(', ')}. Run the log-out as the user that logged in.`);
    }
    const session = sessionIn(wanted, env);
    if (session !== undefined)
        return [session];
    if (isOurs(wanted, env) && isClosed({ directory: wanted }))
        return [];
    // An output of a login that was skipped must not close all sessions.
    const actual = wanted === ''
        ? 'empty: the login whose output it reads has not logged in'
        : `${JSON.stringify(wanted)}, which is not a session of this job and user`;
    throw (0,titled_error/* titledError */.X)('Invalid input', `The input \`session\` is ${actual}. Expected \`all\`, or the output \`session\` of a login.`);
}
// A marker holds a few paths.
const maxMarkerBytes = 65_536;
// Undefined: there is no session of this user, or not yet.
function sessionIn(directory, env) {
    if (!isOurs(directory, env))
        return undefined;
    const { marker } = partsOf({ directory });
    // A step can put a pipe there, which never ends, or a file that no memory holds.
    const found = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.lstatSync)(marker));
    if (found?.isFile() !== true || found.size > maxMarkerBytes)
        return undefined;
    const session = (0,or_undefined/* orUndefined */.y)(() => JSON.parse((0,external_node_fs_.readFileSync)(marker, 'utf8')));
    // A step can write anything there.
    const texts = [session?.command, session?.executable, session?.region];
    const isWhole = texts.every((text) => typeof text === 'string');
    return isWhole && session?.directory === directory ? session : undefined;
}
function directoriesIn(env) {
    const temp = env['RUNNER_TEMP'] ?? '';
    const names = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.readdirSync)(temp)) ?? [];
    return names.filter((name) => sessionName.test(name)).map((name) => (0,external_node_path_.join)(temp, name));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = builtin("node:util");
;// CONCATENATED MODULE: ../lib/session/wrapper.js
// The wrapper: the command that later steps call. It runs the CLI with the variables of one session.




/**
 * Writes the wrapper of a session. On Windows there are three (cmd, PowerShell, Git Bash) with one launcher.
 *
 * @returns the path of the file to call
 */
function writeWrapper(session, machine) {
    const { platform, execPath } = machine;
    const path = (0,external_node_path_.join)(partsOf(session).bin, session.command);
    const settings = settingsOf(session, platform);
    if (platform !== 'win32') {
        (0,external_node_fs_.writeFileSync)(path, forShells([session.executable], settings), { mode: 0o700 });
        return path;
    }
    const launcher = (0,external_node_path_.join)(partsOf(session).cli, 'launch.cjs');
    (0,external_node_fs_.writeFileSync)(launcher, launcherOf(session.executable, settings));
    (0,external_node_fs_.writeFileSync)(path, forShells([execPath, launcher], {}));
    (0,external_node_fs_.writeFileSync)(`${path}.ps1`, forPowerShell(execPath, launcher));
    (0,external_node_fs_.writeFileSync)(`${path}.cmd`, forCmd(partsOf(session).bin, execPath, launcher));
    return `${path}.cmd`;
}
const origin = 'Runs the CLI with the login of this job. Removed when the job ends.';
/**
 * Returns a script for POSIX shells. `exec` makes the CLI the process that the caller started: arguments,
 * streams, signals and exit code are its own.
 */
function forShells(command, settings) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const [executable = '', ...files] = command.map(quoted);
    const lines = [
        ...files.map((file) => `[ -e ${file} ] || { echo ${file} is missing. >&2; exit 127; }\n`),
        `unset ${removedVariables.join(' ')}\n`,
        ...Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}\n`),
    ];
    return `#!/bin/sh
# ${origin}
${lines.join('')}exec ${[executable, ...files].join(' ')} "$@"
`;
}
/**
 * Returns a script for Node that sets the variables in its own process alone, and starts the CLI with the
 * streams that it has. A CLI that cannot be started is exit code 127, as in POSIX shells.
 */
function launcherOf(executable, settings) {
    return `// ${origin}
const { spawnSync } = require('node:child_process')
const cli = ${JSON.stringify(executable)}
for (const name of ${JSON.stringify(removedVariables)}) delete process.env[name]
Object.assign(process.env, ${JSON.stringify(settings)})
// Ctrl-C reaches the CLI too, which decides what to do.
for (const signal of ['SIGINT', 'SIGBREAK']) process.on(signal, () => {})
const { error, status } = spawnSync(cli, process.argv.slice(2), { stdio: 'inherit' })
if (error) console.error(\`\${cli} cannot be started: \${error.code}\`)
process.exitCode = error ? 127 : (status ?? 1)
`;
}
/**
 * Returns a script for PowerShell, which passes arguments to a .cmd file in a way that cmd takes for commands.
 * It runs inside the caller's process, so it changes nothing there but $LASTEXITCODE.
 */
function forPowerShell(node, launcher) {
    // PowerShell takes typographic quotes for straight ones.
    const quoted = (text) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
    const call = `& ${quoted(node)} ${quoted(launcher)} @args`;
    // With a byte order mark Windows PowerShell reads the file as UTF-8.
    return `\ufeff# ${origin}
if (-not (Test-Path -LiteralPath ${quoted(launcher)})) { Write-Host ${quoted(`${launcher} is missing.`)}; exit 127 }
try {
  if ($MyInvocation.ExpectingInput) { $input | ${call} } else { ${call} }
} catch [System.Management.Automation.CommandNotFoundException], [System.Management.Automation.ApplicationFailedException] {
  Write-Host ${quoted(`${node} is missing or cannot be started.`)}; exit 127
}
exit $global:LASTEXITCODE
`;
}
/**
 * Returns a script for cmd, which reads files in the code page of the machine. So a path, which may not be
 * ASCII, is written relative to the file. `%*` is not expanded again.
 */
function forCmd(bin, node, launcher) {
    const near = (path) => {
        const relative = external_node_path_.win32.relative(bin, path).replaceAll('%', '%%');
        return external_node_path_.win32.isAbsolute(relative) ? relative : `%~dp0${relative}`;
    };
    const files = [`"${near(node)}"`, `"${near(launcher)}"`];
    return [
        '@echo off',
        `rem ${origin}`,
        'setlocal DisableDelayedExpansion',
        ...files.map((file) => `if not exist ${file} echo ${file} is missing.>&2& exit /b 127`),
        `${files.join(' ')} %*`,
        'exit /b %ERRORLEVEL%',
        '',
    ].join('\r\n');
}

;// CONCATENATED MODULE: ../lib/session/open.js
// Plans and opens a session: its name, its directories for this user alone, its place among other sessions.











/**
 * Names a new session. Nothing is written.
 *
 * @param installed an executable that is installed already; empty: it will be in the session
 * @throws Error when RUNNER_TEMP cannot be used, or when another session uses the command's name
 */
function planSession(inputs, machine, installed) {
    const { cli, command, region, logout } = inputs;
    const name = `choreo-session-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const directory = (0,external_node_path_.join)(temporaryDirectoryOf(machine), name);
    const executable = installed || (0,external_node_path_.join)(partsOf({ directory }).cli, (0,distributions/* executableName */.IK)(cli, machine.platform));
    const session = { directory, command, cli, executable, region, logout };
    // For its error alone.
    namesakesOf(session, machine);
    return session;
}
// A directory with a separator in its name would be two entries of PATH.
function temporaryDirectoryOf({ env, platform }) {
    const temp = env['RUNNER_TEMP'] ?? '';
    const separator = platform === 'win32' ? ';' : ':';
    const isUsable = (0,external_node_path_.isAbsolute)(temp) && !/[\r\n]/.test(temp) && !temp.includes(separator);
    if (isUsable)
        return temp;
    const actual = temp === '' ? 'not set' : JSON.stringify(temp);
    throw (0,titled_error/* titledError */.X)('Session not created', `RUNNER_TEMP is ${actual}. Expected an absolute path on one line without "${separator}", which PATH cannot hold. ` +
        'Install the runner in another directory.');
}
/**
 * Makes the directories of a session, its marker, and the command of later steps. Prints a notice when two
 * logins use the CLI's own name.
 *
 * @returns the path of the command
 * @throws Error that names the place and the reason, or the session that has the command's name
 */
async function openSession(session, machine) {
    const path = await makeSession(session, machine).catch((error) => {
        throw (0,titled_error/* titledError */.X)('Session not created', `The session directory could not be created: ${error.message}. Check that the disk of the runner is not full, and that its ` +
            'user can create and execute files in RUNNER_TEMP (no `noexec`).');
    });
    // Again: of two logins at once, at least one sees the marker of the other here.
    if (namesakesOf(session, machine).length > 0) {
        (0,runner_report/* notify */.me)('Command used twice', `Another login of this job uses the command \`${session.command}\` too. Later steps call the later login until it ends. ` +
            'Set the input `command` to call both.', machine.env);
    }
    return path;
}
async function makeSession(session, machine) {
    const { directory } = session;
    (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700 });
    if (machine.platform === 'win32')
        await limitAccess(directory, machine);
    // Some mounts give new files to another user.
    if (!isOurs(directory, machine.env))
        throw new Error(`${directory} belongs to another user`);
    const { home, cwd, cli, bin, marker } = partsOf(session);
    for (const part of [home, cwd, cli, bin])
        (0,external_node_fs_.mkdirSync)(part, { mode: 0o700 });
    (0,external_node_fs_.writeFileSync)(marker, JSON.stringify(session), { mode: 0o600, flag: 'wx' });
    const path = writeWrapper(session, machine);
    // Where nothing may be executed, a CLI in `cli-path` would log in, and no later step could call it.
    if (machine.platform !== 'win32')
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
    return path;
}
/**
 * Lists the other sessions whose command has the same name: two logins may use the CLI's own name, and the later
 * one is found first on PATH.
 *
 * Parallel steps have no common PATH, so the disk shows which commands there are. Some file systems do not
 * distinguish `Deploy` from `deploy`.
 *
 * @throws Error when one of the two logins chose the name
 */
function namesakesOf(session, { env }) {
    const { directory, command, cli } = session;
    const isNamesake = (other) => other.directory !== directory && other.command.toLowerCase() === command.toLowerCase();
    const namesakes = openSessions(env).filter(isNamesake);
    const taken = namesakes.find((other) => command !== cli || other.command !== other.cli);
    if (taken === undefined)
        return namesakes;
    throw (0,titled_error/* titledError */.X)('Invalid input', `The input \`command\` is "${command}", and the login in ${taken.directory} uses that name. Use a different name for each account.`);
}
// The equivalent of mode 0700: nothing is inherited, and the owner (S-1-3-4) has full access.
async function limitAccess(directory, { env }) {
    const icacls = (0,external_node_path_.join)(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe');
    const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F'];
    await (0,external_node_util_namespaceObject.promisify)(external_node_child_process_namespaceObject.execFile)(icacls, args, { timeout: 10_000, windowsHide: true });
}

;// CONCATENATED MODULE: ../lib/session/remove.js
// Removes a session's directory: a walk that goes on after errors and is repeated.







const timeoutMs = 5000;
const maxPauseMs = 500;
/**
 * Ends the processes of a session and removes its directory, unless it belongs to another user.
 *
 * The removal is repeated until nothing is there, because a process may still write or hold a file, or until
 * 5 s have passed.
 *
 * @param keptPart `closed`: the directory stays, with that part
 * @returns why something remains, mostly as codes of the operating system; empty: nothing does
 */
async function removeSession({ directory }, { env, platform }, keptPart) {
    const top = bytesOf(directory);
    const kept = bytesOf(partsOf({ directory }).closed);
    const listed = () => keptPart === undefined ? [top] : contentsOf(top).filter((path) => !path.equals(kept));
    const isGone = () => !listed().some(mayExist);
    if (!isOurs(directory, env))
        return isGone() ? [] : ['no access, or another owner'];
    const deadline = process.uptime() * 1000 + timeoutMs;
    for (let pauseMs = 20;; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
        const ended = endProcesses(directory, platform);
        const failures = listed().flatMap(removeTree);
        const restMs = deadline - process.uptime() * 1000;
        // Where processes were found, another one may have started meanwhile and write again.
        if (isGone() && (ended === 0 || restMs <= 0))
            return [];
        if (restMs <= 0)
            return failures.length > 0 ? [...new Set(failures)] : ['ENOTEMPTY'];
        await (0,promises_.setTimeout)(Math.min(pauseMs, restMs));
    }
}
/**
 * Ends the processes of a session and removes what is in its home.
 *
 * @returns whether the home is empty
 */
function emptyHome(session, { env, platform }) {
    const { directory } = session;
    endProcesses(directory, platform);
    const { home } = partsOf(session);
    // A link in the place of either could lead to the home of the machine.
    if (!isOurs(directory, env) || !isOwnDirectory(home))
        return false;
    for (const path of contentsOf(bytesOf(home)))
        removeTree(path);
    return (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.readdirSync)(home).length) === 0;
}
/** Gives the owner of a directory access to it, if that is possible. Links are not followed. */
function makeAccessible(directory) {
    (0,or_undefined/* orUndefined */.y)(() => {
        const found = (0,external_node_fs_.lstatSync)(directory);
        if (found.isDirectory() && (found.mode & 0o700) !== 0o700)
            (0,external_node_fs_.chmodSync)(directory, 0o700);
    });
}
// Paths are bytes, because a name need not be UTF-8.
function bytesOf(path) {
    return Buffer.from((0,external_node_path_.toNamespacedPath)(path));
}
function contentsOf(directory) {
    makeAccessible(directory);
    const names = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.readdirSync)(directory, 'buffer')) ?? [];
    return names.map((name) => Buffer.concat([directory, Buffer.from(external_node_path_.sep), name]));
}
// What cannot be looked at may be there.
function mayExist(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        return true;
    }
}
// A tree that is too deep for a path or for the stack is a failure like others.
function removeTree(path) {
    try {
        const found = (0,external_node_fs_.lstatSync)(path);
        if (!found.isDirectory()) {
            removeFile(path, found);
            return [];
        }
        const failures = contentsOf(path).flatMap(removeTree);
        if (failures.length === 0)
            (0,external_node_fs_.rmdirSync)(path);
        return failures;
    }
    catch (error) {
        const { code, message } = error;
        return code === 'ENOENT' ? [] : [code ?? message];
    }
}
// Windows refuses to remove a file with the read-only attribute.
function removeFile(path, found) {
    try {
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch (error) {
        if (error.code !== 'EPERM' || !found.isFile())
            throw error;
        (0,external_node_fs_.chmodSync)(path, 0o600);
        (0,external_node_fs_.unlinkSync)(path);
    }
}

// EXTERNAL MODULE: ../lib/network/retry.js
var retry = __nccwpck_require__(4778);
;// CONCATENATED MODULE: ../lib/login/attempts.js
// Calls the CLI, again after transient failures.




/** The shortest pause before another attempt, in milliseconds. */
const backoffMs = 500;
/**
 * Calls the CLI until it succeeds. Only transient failures are repeated: a refused token stays refused, and
 * repeating it could lock the account.
 *
 * @param prepare called before each further attempt; `false`: there is none
 * @throws Diagnosis of the last attempt; another Error when the runner stops the step between two attempts
 */
async function attempt(call, { inputs, secrets, stopped }, prepare = () => true) {
    const attempts = inputs.loginAttempts;
    const callOnce = async (number) => {
        const outcome = await call();
        if (succeeded(outcome))
            return outcome;
        throw diagnose(outcome, secrets, number);
    };
    return await (0,retry/* retry */.L)(callOnce, {
        attempts,
        backoffMs,
        maxBackoffMs: 30_000,
        pauseAfter: (thrown) => (thrown.kind === 'transient' ? 0 : undefined),
        onRetry: (thrown, number, pauseMs) => {
            if (!prepare())
                throw thrown;
            const { title } = thrown;
            const pause = (pauseMs / 1000).toFixed(1);
            (0,runner_report/* say */.cv)(`Attempt ${number} of ${attempts} failed (${title}). Next attempt in ${pause} s.`);
        },
        signal: stopped,
    });
}

;// CONCATENATED MODULE: ../lib/login/authenticate.js
// Logs in with the token, or with the fallback token.







/**
 * Logs in with the token, or with the fallback token when the first login may have failed because of its token.
 *
 * The home is emptied before each attempt, because the CLI reads what the attempt before has left there.
 * https://github.com/wso2/product-integrator/issues/1707
 *
 * @returns which token was accepted
 * @throws Error that explains the failure
 */
async function authenticate(context) {
    const { inputs, session, machine, stopped } = context;
    const { token, fallbackToken } = inputs;
    const first = await failureOf(token, context);
    if (first === undefined)
        return 'primary';
    if (fallbackToken === '' || !mayBeTheToken(first))
        throw first;
    if (fallbackToken === token) {
        throw (0,titled_error/* titledError */.X)(first.title, `${first.message}\n\`fallback-token\` is the same token, so it was not tried.`);
    }
    if (!emptyHome(session, machine))
        throw first;
    (0,runner_report/* say */.cv)(`${shortly(first)} Trying the fallback token.`);
    await (0,promises_.setTimeout)(backoffMs, undefined, { signal: stopped });
    const second = await failureOf(fallbackToken, context);
    if (second !== undefined)
        throw bothFailed(first, second);
    warnOfFallback(first, context);
    return 'fallback';
}
// Undefined: the login succeeded.
async function failureOf(token, context) {
    const { cli, session, machine } = context;
    try {
        await attempt(() => callLogin(cli, token), context, () => emptyHome(session, machine));
        return undefined;
    }
    catch (error) {
        if (isDiagnosis(error))
            return error;
        throw error;
    }
}
function mayBeTheToken({ kind }) {
    return kind === 'refused' || kind === 'forbidden' || kind === 'unknown';
}
function shortly({ kind }) {
    return kind === 'refused' ? 'Choreo refused the token.' : 'The login with the token failed.';
}
function bothFailed(first, second) {
    const failures = [`With \`token\`: ${first.what}`, `With \`fallback-token\`: ${second.what}`];
    if (first.kind === 'refused' && second.kind === 'refused') {
        return (0,titled_error/* titledError */.X)('Both tokens refused', [...failures, second.advice].join('\n'));
    }
    const outage = 'If the two failures are alike, the cause may not be a token: re-run the job, and check the status page of Choreo.';
    return (0,titled_error/* titledError */.X)('Login failed', [...failures, outage].join('\n'));
}
function warnOfFallback(first, { machine }) {
    const what = first.kind === 'refused'
        ? 'Choreo refused the Personal Access Token in `token` and accepted the one in `fallback-token`.'
        : 'The login with `token` failed, and the login with `fallback-token` succeeded.';
    const advice = 'Renew the secret that `token` reads before the other one expires.';
    (0,runner_report/* warn */.R8)('Fallback token used', [what, first.what, advice].join('\n'), machine.env);
}

;// CONCATENATED MODULE: ../lib/login/expiry.js
// How long a token is valid, according to the input `token-expires-on`: the CLI does not report it. Pure.

const dayMs = 86_400_000;
/**
 * Counts the calendar days, in UTC, until a token expires.
 *
 * @param expiresOn midnight UTC of its last day
 * @param now in ms since the epoch
 * @returns 0 on the last day, negative after it
 */
function daysUntil(expiresOn, now) {
    return Math.round(expiresOn.valueOf() / dayMs) - Math.floor(now / dayMs);
}
/**
 * Returns a warning for a token that expires soon or has expired; undefined otherwise.
 *
 * @param days as `daysUntil` counts them
 * @param warningDays the largest number of days with a warning
 */
function expiryWarning(expiresOn, days, warningDays) {
    if (days > warningDays)
        return undefined;
    const date = expiresOn.toISOString().slice(0, 10);
    const verb = days < 0 ? 'expired' : 'expires';
    return (`According to \`token-expires-on\`, the Personal Access Token ${verb} ${inWords(days)}, on ${date}. ` +
        `${createToken} Then update the date.`);
}
/** Returns `in 5 days`, `today` or `1 day ago`. */
function inWords(days) {
    if (days === 0)
        return 'today';
    const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
    return days > 0 ? `in ${count}` : `${count} ago`;
}

;// CONCATENATED MODULE: ../lib/login/organization.js
// The organizations that a token reaches, read from the output of `list organizations --output json`.
// WSO2 documents this command for `wdp` only, and its JSON not at all. It is read as WSO2's extension reads its
// RPC twin: an array, or an object with one array of a known name, whose members have a handle, a name, an id
// or a uuid.





/**
 * Expects that the CLI reaches an organization.
 *
 * @param expected a handle, a name or an id
 * @throws Error when it does not, or when that cannot be determined
 */
async function verifyOrganization(expected, context) {
    const listing = attempt(() => listOrganizations(context.cli), context);
    const { stdout } = await listing.catch((error) => {
        throw notVerified(expected, reasonOf(error));
    });
    const organizations = parseOrganizations(stdout);
    if (organizations === undefined)
        throw notVerified(expected, unreadable);
    if (reaches(organizations, expected))
        return;
    // Messages leave such characters out.
    const hint = (0,redact/* plain */.p)(expected) === expected ? '' : ' The expected name holds an invisible character.';
    throw (0,titled_error/* titledError */.X)('Wrong organization', `The token does not reach the organization "${expected}" in \`expected-organization\`, so the action undid the login. ` +
        `It reaches ${listed(organizations, context.secrets)}.${hint} Check that the job reads the secret of the right account.`);
}
const tooOld = 'This CLI cannot list organizations. WSO2 documents the command for `wdp` only. Set the input `cli-version` to `latest`, ' +
    'use `cli: wdp`, or set `expected-organization` to `any`.';
const unreadable = 'The CLI printed no list of organizations that this action can read. Set the input `cli-version` to another version, or ' +
    '`expected-organization` to `any`.';
function reasonOf(error) {
    const { title, message } = (0,titled_error/* withTitle */.Z)('', error);
    return title === 'CLI too old' ? tooOld : message;
}
function notVerified(expected, reason) {
    return (0,titled_error/* titledError */.X)('Organization not verified', `The action could not verify that the token reaches the organization "${expected}" in \`expected-organization\`, ` +
        `so it undid the login. ${reason}`);
}
const maxListed = 10;
const nameLength = 100;
// Names are shown as a whole or not at all: the runner masks a secret only where it is unchanged.
function listed(organizations, secrets) {
    if (organizations.length === 0)
        return 'no organization';
    const shown = organizations.slice(0, maxListed).map(([name = '']) => {
        if (name.length > nameLength)
            return `a name of ${name.length} characters`;
        return `"${(0,redact/* redact */.E)(name, secrets).replaceAll('\n', ' ')}"`;
    });
    const more = organizations.length - shown.length;
    return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
/**
 * Parses the output of the CLI.
 *
 * @param output JSON, with notices before it or after it
 * @returns the organizations, or undefined when the output holds no list of them
 */
function parseOrganizations(output) {
    const text = output.replace(/\u001b\[[\d;]*m|\ufeff/g, '').replaceAll('\r', '\n');
    // A notice such as "[warning] …" does not start like JSON. Only the first start counts: a part of damaged
    // JSON must not pass for the whole.
    const start = text.search(/^[ \t]*(\{\s*["}]|\[\s*[\]["{])/m);
    const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}')) + 1;
    if (start === -1)
        return undefined;
    const json = text.slice(start, end);
    return organizationsIn((0,or_undefined/* orUndefined */.y)(() => JSON.parse(json, withExactNumbers)));
}
/** Whether an organization is among others: its whole handle, name or id, in upper or lower case. */
function reaches(organizations, expected) {
    const wanted = expected.toLowerCase();
    return organizations.some((names) => names.some((name) => name.toLowerCase() === wanted));
}
// An id can have more digits than a number holds, so it is compared as it was printed.
function withExactNumbers(_, value, context) {
    return typeof value === 'number' ? (context?.source ?? value) : value;
}
function organizationsIn(value) {
    const organizations = listIn(value)?.map(namesOf);
    return organizations?.every((names) => names.length > 0) ? organizations : undefined;
}
// An array of another name can hold errors or invitations.
function listIn(value) {
    if (Array.isArray(value))
        return value;
    const arrays = Object.entries(value ?? {}).filter(([, inner]) => Array.isArray(inner));
    const [name = '', list] = arrays[0] ?? [];
    return arrays.length === 1 && listName.test(name) ? list : undefined;
}
const listName = /^(organizations|orgs|data|items|list)$/;
function namesOf(member) {
    const { handle, name, id, uuid } = (member ?? {});
    return [handle, name, id, uuid].filter((one) => typeof one === 'string' && one.trim() !== '');
}

;// CONCATENATED MODULE: ../lib/login/stop.js
// What ends a login from outside: the runner, or an early log-out.


const stoppedByRunner = new Error('The runner stopped the step.');
/**
 * Returns a signal that is aborted when the runner stops this step, or by an error that nothing catches. The
 * runner sends the same signals when the run is cancelled and when `timeout-minutes` is over, on Windows SIGBREAK
 * as the second. SIGHUP comes when somebody closes the terminal of a runner.
 */
function stopSignal() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) {
        process.on(signal, () => controller.abort(stoppedByRunner));
    }
    // Node would end the process, and print the error on standard error, where masks do not hold yet.
    process.on('uncaughtException', (error) => controller.abort(error));
    return controller.signal;
}
/**
 * Does a part of a login.
 *
 * @param activity as the end of "while the action was …"
 * @throws what the work throws; when something else ended the login meanwhile, that, because every other error
 *   follows from it
 */
async function during(activity, context, work) {
    try {
        return await work();
    }
    finally {
        refuseEnded(activity, context);
    }
}
function refuseEnded(activity, { session, stopped }) {
    if (isClosed(session)) {
        throw (0,titled_error/* titledError */.X)('Session closed', 'A log-out of this job closed the session while its login was running. Start the log-out after the login has ended.');
    }
    if (stopped.reason === stoppedByRunner) {
        throw (0,titled_error/* titledError */.X)('Step stopped', `The runner stopped the step while the action was ${activity}: the run was cancelled, or \`timeout-minutes\` was over.`);
    }
    stopped.throwIfAborted();
}

;// CONCATENATED MODULE: ../lib/login/login.js
// The login: from the inputs to what later steps get.


















/**
 * Checks what can be checked without a network, and names the session. Nothing is written.
 *
 * @throws Error when the command's name is taken, when there is no CLI at `cli-path`, or when `cli-version` can be
 *   neither a tag nor a range
 */
async function planLogin(inputs, machine) {
    const { cli, cliPath, cliVersion } = inputs;
    if (cliPath !== '')
        return planSession(inputs, machine, await (0,executable/* locate */.x)(cliPath, isInSession));
    if (!(0,distributions/* isTag */.dz)(cliVersion)) {
        // Loaded only now: most versions are tags.
        const { demandRange } = await Promise.all(/* import() */[__nccwpck_require__.e(764), __nccwpck_require__.e(140)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9140));
        demandRange(cli, cliVersion);
    }
    return planSession(inputs, machine, '');
}
/**
 * Opens a session with the command that later steps call, prepares the CLI, and logs it in.
 *
 * @throws Error that explains the failure; the session is still open then
 */
async function login(context) {
    const { session, machine } = context;
    const { expectedOrganization } = context.inputs;
    warnOfExpiry(context, Date.now());
    const path = await openSession(session, machine);
    const prepared = await prepareCli(context);
    (0,runner_report/* say */.cv)('Logging in to Choreo…');
    const tokenUsed = await during('logging in', context, async () => {
        const used = await authenticate(context);
        // Only as a new file: a pipe that the CLI has put there would never end.
        (0,external_node_fs_.writeFileSync)(partsOf(session).accepted, '', { flag: 'wx' });
        return used;
    });
    if (!mayHoldFiles(partsOf(session).home))
        warnOfOtherPlace(context);
    if (expectedOrganization !== undefined) {
        const verify = () => verifyOrganization(expectedOrganization, context);
        await during('reading the organizations', context, verify);
    }
    return { ...prepared, tokenUsed, path };
}
function warnOfExpiry({ inputs, machine }, now) {
    const { tokenExpiresOn, expiryWarningDays } = inputs;
    if (tokenExpiresOn === undefined)
        return;
    const message = expiryWarning(tokenExpiresOn, daysUntil(tokenExpiresOn, now), expiryWarningDays);
    if (message !== undefined)
        (0,runner_report/* warn */.R8)('Token expires', message, machine.env);
}
// Installs the CLI into the session, or asks the one in `cli-path` for its version.
async function prepareCli(context) {
    const { inputs } = context;
    const prepared = inputs.cliPath === ''
        ? await during('downloading the CLI', context, () => installCli(context))
        : await during('starting the CLI', context, () => findCli(context));
    const cli = `${distributions/* distributions */._o[inputs.cli].title} ${prepared.version || '(unknown version)'}`;
    (0,runner_report/* say */.cv)(`${cli}, ${prepared.origin}.`);
    warnOfAge(context, prepared.version);
    return { ...prepared, cli };
}
async function installCli({ inputs, session, machine, stopped }) {
    // Loaded only now: a failure before this point needs no network.
    const { install } = await __nccwpck_require__.e(/* import() */ 675).then(__nccwpck_require__.bind(__nccwpck_require__, 1675));
    const places = { executable: session.executable, download: partsOf(session).download };
    const installing = install(inputs, machine, places, stopped);
    const { version, cacheHit, verifiedWith } = await installing.catch((error) => {
        throw (0,titled_error/* withTitle */.Z)('CLI not installed', error);
    });
    const verified = verifiedWith === '' ? 'not verified' : `SHA-256 verified with ${verifiedWith}`;
    const origin = `${cacheHit ? 'from the tool cache' : 'downloaded'}, ${verified}`;
    return { version, cacheHit, origin };
}
async function findCli({ inputs, session, machine, cli, secrets }) {
    const { stdout, stderr } = await showVersion(cli);
    // What this call wrote is not the login.
    emptyHome(session, machine);
    const printed = (0,redact/* redact */.E)(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, secrets);
    const text = withoutNotices(printed);
    const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(text)?.[1];
    const version = number === undefined ? '' : `v${number}`;
    return { version, cacheHit: false, origin: `installed as ${inputs.cliPath}, not verified` };
}
function warnOfAge({ inputs, machine }, version) {
    if (!(0,distributions/* isTooOld */.Um)(inputs.cli, version))
        return;
    const { title, minimum, fault } = distributions/* distributions */._o[inputs.cli];
    const advice = inputs.cliPath === ''
        ? 'Set the input `cli-version` to `latest`.'
        : 'Update the CLI in `cli-path`.';
    (0,runner_report/* warn */.R8)('CLI version too old', `The ${title} is ${version}. Versions before v${minimum} ${fault}. ${advice}`, machine.env);
}
// A CLI that ignores the variables of its session finds its user's home in the user database.
function warnOfOtherPlace({ inputs, machine }) {
    const home = (0,or_undefined/* orUndefined */.y)(() => (0,external_node_os_namespaceObject.userInfo)().homedir) ?? '~';
    const place = `${home}/${distributions/* distributions */._o[inputs.cli].homeDirectory}`;
    (0,runner_report/* warn */.R8)('Login not isolated', `The CLI logged in, but wrote nothing into the home of its session. The login may be in a keyring or in ${place}, where other jobs on this machine can use it.`, machine.env);
}

;// CONCATENATED MODULE: ../lib/login/missing-token.js
/**
 * Explains why the input `token` is empty or `false`, and what to do.
 *
 * @param event undefined when it could not be read
 */
function explainMissingToken(env, event, onMissingToken, value) {
    const { why, isExpected } = value === 'false' ? falseCondition : missing_token_reasonOf(env, event);
    const advice = isExpected && onMissingToken === 'fail' ? [skipInstead] : [];
    const what = `The input \`token\` is ${value === 'false' ? '`false`' : 'empty'}.`;
    return [what, why, ...advice].join(' ');
}
const skipInstead = 'If the job can do without a login, set `on-missing-token: skip` and check the output `authenticated` in later steps.';
const falseCondition = {
    why: "An expression such as `condition && secrets.X` gives this text when its condition is false. Append `|| ''` to the " +
        'expression.',
    isExpected: true,
};
const dependabot = {
    why: 'Dependabot started this run, and such runs get Dependabot secrets only: store the token under Settings, Secrets and ' +
        'variables, Dependabot as well.',
    isExpected: true,
};
const fork = {
    why: 'This pull request comes from a fork. GitHub gives no secrets to such runs, because anybody can open a pull request. ' +
        'Log in after the merge instead.',
    isExpected: true,
};
const wrongName = {
    why: 'GitHub Actions replaces a secret that does not exist with an empty string, without an error. Check the name of the ' +
        'secret. If an environment holds it, name that `environment` in the job. If another workflow calls this one, pass the ' +
        'secret on with `secrets: inherit`.',
    isExpected: false,
};
function missing_token_reasonOf(env, event) {
    const { GITHUB_ACTOR, GITHUB_EVENT_NAME = '' } = env;
    // These events have all secrets, with any actor:
    // https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-on-actions
    const hasSecrets = /^(pull_request_target|workflow_run|workflow_dispatch|schedule)$/;
    // A run stays Dependabot's when a person re-runs it.
    if (GITHUB_ACTOR === 'dependabot[bot]' && !hasSecrets.test(GITHUB_EVENT_NAME))
        return dependabot;
    if (/^pull_request(_review|_review_comment)?$/.test(GITHUB_EVENT_NAME) && isFork(event))
        return fork;
    if (!/^(pull_request_target|workflow_run)$/.test(GITHUB_EVENT_NAME))
        return wrongName;
    const why = `Runs of this event get secrets, also for pull requests from forks. ${wrongName.why}`;
    return { ...wrongName, why };
}
function isFork(event) {
    const { head, base } = event?.pull_request ?? {};
    // A fork that was deleted after the pull request was opened has no repository.
    if (head?.repo === null)
        return true;
    return head?.repo?.full_name !== undefined && head.repo.full_name !== base?.repo?.full_name;
}

;// CONCATENATED MODULE: ../lib/login/results.js

function outputsOf({ version, path, cacheHit, tokenUsed }, { directory }) {
    return {
        authenticated: true,
        'cli-version': version,
        'cli-path': path,
        'cache-hit': cacheHit,
        'token-used': tokenUsed,
        session: directory,
    };
}
/** Returns the rows of the job summary; empty values are left out. */
function summaryOf({ cli, origin, tokenUsed }, inputs, now) {
    const { expectedOrganization, tokenExpiresOn, command } = inputs;
    return {
        CLI: cli,
        Origin: origin,
        Organization: expectedOrganization === undefined ? '' : `${expectedOrganization}, verified`,
        Token: tokenUsed === 'primary' ? 'primary' : 'fallback: renew the primary one',
        'Token expires': tokenExpiresOn === undefined ? '' : inWords(daysUntil(tokenExpiresOn, now)),
        Command: command,
        Session: endingOf(inputs),
    };
}
/** Returns the lines that say that the login succeeded, and what later steps call. */
function announcementOf(inputs) {
    const { expectedOrganization, command } = inputs;
    const access = expectedOrganization === undefined
        ? ''
        : `, with access to the organization ${expectedOrganization}`;
    return [`✓ Logged in to Choreo${access}.`, `Later steps call \`${command}\`. ${endingOf(inputs)}`];
}
function endingOf({ logout }) {
    return logout
        ? 'The session ends with the job.'
        : 'The action does not log out, because `logout` is `false`. The runner removes the files of the session with its temporary directory.';
}

;// CONCATENATED MODULE: ../lib/logout/log-out.js
// Logs the CLI of a session out.





const log_out_timeoutMs = 10_000;
/** Logs out, also when the runner stops the step: that is when it matters most. */
async function logOut(session, machine) {
    // A step that deletes empty directories deletes this one too, and no CLI could start.
    (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.mkdirSync)(partsOf(session).cwd, { mode: 0o700 }));
    const outcome = await callLogout(cliOf(session, machine, { timeoutMs: log_out_timeoutMs }));
    if (succeeded(outcome))
        return { result: 'succeeded', cause: '' };
    const { kind, title } = diagnose(outcome, []);
    const isRefused = kind === 'refused' || loggedOut.test(outputOf(outcome));
    return { result: isRefused ? 'refused' : 'failed', cause: causeOf(outcome, title) };
}
const loggedOut = /\b(not|never|no longer) (currently )?logged in\b|\balready logged out\b/i;
function causeOf({ exitCode, signal, limit }, title) {
    if (limit === 'timeout')
        return `not finished within ${log_out_timeoutMs / 1000} seconds`;
    const ends = [exitCode !== null && `exit code ${exitCode}`, signal !== null && `signal ${signal}`];
    // A title such as "Login failed" explains nothing here.
    const known = !title.startsWith('Login') && title;
    return [known, ...ends].filter((part) => part !== false).join(', ');
}

;// CONCATENATED MODULE: ../lib/logout/standing.js
// Where a session stands at its end.




/**
 * Decides where a session stands, after its modes are put right.
 *
 * An early log-out that was killed, or a step that made the file, leaves a session that is still open.
 *
 * @param hasLogin whether there is a login that has to be logged out
 */
function standingOf(session, env, hasLogin) {
    const { directory, executable } = session;
    const { home } = partsOf(session);
    if (isOurs(directory, env)) {
        for (const part of [directory, home])
            makeAccessible(part);
        if (isOwnDirectory(home) && (0,external_node_fs_.existsSync)(executable))
            return 'open';
        if (isClosed(session))
            return 'closed';
    }
    return hasLogin ? 'vanished' : 'never-opened';
}

;// CONCATENATED MODULE: ../lib/logout/close.js
// Closes a session: logs out, removes the directory, and reports what failed.









/**
 * Closes a session at the end of the job, and prints one line about it. Each failure is a warning.
 *
 * @param loggedIn whether main reported a login
 */
async function closeSession(session, machine, loggedIn) {
    const { command, logout } = session;
    const hasLogin = loggedIn && logout;
    if (loggedIn && !logout && standingOf(session, machine.env, hasLogin) === 'open') {
        (0,runner_report/* say */.cv)(`The action does not log out of \`${command}\`, because \`logout\` is \`false\`. The runner removes the files of the session with its temporary directory.`);
    }
    else
        report(session, machine, await end(session, machine, hasLogin));
}
/** Closes a session before the end of the job. Its directory stays, so that nobody else can make it again. */
async function closeEarly(session, machine) {
    const ending = await end(session, machine, isAccepted(session), 'closed');
    // Again: the disk may have been full before.
    markClosed(session);
    report(session, machine, ending);
}
/**
 * Undoes a login that failed. It prints no warning: post removes what remains, or warns.
 *
 * @returns the error to report
 */
async function discardSession(session, machine, cause) {
    const { loggedOut, hasLogin, failures } = await end(session, machine, isAccepted(session));
    if (failures.length === 0)
        (0,runner_report/* say */.cv)('No file of the session remains.');
    return hasLogin && loggedOut.result === 'failed' ? withRevocation(cause) : cause;
}
async function end(session, machine, hasLogin, keptPart) {
    const ended = await leave(session, machine, hasLogin);
    // Before the removal, so that a login that is running sees why its files vanish.
    if (keptPart === 'closed')
        markClosed(session);
    const failures = await removeSession(session, machine, keptPart);
    return { ...ended, hasLogin, failures };
}
// Logs out where that is possible and needed.
async function leave(session, machine, hasLogin) {
    const standing = standingOf(session, machine.env, hasLogin);
    if (standing === 'vanished')
        return { standing, loggedOut: { result: 'failed', cause: '' } };
    const needless = { result: 'needless', cause: '' };
    const isNeeded = standing === 'open' && (hasLogin || mayHoldFiles(partsOf(session).home));
    if (!isNeeded)
        return { standing, loggedOut: needless };
    const loggedOut = await logOut(session, machine);
    // Another log-out at the same time has closed the session, and with it the CLI. It reports how that went.
    const isOvertaken = loggedOut.result === 'failed' && isClosed(session);
    return isOvertaken ? { standing: 'closed', loggedOut: needless } : { standing, loggedOut };
}
function isAccepted(session) {
    return (0,external_node_fs_.existsSync)(partsOf(session).accepted);
}
function markClosed(session) {
    // Only as a new file: a pipe that a step has put there would never end.
    (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.writeFileSync)(partsOf(session).closed, '', { mode: 0o600, flag: 'wx' }));
}
function withRevocation(cause) {
    const { title, message } = (0,titled_error/* withTitle */.Z)('Unexpected error', cause);
    return (0,titled_error/* titledError */.X)(title, `${message}\nThe log-out failed too. ${revoke}`);
}
const revoke = 'Revoke the token if its session must not stay valid at Choreo.';
function report(session, { env, platform }, ending) {
    const { command, directory } = session;
    const { standing, hasLogin, loggedOut, failures } = ending;
    const name = `the session of \`${command}\``;
    const leftovers = `Files remain in ${directory} (${failures.join(', ')}) and may hold credentials. Run \`${removal(directory, platform)}\` on the machine.`;
    if (standing === 'vanished') {
        const message = `Before the end of the job, ${name} in ${directory}, or its CLI, was removed or changed, so the action could not log out. ${revoke}`;
        (0,runner_report/* warn */.R8)('Session vanished', failures.length > 0 ? `${message}\n${leftovers}` : message, env);
        return;
    }
    if (hasLogin && loggedOut.result === 'failed') {
        const message = `The log-out of \`${command}\` failed (${loggedOut.cause}). ${revoke}`;
        (0,runner_report/* warn */.R8)('Log-out failed', message, env);
    }
    if (failures.length > 0) {
        (0,runner_report/* warn */.R8)('Session not removed', `The action could not remove ${name} completely. ${leftovers}`, env);
    }
    else if (standing === 'open') {
        const endings = {
            succeeded: `Logged out, and removed ${name}.`,
            refused: `Removed ${name}. The CLI reported no valid login.`,
            needless: `Removed ${name}. There was no login.`,
            failed: `Removed ${name}.`,
        };
        (0,runner_report/* say */.cv)(endings[loggedOut.result]);
    }
}
function removal(directory, platform) {
    return platform === 'win32'
        ? `Remove-Item -Recurse -Force -LiteralPath '${directory.replaceAll("'", "''")}'`
        : `sudo rm -rf '${directory.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ../lib/runner/summary.js
// The job summary.



/**
 * Appends a table to the job summary. A summary that cannot be written fails nothing.
 *
 * @param rows names and values, as plain text; empty values are left out
 * @param link to the explanation of a failure
 */
function writeSummary(env, heading, rows, link = '') {
    const cells = Object.entries(rows)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [escaped(name), escaped(value)]);
    core/* summary */.z.emptyBuffer().addHeading(escaped(heading), 3).addTable(cells);
    if (link !== '')
        core/* summary */.z.addLink('Troubleshooting', link);
    (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.appendFileSync)(env['GITHUB_STEP_SUMMARY'] ?? '', core/* summary */.z.stringify()));
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
// The values stand inside HTML, where nothing else is special. The runner masks a secret also in this form, with
// exactly these names.
function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replace(/\r\n?|\n/g, '<br>');
}

;// CONCATENATED MODULE: ../lib/action.js
// The three stories: the login, the end of the job, and the early log-out. The only file that writes
// outputs and state.

















/** Main of action.yml: logs in, or fails the step with one annotation. */
async function main(machine) {
    const { env } = machine;
    const stopped = stopSignal();
    // Nothing is left to wait for, but a promise has not settled. Node would end with a warning on standard
    // error, where masks do not hold yet.
    const failUnfinished = () => reportFailure(new Error('The login ended unexpectedly. Re-run the job.'), env);
    process.once('beforeExit', failUnfinished);
    try {
        maskSecrets(env);
        // Before all else that writes, so that post acts upon no state that another step supplies.
        for (const name of ['session', 'loggedIn'])
            (0,core/* saveState */.LZ)(name, '');
        const why = whyNoToken(env);
        if (why !== undefined)
            return skipLogin(why, env);
        const inputs = readInputs(env);
        const session = await planLogin(inputs, machine);
        // Before the directory exists: if this process is killed, post knows what to remove.
        (0,core/* saveState */.LZ)('session', session);
        const context = contextOf(inputs, session, machine, stopped);
        publish(await loginOrUndo(context), context);
    }
    catch (error) {
        reportFailure(error, env);
    }
    finally {
        process.off('beforeExit', failUnfinished);
    }
}
function skipLogin(value, env) {
    const onMissingToken = readOnMissingToken(env);
    const why = explainMissingToken(env, eventOf(env), onMissingToken, value);
    if (onMissingToken === 'fail')
        throw (0,titled_error/* titledError */.X)('No token', why);
    (0,runner_report/* notify */.me)('Login skipped', why, env);
    reportNoLogin();
}
function eventOf({ GITHUB_EVENT_PATH }) {
    return (0,or_undefined/* orUndefined */.y)(() => JSON.parse((0,external_node_fs_.readFileSync)(GITHUB_EVENT_PATH ?? '', 'utf8')) ?? undefined);
}
async function loginOrUndo(context) {
    const { session, machine } = context;
    try {
        return await login(context);
    }
    catch (cause) {
        throw await discardSession(session, machine, cause);
    }
}
function publish(login, { inputs, session, machine }) {
    (0,core/* saveState */.LZ)('loggedIn', true);
    for (const [name, value] of Object.entries(outputsOf(login, session)))
        (0,core/* setOutput */.uH)(name, value);
    (0,core/* addPath */.fM)(partsOf(session).bin);
    if (inputs.summary) {
        writeSummary(machine.env, 'Choreo login', summaryOf(login, inputs, Date.now()));
    }
    for (const line of announcementOf(inputs))
        (0,runner_report/* say */.cv)(line);
}
function reportFailure(error, env) {
    const { title, message, link } = (0,runner_report/* fail */.fJ)(error, secretsOf(env), env);
    reportNoLogin();
    if (wantsSummary(env))
        writeSummary(env, 'Choreo login failed', { [title]: message }, link);
}
// Writing an output fails on a full disk, for example. The step has failed with a better reason then.
function reportNoLogin() {
    (0,or_undefined/* orUndefined */.y)(() => (0,core/* setOutput */.uH)('authenticated', false));
}
/**
 * Post of action.yml: closes the session that main opened. It never fails the job.
 *
 * It depends on the state of main alone: its inputs can be those of another action.
 * https://github.com/actions/runner/issues/3514
 *
 * @param saved the state that main saved; not empty
 */
async function post(saved, machine) {
    const { env } = machine;
    const report = (error) => (0,runner_report/* warn */.R8)('Log-out incomplete', (0,redact/* redact */.E)(error.message, secretsOf(env)), env);
    await finish(report, async () => {
        const loggedIn = env['STATE_loggedIn'] === 'true';
        await closeSession(JSON.parse(saved), machine, loggedIn);
    });
}
/** Main of logout/action.yml: closes one session, or all of the job, or fails the step. */
async function earlyLogout(machine) {
    const { env } = machine;
    const report = (error) => (0,runner_report/* fail */.fJ)(error, [], env);
    await finish(report, async () => {
        const sessions = sessionsToClose(sessionInputOf(env), env);
        if (sessions.length === 0)
            (0,core/* info */.pq)('No session of this job is open.');
        for (const session of sessions)
            await closeEarly(session, machine);
    });
}
// A log-out finishes even if nobody reads the log (EPIPE), or its disk is full (ENOSPC).
async function finish(report, work) {
    process.stdout.on('error', () => { });
    process.on('uncaughtException', report);
    await work().catch(report);
}

var __webpack_exports__earlyLogout = __webpack_exports__.q5;
var __webpack_exports__main = __webpack_exports__.iW;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__earlyLogout as earlyLogout, __webpack_exports__main as main, __webpack_exports__post as post };
