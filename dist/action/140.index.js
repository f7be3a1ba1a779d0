export const id = 140;
export const ids = [140];
export const modules = {

/***/ 9140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isRange: () => (/* binding */ isRange),
/* harmony export */   nearest: () => (/* binding */ nearest),
/* harmony export */   newestIn: () => (/* binding */ newestIn)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4978);
/* harmony import */ var _cli_distributions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3579);
// What a user's `cli-version` means among the releases of a CLI. Pure.


function isRange(cli, version) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.validRange(withoutSuffix(cli, version)) !== null;
}
/** Picks the newest release in a range. */
function newestIn(cli, range, releases) {
    const bare = withoutSuffix(cli, range);
    const isInside = ({ tag }) => semver__WEBPACK_IMPORTED_MODULE_0__.satisfies(versionOf(cli, tag), bare);
    return ascending(cli, releases).findLast(isInside);
}
/**
 * Lists what is near a version that does not exist.
 *
 * @returns the newest tag, and up to four around the version, oldest first; undefined when there are no releases
 */
function nearest(cli, version, releases) {
    const sorted = ascending(cli, releases).map(({ tag }) => tag);
    const newest = sorted.at(-1);
    if (newest === undefined)
        return undefined;
    const wanted = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(version)?.version;
    const above = sorted.findIndex((tag) => wanted && semver__WEBPACK_IMPORTED_MODULE_0__.gt(versionOf(cli, tag), wanted));
    const place = above === -1 ? sorted.length : above;
    return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) };
}
function ascending(cli, releases) {
    return releases
        .filter(({ tag }) => versionOf(cli, tag) !== '')
        .toSorted((a, b) => semver__WEBPACK_IMPORTED_MODULE_0__.compare(versionOf(cli, a.tag), versionOf(cli, b.tag)));
}
// Empty for a tag that is not a version. The suffix of the tags of `wdp` does not mean a pre-release.
function versionOf(cli, tag) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.valid(withoutSuffix(cli, tag)) ?? '';
}
function withoutSuffix(cli, text) {
    return text.replaceAll(_cli_distributions_js__WEBPACK_IMPORTED_MODULE_1__/* .distributions */ ._o[cli].tagSuffix, '');
}


/***/ })

};
