export const id = 140;
export const ids = [140];
export const modules = {

/***/ 1753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* reexport default export from named module */ semver_ranges_valid_js__WEBPACK_IMPORTED_MODULE_6__),
/* harmony export */   UD: () => (/* reexport default export from named module */ semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_2__),
/* harmony export */   au: () => (/* reexport default export from named module */ semver_functions_coerce_js__WEBPACK_IMPORTED_MODULE_1__),
/* harmony export */   gt: () => (/* reexport default export from named module */ semver_functions_gt_js__WEBPACK_IMPORTED_MODULE_3__),
/* harmony export */   ib: () => (/* reexport default export from named module */ semver_functions_satisfies_js__WEBPACK_IMPORTED_MODULE_4__),
/* harmony export */   rZ: () => (/* reexport default export from named module */ semver_functions_valid_js__WEBPACK_IMPORTED_MODULE_5__),
/* harmony export */   uH: () => (/* reexport default export from named module */ semver_functions_clean_js__WEBPACK_IMPORTED_MODULE_0__)
/* harmony export */ });
/* harmony import */ var semver_functions_clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4681);
/* harmony import */ var semver_functions_coerce_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(367);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4507);
/* harmony import */ var semver_functions_gt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9441);
/* harmony import */ var semver_functions_satisfies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5197);
/* harmony import */ var semver_functions_valid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8138);
/* harmony import */ var semver_ranges_valid_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4907);
// Takes the place of the index of semver in dist, and only there: the index loads every function that there is.
// These are the ones that src and @actions/tool-cache call.









/***/ }),

/***/ 9140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demandRange: () => (/* binding */ demandRange),
/* harmony export */   isRange: () => (/* binding */ isRange),
/* harmony export */   nearest: () => (/* binding */ nearest),
/* harmony export */   newestIn: () => (/* binding */ newestIn)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1753);
/* harmony import */ var _cli_distributions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3579);
/* harmony import */ var _runner_titled_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2603);
// What a user's `cli-version` means among the releases of a CLI. Pure.



/** Throws unless a version that cannot be a tag is a range. */
function demandRange(cli, version) {
    if (isRange(cli, version))
        return;
    throw (0,_runner_titled_error_js__WEBPACK_IMPORTED_MODULE_2__/* .titledError */ .X)('Invalid input', `The input \`cli-version\` is "${version}", which is not a tag, a version or a range. ` +
        'Expected, for example, `latest`, `v1.2.33`, `1.2.33`, `1.x`, `~1.2` or `<2`.');
}
function isRange(cli, version) {
    return semver__WEBPACK_IMPORTED_MODULE_0__/* .validRange */ .Im(withoutSuffix(cli, version)) !== null;
}
/** Picks the newest release in a range. */
function newestIn(cli, range, releases) {
    const bare = withoutSuffix(cli, range);
    const isInside = ({ tag }) => semver__WEBPACK_IMPORTED_MODULE_0__/* .satisfies */ .ib(versionOf(cli, tag), bare);
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
    const wanted = semver__WEBPACK_IMPORTED_MODULE_0__/* .coerce */ .au(version)?.version;
    const above = sorted.findIndex((tag) => wanted && semver__WEBPACK_IMPORTED_MODULE_0__.gt(versionOf(cli, tag), wanted));
    const place = above === -1 ? sorted.length : above;
    return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) };
}
function ascending(cli, releases) {
    return releases
        .filter(({ tag }) => versionOf(cli, tag) !== '')
        .toSorted((a, b) => semver__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD(versionOf(cli, a.tag), versionOf(cli, b.tag)));
}
// Empty for a tag that is not a version. The suffix of the tags of `wdp` does not mean a pre-release.
function versionOf(cli, tag) {
    return semver__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ(withoutSuffix(cli, tag)) ?? '';
}
function withoutSuffix(cli, text) {
    return text.replaceAll(_cli_distributions_js__WEBPACK_IMPORTED_MODULE_1__/* .distributions */ ._o[cli].tagSuffix, '');
}


/***/ })

};
