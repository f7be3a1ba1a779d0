export const id = 873;
export const ids = [873];
export const modules = {

/***/ 9873:
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
// EXTERNAL MODULE: ../lib/runner/report.js
var report = __webpack_require__(4964);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(5360);
;// CONCATENATED MODULE: ../lib/install/archive.js
// What both formats of release archives have in common. Pure.
/** The most that is read of an archive, and of what it inflates to. */
const maxBytes = 512 * 1024 * 1024;
const noCandidate = { depth: Number.POSITIVE_INFINITY, problem: undefined };
/**
 * Returns the depth of a path, with `/` or `\`, if it has this name and replaces the candidate. As with other
 * tools, the last of several equal entries counts.
 */
function depthOf(path, name, { depth }) {
    const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    return parts.at(-1) === name && parts.length <= depth ? parts.length : undefined;
}
/** Throws unless the archive holds an executable that can be extracted. */
function demandUsable({ depth, problem }, name) {
    if (depth === noCandidate.depth)
        throw new Error(`it holds no executable named ${name}`);
    if (problem !== undefined)
        throw new Error(`the entry ${name} in it ${problem}`);
}
function tooLarge() {
    return new Error('it holds more than 512 MiB, and no CLI is that large');
}
function damaged(format) {
    return new Error(`it is not a ${format} archive, or a damaged one`);
}
/** The code of errors of an archive whose end is missing. */
const truncatedCode = 'TRUNCATED_ARCHIVE';
function truncated(format) {
    return Object.assign(new Error(`the end of the ${format} archive is missing`), {
        code: truncatedCode,
    });
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../lib/install/tar.js
// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
// https://www.gnu.org/software/tar/manual/html_node/Tar-Internals.html

/**
 * Extracts a file: the last one with this name that is nearest to the root.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param name of the wanted file, without a folder
 * @throws Error when the archive is damaged, when it holds no such file, or one that cannot be extracted
 */
async function untar(source, name, sink) {
    const bytes = readerOf(source);
    let candidate = noCandidate;
    for await (const { path, size, problem } of filesIn(bytes)) {
        const depth = depthOf(path, name, candidate);
        if (depth === undefined)
            continue;
        candidate = { depth, problem };
        await sink.restart();
        if (problem !== undefined)
            continue;
        for await (const part of bytes.take(size))
            await sink.append(part);
    }
    await bytes.drain();
    demandUsable(candidate, name);
}
const blockBytes = 512;
// The content of each entry is read, or not, before the next one.
async function* filesIn(bytes) {
    let extension = {};
    for (;;) {
        const header = parseHeader(await bytes.read(blockBytes));
        if (header === undefined)
            return;
        const { type } = header;
        for (let hasMore = header.hasSparseMap; hasMore;) {
            hasMore = (await bytes.read(blockBytes))[504] === 1;
        }
        const size = /[1-6]/.test(type) ? 0 : (extension.size ?? header.size);
        const end = bytes.position() + Math.ceil(size / blockBytes) * blockBytes;
        if (type === 'x' || type === 'L') {
            extension = { ...extension, ...(await readExtension(type, size, bytes)) };
        }
        else if (!/[gKV]/.test(type)) {
            const path = extension.path ?? header.path;
            const isDirectory = /[5D]/.test(type) || path.endsWith('/');
            if (!isDirectory)
                yield { path, size, problem: problemOf(header, extension) };
            extension = {};
        }
        await bytes.skipTo(end);
    }
}
// Returns undefined for the block of zeros at the end.
function parseHeader(block) {
    if (block.every((byte) => byte === 0))
        return undefined;
    const text = (from, to) => block.toString('utf8', from, to).replace(/\0.*$/s, '');
    const octal = (from, to) => {
        const digits = text(from, to).trim();
        if (!/^[0-7]*$/.test(digits))
            throw damaged('tar');
        return Number.parseInt(digits || '0', 8);
    };
    // The checksum counts its own field as eight spaces.
    const own = block.subarray(148, 156).reduce((sum, byte) => sum + byte - 0x20, 0);
    const sum = block.reduce((sum, byte) => sum + byte, 0) - own;
    if (octal(148, 156) !== sum)
        throw damaged('tar');
    const isBase256 = ((block[124] ?? 0) & 0x80) !== 0;
    const size = isBase256 ? Number(`0x${block.toString('hex', 125, 136)}`) : octal(124, 136);
    if (size > maxBytes)
        throw tooLarge();
    const type = text(156, 157);
    // Only POSIX has the rest of the path there.
    const folder = block.toString('latin1', 257, 263) === 'ustar\0' ? text(345, 500) : '';
    const path = folder === '' ? text(0, 100) : `${folder}/${text(0, 100)}`;
    return { path, type, size, isBase256, hasSparseMap: type === 'S' && block[482] === 1 };
}
const maxExtensionBytes = 1024 * 1024;
async function readExtension(type, size, bytes) {
    if (size > maxExtensionBytes)
        return { problem: 'has an extended header of more than 1 MiB' };
    const content = await bytes.read(size);
    if (type === 'L')
        return { path: content.toString().replace(/\0.*$/s, '') };
    const records = new Map(recordsIn(content));
    const path = records.get('GNU.sparse.name') ?? records.get('path');
    const stated = records.get('size');
    if (stated !== undefined && !/^\d{1,9}$/.test(stated))
        throw tooLarge();
    return {
        ...(path !== undefined && { path }),
        ...(stated !== undefined && { size: Number(stated) }),
        ...([...records.keys()].some((key) => key.startsWith('GNU.sparse.')) && { problem: sparse }),
    };
}
// Each record begins with its own length: `30 mtime=1350244992.023960108\n`.
function* recordsIn(content) {
    for (let at = 0; at < content.length;) {
        const length = Number.parseInt(content.toString('latin1', at, at + 10), 10);
        const record = content.toString('utf8', at, at + length - 1);
        const [, key, value] = /^\d+ ([^=]+)=(.*)$/s.exec(record) ?? [];
        if (key === undefined || value === undefined)
            throw damaged('tar');
        yield [key, value];
        at += length;
    }
}
const sparse = 'is a sparse file';
function problemOf({ type, path, isBase256 }, extension) {
    if (type === 'S')
        return sparse;
    if (/[12]/.test(type))
        return 'is a link';
    if (!/^[07]?$/.test(type))
        return 'is not a regular file';
    if (extension.problem !== undefined)
        return extension.problem;
    if (isBase256)
        return 'has its size in base 256';
    const isRenamed = extension.path !== undefined && extension.path !== path;
    return isRenamed ? 'has a name that only a GNU or PAX header holds' : undefined;
}
function readerOf(source) {
    const chunks = source[Symbol.asyncIterator]();
    let rest = Buffer.alloc(0);
    let received = 0;
    const receive = async () => {
        const { done, value } = await chunks.next();
        rest = done ? Buffer.alloc(0) : value;
        received += rest.length;
        if (received > maxBytes)
            throw tooLarge();
        return !done;
    };
    async function* take(size) {
        for (let left = size; left > 0;) {
            if (rest.length === 0 && !(await receive()))
                throw truncated('tar');
            const part = rest.subarray(0, left);
            rest = rest.subarray(part.length);
            left -= part.length;
            yield part;
        }
    }
    const position = () => received - rest.length;
    return {
        position,
        /** Yields the next bytes as they arrive. */
        take,
        read: async (size) => Buffer.concat(await Array.fromAsync(take(size))),
        skipTo: async (end) => {
            for await (const _ of take(end - position()))
                ;
        },
        drain: async () => {
            while (await receive())
                ;
        },
    };
}

;// CONCATENATED MODULE: ../lib/install/zip.js
// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT




/** Extracts a file as `untar` does, from a file that nobody else can change. */
async function unzip(path, name, sink) {
    const file = await (0,promises_.open)(path);
    try {
        const { size } = await file.stat();
        const read = async (from, length) => {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
            if (bytesRead < length)
                throw damaged('zip');
            return buffer;
        };
        const end = await findEnd(read, size);
        let candidate = noCandidate;
        let found;
        for (const entry of entriesIn(await read(end.directoryAt, end.directoryBytes), end.count)) {
            const depth = depthOf(entry.path, name, candidate);
            if (depth === undefined)
                continue;
            candidate = { depth, problem: zip_problemOf(entry) };
            found = entry;
        }
        demandUsable(candidate, name);
        if (found === undefined)
            return;
        const local = end.shift + found.offset;
        const header = await read(local, 30);
        if (header.toString('latin1', 0, 4) !== 'PK\x03\x04')
            throw damaged('zip');
        const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
        const packed = found.packedBytes === 0
            ? []
            : file.createReadStream({ start, end: start + found.packedBytes - 1, autoClose: false });
        await sink.restart();
        await inflate(packed, found, sink);
    }
    finally {
        await file.close();
    }
}
const endBytes = 22;
const maxCommentBytes = 0xffff;
async function findEnd(read, size) {
    const tailBytes = Math.min(size, endBytes + maxCommentBytes);
    const tail = await read(size - tailBytes, tailBytes);
    const isEnd = (at) => at + endBytes + tail.readUInt16LE(at + 20) === tailBytes;
    let at = tail.lastIndexOf('PK\x05\x06', tailBytes - endBytes);
    while (at > 0 && !isEnd(at))
        at = tail.lastIndexOf('PK\x05\x06', at - 1);
    if (at < 0 || tailBytes < endBytes || !isEnd(at)) {
        const isZip = (await read(0, Math.min(size, 2))).every((byte, at) => byte === 'PK'.charCodeAt(at));
        throw isZip ? truncated('zip') : damaged('zip');
    }
    const [count, directoryBytes, offset] = [
        tail.readUInt16LE(at + 10),
        tail.readUInt32LE(at + 12),
        tail.readUInt32LE(at + 16),
    ];
    if (count === 0xffff || offset === 0xffffffff)
        throw new Error('it is a zip64 archive');
    // Other bytes may stand before the archive. Its offsets do not count them.
    const directoryAt = size - tailBytes + at - directoryBytes;
    const shift = directoryAt - offset;
    if (shift < 0)
        throw damaged('zip');
    return { count, directoryBytes, directoryAt, shift };
}
function* entriesIn(directory, count) {
    let at = 0;
    for (let left = count; left > 0; left--) {
        const header = directory.subarray(at);
        if (header.length < 46 || header.toString('latin1', 0, 4) !== 'PK\x01\x02')
            throw damaged('zip');
        const pathEnd = 46 + header.readUInt16LE(28);
        const path = header.toString('utf8', 46, pathEnd);
        const unixType = header.readUInt32LE(38) >>> 28;
        const entry = {
            path,
            flags: header.readUInt16LE(8),
            method: header.readUInt16LE(10),
            crc: header.readUInt32LE(16),
            packedBytes: header.readUInt32LE(20),
            bytes: header.readUInt32LE(24),
            unixType,
            offset: header.readUInt32LE(42),
        };
        if (unixType !== directoryType && !/[\\/]$/.test(path))
            yield entry;
        at += pathEnd + header.readUInt16LE(30) + header.readUInt16LE(32);
    }
}
// Of the mode that archives made on Unix hold; 0 in others.
const [noType, directoryType, fileType, linkType] = [0, 4, 8, 10];
const [stored, deflated] = [0, 8];
function zip_problemOf({ flags, method, packedBytes, bytes, offset, unixType }) {
    if (unixType === linkType)
        return 'is a link';
    if (unixType !== noType && unixType !== fileType)
        return 'is not a regular file';
    if ([packedBytes, bytes, offset].includes(0xffffffff))
        return 'needs zip64';
    if ((flags & 1) !== 0)
        return 'is encrypted';
    if (method !== stored && method !== deflated)
        return `uses zip method ${method}`;
    return undefined;
}
async function inflate(packed, { method, bytes, crc }, sink) {
    if (bytes > maxBytes)
        throw tooLarge();
    let [size, sum] = [0, 0];
    const write = async (content) => {
        for await (const part of content) {
            size += part.length;
            if (size > bytes)
                throw damaged('zip');
            sum = (0,external_node_zlib_.crc32)(part, sum);
            await sink.append(part);
        }
    };
    if (method === stored)
        await write(packed);
    else
        await (0,external_node_stream_promises_.pipeline)(packed, (0,external_node_zlib_.createInflateRaw)({ chunkSize: 256 * 1024 }), write);
    if (size !== bytes || sum !== crc)
        throw damaged('zip');
}

;// CONCATENATED MODULE: ../lib/install/verify.js
// From the bytes of an archive to the executable in it. The executable gets its name and its x bit only when
// the digest of the archive is right. Nothing else of an archive is extracted.







/** The code of errors of an archive that is whole, and not the expected one. */
const wrongDigestCode = 'WRONG_DIGEST';
/**
 * Extracts the executable of an archive, and compares the archive's digest.
 *
 * @throws Error when the archive cannot be extracted, or has another digest; there is no executable then
 */
async function extractVerified(source, format, { path, copyPath, wantsCopy, judge }) {
    const [name, part] = [(0,external_node_path_.basename)(path), (0,external_node_path_.join)((0,external_node_path_.dirname)(path), '.part')];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const copy = wantsCopy || format === 'zip' ? copyAt(copyPath, format === 'zip') : noCopy;
    const executable = await (0,promises_.open)(part, 'wx', 0o600);
    try {
        const sink = sinkOf(executable, copy);
        const bytes = passing(source, hash, copy);
        if (format === 'zip') {
            for await (const _ of bytes)
                ;
            await unzip(copyPath, name, sink);
        }
        else {
            await (0,external_node_stream_promises_.pipeline)(bytes, (0,external_node_zlib_.createGunzip)(room), (inflated) => untar(inflated, name, sink));
        }
        const digest = hash.digest('hex');
        const decision = judge(digest);
        if (decision.kind !== 'install')
            throw mismatch(digest, decision);
        await executable.chmod(0o755);
        await executable.close();
        await (0,promises_.rename)(part, path);
        await copy.close();
        return { digest, verifiedWith: decision.verifiedWith };
    }
    catch (error) {
        await executable.close();
        await (0,promises_.rm)(part, { force: true });
        await copy.discard();
        throw error;
    }
}
async function* passing(source, hash, copy) {
    for await (const bytes of source) {
        const copied = copy.append(bytes);
        hash.update(bytes);
        await copied;
        yield bytes;
    }
}
// In bytes: inflating, hashing and writing work side by side when there is room between them.
const room = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 };
function sinkOf(file, copy) {
    let position = 0;
    return {
        append: async (bytes) => {
            try {
                await writeAt(file, bytes, position);
            }
            catch (error) {
                // The disk may be full because of the copy.
                if (!(await copy.discard()))
                    throw error;
                await writeAt(file, bytes, position);
            }
            position += bytes.length;
        },
        restart: async () => {
            position = 0;
            await file.truncate(0);
        },
    };
}
async function writeAt(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
    }
}
const noCopy = {
    append: async () => { },
    discard: async () => false,
    close: async () => { },
};
// An error ends a copy that is not needed, and nothing else.
function copyAt(path, isNeeded) {
    let file;
    let removal;
    const close = async () => (await file?.catch(() => undefined))?.close();
    const remove = async () => {
        await close();
        await (0,promises_.rm)(path, { force: true });
    };
    const discard = async () => {
        removal ??= remove();
        await removal;
        return !isNeeded;
    };
    return {
        append: async (bytes) => {
            if (removal !== undefined)
                return;
            try {
                // The copy in the tool cache gets this mode: other users' jobs can read it.
                file ??= (0,promises_.open)(path, 'wx', 0o644);
                await (await file).appendFile(bytes);
            }
            catch (error) {
                if (isNeeded)
                    throw error;
                await discard();
            }
        },
        discard,
        close,
    };
}
function mismatch(digest, expected) {
    const { digests, statedBy } = expected.kind === 'seek' ? expected : { digests: [], statedBy: '' };
    const message = `the archive's SHA-256 digest is ${digest}, but ${statedBy} states ${digests.join(' or ')}, so nothing of it was run or ` +
        'kept. It was changed on the way, or it is not the release that you pinned: compare both digests with the page of the ' +
        'release, and do not continue before you know.';
    return Object.assign(new Error(message), { code: wrongDigestCode });
}

;// CONCATENATED MODULE: ../lib/install/cache.js
// The tool cache that the jobs of a machine share holds archives. Nothing in it is trusted: each use compares
// the digest of the bytes that it reads.








/**
 * Extracts the executable of the first archive that is in the tool cache and has its digest.
 *
 * @returns undefined when there is none
 */
async function extractCached(keys, extraction, env) {
    for (const key of keys) {
        const path = await findArchive(key);
        if (path === undefined)
            continue;
        try {
            return await extractVerified(readArchive(path), key.archive.target.archive, extraction);
        }
        catch (error) {
            const { code, message } = error;
            (0,core/* debug */.Yz)(`${path} is not used: ${message}`);
            // Otherwise it is unreadable or cut short, as while a parallel job keeps it.
            if (code === undefined || code === 'Z_DATA_ERROR' || code === wrongDigestCode) {
                (0,report/* notify */.me)('Cached archive ignored', `The archive ${path} in the tool cache does not have the expected digest. The action downloads the CLI instead.`, env);
            }
        }
    }
    return undefined;
}
/**
 * Keeps an archive for later jobs. When that fails, nothing else changes.
 *
 * @param path of the archive, which has the digest of the key
 */
async function keepArchive(key, path, env) {
    try {
        const { cacheFile } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(387)]).then(__webpack_require__.bind(__webpack_require__, 3387));
        const root = env['RUNNER_TOOL_CACHE'];
        if (!root)
            throw new Error('RUNNER_TOOL_CACHE is not set');
        demandOwn((0,external_node_path_.join)(root, tool));
        // A parallel job may have kept it meanwhile. Its entry is not replaced while others read it.
        const found = await findArchive(key);
        if (found !== undefined && (await hasDigest(found, key.digest)))
            return;
        await cacheFile(path, key.archive.name, tool, ...placeOf(key));
    }
    catch (error) {
        (0,core/* debug */.Yz)(`The archive was not kept in the tool cache: ${error.message}`);
    }
}
const tool = 'choreo-login';
async function findArchive(key) {
    try {
        const { find } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(387)]).then(__webpack_require__.bind(__webpack_require__, 3387));
        const directory = find(tool, ...placeOf(key));
        return directory === '' ? undefined : (0,external_node_path_.join)(directory, key.archive.name);
    }
    catch (error) {
        (0,core/* debug */.Yz)(`The tool cache is not used: ${error.message}`);
        return undefined;
    }
}
const versionTag = /^v((?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z.-]+)?)$/;
function placeOf({ cli, tag, archive, digest }) {
    const version = versionTag.exec(tag)?.[1];
    if (version === undefined)
        throw new Error(`${tag} is not a version`);
    const { os, arch } = archive.target;
    return [version, `${cli}-${os}-${arch}-${digest.slice(0, 16)}`];
}
// Of a file that anybody may have put there.
async function* readArchive(path) {
    // Links are not followed, and pipes are not waited for. Windows has neither of the two flags.
    const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const stats = await file.stat();
        if (!stats.isFile() || stats.size === 0 || stats.size > maxBytes) {
            const message = 'it is not a regular file of at most 512 MiB';
            throw Object.assign(new Error(message), { code: 'EINVAL' });
        }
        // Without an end, somebody who appends to it would keep the job busy.
        const range = { start: 0, end: stats.size - 1 };
        yield* file.createReadStream({ ...range, highWaterMark: 256 * 1024, autoClose: false });
    }
    finally {
        await file.close();
    }
}
// In a directory of another user, a link could lead the copy to any place.
function demandOwn(directory) {
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    const { uid, mode } = (0,external_node_fs_.lstatSync)(directory);
    const user = process.getuid?.();
    if (user === undefined || (uid === user && (mode & 0o170022) === 0o040000))
        return;
    throw new Error(`${directory} is not a directory that only this user can write to`);
}
async function hasDigest(path, digest) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        for await (const bytes of readArchive(path))
            hash.update(bytes);
    }
    catch {
        return false;
    }
    return hash.digest('hex') === digest;
}

;// CONCATENATED MODULE: ../lib/install/decide.js
/** @param archive the SHA-256 digest of the archive at hand; undefined: there is none yet */
function decide(stated, pinned, archive) {
    const why = reasonToRefuse(stated, pinned);
    if (why !== undefined)
        return { kind: 'refuse', why };
    const { digests, statedBy } = expected(stated, pinned);
    const isExpected = archive !== undefined && (pinned === 'none' || digests.includes(archive));
    return isExpected
        ? { kind: 'install', verifiedWith: statedBy }
        : { kind: 'seek', digests, statedBy };
}
function expected(stated, pinned) {
    if (pinned === 'none')
        return { digests: [], statedBy: '' };
    const pin = 'the input `cli-sha256`';
    if (stated.kind !== 'found')
        return { digests: [...pinned], statedBy: pin };
    const release = `the release ${stated.tag}`;
    const statedBy = pinned === 'release' ? release : `${release} and ${pin}`;
    return { digests: [stated.digest], statedBy };
}
function reasonToRefuse(stated, pinned) {
    if (pinned === 'none')
        return undefined;
    if (pinned !== 'release') {
        if (stated.kind !== 'found' || pinned.includes(stated.digest))
            return undefined;
        return (`GitHub's API states the digest ${stated.digest} for the archive of ${stated.tag}, and \`cli-sha256\` does not name it. ` +
            'Set `cli-version` to the version whose digest you pinned, or pin the new one after you reviewed it.');
    }
    if (stated.kind === 'unreadable') {
        return (`The digest of the release could not be read from GitHub's API: ${stated.why.replace(/\.$/, '')}. ` +
            'Nothing is installed without one. Re-run the job, set `github-token`, allow the host of `github-api-url` in the ' +
            'firewall, or pin `cli-version` and `cli-sha256`.');
    }
    if (stated.kind === 'missing') {
        return (`The release ${stated.tag} states no SHA-256 digest, so there is nothing to compare its archive with. ` +
            'Choose a newer version in the input `cli-version`.');
    }
    if (stated.kind === 'off') {
        return ('There is no API that states a digest, because `github-api-url` is empty. Set `cli-version`, and in `cli-sha256` the ' +
            "digest that the release's page on github.com shows.");
    }
    return undefined;
}
/**
 * Returns the digests of which the archive must have one; with `cli-sha256: none`, there are none.
 *
 * @throws Error with the reason when nothing may be installed
 */
function neededDigests(stated, pinned) {
    const decision = decide(stated, pinned);
    if (decision.kind === 'refuse')
        throw new Error(decision.why);
    return decision.kind === 'seek' ? decision.digests : [];
}

;// CONCATENATED MODULE: ../lib/network/errors.js
/** Returns an error of this folder. */
function networkError(message, details) {
    return Object.assign(new Error(message), details);
}
/** Returns the error for a response that is not a success. */
function statusError(statusCode, headers, now) {
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - now;
    const askedMs = millisecondsUntil(headers['retry-after'] ?? '', now);
    const waitMs = isUsedUp ? reset || 0 : (askedMs ?? 0);
    const isLong = isUsedUp || waitMs > maxRetryAfterMs;
    const until = isLong && Math.abs(waitMs) < weekMs ? new Date(now + waitMs).toISOString() : '';
    const limit = isUsedUp ? ', its rate limit is used up' : '';
    const message = `the server responded with status ${statusCode}${limit}${until && ` until ${until}`}`;
    const isRetryable = isTransient(statusCode) || (statusCode === 403 && askedMs !== undefined);
    const retryAfterMs = isRetryable && !isLong ? waitMs : Number.POSITIVE_INFINITY;
    return networkError(message, { statusCode, retryAfterMs });
}
const maxRetryAfterMs = 20_000;
const weekMs = 7 * 86_400_000;
// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function millisecondsUntil(retryAfter, now) {
    if (/^\d+$/.test(retryAfter))
        return Number(retryAfter) * 1000;
    const date = Date.parse(retryAfter);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
/** Whether another attempt is worthwhile. After an idle timeout, which takes long, there is one. */
function errors_isRetryable(error, attempt) {
    const { code = '', statusCode, retryAfterMs } = error;
    if (retryAfterMs !== undefined)
        return Number.isFinite(retryAfterMs);
    if (statusCode !== undefined)
        return isTransient(statusCode);
    return code === 'IDLE_TIMEOUT' ? attempt < 2 : transientMeaning(code) !== undefined;
}
const errors_transient = [
    [/^ECONNREFUSED$/, 'the connection was refused'],
    [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, 'the connection broke off'],
    [/^ERR_PROXY_TUNNEL$/, 'the proxy did not connect to the host'],
    [/^ETIMEDOUT$/, 'the connection timed out'],
    [/^(EHOSTUNREACH|ENETUNREACH)$/, 'no route to host'],
    [/^ENOTFOUND$/, 'the name of the host is not known'],
    [/^EAI_AGAIN$/, 'the name server does not respond'],
    [/^CONNECT_TIMEOUT$/, ''],
];
function transientMeaning(code) {
    return errors_transient.find(([pattern]) => pattern.test(code))?.[1];
}
/**
 * Returns a URL without its query, which may hold a signature. The rest is unchanged, because the runner masks a
 * URL that is a secret only in its own spelling.
 */
function shown(url) {
    return url.replace(/[?#].*$/s, '');
}
/**
 * Returns the error for the annotation: what failed, how often it was attempted, and what to do.
 *
 * @param attempts of which the last failed with `cause`
 */
function explained(url, attempts, cause) {
    const error = cause;
    // What is not retried happened once.
    const times = attempts > 1 && errors_isRetryable(error, 1) ? `, ${attempts} times` : '';
    const message = `Could not get ${shown(url)}: ${meaningOf(error)}${times}.${adviceOn(error)}`;
    // The status of a proxy says nothing about the URL.
    const statusCode = error.code === undefined ? error.statusCode : undefined;
    return Object.assign(new Error(message, { cause }), { statusCode });
}
/** Says what went wrong, without a full stop. */
function meaningOf({ code = '', statusCode, message }) {
    if (code === 'ERR_PROXY_TUNNEL' && statusCode) {
        return `the proxy refused the connection with status ${statusCode}`;
    }
    if (statusCode === 407)
        return 'the proxy refused the request with status 407';
    // Node's message quotes the URL, which may hold a password.
    if (code === 'ERR_PROXY_INVALID_CONFIG')
        return 'the address of the proxy is not a valid URL';
    if (code === 'ERR_INVALID_CHAR')
        return 'the input `github-token` holds a character that no HTTP header can hold';
    if (code.startsWith('HPE_'))
        return 'the response is not valid HTTP';
    if (/^(EPROTO$|ERR_SSL_)/.test(code))
        return 'the TLS handshake with the server or the proxy failed';
    // Some messages end with a full stop.
    return transientMeaning(code) || message.replace(/\.$/, '');
}
const checkNetwork = ' Check the network, the proxy and the firewall of the runner.';
function adviceOn({ code = '', statusCode = 0 }) {
    if (/CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
        return ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.';
    }
    if (statusCode === 407)
        return ' Check the user name and the password in `HTTPS_PROXY` or `HTTP_PROXY`.';
    const isOfNetwork = transientMeaning(code) || /^(CONNECT_|IDLE_|HPE_|ERR_PROXY_|EPROTO$|ERR_SSL_)/.test(code);
    if (isOfNetwork)
        return checkNetwork;
    return isTransient(statusCode) ? ' Usually temporary: re-run the job.' : '';
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
    if (proxy.includes('://') && !/^https?:/i.test(proxy)) {
        throw new Error(`\`${variable}\` does not name an HTTP proxy. Only http and https addresses are supported`);
    }
    const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
    // https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
    if (major < 24 || (major === 24 && minor < 5)) {
        throw new Error(`\`${variable}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
            'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`');
    }
    // curl and the CLI treat an address without a scheme as an HTTP proxy. Node ignores it.
    return proxy.includes('://') ? proxy : `http://${proxy}`;
}
// Node's own NO_PROXY covers no sub-domains of a plain name, and no networks.
function isDirect(url, noProxy) {
    const host = withoutBrackets(url.hostname);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
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
    const [address = '', bits] = network.split('/');
    const family = (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
    const longest = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? longest : Number(bits || Number.NaN);
    const isNetwork = (0,external_node_net_.isIP)(address) !== 0 && prefix >= 0 && prefix <= longest;
    if (!isNetwork || !Number.isInteger(prefix) || (0,external_node_net_.isIP)(host) === 0)
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, prefix, family);
    return list.check(host, (0,external_node_net_.isIP)(host) === 6 ? 'ipv6' : 'ipv4');
}
function withoutBrackets(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}

;// CONCATENATED MODULE: ../lib/network/request.js
// One GET request, bounded in time and size, through Node's own support for proxies.




/**
 * Sends a request.
 *
 * @param signal ends the request and closes its connection at any time
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
        let timer = setTimeout(() => reject(connectTimeout(url, connectTimeoutMs)), connectTimeoutMs);
        // The request was sent, so there is a connection, or it was destroyed.
        call.on('finish', () => {
            if (signal.aborted)
                return;
            clearTimeout(timer);
            timer = setTimeout(() => reject(idleTimeout(url, idleTimeoutMs)), idleTimeoutMs);
        });
        let received;
        const receive = (response) => {
            received = response;
            clearTimeout(timer);
            const { statusCode: status = 0, headers } = response;
            resolve({ url, status, headers, body: bodyOf(response, url, options) });
        };
        call.on('response', receive);
        // A status of 101 was not requested. Without a listener, Node waits for ever.
        call.on('upgrade', receive);
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
async function* bodyOf(response, url, { idleTimeoutMs = 20_000, maxBytes = Number.POSITIVE_INFINITY }) {
    // Runs only while bytes are waited for: a slow disk is not an idle network.
    const start = () => setTimeout(() => response.destroy(idleTimeout(url, idleTimeoutMs)), idleTimeoutMs);
    let timer = start();
    let size = 0;
    try {
        for await (const bytes of response) {
            clearTimeout(timer);
            size += bytes.length;
            if (size > maxBytes)
                throw new Error(`${url.host} sent more than ${maxBytes} bytes`);
            yield bytes;
            timer = start();
        }
    }
    finally {
        clearTimeout(timer);
    }
}
function connectTimeout({ host }, limitMs) {
    const message = `no connection to ${host} within ${limitMs / 1000} seconds`;
    return networkError(message, { code: 'CONNECT_TIMEOUT' });
}
function idleTimeout({ host }, limitMs) {
    return networkError(`${host} sent nothing for ${limitMs / 1000} seconds`, {
        code: 'IDLE_TIMEOUT',
    });
}
// Node leaves a connection open when a proxy refuses it, and sets no time limit for the TLS handshake behind
// a proxy. So each connection is closed here. Custom agents may override `createConnection`:
// https://nodejs.org/docs/latest-v24.x/api/http.html#agentcreateconnectionoptions-callback
function connectionTo(url, machine) {
    const proxy = proxyFor(url, machine);
    const proxyEnv = proxy === undefined ? {} : { http_proxy: proxy, https_proxy: proxy };
    const agent = url.protocol === 'https:' ? new external_node_https_.Agent({ proxyEnv }) : new external_node_http_.Agent({ proxyEnv });
    const createConnection = agent.createConnection.bind(agent);
    let socket;
    agent.createConnection = (...args) => {
        socket = createConnection(...args);
        return socket;
    };
    return { agent, close: () => socket?.destroy() };
}

// EXTERNAL MODULE: ../lib/network/retry.js
var retry = __webpack_require__(4778);
;// CONCATENATED MODULE: ../lib/network/get.js
// GET over an unreliable network: time limits, retries and redirects.




/** Starts a time limit. */
function timeLimit(ms) {
    return { ms, signal: AbortSignal.timeout(ms) };
}
const maxBackoffMs = 8_000;
/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns a successful response into a value; its own errors are not retried
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do; with the status
 */
async function get(url, options, read) {
    const { cancelled, limit, backoffMs = 500, pauses } = options;
    const from = new URL(url);
    const name = shown(url);
    const signal = AbortSignal.any([cancelled, limit.signal]);
    let made = 0;
    const attempt = async (number) => {
        made = number;
        const ending = new AbortController();
        try {
            return await read(await follow(from, options, AbortSignal.any([signal, ending.signal])));
        }
        finally {
            ending.abort();
        }
    };
    const retryAfterMs = (error) => error.retryAfterMs ?? 0;
    const isRetryable = (error, number) => (error.statusCode ?? 0) !== options.finalStatus &&
        errors_isRetryable(error, number);
    const onRetry = (error, _, pauseMs) => {
        const what = meaningOf(error);
        (0,report/* say */.cv)(`${name}: ${what}. Next attempt in ${(pauseMs / 1000).toFixed(1)} s.`);
    };
    try {
        const attempts = Number.POSITIVE_INFINITY;
        const times = { attempts, backoffMs, maxBackoffMs, pauses, retryAfterMs };
        return await (0,retry/* retry */.L)(attempt, { ...times, isRetryable, onRetry, signal });
    }
    catch (error) {
        if (cancelled.aborted)
            throw new Error(`The run was cancelled while it got ${name}.`);
        if (!limit.signal.aborted)
            throw explained(url, made, error);
        throw new Error(`Could not get ${name} within ${limit.ms / 1000} seconds.${checkNetwork}`);
    }
}
const maxRedirects = 5;
async function follow(first, options, signal) {
    let [from, request] = [first, options];
    for (let hop = 0; hop <= maxRedirects; hop++) {
        const response = await send(from, request, signal);
        const { status, headers } = response;
        if (status >= 200 && status < 300)
            return response;
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




/**
 * Downloads the first archive that exists, and extracts its executable meanwhile.
 *
 * @throws Error that names the URL and what went wrong; there is no executable then
 */
async function download([archive, ...others], extraction, network) {
    if (archive === undefined)
        throw new Error('There is no archive to download.');
    const options = { idleTimeoutMs: 60_000, ...network, limit: timeLimit(600_000), maxBytes: maxBytes };
    const read = async (response) => {
        refuseWebPage(response);
        const { archive: format } = archive.target;
        const verified = await extractVerified(response.body, format, extraction).catch((error) => explainArchive(error, response));
        return { ...verified, archive };
    };
    try {
        return await get(archive.url, options, read);
    }
    catch (error) {
        if (error.statusCode !== 404)
            throw error;
        if (others.length > 0)
            return download(others, extraction, network);
        const hint = 'Check the inputs `cli-version` and `github-url`.';
        throw new Error(`${error.message} ${hint}`, { cause: error });
    }
}
function refuseWebPage({ headers }) {
    if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
        throw new Error('the server sent a web page instead of an archive. A proxy or the sign-in page of a network responded, or the input ' +
            '`github-url` does not name a mirror of GitHub');
    }
}
// Errors of the network and of the file system have other codes, and explain themselves.
function explainArchive(error, { headers }) {
    const isCut = error.code === truncatedCode || error.code === 'Z_BUF_ERROR';
    if (error.code !== undefined && !isCut && !error.code.startsWith('Z_'))
        throw error;
    // Where no length is announced, a connection that breaks looks like the end.
    const isBounded = headers['content-length'] ?? headers['transfer-encoding'];
    if (isCut && isBounded === undefined) {
        throw networkError('the archive ended early', { code: 'ECONNRESET' });
    }
    throw new Error(`what the server sent is not a usable archive: ${error.message}. Nothing of it was kept`);
}

// EXTERNAL MODULE: ../lib/install/executable.js
var executable = __webpack_require__(8829);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ../lib/install/version.js
var install_version = __webpack_require__(7977);
;// CONCATENATED MODULE: ../lib/install/metadata.js
// What GitHub's API, or a mirror of it, says about releases.
// https://docs.github.com/en/rest/releases/releases




/** Looks a release up: `latest`, or `tags/v1.2.33`. */
function lookUpRelease(options, path) {
    return lookUp(options, `/${path}`, parseRelease);
}
const pageSize = 100;
const maxPages = 30;
/** Looks up all releases that are neither drafts nor pre-releases. */
async function listReleases(options) {
    const releases = [];
    for (let page = 1; page <= maxPages; page++) {
        const list = await lookUp(options, `?per_page=${pageSize}&page=${page}`, parseList);
        if (list.kind !== 'found')
            return list;
        releases.push(...list.value.map(parseRelease).filter((release) => release !== undefined));
        if (list.value.length < pageSize)
            break;
    }
    return { kind: 'found', value: releases.filter(({ isStable }) => isStable) };
}
async function lookUp(options, path, parse, token = options.githubToken) {
    if (options.githubApiUrl === '')
        return { kind: 'off' };
    const url = `${options.githubApiUrl}/repos/${distributions/* distributions */._o[options.cli].repository}/releases${path}`;
    const accept = 'application/vnd.github+json';
    const headers = token === '' ? { accept } : { accept, authorization: `Bearer ${token}` };
    const request = { ...options, headers, maxBytes: 16 * 1024 * 1024 };
    try {
        const body = await get(url, token === '' ? request : { ...request, finalStatus: 403 }, (response) => (0,consumers_.text)(response.body));
        const value = parse(JSON.parse(body));
        return value === undefined
            ? { kind: 'unreadable', why: 'what it sent describes no release' }
            : { kind: 'found', value };
    }
    catch (error) {
        if (options.cancelled.aborted)
            throw error;
        const { statusCode = 0, message } = error;
        // The token of a GitHub Enterprise Server is not valid at github.com, where reading needs none.
        if (token !== '' && [401, 403, 404].includes(statusCode)) {
            return lookUp(options, path, parse, '');
        }
        if (statusCode === 404)
            return { kind: 'missing' };
        return {
            kind: 'unreadable',
            why: error instanceof SyntaxError ? 'what it sent is not JSON' : message,
        };
    }
}
function parseList(data) {
    return Array.isArray(data) ? data : undefined;
}
function parseRelease(data) {
    const { tag_name: tag, draft, prerelease, assets, } = (data ?? {});
    if (!(0,install_version/* isTag */.d)(tag) || !Array.isArray(assets))
        return undefined;
    const named = assets.map((asset) => [asset?.name, asset?.digest]);
    if (!named.every((asset) => typeof asset[0] === 'string'))
        return undefined;
    return { tag, isStable: !draft && !prerelease, assets: new Map(named) };
}

;// CONCATENATED MODULE: ../lib/install/release.js
// Which release `latest`, a tag, a version or a range means: its tag, its archive and its digest.





/**
 * Finds the release that is meant. With a pinned digest, an exact version needs no request.
 *
 * @throws Error when there is no such release, no archive of it for the targets, or no digest for `latest`
 */
async function findRelease(options) {
    const wanted = { idleTimeoutMs: 20_000, ...options, limit: timeLimit(45_000) };
    const { cli, cliVersion: version } = wanted;
    const exact = (0,install_version/* exactTag */.Y)(cli, version);
    if (exact !== undefined)
        return byTag(wanted, exact);
    if (version === 'latest')
        return latest(wanted);
    const { unusualTag } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const tag = unusualTag(cli, version);
    return tag === undefined ? newestInRange(wanted) : byTag(wanted, tag);
}
const notAsked = { kind: 'unreadable', why: 'it was not asked' };
async function byTag(wanted, tag) {
    if (wanted.cliSha256 !== 'release')
        return undescribed(wanted, tag, notAsked);
    const found = await lookUpRelease(wanted, `tags/${encodeURIComponent(tag)}`);
    if (found.kind === 'missing')
        throw await unknownVersion(wanted, await listReleases(wanted));
    if (found.kind !== 'found')
        return undescribed(wanted, tag, found);
    if (found.value.tag === tag)
        return described(wanted, found.value);
    return undescribed(wanted, tag, { kind: 'unreadable', why: 'it described another release' });
}
async function latest(wanted) {
    if (wanted.cliSha256 === 'none')
        return undescribed(wanted, await latestTag(wanted), notAsked);
    const found = await lookUpRelease(wanted, 'latest');
    if (found.kind === 'found')
        return described(wanted, found.value);
    const stated = found.kind === 'missing' ? notFound : found;
    // Without a digest, the tag is of no use.
    neededDigests(stated, wanted.cliSha256);
    return undescribed(wanted, await latestTag(wanted), stated);
}
const notFound = { kind: 'unreadable', why: 'it responded with status 404' };
// From the redirect of the release page, which a mirror may redirect first.
async function latestTag(wanted) {
    const page = `${wanted.githubUrl}/${distributions/* distributions */._o[wanted.cli].repository}/releases/latest`;
    const stopAt = /\/releases\/tag\/[^/]+$/;
    const path = await get(page, { ...wanted, stopAt }, async ({ url }) => url.pathname);
    const tag = path.slice(path.lastIndexOf('/') + 1).replaceAll('%2B', '+');
    if (stopAt.test(path) && (0,install_version/* isTag */.d)(tag))
        return tag;
    throw new Error(`${page} does not redirect to a release. ` +
        'Check the input `github-url`, or name a version in the input `cli-version`.');
}
async function newestInRange(wanted) {
    const { cli, cliVersion: version, targets } = wanted;
    const list = await listReleases(wanted);
    if (list.kind !== 'found') {
        const { why } = list.kind === 'unreadable' ? list : { why: 'there is none at `github-api-url`.' };
        throw new Error(`The range "${version}" in \`cli-version\` needs the list of releases from GitHub's API: ${why} ` +
            'Name an exact version, or check the inputs `github-token` and `github-api-url`.');
    }
    const { newestIn } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const newest = (releases) => {
        const tag = newestIn(cli, version, releases.map(({ tag }) => tag));
        return releases.find((release) => release.tag === tag);
    };
    // The archives of a new release are uploaded one after the other.
    const hasArchive = ({ tag, assets }) => targets.some((target) => assets.has((0,distributions/* assetName */.SM)(cli, tag, target)));
    const release = newest(list.value.filter(hasArchive)) ?? newest(list.value);
    if (release === undefined)
        throw await unknownVersion(wanted, list);
    return described(wanted, release);
}
async function unknownVersion({ cli, cliVersion: version }, list) {
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const tags = list.kind === 'found' ? list.value.map(({ tag }) => tag) : [];
    const known = nearest(cli, version, tags);
    const advice = known
        ? `The latest one is ${known.newest}; the nearest to yours are ${known.around.join(', ')}. Name one of these in the input \`cli-version\`.`
        : 'Check the inputs `cli-version` and `github-api-url`.';
    return new Error(`There is no release "${version}" of the ${distributions/* distributions */._o[cli].title}. ${advice}`);
}
function described(wanted, { tag, assets }) {
    const possible = archivesOf(wanted, tag);
    const archive = possible.find(({ name }) => assets.has(name));
    if (archive === undefined) {
        throw new Error(`The release ${tag} has no ${possible[0]?.name}: it has ${listed([...assets.keys()])}. ` +
            'Name another version in the input `cli-version`.');
    }
    return { tag, archives: [archive], stated: statedBy(tag, assets.get(archive.name)) };
}
function statedBy(tag, digest) {
    if (typeof digest !== 'string' || digest === '')
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
        return { name, target, url: `${githubUrl}/${path}/${name}` };
    });
}
const [maxListed, maxNameLength] = [20, 100];
function listed(names) {
    if (names.length === 0)
        return 'no archive at all';
    const shown = names.slice(0, maxListed).map((name) => name.slice(0, maxNameLength));
    const more = names.length - shown.length;
    return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

;// CONCATENATED MODULE: ../lib/install/install.js
// From the wanted version to an executable in the session whose archive has the expected digest.









/**
 * Puts the wanted version of the published CLI into the session, from the tool cache or from a download.
 *
 * @throws Error when there is no such release, no digest, or no archive with this digest
 */
async function install(inputs, machine, places, cancelled) {
    const { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken } = inputs;
    const targets = (0,distributions/* targetsOf */.QR)(machine.platform, machine.arch);
    const network = { machine, cancelled, pauses: { leftMs: 30_000 } };
    const wanted = { cli, cliVersion, cliSha256, githubUrl, githubApiUrl, githubToken, targets };
    const { tag, archives, stated } = await findRelease({ ...wanted, ...network });
    const digests = neededDigests(stated, cliSha256);
    const judge = (digest) => decide(stated, cliSha256, digest);
    (0,external_node_fs_.mkdirSync)(places.download, { mode: 0o700 });
    try {
        const copyPath = (0,external_node_path_.join)(places.download, 'archive');
        const extraction = { path: places.executable, copyPath, judge };
        const keyOf = (archive, digest) => ({ cli, tag, archive, digest });
        const keys = archives.flatMap((archive) => digests.map((digest) => keyOf(archive, digest)));
        const cached = await extractCached(keys, { ...extraction, wantsCopy: false }, machine.env);
        if (cached !== undefined) {
            return { version: tag, cacheHit: true, verifiedWith: cached.verifiedWith };
        }
        (0,report/* say */.cv)(`Downloading the ${distributions/* distributions */._o[cli].title} ${tag} …`);
        const isKept = cliSha256 !== 'none';
        const { archive, digest, verifiedWith } = await download(archives, { ...extraction, wantsCopy: isKept }, network);
        (0,executable/* demandExecutable */.w)(places.executable, 'Name another version in the input `cli-version`.');
        if (isKept)
            await keepArchive(keyOf(archive, digest), copyPath, machine.env);
        else
            (0,report/* warn */.R8)('CLI not verified', `${unverified} The version is ${tag}.`, machine.env);
        return { version: tag, cacheHit: false, verifiedWith };
    }
    finally {
        (0,external_node_fs_.rmSync)(places.download, { recursive: true, force: true });
    }
}
const unverified = 'The archive of the CLI was not compared with a digest, because `cli-sha256` is `none`.';


/***/ }),

/***/ 7977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ exactTag),
/* harmony export */   d: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _cli_distributions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3579);
// What a user's `cli-version` means without a list of releases. Pure.

/** Returns the tag of an exact version, such as `1.2.33` or `v1.2.33`, or undefined for all else. */
function exactTag(cli, version) {
    const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? [];
    return number === undefined ? undefined : `v${number}${rest || _cli_distributions_js__WEBPACK_IMPORTED_MODULE_0__/* .distributions */ ._o[cli].tagSuffix}`;
}
/** Whether a value can be a tag: it becomes part of URLs and of paths in the tool cache. */
function isTag(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][\w.+-]{0,127}$/.test(value);
}


/***/ })

};
