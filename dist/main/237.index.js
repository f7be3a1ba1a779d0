export const id = 237;
export const ids = [237];
export const modules = {

/***/ 6237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(1130);
// EXTERNAL MODULE: ../lib/distribution.js
var distribution = __webpack_require__(6767);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../node_modules/semver/index.js
var semver = __webpack_require__(4978);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ../lib/stage.js
// Where a job prepares what is to appear in the tool cache in one step: a directory of its own at the
// top of the tool cache, on the same file system, and out of sight of everything that looks for tools.





const mark = '.choreo-login-stage-';
/**
 * Makes this process's stage directory.
 *
 * @param root the tool cache's own directory
 * @returns the directory, empty
 */
async function newStage(root) {
    const stage = (0,external_node_path_.join)(root, `${mark}${namespace()}-${process.pid}`);
    // Only a process with this id that has ended can have left one: in a container every job may have it.
    await (0,promises_.rm)(stage, { recursive: true, force: true });
    await (0,promises_.mkdir)(stage);
    return stage;
}
const longestMs = 24 * 60 * 60 * 1000;
/**
 * Removes the stage directories of jobs that were killed: of processes of this machine that no longer
 * run, and of all others, in containers say, that are older than a day.
 *
 * @param root the tool cache's own directory
 */
async function removeAbandoned(root) {
    const names = await (0,promises_.readdir)(root).catch(() => []);
    for (const name of names.filter((name) => name.startsWith(mark))) {
        const [owner = '', pid = ''] = name.slice(mark.length).split('-');
        const abandoned = owner === namespace() ? !isRunning(Number(pid)) : await isOld((0,external_node_path_.join)(root, name));
        if (!abandoned)
            continue;
        await (0,promises_.rm)((0,external_node_path_.join)(root, name), { recursive: true, force: true }).catch(() => undefined);
    }
}
// A process's id means something on its own machine only, and there in its own container only.
function namespace() {
    let container = '';
    try {
        container = (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        // Only Linux has them.
    }
    return (0,external_node_crypto_.createHash)('sha256').update(`${(0,external_node_os_.hostname)()} ${container}`).digest('hex').slice(0, 12);
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0) && !isZombie(pid);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
// Killed, but its parent has not noticed yet. Only Linux tells.
function isZombie(pid) {
    try {
        return /^\d+ \(.*\) Z/s.test((0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1'));
    }
    catch {
        return false;
    }
}
async function isOld(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    return found !== undefined && Date.now() - found.mtimeMs > longestMs;
}

;// CONCATENATED MODULE: ../lib/tool-cache.js
// The shared shelf of installed CLIs: `<cli>/<version>/<arch>` in the runner's tool cache, in the layout
// of @actions/tool-cache, filled so that any number of jobs can do it at once.







const proofName = 'verified.json';
/**
 * Looks an installed CLI up, as `find` of @actions/tool-cache does; that one takes longer to load than
 * all that is done here.
 *
 * @returns its directory, or undefined when there is none
 */
async function lookUp(shelf) {
    for (const root of shelf.roots.filter((root) => root !== '')) {
        const directory = directoryOf(root, shelf);
        if ((await exists(`${directory}.complete`)) && (await exists(directory)))
            return directory;
    }
    return undefined;
}
/**
 * Verifies an installed executable against what is recorded beside it.
 *
 * @param directory as `lookUp` returns it
 * @returns the record, or undefined when there is none or the executable is no longer what it was
 */
async function verify(directory, shelf) {
    try {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, proofName), 'utf8');
        const { tag, archive, executable, comparedWith } = JSON.parse(text);
        if (tag !== shelf.tag || !archive || !executable || comparedWith === undefined)
            return undefined;
        const path = (0,external_node_path_.join)(directory, shelf.executable);
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        if ((await sha256Of(path)) !== executable)
            return undefined;
        return { tag, archive, executable, comparedWith };
    }
    catch {
        return undefined;
    }
}
/**
 * Puts a CLI on the shelf: `fill` writes it into a directory of its own, which then takes its place
 * under its final name in one step. When another job was faster, its tree stays, if it holds the same.
 *
 * @param fill writes the executable to the path that it is given, and returns what it verified
 * @returns the final directory and what was verified
 * @throws Error of `fill` or of the file system; nothing is left behind then
 */
async function put(shelf, fill) {
    const root = await writableRoot(shelf);
    const directory = directoryOf(root, shelf);
    await removeAbandoned(root);
    const stage = await newStage(root);
    try {
        const path = (0,external_node_path_.join)(stage, shelf.executable);
        const proof = await fill(path);
        await (0,promises_.chmod)(path, 0o755);
        await (0,promises_.writeFile)((0,external_node_path_.join)(stage, proofName), `${JSON.stringify(proof, undefined, 2)}\n`);
        await moveInto(directory, stage, proof, shelf);
        await (0,promises_.writeFile)(`${directory}.complete`, '');
        return { directory, proof };
    }
    finally {
        for (const left of [stage, asideOf(stage)])
            await (0,promises_.rm)(left, { recursive: true, force: true });
        await removeAbandoned(root);
    }
}
async function writableRoot(shelf) {
    for (const root of shelf.roots.filter((root) => root !== '')) {
        try {
            await (0,promises_.mkdir)(root, { recursive: true });
            // What another user made on the way there may be closed to this one.
            const version = (0,external_node_path_.dirname)(directoryOf(root, shelf));
            for (const place of [root, (0,external_node_path_.dirname)(version), version]) {
                if (place === root || (await exists(place)))
                    await (0,promises_.access)(place, external_node_fs_.constants.W_OK);
            }
            return root;
        }
        catch {
            // The next one, then.
        }
    }
    throw new Error(`There is no place for the CLI: ${shelf.roots.join(' and ')} cannot be written. ` +
        'Set RUNNER_TOOL_CACHE or RUNNER_TEMP to a directory that the runner may write.');
}
const moves = 5;
async function moveInto(directory, stage, proof, shelf) {
    for (let move = 1;; move++) {
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(directory), { recursive: true });
            return await (0,promises_.rename)(stage, directory);
        }
        catch (error) {
            const theirs = await verify(directory, shelf);
            if (theirs?.executable === proof.executable && theirs.archive === proof.archive)
                return;
            if (await takeOver(directory, stage, shelf))
                return;
            if (move === moves)
                throw error;
            // On Windows a scanner can hold a new file for a moment.
            await (0,external_node_timers_promises_.setTimeout)(100 * move);
        }
    }
}
// What stands there is damaged, or of another archive. It is replaced file by file, without a moment in
// which there is none: another job that repaired it just now may be about to start it.
async function takeOver(directory, stage, shelf) {
    try {
        await (0,promises_.rename)((0,external_node_path_.join)(stage, shelf.executable), (0,external_node_path_.join)(directory, shelf.executable));
    }
    catch {
        // Something else than an installed CLI. Out of the way with all of it; `put` removes it.
        await (0,promises_.rename)(directory, asideOf(stage)).catch(() => undefined);
        return false;
    }
    await (0,promises_.rename)((0,external_node_path_.join)(stage, proofName), (0,external_node_path_.join)(directory, proofName));
    return true;
}
function asideOf(stage) {
    return `${stage}-aside`;
}
function directoryOf(root, shelf) {
    return (0,external_node_path_.join)(root, shelf.cli, cacheVersion(shelf.tag), shelf.arch);
}
// The tool cache finds versions in the sense of semver only. Every tag that WSO2 has published is one.
function cacheVersion(tag) {
    return semver.clean(tag) ?? `0.0.0-${tag.replace(/[^0-9A-Za-z-]/g, '-')}`;
}
async function exists(path) {
    return (await (0,promises_.stat)(path).catch(() => undefined)) !== undefined;
}
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(path);
    try {
        const buffer = Buffer.allocUnsafe(1024 * 1024);
        for (;;) {
            const { bytesRead } = await file.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(buffer.subarray(0, bytesRead));
        }
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ../lib/version.js
var version = __webpack_require__(9865);
;// CONCATENATED MODULE: ../lib/install.js
// From what the user asked for to an executable that is known to be the published one.





/**
 * Finds the wanted CLI in the tool cache, or downloads it into it.
 *
 * @param temp RUNNER_TEMP
 * @returns the executable, whose archive had the digest that the release and `cli-sha256` state, and
 *   which has not changed since
 * @throws Error when there is no such release, when it cannot be had, or when a digest differs
 */
async function install(inputs, machine, temp, cancelled) {
    const target = (0,distribution/* targetOf */.$r)(machine.platform, machine.arch);
    const shelfOf = (tag) => ({
        // A container may have no tool cache, or none that its user may write into. The job's own temporary
        // directory always works, and the CLI is gone with it.
        roots: [machine.env['RUNNER_TOOL_CACHE'] ?? '', (0,external_node_path_.join)(temp, 'choreo-tool-cache')],
        cli: inputs.cli,
        tag,
        arch: machine.arch,
        executable: (0,distribution/* executableName */.IK)(inputs.cli, target),
    });
    // An exact version that is installed already needs no network at all.
    const tag = (0,version/* exactTag */.YZ)(inputs.cli, inputs.cliVersion);
    const found = tag && (await cached(shelfOf(tag), expected(inputs, undefined)));
    if (found)
        return found;
    // What talks to a network takes its time to load, and is not needed for a hit.
    const { download, findRelease } = await __webpack_require__.e(/* import() */ 910).then(__webpack_require__.bind(__webpack_require__, 6910));
    const release = await findRelease({
        cli: inputs.cli,
        version: inputs.cliVersion,
        target,
        githubUrl: inputs.githubUrl,
        apiUrl: inputs.githubApiUrl,
        githubToken: inputs.githubToken,
        cancelled,
    });
    const shelf = shelfOf(release.tag);
    const digests = expected(inputs, release);
    const hit = tag === undefined && (await cached(shelf, digests));
    if (hit)
        return hit;
    const { directory, proof } = await put(shelf, (path) => download(release, digests, target, path, cancelled));
    if (proof.comparedWith === '')
        warnUnverified(inputs, proof);
    return describe(shelf, directory, proof, false);
}
function expected({ cliSha256 }, release) {
    return {
        ...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
        ...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
    };
}
async function cached(shelf, digests) {
    const directory = await lookUp(shelf);
    if (directory === undefined)
        return undefined;
    const proof = await verify(directory, shelf);
    if (proof === undefined) {
        (0,core/* warning */.$e)(`The ${distribution/* distributions */._o[shelf.cli].title} ${shelf.tag} in the tool cache has changed since it was installed, or was not installed by this action (${directory}). It is installed anew.`, { title: 'Tool cache not trusted' });
        return undefined;
    }
    // Another archive is wanted than the one that was installed: no fault of the tool cache.
    if (Object.values(digests).some((digest) => digest !== proof.archive))
        return undefined;
    const comparedWith = Object.keys(digests).join(' and ') || proof.comparedWith;
    return describe(shelf, directory, { ...proof, comparedWith }, true);
}
function describe(shelf, directory, proof, cacheHit) {
    const path = (0,external_node_path_.join)(directory, shelf.executable);
    return { path, version: shelf.tag, cacheHit, comparedWith: proof.comparedWith };
}
function warnUnverified({ cli }, { tag, archive }) {
    (0,core/* warning */.$e)(`The download of the ${distribution/* distributions */._o[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
        `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`, { title: 'CLI not verified' });
}


/***/ }),

/***/ 9865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YZ: () => (/* binding */ exactTag),
/* harmony export */   _2: () => (/* binding */ newestIn),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4978);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6767);
// What a user's `cli-version` means among the tags of a CLI. Pure.


/**
 * Reads a tag out of what the user wrote, without asking anyone.
 *
 * @returns the tag, or undefined for `latest` and for ranges, which only a list of releases can answer
 * @throws Error when it is neither a tag nor a range
 */
function exactTag(cli, version) {
    if (version === 'latest')
        return undefined;
    const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? [];
    if (number !== undefined)
        return `v${number}${rest || _distribution_js__WEBPACK_IMPORTED_MODULE_1__/* .distributions */ ._o[cli].tagSuffix}`;
    if (semver__WEBPACK_IMPORTED_MODULE_0__.validRange(rangeOf(cli, version)) !== null)
        return undefined;
    if (isTag(version))
        return version;
    throw new Error(`The input \`cli-version\` is "${version}", which is neither a tag, nor a version, nor a range that can be read. ` +
        'Allowed is for example `latest`, `v1.2.33`, `1.2.33`, `1.x`, `~1.2` or `<2`.');
}
/** Tells whether a text can be a tag: it becomes part of URLs and of paths in the tool cache. */
function isTag(text) {
    return /^[A-Za-z0-9][\w.+-]{0,127}$/.test(text);
}
/**
 * Picks the newest tag in a range.
 *
 * @param tags tags of full releases
 * @returns the tag, or undefined when none is in the range
 */
function newestIn(cli, range, tags) {
    return ascending(cli, tags).findLast((tag) => semver__WEBPACK_IMPORTED_MODULE_0__.satisfies(versionOf(cli, tag), rangeOf(cli, range)));
}
/**
 * Finds what a user may have meant by a version that does not exist.
 *
 * @param tags tags of full releases
 * @returns the newest tag and up to four around the version, oldest first; undefined when there is no tag
 */
function nearest(cli, version, tags) {
    const sorted = ascending(cli, tags);
    const newest = sorted.at(-1);
    if (newest === undefined)
        return undefined;
    const wanted = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(version);
    const above = sorted.findIndex((tag) => wanted !== null && semver__WEBPACK_IMPORTED_MODULE_0__.gt(versionOf(cli, tag), wanted.version));
    const place = above === -1 ? sorted.length : above;
    return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) };
}
function ascending(cli, tags) {
    return tags
        .filter((tag) => versionOf(cli, tag) !== '')
        .toSorted((a, b) => semver__WEBPACK_IMPORTED_MODULE_0__.compare(versionOf(cli, a), versionOf(cli, b)));
}
// Empty for a tag that is no version. The suffix of the successor's tags is no pre-release.
function versionOf(cli, tag) {
    const { tagSuffix } = _distribution_js__WEBPACK_IMPORTED_MODULE_1__/* .distributions */ ._o[cli];
    const bare = tag.endsWith(tagSuffix) ? tag.slice(0, tag.length - tagSuffix.length) : tag;
    return semver__WEBPACK_IMPORTED_MODULE_0__.valid(bare) ?? '';
}
function rangeOf(cli, range) {
    const { tagSuffix } = _distribution_js__WEBPACK_IMPORTED_MODULE_1__/* .distributions */ ._o[cli];
    return tagSuffix === '' ? range : range.replaceAll(tagSuffix, '');
}


/***/ })

};
