export const id = 675;
export const ids = [675];
export const modules = {

/***/ 1675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../lib/cli/distributions.js
var distributions = __webpack_require__(3579);
// EXTERNAL MODULE: ../lib/runner/or-undefined.js
var or_undefined = __webpack_require__(9742);
// EXTERNAL MODULE: ../lib/runner/report.js
var report = __webpack_require__(4964);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(5360);
;// CONCATENATED MODULE: ../lib/install/archive.js
// What both formats of release archives have in common.
/** Returns an error of an archive. Its code is one of zlib's: the archive is another one, or its end is missing. */
function archiveError(message, code = 'Z_DATA_ERROR') {
    return Object.assign(new Error(message), { code });
}
/** Returns the error of a damaged archive. */
function damaged(format) {
    return archiveError(`it is not a ${format} archive, or a damaged one`);
}
/**
 * Returns the depth of a path, with `/` or `\`, if its file has this name and replaces the candidate. As with
 * other tools, the last of several equal entries counts.
 */
function depthOf(path, name, candidate) {
    const parts = path.split(/[\\/]/).filter((part) => part !== '.');
    const isBetter = candidate === undefined || parts.length <= candidate.depth;
    return parts.at(-1) === name && isBetter ? parts.length : undefined;
}
/** Returns the executable of an archive. Throws when there is none, or when it cannot be extracted. */
function demandUsable(candidate, name) {
    if (candidate === undefined)
        throw archiveError(`it holds no executable named ${name}`);
    const problem = Object.entries(candidate.problems).find(([, isSo]) => isSo)?.[0];
    if (problem !== undefined)
        throw archiveError(`the entry ${name} in it ${problem}`);
    return candidate;
}
/** The most that is read of an archive, and of what it inflates to. */
const maxBytes = 512 * 1024 * 1024;
/** Passes bytes on, as long as they are not more than a disk or the memory holds. */
async function* limited(source, limit = maxBytes) {
    let size = 0;
    for await (const bytes of source) {
        size += bytes.length;
        if (size > limit)
            throw archiveError(`it has more than ${limit / 1024 / 1024} MiB`);
        yield bytes;
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../lib/install/digest.js
/**
 * Agrees on the digests that an archive may have.
 *
 * @throws Error with the reason when nothing may be installed
 */
function agreeOn(stated, pinned) {
    if (pinned === 'none')
        return { digests: 'any', statedBy: '' };
    if (pinned === 'release') {
        if (stated.kind !== 'found')
            throw new Error(reasonOf(stated));
        return { digests: [stated.digest], statedBy: `the release ${stated.tag}` };
    }
    const pin = 'the input `cli-sha256`';
    if (stated.kind !== 'found')
        return { digests: pinned, statedBy: pin };
    if (!pinned.includes(stated.digest)) {
        throw new Error(`GitHub's API states the digest ${stated.digest} for the archive of ${stated.tag}, and \`cli-sha256\` does not name it. ` +
            'Set `cli-version` to the version whose digest you pinned, or pin the new one after you reviewed it.');
    }
    return { digests: [stated.digest], statedBy: `the release ${stated.tag} and ${pin}` };
}
/** Whether an archive with this SHA-256 digest, in hexadecimal, may be installed. */
function isAccepted(digest, { digests }) {
    return digests === 'any' || digests.includes(digest);
}
function reasonOf(stated) {
    switch (stated.kind) {
        case 'unreadable':
            return (`The digest of the release could not be read from GitHub's API: ${stated.why}. ` +
                'The action installs nothing without a digest. Re-run the job, set `github-token`, allow the host of `github-api-url` in the ' +
                'firewall, or pin `cli-version` and `cli-sha256`.');
        case 'missing':
            return (`GitHub's API states no SHA-256 digest for the archive of ${stated.tag}, so the action cannot verify it. ` +
                'Set the input `cli-version` to a newer version.');
        case 'off':
            return ('No digest is available, because `github-api-url` is empty. Set `cli-version`, and in `cli-sha256` the ' +
                "digest that the release's page on github.com shows.");
    }
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ../lib/install/tar.js
// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
// https://www.gnu.org/software/tar/manual/html_node/Tar-Internals.html



/**
 * Extracts a file: the last one with this name that is nearest to the root.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param name of the wanted file, without a folder
 * @param path where it is written
 * @throws Error when the archive is damaged, when it holds no such file, or one that cannot be extracted
 */
async function untar(source, name, path) {
    const reader = { chunks: limited(source), rest: Buffer.alloc(0) };
    let candidate;
    let extension = {};
    for (;;) {
        const header = parseHeader(await read(reader, blockBytes));
        if (header === undefined)
            break;
        const { type, size } = header;
        const content = take(reader, size);
        if (type === 'x' || type === 'L') {
            if (size > maxExtensionBytes)
                throw damaged('tar');
            extension = { ...extension, ...parseExtension(type, await (0,consumers_.text)(content)) };
        }
        else if (!describesOthers.test(type)) {
            const depth = depthOf(extension.path ?? header.path, name, candidate);
            if (depth !== undefined && files.test(type)) {
                candidate = { depth, problems: problemsOf(header, extension) };
                await (0,promises_.writeFile)(path, content, { mode: 0o600 });
            }
            extension = {};
        }
        // What was not read of it.
        for await (const _ of content)
            ;
        await read(reader, (blockBytes - (size % blockBytes)) % blockBytes);
    }
    for await (const _ of reader.chunks)
        ;
    demandUsable(candidate, name);
}
const blockBytes = 512;
// A regular file has 0, 7 or nothing; links and sparse files are no executables, but in the place of one.
const files = /^[0127S]?$/;
// Headers of the whole archive, and long targets of links.
const describesOthers = /[gK]/;
// Returns undefined for the block of zeros at the end.
function parseHeader(block) {
    if (block.every((byte) => byte === 0))
        return undefined;
    const field = (from, to) => untilZero(block.toString('utf8', from, to));
    const octal = (from, to) => Number.parseInt(field(from, to).trim() || '0', 8);
    const sumOf = (bytes) => bytes.reduce((sum, byte) => sum + byte, 0);
    // The checksum counts its own field as eight spaces.
    const sum = sumOf(block) - sumOf(block.subarray(148, 156)) + 8 * 0x20;
    if (octal(148, 156) !== sum)
        throw damaged('tar');
    const isBase256 = ((block[124] ?? 0) & 0x80) !== 0;
    const size = isBase256 ? Number(`0x${block.toString('hex', 125, 136)}`) : octal(124, 136);
    // Only POSIX has the rest of the path there.
    const folder = block.toString('latin1', 257, 263) === 'ustar\0' ? field(345, 500) : '';
    const path = folder === '' ? field(0, 100) : `${folder}/${field(0, 100)}`;
    return { path, type: field(156, 157), size, isBase256 };
}
const maxExtensionBytes = 1024 * 1024;
// A PAX record is `30 mtime=1350244992.023960108\n`, and begins with its own length.
function parseExtension(type, content) {
    const path = type === 'L' ? untilZero(content) : /^\d+ path=(.*)$/m.exec(content)?.[1];
    return { ...(path !== undefined && { path }), isSparse: /^\d+ GNU\.sparse\./m.test(content) };
}
function problemsOf(header, { path = header.path, isSparse = false }) {
    return {
        'is a link': /[12]/.test(header.type),
        'is a sparse file': isSparse || header.type === 'S',
        'has its size in base 256': header.isBase256,
        'has a name that only a GNU or PAX header holds': path !== header.path,
    };
}
function untilZero(text) {
    return text.replace(/\0.*$/s, '');
}
async function* take(reader, size) {
    for (let left = size; left > 0;) {
        if (reader.rest.length === 0) {
            const { done, value } = await reader.chunks.next();
            if (done)
                throw archiveError('the end of the tar archive is missing', 'Z_BUF_ERROR');
            reader.rest = value;
        }
        const part = reader.rest.subarray(0, left);
        reader.rest = reader.rest.subarray(part.length);
        left -= part.length;
        yield part;
    }
}
async function read(reader, size) {
    return Buffer.concat(await Array.fromAsync(take(reader, size)));
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ../lib/install/zip.js
// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT





/** Extracts a file as `untar` does, from a file that nobody else can change. */
async function unzip(source, name, path) {
    const file = await (0,promises_.open)(source);
    try {
        let found;
        for (const entry of entriesIn(await readDirectory(file))) {
            const depth = depthOf(entry.path, name, found);
            if (depth !== undefined)
                found = { ...entry, depth };
        }
        await extract(file, demandUsable(found, name), path);
    }
    finally {
        await file.close();
    }
}
const endBytes = 22;
const maxCommentBytes = 0xffff;
const maxDirectoryBytes = 16 * 1024 * 1024;
async function readDirectory(file) {
    const { size } = await file.stat();
    const tailBytes = Math.min(size, endBytes + maxCommentBytes);
    const tail = await readAt(file, size - tailBytes, tailBytes);
    const at = tail.lastIndexOf('PK\x05\x06', tailBytes - endBytes);
    if (at < 0) {
        const message = 'it is not a zip archive, or the end of the archive is missing';
        throw archiveError(message, 'Z_BUF_ERROR');
    }
    const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (bytes === 0xffffffff || offset === 0xffffffff)
        throw archiveError('it is a zip64 archive');
    // Millions of entries would keep the action from noticing that its run was cancelled.
    if (bytes > maxDirectoryBytes)
        throw archiveError('its directory has more than 16 MiB');
    const directory = await readAt(file, offset, bytes);
    if (bytes > 0 && directory.indexOf('PK\x01\x02') !== 0) {
        throw archiveError('other bytes are in front of it, or it is a damaged zip archive');
    }
    return directory;
}
async function readAt(file, from, length) {
    const { size } = await file.stat();
    if (from + length > size)
        throw damaged('zip');
    return (await file.read(Buffer.alloc(length), 0, length, from)).buffer;
}
const headerBytes = 46;
const [stored, deflated] = [0, 8];
// Of the mode that archives made on Unix hold.
const linkType = 10;
function* entriesIn(directory) {
    for (let at = 0; at + headerBytes <= directory.length;) {
        const header = directory.subarray(at);
        const pathEnd = headerBytes + header.readUInt16LE(28);
        const method = header.readUInt16LE(10);
        const packedBytes = header.readUInt32LE(20);
        const bytes = header.readUInt32LE(24);
        const offset = header.readUInt32LE(42);
        yield {
            path: header.toString('utf8', headerBytes, pathEnd),
            problems: {
                'is a link': header.readUInt32LE(38) >>> 28 === linkType,
                'needs zip64': [packedBytes, bytes, offset].includes(0xffffffff),
                'is empty': packedBytes === 0,
                'is encrypted': (header.readUInt16LE(8) & 1) !== 0,
                [`uses zip method ${method}`]: method !== stored && method !== deflated,
            },
            isStored: method === stored,
            crc: header.readUInt32LE(16),
            packedBytes,
            offset,
        };
        at += pathEnd + header.readUInt16LE(30) + header.readUInt16LE(32);
    }
}
async function extract(file, entry, path) {
    // Its length is that of the path and of another field, which the directory need not repeat.
    const local = await readAt(file, entry.offset, 30);
    const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const range = { start, end: start + entry.packedBytes - 1, autoClose: false };
    const inflate = entry.isStored ? new external_node_stream_.PassThrough() : (0,external_node_zlib_.createInflateRaw)({ chunkSize: 128 * 1024 });
    let sum = 0;
    const summed = async function* (content) {
        for await (const bytes of limited(content)) {
            sum = (0,external_node_zlib_.crc32)(bytes, sum);
            yield bytes;
        }
    };
    const write = (content) => (0,promises_.writeFile)(path, content, { mode: 0o600 });
    await (0,external_node_stream_promises_.pipeline)(file.createReadStream(range), inflate, summed, write);
    if (sum !== entry.crc)
        throw damaged('zip');
}

;// CONCATENATED MODULE: ../lib/install/verify.js
// From the bytes of an archive to the executable in it. The executable gets its name and its x bit only when
// the digest of the archive is right. Nothing else of an archive is extracted.









/**
 * Extracts the executable of an archive, and compares the archive's digest.
 *
 * @returns the archive's SHA-256 digest, in hexadecimal
 * @throws Error when the archive cannot be extracted, or has another digest; there is no executable then
 */
async function extractVerified(source, format, { executable, copy, wantsCopy, expected }) {
    const [name, part] = [(0,external_node_path_.basename)(executable), (0,external_node_path_.join)((0,external_node_path_.dirname)(executable), '.part')];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    // The copy in the tool cache gets this mode: other users' jobs can read it.
    const copyFile = wantsCopy || format === 'zip' ? await (0,promises_.open)(copy, 'w', 0o644) : undefined;
    try {
        const bytes = passing(limited(source), hash, copyFile);
        if (format === 'zip') {
            for await (const _ of bytes)
                ;
            await unzip(copy, name, part);
        }
        else {
            await (0,external_node_stream_promises_.pipeline)(bytes, (0,external_node_zlib_.createGunzip)(room), (inflated) => untar(inflated, name, part));
        }
        const digest = hash.digest('hex');
        if (!isAccepted(digest, expected))
            throw mismatch(digest, expected);
        await (0,promises_.chmod)(part, 0o755);
        await (0,promises_.rename)(part, executable);
        return digest;
    }
    catch (error) {
        for (const path of [part, copy])
            await (0,promises_.rm)(path, { force: true });
        throw error;
    }
    finally {
        await copyFile?.close();
    }
}
// In bytes: inflating, hashing and writing work side by side when there is room between them.
const room = { chunkSize: 128 * 1024, highWaterMark: 512 * 1024 };
async function* passing(source, hash, copy) {
    for await (const bytes of source) {
        const copied = copy?.appendFile(bytes);
        hash.update(bytes);
        await copied;
        yield bytes;
    }
}
function mismatch(digest, { digests, statedBy }) {
    return archiveError(`its SHA-256 digest is ${digest}, but ${statedBy} states ${[digests].flat().join(' or ')}. It was changed on the way, or it is not ` +
        'the release that you pinned: compare both digests with the page of the release, and do not continue until you know the cause');
}

;// CONCATENATED MODULE: ../lib/install/cache.js
// The tool cache that the jobs of a machine share holds archives. Nothing in it is trusted: each use compares
// the digest of the bytes that it reads.








/** Extracts the executable of the first archive that is in the tool cache and has its digest, if there is one. */
async function extractCached(archives, extraction, env) {
    const { digests } = extraction.expected;
    if (digests === 'any')
        return false;
    const keys = archives.flatMap((archive) => digests.map((digest) => ({ archive, digest })));
    for (const { archive, digest } of keys) {
        let path = '';
        try {
            path = await findArchive(archive, digest);
            if (path === '')
                continue;
            await extractVerified(readArchive(path), archive.target.archive, extraction);
            return true;
        }
        catch (error) {
            const { code, message } = error;
            (0,core/* debug */.Yz)(`The tool cache is not used: ${message}`);
            // Otherwise it is unreadable or cut short, as while a parallel job keeps it.
            if (code === 'Z_DATA_ERROR') {
                (0,report/* notify */.me)('Cached archive ignored', `The archive ${path} in the tool cache does not have the expected digest. The action downloads the CLI instead.`, env);
            }
        }
    }
    return false;
}
/**
 * Keeps an archive for later jobs. When that fails, nothing else changes.
 *
 * @param digest of the archive, SHA-256 in hexadecimal
 * @param copy path of a copy of the archive
 */
async function keepArchive(archive, digest, copy, env) {
    try {
        const { cacheFile } = await Promise.all(/* import() */[__webpack_require__.e(764), __webpack_require__.e(387)]).then(__webpack_require__.bind(__webpack_require__, 3387));
        const root = env['RUNNER_TOOL_CACHE'];
        if (!root)
            throw new Error('RUNNER_TOOL_CACHE is not set');
        // A parallel job may have kept it meanwhile. Its entry is not replaced while others read it.
        const found = await findArchive(archive, digest);
        if (found !== '' && (await digestOf(found).catch(() => '')) === digest)
            return;
        const [version, arch] = placeOf(archive, digest);
        await within(root, [tool, version], () => cacheFile(copy, archive.name, '.', '.', arch));
    }
    catch (error) {
        (0,core/* debug */.Yz)(`The archive was not kept in the tool cache: ${error.message}`);
    }
}
const tool = 'choreo-login';
// Empty: there is none.
async function findArchive(archive, digest) {
    const { find } = await Promise.all(/* import() */[__webpack_require__.e(764), __webpack_require__.e(387)]).then(__webpack_require__.bind(__webpack_require__, 3387));
    const directory = find(tool, ...placeOf(archive, digest));
    return directory && (0,external_node_path_.join)(directory, archive.name);
}
// Another digest is another entry: nobody replaces anybody's.
function placeOf({ cli, tag, target }, digest) {
    const [, version] = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.exec(tag) ?? [];
    if (version === undefined)
        throw new Error(`${tag} is not a version`);
    return [version, `${cli}-${target.os}-${target.arch}-${digest.slice(0, 16)}`];
}
// Of a file that anybody may have put there.
async function* readArchive(path) {
    // Links are not followed, and pipes are not waited for. Windows has neither of the two flags.
    const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const stats = await file.stat();
        if (!stats.isFile() || stats.size > maxBytes) {
            throw new Error('it is not a regular file of at most 512 MiB');
        }
        // Without an end, somebody who appends to it would keep the job busy. Before the start of an empty file, an
        // end is refused by Node, which leaves the file open then.
        const range = { start: 0, end: stats.size };
        yield* file.createReadStream({ ...range, highWaterMark: 256 * 1024, autoClose: false });
    }
    finally {
        await file.close();
    }
}
// Another user who may write to the root of the tool cache can put another directory in the place of ours at
// any moment, with links and pipes in it. The toolkit keeps by path, so ours becomes the working directory:
// it stays the same one, wherever it is moved, and nobody else can put anything into it.
async function within(root, names, keep) {
    // Where the working directory was removed, this throws, and Node would try for ever to make a relative root.
    const previous = process.cwd();
    (0,external_node_fs_.mkdirSync)(root, { recursive: true });
    process.chdir(root);
    try {
        for (const name of names)
            enterOwn(name);
        process.env['RUNNER_TOOL_CACHE'] = '.';
        await keep();
    }
    finally {
        process.env['RUNNER_TOOL_CACHE'] = root;
        process.chdir(previous);
    }
}
// One name at a time: where the working directory was removed, Node tries for ever to make two of them.
function enterOwn(name) {
    (0,external_node_fs_.mkdirSync)(name, { recursive: true });
    const { uid, mode, dev, ino } = (0,external_node_fs_.lstatSync)(name);
    process.chdir(name);
    const entered = (0,external_node_fs_.statSync)('.');
    const isEntered = entered.dev === dev && entered.ino === ino;
    const user = process.getuid?.();
    const isOwn = user === undefined || (uid === user && (mode & 0o170022) === 0o040000);
    if (!isEntered || !isOwn)
        throw new Error(`${name} is not only this user's own directory`);
}
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const bytes of readArchive(path))
        hash.update(bytes);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ../lib/network/errors.js
/** Returns an error of this folder. */
function networkError(message, details) {
    return Object.assign(new Error(message), details);
}
const maxRetryAfterMs = 20_000;
const weekMs = 7 * 86_400_000;
/** Returns the error for a response that is not a success. */
function statusError(statusCode, headers, now) {
    // The last request that is allowed can be any response.
    const isUsedUp = [403, 429].includes(statusCode) && headers['x-ratelimit-remaining'] === '0';
    const resetAt = Number(headers['x-ratelimit-reset']) * 1000;
    const until = isUsedUp ? resetAt : timeOf(headers['retry-after'] ?? '', now);
    const waitMs = Math.max(0, until - now);
    const isLong = isUsedUp || waitMs > maxRetryAfterMs;
    const when = isLong && Math.abs(until - now) < weekMs ? ` until ${new Date(until).toISOString()}` : '';
    const limit = isUsedUp ? ', its rate limit is used up' : '';
    // GitHub limits the rate of requests with this status too.
    const isRetryable = isTransient(statusCode) || (statusCode === 403 && !Number.isNaN(until));
    return networkError(`the server responded with status ${statusCode}${limit}${when}`, {
        statusCode,
        retryAfterMs: isRetryable && !isLong ? waitMs || 0 : undefined,
    });
}
// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function timeOf(retryAfter, now) {
    return /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter);
}
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
const checkNetwork = ' Check the network, the proxy and the firewall of the runner.';
const nameAuthority = ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.';
const brokeOff = 'the connection broke off';
const invalidToken = 'the input `github-token` holds a character that no HTTP header can hold';
const always = Number.POSITIVE_INFINITY;
// What is known of errors with a code. Where the meaning is empty, the message says it.
const kinds = [
    [/^CONNECT_TIMEOUT$/, always, ''],
    [/^ECONNREFUSED$/, always, 'the connection was refused'],
    [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, always, brokeOff],
    [/^ERR_PROXY_TUNNEL$/, always, 'the proxy did not connect to the host'],
    [/^ETIMEDOUT$/, always, 'the connection timed out'],
    [/^(EHOSTUNREACH|ENETUNREACH)$/, always, 'no route to host'],
    [/^ENOTFOUND$/, always, 'the name of the host is not known'],
    [/^EAI_AGAIN$/, always, 'the name server does not respond'],
    // It takes long.
    [/^IDLE_TIMEOUT$/, 2, ''],
    [/^TIME_LIMIT$/, 1, ''],
    // Node's message quotes the URL, which may hold a password.
    [/^ERR_PROXY_INVALID_CONFIG$/, 1, 'the address of the proxy is not a valid URL'],
    [/^HPE_/, 1, 'the response is not valid HTTP'],
    [/^(EPROTO$|ERR_SSL_)/, 1, 'the TLS handshake with the server or the proxy failed'],
    [/CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/, 1, '', nameAuthority],
    [/^ERR_INVALID_CHAR$/, 1, invalidToken, ''],
];
function kindOf(code = '') {
    const known = kinds.find(([pattern]) => pattern.test(code));
    const [, attempts = 1, meaning = '', advice = known && checkNetwork] = known ?? [];
    return { attempts, meaning, advice };
}
/** Returns the shortest pause before another attempt, in milliseconds; undefined when none is worthwhile. */
function pauseAfter(thrown, attempt) {
    const error = thrown;
    if (error.code === undefined)
        return error.retryAfterMs;
    // A proxy refused the connection.
    const isFinal = error.statusCode !== undefined && !isTransient(error.statusCode);
    return isFinal || attempt >= kindOf(error.code).attempts ? undefined : 0;
}
/**
 * Returns a URL without its query, which may hold a signature. The rest is unchanged, because the runner masks a
 * URL that is a secret only in its own spelling.
 */
function shown(url) {
    return url.replace(/[?#].*$/s, '');
}
/** Says what went wrong, without a full stop. */
function meaningOf(thrown) {
    const { code, statusCode, message } = thrown;
    const status = `with status ${statusCode}`;
    if (statusCode === 407)
        return `the proxy refused the request ${status}`;
    if (code !== undefined && statusCode)
        return `the proxy refused the connection ${status}`;
    // Some messages end with a full stop.
    return kindOf(code).meaning || message.replace(/\.$/, '');
}
/**
 * Returns the error for the annotation: what failed, how often it was attempted, and what to do.
 *
 * @param attempts of which the last failed with `cause`
 */
function explained(url, attempts, cause) {
    const { code, statusCode } = cause;
    // What is not retried happened once.
    const times = attempts > 1 && pauseAfter(cause, 1) !== undefined ? `, ${attempts} times` : '';
    const message = `Could not get ${shown(url)}: ${meaningOf(cause)}${times}.${adviceOn(cause)}`;
    // The status of a proxy says nothing about the URL.
    return Object.assign(new Error(message, { cause }), code === undefined && { statusCode });
}
function adviceOn(thrown) {
    const { code, statusCode = 0 } = thrown;
    if (statusCode === 407)
        return ' Check the user name and the password in `HTTPS_PROXY` or `HTTP_PROXY`.';
    const temporary = isTransient(statusCode) ? ' Usually temporary: re-run the job.' : '';
    return kindOf(code).advice ?? temporary;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ../lib/network/proxy.js
// Which proxy the environment names for a URL. Pure.


/**
 * Returns the URL of the proxy for a URL; undefined when the connection is direct.
 *
 * @throws Error when the proxy is not an HTTP proxy, or when this Node cannot use one
 */
function proxyFor(url, { env, version }) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const variable = name.toUpperCase();
    const proxy = env[name] || env[variable] || '';
    if (proxy === '' || isDirect(url, env['no_proxy'] || env['NO_PROXY'] || ''))
        return undefined;
    // curl and the CLI treat an address without a scheme as an HTTP proxy. Node ignores it.
    const address = proxy.includes('://') ? proxy : `http://${proxy}`;
    if (!/^https?:/i.test(address)) {
        throw new Error(`\`${variable}\` does not name an HTTP proxy. Only http and https addresses are supported`);
    }
    const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
    // https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
    if (major < 24 || (major === 24 && minor < 5)) {
        throw new Error(`\`${variable}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
            'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`');
    }
    return address;
}
// Node's own NO_PROXY covers no sub-domains of a plain name, and no networks.
function isDirect(url, noProxy) {
    const host = withoutBrackets(url.hostname);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => entry === '*' || covers(entry, host, port));
}
function covers(entry, host, port) {
    if (entry.includes('/'))
        return isInNetwork(entry, host);
    const [, name = '', onlyPort = port] = (0,external_node_net_.isIP)(entry) === 0 ? (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []) : ['', entry];
    if (onlyPort !== port)
        return false;
    if ((0,external_node_net_.isIP)(host) !== 0)
        return isInNetwork(withoutBrackets(name), host);
    const domain = name.replace(/^\*?\./, '');
    return domain !== '' && `.${host}`.endsWith(`.${domain}`);
}
// A network such as `10.0.0.0/8`, or a single address.
function isInNetwork(network, host) {
    const [address = '', bits = (0,external_node_net_.isIP)(network) === 6 ? '128' : '32'] = network.split('/');
    const list = new external_node_net_.BlockList();
    // Neither an address nor a network, or no address in it.
    const isInside = (0,or_undefined/* orUndefined */.y)(() => {
        list.addSubnet(address, bits === '' ? Number.NaN : Number(bits), familyOf(address));
        return list.check(host, familyOf(host));
    });
    return isInside ?? false;
}
function familyOf(address) {
    return (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
}
function withoutBrackets(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}

;// CONCATENATED MODULE: ../lib/network/request.js
// One GET request, bounded in time and size, through Node's own support for proxies.




/**
 * Sends a request.
 *
 * @param signal ends the request and closes its connection at any time; it has to be aborted in the end
 * @throws Error of the connection, of a proxy, or of a time limit
 */
function send(url, options, signal) {
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const { connectTimeoutMs = 10_000, idleTimeoutMs = 20_000, headers } = options;
        const { agent, close } = connectionTo(url, options.machine);
        const start = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        const call = start(url, {
            agent,
            headers: { 'user-agent': 'choreo-login', ...headers },
            // NODE_TLS_REJECT_UNAUTHORIZED=0 would let anyone on the network state the digest.
            rejectUnauthorized: true,
        });
        let timer = setTimeout(() => {
            const message = `no connection to ${url.host} within ${connectTimeoutMs / 1000} seconds`;
            reject(networkError(message, { code: 'CONNECT_TIMEOUT' }));
        }, connectTimeoutMs);
        // The request was sent, so there is a connection, or it was destroyed.
        call.on('finish', () => {
            clearTimeout(timer);
            if (signal.aborted)
                return;
            timer = setTimeout(() => reject(idleTimeout(url, idleTimeoutMs)), idleTimeoutMs);
        });
        let received;
        call.on('response', (response) => {
            received = response;
            const { statusCode: status = 0, headers } = response;
            resolve({ url, status, headers, body: bodyOf(response, url, idleTimeoutMs) });
        });
        call.on('error', (error) => {
            received?.destroy(error);
            reject(error);
        });
        signal.addEventListener('abort', () => {
            clearTimeout(timer);
            call.destroy();
            close();
            reject(signal.reason);
        });
        call.end();
    });
}
async function* bodyOf(response, url, idleTimeoutMs) {
    const end = () => response.destroy(idleTimeout(url, idleTimeoutMs));
    // Runs only while bytes are waited for: a slow disk is not an idle network.
    let timer = setTimeout(end, idleTimeoutMs);
    try {
        for await (const bytes of response) {
            clearTimeout(timer);
            yield bytes;
            timer = setTimeout(end, idleTimeoutMs);
        }
    }
    finally {
        clearTimeout(timer);
    }
}
function idleTimeout({ host }, limitMs) {
    const message = `${host} sent nothing for ${limitMs / 1000} seconds`;
    return networkError(message, { code: 'IDLE_TIMEOUT' });
}
// With each part of a proxy's response, Node adds as many readers again as there are: 25 parts fill the memory.
// https://github.com/nodejs/node/issues/62904
function keepOneReader(event, reader) {
    if (event === 'readable')
        this.off(event, reader);
}
// Node leaves a connection open when a proxy refuses it, and sets no time limit for the TLS handshake behind
// a proxy. So each connection is closed here. Custom agents may override `createConnection`:
// https://nodejs.org/docs/latest-v24.x/api/http.html#agentcreateconnectionoptions-callback
function connectionTo(url, machine) {
    const proxy = proxyFor(url, machine);
    const proxyEnv = { http_proxy: proxy, https_proxy: proxy };
    const agent = url.protocol === 'https:' ? new external_node_https_.Agent({ proxyEnv }) : new external_node_http_.Agent({ proxyEnv });
    const createConnection = agent.createConnection.bind(agent);
    let socket;
    agent.createConnection = (...args) => {
        socket = createConnection(...args);
        socket?.on('newListener', keepOneReader);
        return socket;
    };
    return { agent, close: () => socket?.destroy() };
}

// EXTERNAL MODULE: ../lib/network/retry.js
var retry = __webpack_require__(4778);
;// CONCATENATED MODULE: ../lib/network/get.js
// GET over an unreliable network: time limits, retries and redirects.




/** Starts a time limit for several requests and their attempts together, which a signal can end earlier. */
function timeLimit(ms, signal) {
    const controller = new AbortController();
    const message = `it took more than ${ms / 1000} seconds`;
    const error = networkError(message, { code: 'TIME_LIMIT' });
    setTimeout(() => controller.abort(error), ms).unref();
    return AbortSignal.any([signal, controller.signal]);
}
/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns a successful response into a value; only its errors of the connection are retried
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do; with the status
 */
async function get(url, options, read) {
    const { signal, backoffMs = 500, pauses } = options;
    const from = new URL(url);
    let attempts = 0;
    const attempt = async (number) => {
        attempts = number;
        const ending = new AbortController();
        try {
            return await read(await follow(from, options, AbortSignal.any([signal, ending.signal])));
        }
        finally {
            ending.abort();
        }
    };
    try {
        return await (0,retry/* retry */.L)(attempt, {
            backoffMs,
            maxBackoffMs: 8_000,
            pauses,
            pauseAfter: pauseAfter,
            onRetry: (error, _, pauseMs) => {
                const pause = (pauseMs / 1000).toFixed(1);
                (0,report/* say */.cv)(`${shown(url)}: ${meaningOf(error)}. Next attempt in ${pause} s.`);
            },
            signal,
        });
    }
    catch (error) {
        throw explained(url, attempts, signal.aborted ? signal.reason : error);
    }
}
const maxRedirects = 5;
async function follow(first, options, signal) {
    let from = first;
    let request = options;
    for (let hop = 0; hop <= maxRedirects; hop++) {
        const response = await send(from, request, signal);
        const { status, headers } = response;
        if (status >= 200 && status < 300)
            return response;
        const { authorization, ...others } = request.headers ?? {};
        if (authorization !== undefined && [401, 403, 404].includes(status)) {
            // The token of a GitHub Enterprise Server is not valid at github.com, where reading needs none.
            request = { ...options, headers: others };
            continue;
        }
        const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
        if (!isRedirect)
            throw statusError(status, headers, Date.now());
        const to = redirected(from, headers.location ?? '');
        if (options.stopAt?.test(to.pathname))
            return { ...response, url: to };
        if (to.origin !== from.origin)
            request = { ...options, headers: {} };
        from = to;
    }
    throw new Error(`it redirects more than ${maxRedirects} times. Check the input \`github-url\`, and the proxy or mirror`);
}
function redirected(from, location) {
    const to = URL.parse(location, from.href);
    if (to === null || !/^https?:$/.test(to.protocol)) {
        throw new Error(`${from.origin} redirects to an invalid URL`);
    }
    if (from.protocol === 'https:' && to.protocol === 'http:') {
        throw new Error(`${from.origin} redirects from https to http, which is refused`);
    }
    return to;
}

;// CONCATENATED MODULE: ../lib/install/download.js
// Downloads an archive.



/**
 * Downloads the first archive that exists, and extracts its executable meanwhile.
 *
 * @returns the archive, and its SHA-256 digest in hexadecimal
 * @throws Error that names the URL and what went wrong; there is no executable then
 */
async function download(archives, extraction, network) {
    const signal = timeLimit(600_000, network.signal);
    const options = { idleTimeoutMs: 60_000, ...network, signal };
    let missing = 'There is no archive.';
    for (const archive of archives) {
        const extract = ({ headers, body }) => extractVerified(body, archive.target.archive, extraction).catch((error) => {
            throw extractionError(error, headers);
        });
        try {
            return { archive, digest: await get(archive.url, options, extract) };
        }
        catch (error) {
            const { statusCode, message } = error;
            if (statusCode !== 404)
                throw error;
            missing = message;
        }
    }
    throw new Error(`${missing} Check the inputs \`cli-version\` and \`github-url\`.`);
}
// Errors of the network and of the file system have other codes, and explain themselves.
function extractionError(error, headers) {
    if (!error.code?.startsWith('Z_'))
        return error;
    if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
        return new Error('the server sent a web page instead of an archive. A proxy or the sign-in page of a network responded, or the input ' +
            '`github-url` does not name a mirror of GitHub');
    }
    // Where no length is announced, a connection that breaks looks like the end.
    const isBounded = headers['content-length'] ?? headers['transfer-encoding'];
    if (error.code === 'Z_BUF_ERROR' && isBounded === undefined) {
        return networkError('the archive ended early', { code: 'ECONNRESET' });
    }
    return new Error(`the archive that the server sent cannot be used: ${error.message}. Nothing of it was run or kept`);
}

// EXTERNAL MODULE: ../lib/install/executable.js
var executable = __webpack_require__(8829);
;// CONCATENATED MODULE: ../lib/install/metadata.js
// What GitHub's API, or a mirror of it, says about releases.
// https://docs.github.com/en/rest/releases/releases




/** Looks a release up: `latest`, or `tags/v1.2.33`. */
function lookUpRelease(options, path) {
    return lookUp(options, `/${path}`, parseRelease);
}
const pageSize = 100;
const maxPages = 30;
// GitHub's own limit for a release.
const maxAssets = 1000;
/** Looks up all releases that are neither drafts nor pre-releases. */
async function listReleases(options) {
    const releases = [];
    for (let page = 1; page <= maxPages; page++) {
        const query = `?per_page=${pageSize}&page=${page}`;
        const list = await lookUp(options, query, (data) => (Array.isArray(data) ? data : undefined));
        if (list.kind !== 'found')
            return list;
        releases.push(...list.value.flatMap((data) => parseRelease(data) ?? []));
        if (list.value.length < pageSize)
            break;
    }
    return { kind: 'found', value: releases.filter(({ isStable }) => isStable) };
}
async function lookUp(options, path, parse) {
    const { cli, githubApiUrl, githubToken: token } = options;
    if (githubApiUrl === '')
        return { kind: 'off' };
    const url = `${githubApiUrl}/repos/${distributions/* distributions */._o[cli].repository}/releases${path}`;
    const accept = 'application/vnd.github+json';
    const headers = token === '' ? { accept } : { accept, authorization: `Bearer ${token}` };
    const request = { ...options, headers };
    try {
        const body = await get(url, request, ({ body }) => (0,consumers_.text)(limited(body, maxMetadataBytes)));
        const value = parse(JSON.parse(body));
        if (value === undefined)
            throw new Error('what it sent describes no release');
        return { kind: 'found', value };
    }
    catch (error) {
        const { statusCode: status, message } = error;
        const why = error instanceof SyntaxError ? 'what it sent is not JSON' : message;
        return { kind: 'unreadable', why: why.replace(/\.$/, ''), status };
    }
}
const maxMetadataBytes = 16 * 1024 * 1024;
function parseRelease(data) {
    const fields = Object(data);
    const { tag_name: tag, assets, draft, prerelease } = fields;
    if (!(0,distributions/* isTag */.dz)(tag) || !Array.isArray(assets))
        return undefined;
    const isStable = !draft && !prerelease;
    return { tag, isStable, assets: new Map(assets.slice(0, maxAssets).flatMap(parseAsset)) };
}
// Only texts: the memory may not hold all that a server can send in their place in the pages of a list.
function parseAsset(data) {
    const { name, digest } = Object(data);
    return typeof name === 'string' ? [[name, typeof digest === 'string' ? digest : '']] : [];
}

;// CONCATENATED MODULE: ../lib/install/release.js
// Which release `latest`, a tag, a version or a range means: its tag, its archive and its digest.




/**
 * Finds the release that is meant. With a pinned digest, an exact version needs no request.
 *
 * @throws Error when there is no such release, no archive of it for the targets, or no digest for `latest`
 */
async function findRelease(wanted) {
    const { cli, cliVersion: version } = wanted;
    if (version === 'latest')
        return latest(wanted);
    const exact = exactTag(cli, version);
    if (exact !== undefined)
        return byTag(wanted, exact);
    const { isRange } = await Promise.all(/* import() */[__webpack_require__.e(764), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    return isRange(cli, version) ? newestInRange(wanted) : byTag(wanted, version);
}
/** Returns the tag of an exact version, such as `1.2.33` or `v1.2.33`, or undefined for all else. */
function exactTag(cli, version) {
    const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? [];
    return number === undefined ? undefined : `v${number}${rest || distributions/* distributions */._o[cli].tagSuffix}`;
}
async function byTag(wanted, tag) {
    if (wanted.cliSha256 !== 'release')
        return undescribed(wanted, tag, { kind: 'off' });
    const limited = withTimeLimit(wanted);
    const found = await lookUpRelease(limited, `tags/${encodeURIComponent(tag)}`);
    if (found.kind === 'found') {
        if (found.value.tag === tag)
            return described(wanted, found.value);
        return undescribed(wanted, tag, { kind: 'unreadable', why: 'it described another release' });
    }
    if (found.kind === 'unreadable' && found.status === 404) {
        throw await unknownVersion(wanted, await listReleases(limited));
    }
    return undescribed(wanted, tag, found);
}
// The page of the latest release gets its own time limit: it is requested after the API did not respond in time.
function withTimeLimit(wanted) {
    return { ...wanted, signal: timeLimit(45_000, wanted.signal) };
}
async function latest(wanted) {
    const isAsked = wanted.cliSha256 !== 'none';
    const limited = withTimeLimit(wanted);
    const found = isAsked ? await lookUpRelease(limited, 'latest') : { kind: 'off' };
    if (found.kind === 'found')
        return described(wanted, found.value);
    // Without a digest, the tag is of no use.
    agreeOn(found, wanted.cliSha256);
    return undescribed(wanted, await latestTag(wanted), found);
}
const releasePage = /\/releases\/tag\/([^/]+)$/;
// From the redirect of the release page, which a mirror may redirect first.
async function latestTag(wanted) {
    const page = `${wanted.githubUrl}/${distributions/* distributions */._o[wanted.cli].repository}/releases/latest`;
    const options = { ...withTimeLimit(wanted), stopAt: releasePage };
    const path = await get(page, options, async ({ url }) => url.pathname);
    const tag = releasePage.exec(path)?.[1];
    if ((0,distributions/* isTag */.dz)(tag))
        return tag;
    throw new Error(`${page} does not redirect to a release. ` +
        'Check the input `github-url`, or name a version in the input `cli-version`.');
}
async function newestInRange(wanted) {
    const { cli, cliVersion: version, targets } = wanted;
    const list = await listReleases(withTimeLimit(wanted));
    if (list.kind !== 'found') {
        const why = list.kind === 'off' ? '`github-api-url` is empty' : list.why;
        throw new Error(`The range "${version}" in \`cli-version\` needs the list of releases from GitHub's API: ${why}. ` +
            'Name an exact version, or check the inputs `github-token` and `github-api-url`.');
    }
    const { newestIn } = await Promise.all(/* import() */[__webpack_require__.e(764), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    // The archives of a new release are uploaded one after the other.
    const complete = list.value.filter(({ tag, assets }) => targets.some((target) => assets.has((0,distributions/* assetName */.SM)(cli, tag, target))));
    const release = newestIn(cli, version, complete) ?? newestIn(cli, version, list.value);
    if (release === undefined)
        throw await unknownVersion(wanted, list);
    return described(wanted, release);
}
async function unknownVersion({ cli, cliVersion: version }, list) {
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(764), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const known = nearest(cli, version, list.kind === 'found' ? list.value : []);
    const advice = known
        ? `The latest one is ${known.newest}; the nearest to yours are ${known.around.join(', ')}. Name one of these in the input \`cli-version\`.`
        : 'Check the inputs `cli-version` and `github-api-url`.';
    return new Error(`There is no release "${version}" of the ${distributions/* distributions */._o[cli].title}. ${advice}`);
}
function described(wanted, { tag, assets }) {
    const possible = archivesOf(wanted, tag);
    const archive = possible.find(({ name }) => assets.has(name));
    if (archive === undefined) {
        throw new Error(`The release ${tag} has no ${possible[0]?.name}: it has ${some(assets) || 'no archive at all'}. ` +
            'Name another version in the input `cli-version`.');
    }
    return { tag, archives: [archive], stated: statedBy(tag, assets.get(archive.name)) };
}
function statedBy(tag, digest = '') {
    if (digest === '')
        return { kind: 'missing', tag };
    const hex = /^sha256:([0-9a-f]{64})$/.exec(digest.toLowerCase())?.[1];
    if (hex !== undefined)
        return { kind: 'found', tag, digest: hex };
    return { kind: 'unreadable', why: `the digest of ${tag} is not SHA-256` };
}
function undescribed(wanted, tag, stated) {
    return { tag, archives: archivesOf(wanted, tag), stated };
}
// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function archivesOf({ cli, targets, githubUrl }, tag) {
    const path = `${distributions/* distributions */._o[cli].repository}/releases/download/${encodeURIComponent(tag)}`;
    return targets.map((target) => {
        const name = (0,distributions/* assetName */.SM)(cli, tag, target);
        return { cli, tag, target, name, url: `${githubUrl}/${path}/${name}` };
    });
}
// A server can send any number of names, of any length.
function some(assets) {
    const names = [...assets.keys()].slice(0, 20).map((name) => name.slice(0, 100));
    return names.join(', ');
}

;// CONCATENATED MODULE: ../lib/install/install.js
// From the wanted version to an executable in the session whose archive has the expected digest. The digests
// are compared in verify.ts, wherever the bytes come from.










/**
 * Puts the wanted version of the published CLI into the session, from the tool cache or from a download.
 *
 * @param places new paths in a directory that is closed to other users: the executable, and a directory for the
 *   archive, which is removed again
 * @throws Error when there is no such release, no digest, or no archive with this digest
 */
async function install(inputs, machine, places, stopped) {
    const { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken } = inputs;
    const network = { machine, signal: stopped, pauses: { leftMs: 30_000 } };
    const targets = (0,distributions/* targetsOf */.QR)(machine.platform, machine.arch);
    const wanted = { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken, targets };
    const { tag, archives, stated } = await findRelease({ ...wanted, ...network });
    const expected = agreeOn(stated, cliSha256);
    const installed = { version: tag, verifiedWith: expected.statedBy };
    (0,external_node_fs_.mkdirSync)(places.download, { mode: 0o700 });
    try {
        const copy = (0,external_node_path_.join)(places.download, 'archive');
        const extraction = { executable: places.executable, copy, expected, wantsCopy: false };
        if (await extractCached(archives, extraction, machine.env)) {
            return { ...installed, cacheHit: true };
        }
        (0,report/* say */.cv)(`Downloading the ${distributions/* distributions */._o[cli].title} ${tag} …`);
        const isKept = cliSha256 !== 'none';
        const downloading = download(archives, { ...extraction, wantsCopy: isKept }, network);
        const { archive, digest } = await downloading.catch((error) => {
            if (!isDiskFull(error))
                throw error;
            // Without a copy there may be room.
            return download(archives, extraction, network);
        });
        (0,executable/* demandExecutable */.w)(places.executable, 'Name another version in the input `cli-version`.');
        if (isKept)
            await keepArchive(archive, digest, copy, machine.env);
        else
            (0,report/* warn */.R8)('CLI not verified', `${unverified} The version is ${tag}.`, machine.env);
        return { ...installed, cacheHit: false };
    }
    finally {
        // A virus scanner may hold the archive. It holds no secret, and goes with the session.
        (0,or_undefined/* orUndefined */.y)(() => (0,external_node_fs_.rmSync)(places.download, { recursive: true, force: true }));
    }
}
function isDiskFull({ cause }) {
    return /^(ENOSPC|EDQUOT)$/.test(cause?.code ?? '');
}
const unverified = 'The archive of the CLI was not compared with a digest, because `cli-sha256` is `none`.';


/***/ })

};
