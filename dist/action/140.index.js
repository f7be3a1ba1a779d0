export const id = 140
export const ids = [140]
export const modules = {
	/***/ 1753: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ Im: () =>
				/* reexport default export from named module */ semver_ranges_valid_js__WEBPACK_IMPORTED_MODULE_6__,
			/* harmony export */ UD: () =>
				/* reexport default export from named module */ semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_2__,
			/* harmony export */ au: () =>
				/* reexport default export from named module */ semver_functions_coerce_js__WEBPACK_IMPORTED_MODULE_1__,
			/* harmony export */ gt: () =>
				/* reexport default export from named module */ semver_functions_gt_js__WEBPACK_IMPORTED_MODULE_3__,
			/* harmony export */ ib: () =>
				/* reexport default export from named module */ semver_functions_satisfies_js__WEBPACK_IMPORTED_MODULE_4__,
			/* harmony export */ rZ: () =>
				/* reexport default export from named module */ semver_functions_valid_js__WEBPACK_IMPORTED_MODULE_5__,
			/* harmony export */ uH: () =>
				/* reexport default export from named module */ semver_functions_clean_js__WEBPACK_IMPORTED_MODULE_0__,
			/* harmony export */
		})
		/* harmony import */ var semver_functions_clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4681)
		/* harmony import */ var semver_functions_coerce_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(367)
		/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4507)
		/* harmony import */ var semver_functions_gt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9441)
		/* harmony import */ var semver_functions_satisfies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5197)
		/* harmony import */ var semver_functions_valid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8138)
		/* harmony import */ var semver_ranges_valid_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4907)
		// Stands in for semver in dist, and only there: what this action and @actions/tool-cache call of it. The
		// package's own index loads everything it has, which nobody needs to review.

		/***/
	}),

	/***/ 9140: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ nearest: () => /* binding */ nearest,
			/* harmony export */ newestIn: () => /* binding */ newestIn,
			/* harmony export */ unusualTag: () => /* binding */ unusualTag,
			/* harmony export */
		})
		/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1753)
		/* harmony import */ var _cli_distribution_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8772)
		/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7977)

		function unusualTag(cli, version) {
			if (
				version === 'latest' ||
				semver__WEBPACK_IMPORTED_MODULE_0__ /* .validRange */
					.Im(rangeOf(cli, version)) !== null
			)
				return undefined
			if ((0, _version_js__WEBPACK_IMPORTED_MODULE_2__ /* .isTag */.d)(version)) return version
			throw new Error(
				`The input \`cli-version\` is "${version}", which is not a tag, a version or a range. ` +
					'Expected is for example `latest`, `v1.2.33`, `1.2.33`, `1.x`, `~1.2` or `<2`.',
			)
		}
		function newestIn(cli, range, tags) {
			return ascending(cli, tags).findLast((tag) =>
				semver__WEBPACK_IMPORTED_MODULE_0__ /* .satisfies */
					.ib(versionOf(cli, tag), rangeOf(cli, range)),
			)
		}
		function nearest(cli, version, tags) {
			const sorted = ascending(cli, tags)
			const newest = sorted.at(-1)
			if (newest === undefined) return undefined
			const wanted =
				semver__WEBPACK_IMPORTED_MODULE_0__ /* .coerce */
					.au(version)
			const above = sorted.findIndex(
				(tag) => wanted !== null && semver__WEBPACK_IMPORTED_MODULE_0__.gt(versionOf(cli, tag), wanted.version),
			)
			const place = above === -1 ? sorted.length : above
			return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) }
		}
		function ascending(cli, tags) {
			return tags
				.filter((tag) => versionOf(cli, tag) !== '')
				.toSorted((a, b) =>
					semver__WEBPACK_IMPORTED_MODULE_0__ /* .compare */
						.UD(versionOf(cli, a), versionOf(cli, b)),
				)
		}
		function versionOf(cli, tag) {
			const { tagSuffix } = _cli_distribution_js__WEBPACK_IMPORTED_MODULE_1__ /* .distributions */._o[cli]
			const bare = tag.endsWith(tagSuffix) ? tag.slice(0, tag.length - tagSuffix.length) : tag
			return (
				semver__WEBPACK_IMPORTED_MODULE_0__ /* .valid */
					.rZ(bare) ?? ''
			)
		}
		function rangeOf(cli, range) {
			const { tagSuffix } = _cli_distribution_js__WEBPACK_IMPORTED_MODULE_1__ /* .distributions */._o[cli]
			return tagSuffix === '' ? range : range.replaceAll(tagSuffix, '')
		}

		/***/
	}),
}
