// Node's own modules, each loaded when something of it is used.
const builtin = (name) =>
	new Proxy(
		{},
		{ get: (_, key) => (name === 'fs' && key === 'promises' ? promises : process.getBuiltinModule(name)[key]) },
	)
// Packages take this one apart when they load. Of its functions a login needs one, which there is in fs, too.
const promises = new Proxy(
	{ stat: async (path) => process.getBuiltinModule('fs').statSync(path) },
	{
		get: (own, key) => own[key] ?? ((...args) => process.getBuiltinModule('fs/promises')[key](...args)),
	},
)
/******/ var __webpack_modules__ = {
	/***/ 2613: /***/ ((module) => {
		module.exports = builtin('assert')

		/***/
	}),

	/***/ 5317: /***/ ((module) => {
		module.exports = builtin('child_process')

		/***/
	}),

	/***/ 6982: /***/ ((module) => {
		module.exports = builtin('crypto')

		/***/
	}),

	/***/ 9896: /***/ ((module) => {
		module.exports = builtin('fs')

		/***/
	}),

	/***/ 7598: /***/ ((module) => {
		module.exports = builtin('node:crypto')

		/***/
	}),

	/***/ 1455: /***/ ((module) => {
		module.exports = builtin('node:fs/promises')

		/***/
	}),

	/***/ 7067: /***/ ((module) => {
		module.exports = builtin('node:http')

		/***/
	}),

	/***/ 4708: /***/ ((module) => {
		module.exports = builtin('node:https')

		/***/
	}),

	/***/ 7030: /***/ ((module) => {
		module.exports = builtin('node:net')

		/***/
	}),

	/***/ 6760: /***/ ((module) => {
		module.exports = builtin('node:path')

		/***/
	}),

	/***/ 8500: /***/ ((module) => {
		module.exports = builtin('node:timers/promises')

		/***/
	}),

	/***/ 1692: /***/ ((module) => {
		module.exports = builtin('node:tls')

		/***/
	}),

	/***/ 8522: /***/ ((module) => {
		module.exports = builtin('node:zlib')

		/***/
	}),

	/***/ 857: /***/ ((module) => {
		module.exports = builtin('os')

		/***/
	}),

	/***/ 6928: /***/ ((module) => {
		module.exports = builtin('path')

		/***/
	}),

	/***/ 2203: /***/ ((module) => {
		module.exports = builtin('stream')

		/***/
	}),

	/***/ 9023: /***/ ((module) => {
		module.exports = builtin('util')

		/***/
	}),

	/***/ 8772: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ $r: () => /* binding */ targetOf,
			/* harmony export */ IK: () => /* binding */ executableName,
			/* harmony export */ SM: () => /* binding */ assetName,
			/* harmony export */ _o: () => /* binding */ distributions,
			/* harmony export */
		})
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
			'win32 arm64': { os: 'windows', arch: 'amd64', archive: 'zip' },
		}
		function targetOf(platform, arch) {
			const target = published[`${platform} ${arch}`]
			if (target !== undefined) return target
			const known = new Set(Object.values(published).map(({ os, arch }) => `${os}-${arch}`))
			throw new Error(
				`No CLI is published for ${platform} on ${arch}: there are archives for ${[...known].join(', ')}. ` +
					'Run the job on one of these, or install a CLI yourself and name it in the input `cli-path`.',
			)
		}
		function assetName(cli, tag, target) {
			return `${cli}-cli-${tag}-${target.os}-${target.arch}.${target.archive}`
		}
		function executableName(cli, target) {
			return target.os === 'windows' ? `${cli}.exe` : cli
		}

		/***/
	}),

	/***/ 7977: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ Y: () => /* binding */ exactTag,
			/* harmony export */ d: () => /* binding */ isTag,
			/* harmony export */
		})
		/* harmony import */ var _cli_distribution_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8772)

		function exactTag(cli, version) {
			const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? []
			return number === undefined
				? undefined
				: `v${number}${rest || _cli_distribution_js__WEBPACK_IMPORTED_MODULE_0__ /* .distributions */._o[cli].tagSuffix}`
		}
		function isTag(text) {
			return /^[A-Za-z0-9][\w.+-]{0,127}$/.test(text)
		}

		/***/
	}),

	/***/ 5360: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		// EXPORTS
		__nccwpck_require__.d(__webpack_exports__, {
			fM: () => /* binding */ addPath,
			Yz: () => /* binding */ core_debug,
			z3: () => /* binding */ error,
			pq: () => /* binding */ info,
			_o: () => /* binding */ isDebug,
			lm: () => /* binding */ notice,
			LZ: () => /* binding */ saveState,
			uH: () => /* binding */ setOutput,
			Pq: () => /* binding */ core_setSecret,
			z: () => /* reexport */ summary,
			$e: () => /* binding */ warning,
		})

		// UNUSED EXPORTS: ExitCode, endGroup, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, markdownSummary, platform, setCommandEcho, setFailed, startGroup, toPlatformPath, toPosixPath, toWin32Path

		// EXTERNAL MODULE: external "os"
		var external_os_ = __nccwpck_require__(857) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/utils.js
		// We use any as a valid input type
		/* eslint-disable @typescript-eslint/no-explicit-any */
		/**
		 * Sanitizes an input into a string so it can be passed into issueCommand safely
		 * @param input input to sanitize into a string
		 */
		function utils_toCommandValue(input) {
			if (input === null || input === undefined) {
				return ''
			} else if (typeof input === 'string' || input instanceof String) {
				return input
			}
			return JSON.stringify(input)
		}
		/**
		 *
		 * @param annotationProperties
		 * @returns The command properties to send with the actual annotation command
		 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
		 */
		function toCommandProperties(annotationProperties) {
			if (!Object.keys(annotationProperties).length) {
				return {}
			}
			return {
				title: annotationProperties.title,
				file: annotationProperties.file,
				line: annotationProperties.startLine,
				endLine: annotationProperties.endLine,
				col: annotationProperties.startColumn,
				endColumn: annotationProperties.endColumn,
			}
		}
		//# sourceMappingURL=utils.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/command.js

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
			const cmd = new Command(command, properties, message)
			process.stdout.write(cmd.toString() + external_os_.EOL)
		}
		function command_issue(name, message = '') {
			command_issueCommand(name, {}, message)
		}
		const CMD_STRING = '::'
		class Command {
			constructor(command, properties, message) {
				if (!command) {
					command = 'missing.command'
				}
				this.command = command
				this.properties = properties
				this.message = message
			}
			toString() {
				let cmdStr = CMD_STRING + this.command
				if (this.properties && Object.keys(this.properties).length > 0) {
					cmdStr += ' '
					let first = true
					for (const key in this.properties) {
						if (this.properties.hasOwnProperty(key)) {
							const val = this.properties[key]
							if (val) {
								if (first) {
									first = false
								} else {
									cmdStr += ','
								}
								cmdStr += `${key}=${escapeProperty(val)}`
							}
						}
					}
				}
				cmdStr += `${CMD_STRING}${escapeData(this.message)}`
				return cmdStr
			}
		}
		function escapeData(s) {
			return utils_toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
		}
		function escapeProperty(s) {
			return utils_toCommandValue(s)
				.replace(/%/g, '%25')
				.replace(/\r/g, '%0D')
				.replace(/\n/g, '%0A')
				.replace(/:/g, '%3A')
				.replace(/,/g, '%2C')
		}
		//# sourceMappingURL=command.js.map
		// EXTERNAL MODULE: external "crypto"
		var external_crypto_ = __nccwpck_require__(6982)
		// EXTERNAL MODULE: external "fs"
		var external_fs_ = __nccwpck_require__(9896) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/file-command.js
		// For internal use, subject to change.
		// We use any as a valid input type
		/* eslint-disable @typescript-eslint/no-explicit-any */

		function file_command_issueFileCommand(command, message) {
			const filePath = process.env[`GITHUB_${command}`]
			if (!filePath) {
				throw new Error(`Unable to find environment variable for file command ${command}`)
			}
			if (!external_fs_.existsSync(filePath)) {
				throw new Error(`Missing file at path: ${filePath}`)
			}
			external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
				encoding: 'utf8',
			})
		}
		function file_command_prepareKeyValueMessage(key, value) {
			const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`
			const convertedValue = utils_toCommandValue(value)
			// These should realistically never happen, but just in case someone finds a
			// way to exploit uuid generation let's not allow keys or values that contain
			// the delimiter.
			if (key.includes(delimiter)) {
				throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`)
			}
			if (convertedValue.includes(delimiter)) {
				throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`)
			}
			return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`
		}
		//# sourceMappingURL=file-command.js.map
		// EXTERNAL MODULE: external "path"
		var external_path_ = __nccwpck_require__(6928) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/oidc-utils.js
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		class oidc_utils_OidcClient {
			static createHttpClient(allowRetry = true, maxRetry = 10) {
				const requestOptions = {
					allowRetries: allowRetry,
					maxRetries: maxRetry,
				}
				return new HttpClient(
					'actions/oidc-client',
					[new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())],
					requestOptions,
				)
			}
			static getRequestToken() {
				const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
				if (!token) {
					throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable')
				}
				return token
			}
			static getIDTokenUrl() {
				const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL']
				if (!runtimeUrl) {
					throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')
				}
				return runtimeUrl
			}
			static getCall(id_token_url) {
				return __awaiter(this, void 0, void 0, function* () {
					var _a
					const httpclient = oidc_utils_OidcClient.createHttpClient()
					const res = yield httpclient.getJson(id_token_url).catch((error) => {
						throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`)
					})
					const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value
					if (!id_token) {
						throw new Error('Response json body do not have ID Token field')
					}
					return id_token
				})
			}
			static getIDToken(audience) {
				return __awaiter(this, void 0, void 0, function* () {
					try {
						// New ID Token is requested from action service
						let id_token_url = oidc_utils_OidcClient.getIDTokenUrl()
						if (audience) {
							const encodedAudience = encodeURIComponent(audience)
							id_token_url = `${id_token_url}&audience=${encodedAudience}`
						}
						debug(`ID token url is ${id_token_url}`)
						const id_token = yield oidc_utils_OidcClient.getCall(id_token_url)
						setSecret(id_token)
						return id_token
					} catch (error) {
						throw new Error(`Error message: ${error.message}`)
					}
				})
			}
		}
		//# sourceMappingURL=oidc-utils.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/summary.js
		var summary_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		const { access, appendFile, writeFile } = external_fs_.promises
		const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY'
		const SUMMARY_DOCS_URL =
			'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary'
		class Summary {
			constructor() {
				this._buffer = ''
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
						return this._filePath
					}
					const pathFromEnv = process.env[SUMMARY_ENV_VAR]
					if (!pathFromEnv) {
						throw new Error(
							`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`,
						)
					}
					try {
						yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK)
					} catch (_a) {
						throw new Error(
							`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`,
						)
					}
					this._filePath = pathFromEnv
					return this._filePath
				})
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
					.join('')
				if (!content) {
					return `<${tag}${htmlAttrs}>`
				}
				return `<${tag}${htmlAttrs}>${content}</${tag}>`
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
					const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite)
					const filePath = yield this.filePath()
					const writeFunc = overwrite ? writeFile : appendFile
					yield writeFunc(filePath, this._buffer, { encoding: 'utf8' })
					return this.emptyBuffer()
				})
			}
			/**
			 * Clears the summary buffer and wipes the summary file
			 *
			 * @returns {Summary} summary instance
			 */
			clear() {
				return summary_awaiter(this, void 0, void 0, function* () {
					return this.emptyBuffer().write({ overwrite: true })
				})
			}
			/**
			 * Returns the current summary buffer as a string
			 *
			 * @returns {string} string of summary buffer
			 */
			stringify() {
				return this._buffer
			}
			/**
			 * If the summary buffer is empty
			 *
			 * @returns {boolen} true if the buffer is empty
			 */
			isEmptyBuffer() {
				return this._buffer.length === 0
			}
			/**
			 * Resets the summary buffer without writing to summary file
			 *
			 * @returns {Summary} summary instance
			 */
			emptyBuffer() {
				this._buffer = ''
				return this
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
				this._buffer += text
				return addEOL ? this.addEOL() : this
			}
			/**
			 * Adds the operating system-specific end-of-line marker to the buffer
			 *
			 * @returns {Summary} summary instance
			 */
			addEOL() {
				return this.addRaw(external_os_.EOL)
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
				const attrs = Object.assign({}, lang && { lang })
				const element = this.wrap('pre', this.wrap('code', code), attrs)
				return this.addRaw(element).addEOL()
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
				const tag = ordered ? 'ol' : 'ul'
				const listItems = items.map((item) => this.wrap('li', item)).join('')
				const element = this.wrap(tag, listItems)
				return this.addRaw(element).addEOL()
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
					.map((row) => {
						const cells = row
							.map((cell) => {
								if (typeof cell === 'string') {
									return this.wrap('td', cell)
								}
								const { header, data, colspan, rowspan } = cell
								const tag = header ? 'th' : 'td'
								const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan })
								return this.wrap(tag, data, attrs)
							})
							.join('')
						return this.wrap('tr', cells)
					})
					.join('')
				const element = this.wrap('table', tableBody)
				return this.addRaw(element).addEOL()
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
				const element = this.wrap('details', this.wrap('summary', label) + content)
				return this.addRaw(element).addEOL()
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
				const { width, height } = options || {}
				const attrs = Object.assign(Object.assign({}, width && { width }), height && { height })
				const element = this.wrap('img', null, Object.assign({ src, alt }, attrs))
				return this.addRaw(element).addEOL()
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
				const tag = `h${level}`
				const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag) ? tag : 'h1'
				const element = this.wrap(allowedTag, text)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML thematic break (<hr>) to the summary buffer
			 *
			 * @returns {Summary} summary instance
			 */
			addSeparator() {
				const element = this.wrap('hr', null)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML line break (<br>) to the summary buffer
			 *
			 * @returns {Summary} summary instance
			 */
			addBreak() {
				const element = this.wrap('br', null)
				return this.addRaw(element).addEOL()
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
				const attrs = Object.assign({}, cite && { cite })
				const element = this.wrap('blockquote', text, attrs)
				return this.addRaw(element).addEOL()
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
				const element = this.wrap('a', text, { href })
				return this.addRaw(element).addEOL()
			}
		}
		const _summary = new Summary()
		/**
		 * @deprecated use `core.summary`
		 */
		const markdownSummary = /* unused pure expression or super */ null && _summary
		const summary = _summary
		//# sourceMappingURL=summary.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/path-utils.js

		/**
		 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
		 * replaced with /.
		 *
		 * @param pth. Path to transform.
		 * @return string Posix path.
		 */
		function toPosixPath(pth) {
			return pth.replace(/[\\]/g, '/')
		}
		/**
		 * toWin32Path converts the given path to the win32 form. On Linux, / will be
		 * replaced with \\.
		 *
		 * @param pth. Path to transform.
		 * @return string Win32 path.
		 */
		function toWin32Path(pth) {
			return pth.replace(/[/]/g, '\\')
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
			return pth.replace(/[/\\]/g, path.sep)
		}
		//# sourceMappingURL=path-utils.js.map
		// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 4 modules
		var lib_exec = __nccwpck_require__(2479) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/platform.js
		var platform_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		const getWindowsInfo = () =>
			platform_awaiter(void 0, void 0, void 0, function* () {
				const { stdout: version } = yield exec.getExecOutput(
					'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"',
					undefined,
					{
						silent: true,
					},
				)
				const { stdout: name } = yield exec.getExecOutput(
					'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"',
					undefined,
					{
						silent: true,
					},
				)
				return {
					name: name.trim(),
					version: version.trim(),
				}
			})
		const getMacOsInfo = () =>
			platform_awaiter(void 0, void 0, void 0, function* () {
				var _a, _b, _c, _d
				const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
					silent: true,
				})
				const version =
					(_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null &&
					_b !== void 0
						? _b
						: ''
				const name =
					(_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null &&
					_d !== void 0
						? _d
						: ''
				return {
					name,
					version,
				}
			})
		const getLinuxInfo = () =>
			platform_awaiter(void 0, void 0, void 0, function* () {
				const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
					silent: true,
				})
				const [name, version] = stdout.trim().split('\n')
				return {
					name,
					version,
				}
			})
		const platform = external_os_.platform()
		const arch = external_os_.arch()
		const isWindows = platform === 'win32'
		const isMacOS = platform === 'darwin'
		const isLinux = platform === 'linux'
		function getDetails() {
			return platform_awaiter(this, void 0, void 0, function* () {
				return Object.assign(
					Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()),
					{ platform, arch, isWindows, isMacOS, isLinux },
				)
			})
		}
		//# sourceMappingURL=platform.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/core.js
		var core_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		/**
		 * The code to exit an action
		 */
		var ExitCode
		;(function (ExitCode) {
			/**
			 * A code indicating that the action was successful
			 */
			ExitCode[(ExitCode['Success'] = 0)] = 'Success'
			/**
			 * A code indicating that the action was a failure
			 */
			ExitCode[(ExitCode['Failure'] = 1)] = 'Failure'
		})(ExitCode || (ExitCode = {}))
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
			const convertedVal = toCommandValue(val)
			process.env[name] = convertedVal
			const filePath = process.env['GITHUB_ENV'] || ''
			if (filePath) {
				return issueFileCommand('ENV', prepareKeyValueMessage(name, val))
			}
			issueCommand('set-env', { name }, convertedVal)
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
			command_issueCommand('add-mask', {}, secret)
		}
		/**
		 * Prepends inputPath to the PATH (for this action and future actions)
		 * @param inputPath
		 */
		function addPath(inputPath) {
			const filePath = process.env['GITHUB_PATH'] || ''
			if (filePath) {
				file_command_issueFileCommand('PATH', inputPath)
			} else {
				command_issueCommand('add-path', {}, inputPath)
			}
			process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`
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
			const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || ''
			if (options && options.required && !val) {
				throw new Error(`Input required and not supplied: ${name}`)
			}
			if (options && options.trimWhitespace === false) {
				return val
			}
			return val.trim()
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
				.filter((x) => x !== '')
			if (options && options.trimWhitespace === false) {
				return inputs
			}
			return inputs.map((input) => input.trim())
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
			const trueValue = ['true', 'True', 'TRUE']
			const falseValue = ['false', 'False', 'FALSE']
			const val = getInput(name, options)
			if (trueValue.includes(val)) return true
			if (falseValue.includes(val)) return false
			throw new TypeError(
				`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
					`Support boolean input list: \`true | True | TRUE | false | False | FALSE\``,
			)
		}
		/**
		 * Sets the value of an output.
		 *
		 * @param     name     name of the output to set
		 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
		 */
		// eslint-disable-next-line @typescript-eslint/no-explicit-any
		function setOutput(name, value) {
			const filePath = process.env['GITHUB_OUTPUT'] || ''
			if (filePath) {
				return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value))
			}
			process.stdout.write(external_os_.EOL)
			command_issueCommand('set-output', { name }, utils_toCommandValue(value))
		}
		/**
		 * Enables or disables the echoing of commands into stdout for the rest of the step.
		 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
		 *
		 */
		function setCommandEcho(enabled) {
			issue('echo', enabled ? 'on' : 'off')
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
			process.exitCode = ExitCode.Failure
			error(message)
		}
		//-----------------------------------------------------------------------
		// Logging Commands
		//-----------------------------------------------------------------------
		/**
		 * Gets whether Actions Step Debug is on or not
		 */
		function isDebug() {
			return process.env['RUNNER_DEBUG'] === '1'
		}
		/**
		 * Writes debug message to user log
		 * @param message debug message
		 */
		function core_debug(message) {
			command_issueCommand('debug', {}, message)
		}
		/**
		 * Adds an error issue
		 * @param message error issue message. Errors will be converted to string via toString()
		 * @param properties optional properties to add to the annotation.
		 */
		function error(message, properties = {}) {
			command_issueCommand(
				'error',
				toCommandProperties(properties),
				message instanceof Error ? message.toString() : message,
			)
		}
		/**
		 * Adds a warning issue
		 * @param message warning issue message. Errors will be converted to string via toString()
		 * @param properties optional properties to add to the annotation.
		 */
		function warning(message, properties = {}) {
			command_issueCommand(
				'warning',
				toCommandProperties(properties),
				message instanceof Error ? message.toString() : message,
			)
		}
		/**
		 * Adds a notice issue
		 * @param message notice issue message. Errors will be converted to string via toString()
		 * @param properties optional properties to add to the annotation.
		 */
		function notice(message, properties = {}) {
			command_issueCommand(
				'notice',
				toCommandProperties(properties),
				message instanceof Error ? message.toString() : message,
			)
		}
		/**
		 * Writes info to log with console.log.
		 * @param message info message
		 */
		function info(message) {
			process.stdout.write(message + external_os_.EOL)
		}
		/**
		 * Begin an output group.
		 *
		 * Output until the next `groupEnd` will be foldable in this group
		 *
		 * @param name The name of the output group
		 */
		function startGroup(name) {
			issue('group', name)
		}
		/**
		 * End an output group.
		 */
		function endGroup() {
			issue('endgroup')
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
				startGroup(name)
				let result
				try {
					result = yield fn()
				} finally {
					endGroup()
				}
				return result
			})
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
			const filePath = process.env['GITHUB_STATE'] || ''
			if (filePath) {
				return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value))
			}
			command_issueCommand('save-state', { name }, utils_toCommandValue(value))
		}
		/**
		 * Gets the value of an state set by this action's main execution.
		 *
		 * @param     name     name of the state to get
		 * @returns   string
		 */
		function getState(name) {
			return process.env[`STATE_${name}`] || ''
		}
		function getIDToken(aud) {
			return core_awaiter(this, void 0, void 0, function* () {
				return yield OidcClient.getIDToken(aud)
			})
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

		/***/
	}),

	/***/ 2479: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		// EXPORTS
		__nccwpck_require__.d(__webpack_exports__, {
			m: () => /* binding */ exec,
		})
		// UNUSED EXPORTS: getExecOutput

		// CONCATENATED MODULE: external "string_decoder"
		const external_string_decoder_namespaceObject = builtin('string_decoder')
		// EXTERNAL MODULE: external "os"
		var external_os_ = __nccwpck_require__(857) // CONCATENATED MODULE: external "events"
		const external_events_namespaceObject = builtin('events')
		// EXTERNAL MODULE: external "child_process"
		var external_child_process_ = __nccwpck_require__(5317)
		// EXTERNAL MODULE: external "path"
		var external_path_ = __nccwpck_require__(6928)
		// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js
		var io = __nccwpck_require__(4799)
		// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io-util.js
		var io_util = __nccwpck_require__(7168) // CONCATENATED MODULE: external "timers"
		const external_timers_namespaceObject = builtin('timers') // CONCATENATED MODULE: ../node_modules/@actions/exec/lib/toolrunner.js
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		/* eslint-disable @typescript-eslint/unbound-method */
		const IS_WINDOWS = process.platform === 'win32'
		/*
		 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
		 */
		class ToolRunner extends external_events_namespaceObject.EventEmitter {
			constructor(toolPath, args, options) {
				super()
				if (!toolPath) {
					throw new Error("Parameter 'toolPath' cannot be null or empty.")
				}
				this.toolPath = toolPath
				this.args = args || []
				this.options = options || {}
			}
			_debug(message) {
				if (this.options.listeners && this.options.listeners.debug) {
					this.options.listeners.debug(message)
				}
			}
			_getCommandString(options, noPrefix) {
				const toolPath = this._getSpawnFileName()
				const args = this._getSpawnArgs(options)
				let cmd = noPrefix ? '' : '[command]' // omit prefix when piped to a second tool
				if (IS_WINDOWS) {
					// Windows + cmd file
					if (this._isCmdFile()) {
						cmd += toolPath
						for (const a of args) {
							cmd += ` ${a}`
						}
					}
					// Windows + verbatim
					else if (options.windowsVerbatimArguments) {
						cmd += `"${toolPath}"`
						for (const a of args) {
							cmd += ` ${a}`
						}
					}
					// Windows (regular)
					else {
						cmd += this._windowsQuoteCmdArg(toolPath)
						for (const a of args) {
							cmd += ` ${this._windowsQuoteCmdArg(a)}`
						}
					}
				} else {
					// OSX/Linux - this can likely be improved with some form of quoting.
					// creating processes on Unix is fundamentally different than Windows.
					// on Unix, execvp() takes an arg array.
					cmd += toolPath
					for (const a of args) {
						cmd += ` ${a}`
					}
				}
				return cmd
			}
			_processLineBuffer(data, strBuffer, onLine) {
				try {
					let s = strBuffer + data.toString()
					let n = s.indexOf(external_os_.EOL)
					while (n > -1) {
						const line = s.substring(0, n)
						onLine(line)
						// the rest of the string ...
						s = s.substring(n + external_os_.EOL.length)
						n = s.indexOf(external_os_.EOL)
					}
					return s
				} catch (err) {
					// streaming lines to console is best effort.  Don't fail a build.
					this._debug(`error processing line. Failed with error ${err}`)
					return ''
				}
			}
			_getSpawnFileName() {
				if (IS_WINDOWS) {
					if (this._isCmdFile()) {
						return process.env['COMSPEC'] || 'cmd.exe'
					}
				}
				return this.toolPath
			}
			_getSpawnArgs(options) {
				if (IS_WINDOWS) {
					if (this._isCmdFile()) {
						let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`
						for (const a of this.args) {
							argline += ' '
							argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a)
						}
						argline += '"'
						return [argline]
					}
				}
				return this.args
			}
			_endsWith(str, end) {
				return str.endsWith(end)
			}
			_isCmdFile() {
				const upperToolPath = this.toolPath.toUpperCase()
				return this._endsWith(upperToolPath, '.CMD') || this._endsWith(upperToolPath, '.BAT')
			}
			_windowsQuoteCmdArg(arg) {
				// for .exe, apply the normal quoting rules that libuv applies
				if (!this._isCmdFile()) {
					return this._uvQuoteCmdArg(arg)
				}
				// otherwise apply quoting rules specific to the cmd.exe command line parser.
				// the libuv rules are generic and are not designed specifically for cmd.exe
				// command line parser.
				//
				// for a detailed description of the cmd.exe command line parser, refer to
				// http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
				// need quotes for empty arg
				if (!arg) {
					return '""'
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
					'"',
				]
				let needsQuotes = false
				for (const char of arg) {
					if (cmdSpecialChars.some((x) => x === char)) {
						needsQuotes = true
						break
					}
				}
				// short-circuit if quotes not needed
				if (!needsQuotes) {
					return arg
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
				let reverse = '"'
				let quoteHit = true
				for (let i = arg.length; i > 0; i--) {
					// walk the string in reverse
					reverse += arg[i - 1]
					if (quoteHit && arg[i - 1] === '\\') {
						reverse += '\\' // double the slash
					} else if (arg[i - 1] === '"') {
						quoteHit = true
						reverse += '"' // double the quote
					} else {
						quoteHit = false
					}
				}
				reverse += '"'
				return reverse.split('').reverse().join('')
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
					return '""'
				}
				if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
					// No quotation needed
					return arg
				}
				if (!arg.includes('"') && !arg.includes('\\')) {
					// No embedded double quotes or backslashes, so I can just wrap
					// quote marks around the whole thing.
					return `"${arg}"`
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
				let reverse = '"'
				let quoteHit = true
				for (let i = arg.length; i > 0; i--) {
					// walk the string in reverse
					reverse += arg[i - 1]
					if (quoteHit && arg[i - 1] === '\\') {
						reverse += '\\'
					} else if (arg[i - 1] === '"') {
						quoteHit = true
						reverse += '\\'
					} else {
						quoteHit = false
					}
				}
				reverse += '"'
				return reverse.split('').reverse().join('')
			}
			_cloneExecOptions(options) {
				options = options || {}
				const result = {
					cwd: options.cwd || process.cwd(),
					env: options.env || process.env,
					silent: options.silent || false,
					windowsVerbatimArguments: options.windowsVerbatimArguments || false,
					failOnStdErr: options.failOnStdErr || false,
					ignoreReturnCode: options.ignoreReturnCode || false,
					delay: options.delay || 10000,
				}
				result.outStream = options.outStream || process.stdout
				result.errStream = options.errStream || process.stderr
				return result
			}
			_getSpawnOptions(options, toolPath) {
				options = options || {}
				const result = {}
				result.cwd = options.cwd
				result.env = options.env
				result['windowsVerbatimArguments'] = options.windowsVerbatimArguments || this._isCmdFile()
				if (options.windowsVerbatimArguments) {
					result.argv0 = `"${toolPath}"`
				}
				return result
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
					if (
						!io_util /* isRooted */
							.Qh(this.toolPath) &&
						(this.toolPath.includes('/') || (IS_WINDOWS && this.toolPath.includes('\\')))
					) {
						// prefer options.cwd if it is specified, however options.cwd may also need to be rooted
						this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath)
					}
					// if the tool is only a file name, then resolve it from the PATH
					// otherwise verify it exists (add extension on Windows if necessary)
					this.toolPath = yield io /* which */
						.K7(this.toolPath, true)
					return new Promise((resolve, reject) =>
						__awaiter(this, void 0, void 0, function* () {
							this._debug(`exec tool: ${this.toolPath}`)
							this._debug('arguments:')
							for (const arg of this.args) {
								this._debug(`   ${arg}`)
							}
							const optionsNonNull = this._cloneExecOptions(this.options)
							if (!optionsNonNull.silent && optionsNonNull.outStream) {
								optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL)
							}
							const state = new ExecState(optionsNonNull, this.toolPath)
							state.on('debug', (message) => {
								this._debug(message)
							})
							if (
								this.options.cwd &&
								!(yield io_util /* exists */
									.t2(this.options.cwd))
							) {
								return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`))
							}
							const fileName = this._getSpawnFileName()
							const cp = external_child_process_.spawn(
								fileName,
								this._getSpawnArgs(optionsNonNull),
								this._getSpawnOptions(this.options, fileName),
							)
							let stdbuffer = ''
							if (cp.stdout) {
								cp.stdout.on('data', (data) => {
									if (this.options.listeners && this.options.listeners.stdout) {
										this.options.listeners.stdout(data)
									}
									if (!optionsNonNull.silent && optionsNonNull.outStream) {
										optionsNonNull.outStream.write(data)
									}
									stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
										if (this.options.listeners && this.options.listeners.stdline) {
											this.options.listeners.stdline(line)
										}
									})
								})
							}
							let errbuffer = ''
							if (cp.stderr) {
								cp.stderr.on('data', (data) => {
									state.processStderr = true
									if (this.options.listeners && this.options.listeners.stderr) {
										this.options.listeners.stderr(data)
									}
									if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
										const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream
										s.write(data)
									}
									errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
										if (this.options.listeners && this.options.listeners.errline) {
											this.options.listeners.errline(line)
										}
									})
								})
							}
							cp.on('error', (err) => {
								state.processError = err.message
								state.processExited = true
								state.processClosed = true
								state.CheckComplete()
							})
							cp.on('exit', (code) => {
								state.processExitCode = code
								state.processExited = true
								this._debug(`Exit code ${code} received from tool '${this.toolPath}'`)
								state.CheckComplete()
							})
							cp.on('close', (code) => {
								state.processExitCode = code
								state.processExited = true
								state.processClosed = true
								this._debug(`STDIO streams have closed for tool '${this.toolPath}'`)
								state.CheckComplete()
							})
							state.on('done', (error, exitCode) => {
								if (stdbuffer.length > 0) {
									this.emit('stdline', stdbuffer)
								}
								if (errbuffer.length > 0) {
									this.emit('errline', errbuffer)
								}
								cp.removeAllListeners()
								if (error) {
									reject(error)
								} else {
									resolve(exitCode)
								}
							})
							if (this.options.input) {
								if (!cp.stdin) {
									throw new Error('child process missing stdin')
								}
								cp.stdin.end(this.options.input)
							}
						}),
					)
				})
			}
		}
		/**
		 * Convert an arg string to an array of args. Handles escaping
		 *
		 * @param    argString   string of arguments
		 * @returns  string[]    array of arguments
		 */
		function argStringToArray(argString) {
			const args = []
			let inQuotes = false
			let escaped = false
			let arg = ''
			function append(c) {
				// we only escape double quotes.
				if (escaped && c !== '"') {
					arg += '\\'
				}
				arg += c
				escaped = false
			}
			for (let i = 0; i < argString.length; i++) {
				const c = argString.charAt(i)
				if (c === '"') {
					if (!escaped) {
						inQuotes = !inQuotes
					} else {
						append(c)
					}
					continue
				}
				if (c === '\\' && escaped) {
					append(c)
					continue
				}
				if (c === '\\' && inQuotes) {
					escaped = true
					continue
				}
				if (c === ' ' && !inQuotes) {
					if (arg.length > 0) {
						args.push(arg)
						arg = ''
					}
					continue
				}
				append(c)
			}
			if (arg.length > 0) {
				args.push(arg.trim())
			}
			return args
		}
		class ExecState extends external_events_namespaceObject.EventEmitter {
			constructor(options, toolPath) {
				super()
				this.processClosed = false // tracks whether the process has exited and stdio is closed
				this.processError = ''
				this.processExitCode = 0
				this.processExited = false // tracks whether the process has exited
				this.processStderr = false // tracks whether stderr was written to
				this.delay = 10000 // 10 seconds
				this.done = false
				this.timeout = null
				if (!toolPath) {
					throw new Error('toolPath must not be empty')
				}
				this.options = options
				this.toolPath = toolPath
				if (options.delay) {
					this.delay = options.delay
				}
			}
			CheckComplete() {
				if (this.done) {
					return
				}
				if (this.processClosed) {
					this._setResult()
				} else if (this.processExited) {
					this.timeout = (0, external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this)
				}
			}
			_debug(message) {
				this.emit('debug', message)
			}
			_setResult() {
				// determine whether there is an error
				let error
				if (this.processExited) {
					if (this.processError) {
						error = new Error(
							`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`,
						)
					} else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
						error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`)
					} else if (this.processStderr && this.options.failOnStdErr) {
						error = new Error(
							`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`,
						)
					}
				}
				// clear the timeout
				if (this.timeout) {
					clearTimeout(this.timeout)
					this.timeout = null
				}
				this.done = true
				this.emit('done', error, this.processExitCode)
			}
			static HandleTimeout(state) {
				if (state.done) {
					return
				}
				if (!state.processClosed && state.processExited) {
					const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`
					state._debug(message)
				}
				state._setResult()
			}
		}
		//# sourceMappingURL=toolrunner.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/exec.js
		var exec_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

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
				const commandArgs = argStringToArray(commandLine)
				if (commandArgs.length === 0) {
					throw new Error(`Parameter 'commandLine' cannot be null or empty.`)
				}
				// Path to tool to execute should be first arg
				const toolPath = commandArgs[0]
				args = commandArgs.slice(1).concat(args || [])
				const runner = new ToolRunner(toolPath, args, options)
				return runner.exec()
			})
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
				var _a, _b
				let stdout = ''
				let stderr = ''
				//Using string decoder covers the case where a mult-byte character is split
				const stdoutDecoder = new StringDecoder('utf8')
				const stderrDecoder = new StringDecoder('utf8')
				const originalStdoutListener =
					(_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0
						? void 0
						: _a.stdout
				const originalStdErrListener =
					(_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0
						? void 0
						: _b.stderr
				const stdErrListener = (data) => {
					stderr += stderrDecoder.write(data)
					if (originalStdErrListener) {
						originalStdErrListener(data)
					}
				}
				const stdOutListener = (data) => {
					stdout += stdoutDecoder.write(data)
					if (originalStdoutListener) {
						originalStdoutListener(data)
					}
				}
				const listeners = Object.assign(
					Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners),
					{ stdout: stdOutListener, stderr: stdErrListener },
				)
				const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }))
				//flush any remaining characters
				stdout += stdoutDecoder.end()
				stderr += stderrDecoder.end()
				return {
					exitCode,
					stdout,
					stderr,
				}
			})
		}
		//# sourceMappingURL=exec.js.map

		/***/
	}),

	/***/ 7168: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ $1: () => /* binding */ lstat,
			/* harmony export */ Ck: () => /* binding */ mkdir,
			/* harmony export */ Cy: () => /* binding */ readdir,
			/* harmony export */ H8: () => /* binding */ IS_WINDOWS,
			/* harmony export */ Qh: () => /* binding */ isRooted,
			/* harmony export */ YN: () => /* binding */ symlink,
			/* harmony export */ dJ: () => /* binding */ stat,
			/* harmony export */ h_: () => /* binding */ readlink,
			/* harmony export */ k6: () => /* binding */ chmod,
			/* harmony export */ m3: () => /* binding */ copyFile,
			/* harmony export */ rm: () => /* binding */ rm,
			/* harmony export */ t2: () => /* binding */ exists,
			/* harmony export */ vr: () => /* binding */ tryGetExecutablePath,
			/* harmony export */ y1: () => /* binding */ unlink,
			/* harmony export */
		})
		/* unused harmony exports open, rename, rmdir, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
		/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896)
		/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928)
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } =
			fs__WEBPACK_IMPORTED_MODULE_0__.promises
		// export const {open} = 'fs'
		const IS_WINDOWS = process.platform === 'win32'
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
				const result = yield fs__WEBPACK_IMPORTED_MODULE_0__.promises.readlink(fsPath)
				// On Windows, restore Node 20 behavior: add trailing backslash to all results
				// since junctions on Windows are always directory links
				if (IS_WINDOWS && !result.endsWith('\\')) {
					return `${result}\\`
				}
				return result
			})
		}
		// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
		const UV_FS_O_EXLOCK = 0x10000000
		const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY
		function exists(fsPath) {
			return __awaiter(this, void 0, void 0, function* () {
				try {
					yield stat(fsPath)
				} catch (err) {
					if (err.code === 'ENOENT') {
						return false
					}
					throw err
				}
				return true
			})
		}
		function isDirectory(fsPath_1) {
			return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
				const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath)
				return stats.isDirectory()
			})
		}
		/**
		 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
		 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
		 */
		function isRooted(p) {
			p = normalizeSeparators(p)
			if (!p) {
				throw new Error('isRooted() parameter "p" cannot be empty')
			}
			if (IS_WINDOWS) {
				return (
					p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
				) // e.g. C: or C:\hello
			}
			return p.startsWith('/')
		}
		/**
		 * Best effort attempt to determine whether a file exists and is executable.
		 * @param filePath    file path to check
		 * @param extensions  additional file extensions to try
		 * @return if file exists and is executable, returns the file path. otherwise empty string.
		 */
		function tryGetExecutablePath(filePath, extensions) {
			return __awaiter(this, void 0, void 0, function* () {
				let stats = undefined
				try {
					// test file exists
					stats = yield stat(filePath)
				} catch (err) {
					if (err.code !== 'ENOENT') {
						// eslint-disable-next-line no-console
						console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`)
					}
				}
				if (stats && stats.isFile()) {
					if (IS_WINDOWS) {
						// on Windows, test for valid extension
						const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase()
						if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
							return filePath
						}
					} else {
						if (isUnixExecutable(stats)) {
							return filePath
						}
					}
				}
				// try each extension
				const originalFilePath = filePath
				for (const extension of extensions) {
					filePath = originalFilePath + extension
					stats = undefined
					try {
						stats = yield stat(filePath)
					} catch (err) {
						if (err.code !== 'ENOENT') {
							// eslint-disable-next-line no-console
							console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`)
						}
					}
					if (stats && stats.isFile()) {
						if (IS_WINDOWS) {
							// preserve the case of the actual file (since an extension was appended)
							try {
								const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath)
								const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase()
								for (const actualName of yield readdir(directory)) {
									if (upperName === actualName.toUpperCase()) {
										filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName)
										break
									}
								}
							} catch (err) {
								// eslint-disable-next-line no-console
								console.log(
									`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`,
								)
							}
							return filePath
						} else {
							if (isUnixExecutable(stats)) {
								return filePath
							}
						}
					}
				}
				return ''
			})
		}
		function normalizeSeparators(p) {
			p = p || ''
			if (IS_WINDOWS) {
				// convert slashes on Windows
				p = p.replace(/\//g, '\\')
				// remove redundant slashes
				return p.replace(/\\\\+/g, '\\')
			}
			// remove redundant slashes
			return p.replace(/\/\/+/g, '/')
		}
		// on Mac/Linux, test the execute bit
		//     R   W  X  R  W X R W X
		//   256 128 64 32 16 8 4 2 1
		function isUnixExecutable(stats) {
			return (
				(stats.mode & 1) > 0 ||
				((stats.mode & 8) > 0 && process.getgid !== undefined && stats.gid === process.getgid()) ||
				((stats.mode & 64) > 0 && process.getuid !== undefined && stats.uid === process.getuid())
			)
		}
		// Get the path of cmd.exe in windows
		function getCmdPath() {
			var _a
			return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`
		}
		//# sourceMappingURL=io-util.js.map

		/***/
	}),

	/***/ 4799: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ K7: () => /* binding */ which,
			/* harmony export */ U$: () => /* binding */ mkdirP,
			/* harmony export */ Yz: () => /* binding */ rmRF,
			/* harmony export */ cp: () => /* binding */ cp,
			/* harmony export */
		})
		/* unused harmony exports mv, findInPath */
		/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613)
		/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928)
		/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7168)
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

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
				const { force, recursive, copySourceDirectory } = readCopyOptions(options)
				const destStat = (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .exists */
					.t2(dest))
					? yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .stat */
							.dJ(dest)
					: null
				// Dest is an existing file, but not forcing
				if (destStat && destStat.isFile() && !force) {
					return
				}
				// If dest is an existing directory, should copy inside.
				const newDest =
					destStat && destStat.isDirectory() && copySourceDirectory
						? path__WEBPACK_IMPORTED_MODULE_1__.join(dest, path__WEBPACK_IMPORTED_MODULE_1__.basename(source))
						: dest
				if (
					!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .exists */
						.t2(source))
				) {
					throw new Error(`no such file or directory: ${source}`)
				}
				const sourceStat =
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .stat */
						.dJ(source)
				if (sourceStat.isDirectory()) {
					if (!recursive) {
						throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`)
					} else {
						yield cpDirRecursive(source, newDest, 0, force)
					}
				} else {
					if (path__WEBPACK_IMPORTED_MODULE_1__.relative(source, newDest) === '') {
						// a file cannot be copied to itself
						throw new Error(`'${newDest}' and '${source}' are the same file`)
					}
					yield copyFile(source, newDest, force)
				}
			})
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
					let destExists = true
					if (yield ioUtil.isDirectory(dest)) {
						// If dest is directory copy src into dest
						dest = path.join(dest, path.basename(source))
						destExists = yield ioUtil.exists(dest)
					}
					if (destExists) {
						if (options.force == null || options.force) {
							yield rmRF(dest)
						} else {
							throw new Error('Destination already exists')
						}
					}
				}
				yield mkdirP(path.dirname(dest))
				yield ioUtil.rename(source, dest)
			})
		}
		/**
		 * Remove a path recursively with force
		 *
		 * @param inputPath path to remove
		 */
		function rmRF(inputPath) {
			return __awaiter(this, void 0, void 0, function* () {
				if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8) {
					// Check for invalid characters
					// https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
					if (/[*"<>|]/.test(inputPath)) {
						throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows')
					}
				}
				try {
					// note if path does not exist, error is silent
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
						force: true,
						maxRetries: 3,
						recursive: true,
						retryDelay: 300,
					})
				} catch (err) {
					throw new Error(`File was unable to be removed ${err}`)
				}
			})
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
				;(0, assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided')
				yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .mkdir */
					.Ck(fsPath, { recursive: true })
			})
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
					throw new Error("parameter 'tool' is required")
				}
				// recursive when check=true
				if (check) {
					const result = yield which(tool, false)
					if (!result) {
						if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8) {
							throw new Error(
								`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`,
							)
						} else {
							throw new Error(
								`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`,
							)
						}
					}
					return result
				}
				const matches = yield findInPath(tool)
				if (matches && matches.length > 0) {
					return matches[0]
				}
				return ''
			})
		}
		/**
		 * Returns a list of all occurrences of the given tool on the system path.
		 *
		 * @returns   Promise<string[]>  the paths of the tool
		 */
		function findInPath(tool) {
			return __awaiter(this, void 0, void 0, function* () {
				if (!tool) {
					throw new Error("parameter 'tool' is required")
				}
				// build the list of extensions to try
				const extensions = []
				if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8 && process.env['PATHEXT']) {
					for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
						if (extension) {
							extensions.push(extension)
						}
					}
				}
				// if it's rooted, return it if exists. otherwise return empty.
				if (
					_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .isRooted */
						.Qh(tool)
				) {
					const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .tryGetExecutablePath */
						.vr(tool, extensions)
					if (filePath) {
						return [filePath]
					}
					return []
				}
				// if any path separators, return empty
				if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
					return []
				}
				// build the list of directories
				//
				// Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
				// it feels like we should not do this. Checking the current directory seems like more of a use
				// case of a shell, and the which() function exposed by the toolkit should strive for consistency
				// across platforms.
				const directories = []
				if (process.env.PATH) {
					for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
						if (p) {
							directories.push(p)
						}
					}
				}
				// find all matches
				const matches = []
				for (const directory of directories) {
					const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .tryGetExecutablePath */
						.vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions)
					if (filePath) {
						matches.push(filePath)
					}
				}
				return matches
			})
		}
		function readCopyOptions(options) {
			const force = options.force == null ? true : options.force
			const recursive = Boolean(options.recursive)
			const copySourceDirectory = options.copySourceDirectory == null ? true : Boolean(options.copySourceDirectory)
			return { force, recursive, copySourceDirectory }
		}
		function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
			return __awaiter(this, void 0, void 0, function* () {
				// Ensure there is not a run away recursive copy
				if (currentDepth >= 255) return
				currentDepth++
				yield mkdirP(destDir)
				const files =
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .readdir */
						.Cy(sourceDir)
				for (const fileName of files) {
					const srcFile = `${sourceDir}/${fileName}`
					const destFile = `${destDir}/${fileName}`
					const srcFileStat =
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .lstat */
							.$1(srcFile)
					if (srcFileStat.isDirectory()) {
						// Recurse
						yield cpDirRecursive(srcFile, destFile, currentDepth, force)
					} else {
						yield copyFile(srcFile, destFile, force)
					}
				}
				// Change the mode for the newly created directory
				yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .chmod */
					.k6(
						destDir,
						(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .stat */
							.dJ(sourceDir)).mode,
					)
			})
		}
		// Buffered file copy
		function copyFile(srcFile, destFile, force) {
			return __awaiter(this, void 0, void 0, function* () {
				if (
					(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .lstat */
						.$1(srcFile)).isSymbolicLink()
				) {
					// unlink/re-link it
					try {
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .lstat */
							.$1(destFile)
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .unlink */
							.y1(destFile)
					} catch (e) {
						// Try to override file permission
						if (e.code === 'EPERM') {
							yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .chmod */
								.k6(destFile, '0666')
							yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .unlink */
								.y1(destFile)
						}
						// other errors = it doesn't exist, no work to do
					}
					// Copy over symlink
					const symlinkFull =
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .readlink */
							.h_(srcFile)
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .symlink */
						.YN(
							symlinkFull,
							destFile,
							_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8 ? 'junction' : null,
						)
				} else if (
					!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .exists */
						.t2(destFile)) ||
					force
				) {
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .copyFile */
						.m3(srcFile, destFile)
				}
			})
		}
		//# sourceMappingURL=io.js.map

		/***/
	}),

	/******/
}
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {}
/******/
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
	/******/ // Check if module is in cache
	/******/ var cachedModule = __webpack_module_cache__[moduleId]
	/******/ if (cachedModule !== undefined) {
		/******/ return cachedModule.exports
		/******/
	}
	/******/ // Create a new module (and put it into the cache)
	/******/ var module = (__webpack_module_cache__[moduleId] = {
		/******/ // no module.id needed
		/******/ // no module.loaded needed
		/******/ exports: {},
		/******/
	})
	/******/
	/******/ // Execute the module function
	/******/ var threw = true
	/******/ try {
		/******/ __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__)
		/******/ threw = false
		/******/
	} finally {
		/******/ if (threw) delete __webpack_module_cache__[moduleId]
		/******/
	}
	/******/
	/******/ // Return the exports of the module
	/******/ return module.exports
	/******/
}
/******/
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__
/******/
/************************************************************************/
/******/
/******/ /* webpack/runtime/define property getters */
/******/ ;(() => {
	/******/ // define getter functions for harmony exports
	/******/ __nccwpck_require__.d = (exports, definition) => {
		/******/ for (var key in definition) {
			/******/ if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				/******/ Object.defineProperty(exports, key, { enumerable: true, get: definition[key] })
				/******/
			}
			/******/
		}
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/ensure chunk */
/******/ ;(() => {
	/******/ __nccwpck_require__.f = {}
	/******/ // This file contains only the entry chunk.
	/******/ // The chunk loading function for additional chunks
	/******/ __nccwpck_require__.e = (chunkId) => {
		/******/ return Promise.all(
			Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
				/******/ __nccwpck_require__.f[key](chunkId, promises)
				/******/ return promises
				/******/
			}, []),
		)
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ ;(() => {
	/******/ // This function allow to reference async chunks
	/******/ __nccwpck_require__.u = (chunkId) => {
		/******/ // return url for filenames based on template
		/******/ return '' + chunkId + '.index.js'
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ ;(() => {
	/******/ __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop)
	/******/
})()
/******/
/******/ /* webpack/runtime/make namespace object */
/******/ ;(() => {
	/******/ // define __esModule on exports
	/******/ __nccwpck_require__.r = (exports) => {
		/******/ if (typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			/******/ Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' })
			/******/
		}
		/******/ Object.defineProperty(exports, '__esModule', { value: true })
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/import chunk loading */
/******/ ;(() => {
	/******/ // no baseURI
	/******/
	/******/ // object to store loaded and loading chunks
	/******/ // undefined = chunk not loaded, null = chunk preloaded/prefetched
	/******/ // [resolve, Promise] = chunk loading, 0 = chunk loaded
	/******/ var installedChunks = {
		/******/ 792: 0,
		/******/
	}
	/******/
	/******/ var installChunk = (data) => {
		/******/ var { ids, modules, runtime } = data
		/******/ // add "modules" to the modules object,
		/******/ // then flag all "ids" as loaded and fire callback
		/******/ var moduleId,
			chunkId,
			i = 0
		/******/ for (moduleId in modules) {
			/******/ if (__nccwpck_require__.o(modules, moduleId)) {
				/******/ __nccwpck_require__.m[moduleId] = modules[moduleId]
				/******/
			}
			/******/
		}
		/******/ if (runtime) runtime(__nccwpck_require__)
		/******/ for (; i < ids.length; i++) {
			/******/ chunkId = ids[i]
			/******/ if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
				/******/ installedChunks[chunkId][0]()
				/******/
			}
			/******/ installedChunks[ids[i]] = 0
			/******/
		}
		/******/
		/******/
	}
	/******/
	/******/ __nccwpck_require__.f.j = (chunkId, promises) => {
		/******/ // import() chunk loading for javascript
		/******/ var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId)
			? installedChunks[chunkId]
			: undefined
		/******/ if (installedChunkData !== 0) {
			// 0 means "already installed".
			/******/
			/******/ // a Promise means "currently loading".
			/******/ if (installedChunkData) {
				/******/ promises.push(installedChunkData[1])
				/******/
			} else {
				/******/ if (true) {
					// all chunks have JS
					/******/ // setup Promise in chunk cache
					/******/ var promise = import('./' + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
						/******/ if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined
						/******/ throw e
						/******/
					})
					/******/ var promise = Promise.race([
						promise,
						new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve])),
					])
					/******/ promises.push((installedChunkData[1] = promise))
					/******/
				}
				/******/
			}
			/******/
		}
		/******/
	}
	/******/
	/******/ // no prefetching
	/******/
	/******/ // no preloaded
	/******/
	/******/ // no external install chunk
	/******/
	/******/ // no on chunks loaded
	/******/
})()
/******/
/************************************************************************/
var __webpack_exports__ = {}

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
	ri: () => /* binding */ action_logout,
	iW: () => /* binding */ main,
	bE: () => /* binding */ post,
}) // CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = builtin('node:fs')
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760)
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(5360)
// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(4799)
// EXTERNAL MODULE: ../lib/cli/distribution.js
var distribution = __nccwpck_require__(8772) // CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = builtin('node:async_hooks') // CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = builtin('node:child_process') // CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = builtin('node:diagnostics_channel') // CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = builtin('node:stream')
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500)
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 4 modules
var action_exec = __nccwpck_require__(2479) // CONCATENATED MODULE: ../lib/or-undefined.js
function orUndefined(work) {
	try {
		return work()
	} catch {
		return undefined
	}
} // CONCATENATED MODULE: ../lib/token/token.js
function whyNoToken(value) {
	return impostors.find(([pattern]) => pattern.test(value))?.[1]
}
const impostors = [
	[
		/\$\{\{/,
		'holds an expression that was not expanded, `$' +
			'{{ \u2026 }}`. Expressions work in workflow files only: hand the secret on from there, through `with` or `env`',
	],
	[/^(["'`]).*\1$/s, 'has quotes around it. Store the secret without them: they are not part of the token'],
	[/^bearer\s/i, 'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it'],
	[
		/\s/,
		'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
	],
	[
		{ test: (value) => !isVisibleAscii(value) && unicode('[\\p{Cc}\\p{Cf}]').test(value) },
		'has control characters or invisible characters inside it. A token is one word: copy it again, and store nothing else in the secret',
	],
	[
		/^(gh[oprsu]_|github_pat_)/,
		'is a token of GitHub. Choreo needs a Personal Access Token of its own, made in the Choreo Console',
	],
]
function token_forms(token) {
	if (token === '') return []
	const bytes = Buffer.from(token)
	const base64 = [bytes, ...['\n', '\r\n'].map((end) => Buffer.from(token + end))].map((data) =>
		data.toString('base64'),
	)
	const inside = [0, 1, 2].map((shift) => {
		const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
			.toString('base64')
			.replace(/=+$/, '')
		const whole = Math.floor((bytes.length + shift) / 3) * 4
		return encoded.slice(shift === 0 ? 0 : 4, whole)
	})
	const lines = base64.flatMap((form) => form.match(/.{1,76}/g) ?? [])
	const all = [...base64, ...lines, ...inside].flatMap((form) => [form, asUrlSafe(form)])
	const url = encodeURIComponent(token.toWellFormed())
	all.push(
		url,
		url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
		JSON.stringify(token).slice(1, -1),
		bytes.toString('hex'),
		bytes.toString('hex').toUpperCase(),
	)
	return [...new Set([token, ...all])].filter((form) => form.length >= Math.min(8, token.length))
}
function asUrlSafe(base64) {
	return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
function redact(text, tokens) {
	return hideTokens(plain(text), tokens)
		.replaceAll('##[', '# # [')
		.replace(/^([^\S\n]*)::/gm, '$1: :')
}
const escapes =
	/(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g
function plain(text) {
	if (isVisibleAscii(text)) return text
	return text
		.replace(escapes, '')
		.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
		.replace(unicode('[^\\P{C}\\n\\t]|\\p{Default_Ignorable_Code_Point}', 'g'), '')
}
function isVisibleAscii(text) {
	return /^[\n\t -~]*$/.test(text)
}
function unicode(pattern, flags = '') {
	return new RegExp(pattern, `${flags}u`)
}
const shortestPart = 8
function hideTokens(text, tokens) {
	if (tokens.length === 0) return text
	const places = []
	for (let at = 0; at < text.length; at++) if (!/\s/.test(text.charAt(at))) places.push(at)
	const dense = withoutSpace(text)
	const hidden = new Uint8Array(text.length)
	for (const token of tokens) {
		const size = Math.min(shortestPart, withoutSpace(plain(token)).length)
		if (size === 0) continue
		const parts = new Set(token_forms(token).flatMap((form) => partsOf(withoutSpace(plain(form)), size)))
		for (let at = 0; at + size <= dense.length; at++) {
			if (parts.has(dense.slice(at, at + size))) {
				hidden.fill(1, places[at], (places[at + size - 1] ?? text.length) + 1)
			}
		}
	}
	let shown = ''
	for (let at = 0; at < text.length; at++) {
		if (!hidden[at]) shown += text.charAt(at)
		else if (!hidden[at - 1]) shown += '***'
	}
	return shown
}
function withoutSpace(text) {
	return text.replace(/\s/g, '')
}
function partsOf(form, size) {
	return Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size))
} // CONCATENATED MODULE: ../lib/cli/run.js

function login(cli, token) {
	return run(cli, ['login', '--with-token'], `${token}\n`)
}
function logout(cli) {
	return run(cli, ['logout'])
}
function run_organizations(cli) {
	return run(cli, ['list', 'organizations', '--output', 'json'])
}
function version(cli) {
	return run(cli, ['--version'])
}
function scrub(env, tokens) {
	const secrets = tokens.flatMap(token_forms)
	const kept = Object.entries(env).filter(
		(entry) =>
			entry[1] !== undefined && !ofTheAction.test(entry[0]) && !secrets.some((secret) => entry[1]?.includes(secret)),
	)
	return Object.fromEntries(kept)
}
const ofTheAction = /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)/i
const graceMs = 2000
const mostBytes = 1024 * 1024
async function run(cli, args, input = '') {
	const stdout = tail()
	const stderr = tail()
	let child
	let stopped
	let startError = ''
	let exitCode = null
	const call = new external_node_async_hooks_namespaceObject.AsyncLocalStorage()
	const announced = (message) => {
		if (!call.getStore()) return
		const started = message.process
		prepare(started, stdout.take, stderr.take)
		started.once('spawn', () => stopped !== undefined && kill(started, 'SIGKILL'))
		started.once('exit', () => clearTimeout(timer))
		child = started
	}
	const stop = async (reason) => {
		stopped ??= reason
		if (child === undefined) return
		kill(child, 'SIGTERM')
		await (0, promises_.setTimeout)(graceMs, undefined, { ref: false })
		kill(child, 'SIGKILL')
	}
	const cancel = () => void stop('cancelled')
	const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs)
	cli.cancelled.addEventListener('abort', cancel)
	;(0, external_node_diagnostics_channel_namespaceObject.subscribe)('child_process', announced)
	try {
		cli.cancelled.throwIfAborted()
		const options = {
			env: { ...cli.env },
			input: Buffer.from(input),
			silent: true,
			errStream: process.stdout,
			ignoreReturnCode: true,
			delay: 1000,
		}
		const path = `"${cli.path.replaceAll('"', '\\"')}"`
		exitCode = await call.run(true, () => (0, action_exec /* exec */.m)(path, [...args], options))
	} catch (error) {
		startError = error.message
	} finally {
		;(0, external_node_diagnostics_channel_namespaceObject.unsubscribe)('child_process', announced)
		cli.cancelled.removeEventListener('abort', cancel)
		clearTimeout(timer)
		if (child !== undefined) release(child, stopped !== undefined)
	}
	if (cli.cancelled.aborted) stopped = 'cancelled'
	const signal = child?.signalCode ?? null
	return { exitCode, signal, stopped, startError, stdout: stdout.text(), stderr: stderr.text() }
}
function prepare(child, takeStdout, takeStderr) {
	const starter = child
	const start = starter.spawn.bind(child)
	starter.spawn = (options) => {
		try {
			const started = start({ ...options, detached: process.platform !== 'win32' })
			child.stdin?.on('error', () => {})
			return started
		} catch (error) {
			child.stdin = new external_node_stream_namespaceObject.PassThrough()
			process.nextTick(() => child.emit('error', error))
			return undefined
		}
	}
	child.once('spawn', () => {
		child.stdout?.removeAllListeners('data').on('data', takeStdout)
		child.stderr?.removeAllListeners('data').on('data', takeStderr)
	})
}
function release(child, wasStopped) {
	if (wasStopped) kill(child, 'SIGKILL')
	child.stdin?.destroy()
	child.stdout?.destroy()
	child.stderr?.destroy()
	child.unref()
}
function kill({ pid }, signal) {
	if (pid === undefined) return
	if (process.platform === 'win32') {
		const taskkill = (0, external_node_path_.join)(
			process.env['SystemRoot'] ?? 'C:\\Windows',
			'System32',
			'taskkill.exe',
		)
		;(0, external_node_child_process_namespaceObject.spawn)(taskkill, ['/pid', String(pid), '/t', '/f'], {
			stdio: 'ignore',
		}).on('error', () => {})
		return
	}
	orUndefined(() => process.kill(-pid, signal))
}
function tail() {
	const chunks = []
	let size = 0
	const take = (bytes) => {
		chunks.push(bytes)
		size += bytes.length
		while (size - (chunks[0]?.length ?? 0) >= mostBytes) size -= chunks.shift()?.length ?? 0
	}
	return { take, text: () => Buffer.concat(chunks).toString() }
} // CONCATENATED MODULE: ../lib/runner/report.js

function say(line) {
	;(0, core /* info */.pq)(oneLine(redact(line, [])))
}
async function timed(what, work, result = () => 'done') {
	const began = process.uptime()
	const tell = (end) => {
		if ((0, core /* isDebug */._o)())
			(0, core /* debug */.Yz)(`${what}: ${end} after ${Math.round((process.uptime() - began) * 1000)} ms`)
	}
	return work().then(
		(value) => {
			tell(result(value))
			return value
		},
		(cause) => {
			tell('failed')
			throw cause
		},
	)
}
function failure(title, message) {
	return Object.assign(new Error(message), { title })
}
function fail(cause, secrets) {
	process.exitCode = 1
	const { message, title = 'Choreo login failed' } = cause ?? {}
	;(0, core /* error */.z3)(redact(String(message ?? cause), secrets), { title })
}
function skip(why) {
	;(0, core /* notice */.lm)(why, { title: 'Choreo login skipped' })
}
function setLoggedOut() {
	orUndefined(() => (0, core /* setOutput */.uH)('authenticated', false))
}
function oneLine(text) {
	return text.replace(/\s+/g, ' ')
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598)
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(1455) // CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = builtin('node:util') // CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = builtin('node:os') // CONCATENATED MODULE: ../lib/install/stage.js

const mark = '.choreo-login-stage-'
async function newStage(root) {
	const stage = (0, external_node_path_.join)(root, `${mark}${namespace()}-${process.pid}`)
	await (0, external_node_fs_promises_.rm)(stage, { recursive: true, force: true })
	await (0, external_node_fs_promises_.mkdir)(stage, { mode: 0o755 })
	return stage
}
const longestMs = 24 * 60 * 60 * 1000
async function removeAbandoned(root) {
	const names = await (0, external_node_fs_promises_.readdir)(root).catch(() => [])
	for (const name of names.filter((name) => name.startsWith(mark))) {
		const [owner = '', pid = ''] = name.slice(mark.length).split('-')
		const abandoned =
			owner === namespace() ? !isRunning(Number(pid)) : await isOld((0, external_node_path_.join)(root, name))
		if (!abandoned) continue
		await (0, external_node_fs_promises_.rm)((0, external_node_path_.join)(root, name), {
			recursive: true,
			force: true,
		}).catch(() => undefined)
	}
}
function namespace() {
	const container = orUndefined(() => (0, external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid')) ?? ''
	return (0, external_node_crypto_.createHash)('sha256')
		.update(`${(0, external_node_os_namespaceObject.hostname)()} ${container}`)
		.digest('hex')
		.slice(0, 12)
}
function isRunning(pid) {
	try {
		return process.kill(pid, 0) && !isZombie(pid)
	} catch (error) {
		return error.code === 'EPERM'
	}
}
function isZombie(pid) {
	const status =
		orUndefined(() => (0, external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'latin1')) ?? ''
	return /^\d+ \(.*\) Z/s.test(status)
}
async function isOld(path) {
	const found = await (0, external_node_fs_promises_.stat)(path).catch(() => undefined)
	return found !== undefined && Date.now() - found.mtimeMs > longestMs
} // CONCATENATED MODULE: ../lib/install/tool-cache.js

const proofName = 'verified.json'
function lookUp(shelf) {
	return shelf.roots
		.filter((root) => root !== '')
		.map((root) => directoryOf(root, shelf))
		.find(
			(directory) =>
				(0, external_node_fs_namespaceObject.existsSync)(`${directory}.complete`) &&
				(0, external_node_fs_namespaceObject.existsSync)(directory),
		)
}
async function verify(directory, shelf) {
	try {
		const [record, path] = [
			(0, external_node_path_.join)(directory, proofName),
			(0, external_node_path_.join)(directory, shelf.executable),
		]
		if (![record, path].every((file) => (0, external_node_fs_namespaceObject.statSync)(file).isFile())) return undefined
		const text = (0, external_node_fs_namespaceObject.readFileSync)(record, 'utf8')
		const { tag, archive, executable, comparedWith } = JSON.parse(text)
		if (tag !== shelf.tag || !archive || !executable || comparedWith === undefined) return undefined
		;(0, external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.X_OK)
		if ((await sha256Of(path)) !== executable) return undefined
		return { tag, archive, executable, comparedWith }
	} catch {
		return undefined
	}
}
async function put(shelf, fill) {
	const root = await writableRoot(shelf)
	const directory = directoryOf(root, shelf)
	await removeAbandoned(root)
	const stage = await newStage(root)
	try {
		const path = (0, external_node_path_.join)(stage, shelf.executable)
		const loading = (0, promises_.setTimeout)(20).then(() =>
			Promise.all(/* import() */ [__nccwpck_require__.e(764), __nccwpck_require__.e(660)]).then(
				__nccwpck_require__.bind(__nccwpck_require__, 9660),
			),
		)
		const [proof, { find }] = await Promise.all([fill(path), loading])
		;(0, external_node_fs_namespaceObject.chmodSync)(path, 0o755)
		const record = `${JSON.stringify(proof, undefined, 2)}\n`
		;(0, external_node_fs_namespaceObject.writeFileSync)((0, external_node_path_.join)(stage, proofName), record, {
			mode: 0o644,
		})
		await moveInto(directory, stage, proof, shelf)
		;(0, external_node_fs_namespaceObject.writeFileSync)(`${directory}.complete`, '', { mode: 0o644 })
		const found = atPlace(root, () => find(shelf.cli, cacheVersion(shelf.tag), shelf.arch))
		return { directory: found || directory, proof }
	} finally {
		for (const left of [stage, asideOf(stage)].filter(external_node_fs_namespaceObject.existsSync)) {
			await (0, external_node_fs_promises_.rm)(left, { recursive: true, force: true })
		}
		await removeAbandoned(root)
	}
}
function atPlace(root, look) {
	const before = process.env[toolCache]
	process.env[toolCache] = root
	try {
		return look()
	} finally {
		if (before === undefined) delete process.env[toolCache]
		else process.env[toolCache] = before
	}
}
const toolCache = 'RUNNER_TOOL_CACHE'
async function writableRoot(shelf) {
	for (const root of shelf.roots.filter((root) => root !== '')) {
		try {
			await (0, external_node_fs_promises_.mkdir)(root, { recursive: true })
			const version = (0, external_node_path_.dirname)(directoryOf(root, shelf))
			for (const place of [root, (0, external_node_path_.dirname)(version), version]) {
				if (place === root || (0, external_node_fs_namespaceObject.existsSync)(place))
					await (0, external_node_fs_promises_.access)(place, external_node_fs_namespaceObject.constants.W_OK)
			}
			return root
		} catch {}
	}
	throw new Error(
		`There is no place for the CLI: ${shelf.roots.join(' and ')} cannot be written. ` +
			'Set RUNNER_TOOL_CACHE or RUNNER_TEMP to a directory that the runner may write.',
	)
}
const moves = 5
async function moveInto(directory, stage, proof, shelf) {
	for (let move = 1; ; move++) {
		try {
			await (0, external_node_fs_promises_.mkdir)((0, external_node_path_.dirname)(directory), {
				recursive: true,
				mode: 0o755,
			})
			return await (0, external_node_fs_promises_.rename)(stage, directory)
		} catch (error) {
			const theirs = await verify(directory, shelf)
			if (theirs?.executable === proof.executable && theirs.archive === proof.archive) return
			if (await takeOver(directory, stage, shelf)) return
			if (move === moves) throw error
			await (0, promises_.setTimeout)(100 * move)
		}
	}
}
async function takeOver(directory, stage, shelf) {
	try {
		await (0, external_node_fs_promises_.rename)(
			(0, external_node_path_.join)(stage, shelf.executable),
			(0, external_node_path_.join)(directory, shelf.executable),
		)
	} catch {
		await (0, external_node_fs_promises_.rename)(directory, asideOf(stage)).catch(() => undefined)
		return false
	}
	await (0, external_node_fs_promises_.rename)(
		(0, external_node_path_.join)(stage, proofName),
		(0, external_node_path_.join)(directory, proofName),
	)
	return true
}
function asideOf(stage) {
	return `${stage}-aside`
}
function directoryOf(root, shelf) {
	return (0, external_node_path_.join)(root, shelf.cli, cacheVersion(shelf.tag), shelf.arch)
}
function cacheVersion(tag) {
	return /^v?(\d+\.\d+\.\d+(-[\w.-]+)?)$/.exec(tag)?.[1] ?? `0.0.0-${tag.replace(/[^0-9A-Za-z-]/g, '-')}`
}
const pieceBytes = 2 * 1024 * 1024
async function sha256Of(path) {
	const hash = (0, external_node_crypto_.createHash)('sha256')
	let [piece, next] = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)]
	const file = (0, external_node_fs_namespaceObject.openSync)(path, 'r')
	try {
		let size = (0, external_node_fs_namespaceObject.readSync)(file, piece)
		while (size === pieceBytes) {
			const reading = (0, external_node_util_namespaceObject.promisify)(external_node_fs_namespaceObject.read)(
				file,
				next,
				0,
				pieceBytes,
				null,
			)
			hash.update(piece)
			size = (await reading).bytesRead
			;[piece, next] = [next, piece]
		}
		return hash.update(piece.subarray(0, size)).digest('hex')
	} finally {
		;(0, external_node_fs_namespaceObject.closeSync)(file)
	}
}

// EXTERNAL MODULE: ../lib/install/version.js
var install_version = __nccwpck_require__(7977) // CONCATENATED MODULE: ../lib/install/install.js

async function install(inputs, machine, temp, cancelled) {
	const target = (0, distribution /* targetOf */.$r)(machine.platform, machine.arch)
	const shelfOf = (tag) => ({
		roots: [machine.env['RUNNER_TOOL_CACHE'] ?? '', (0, external_node_path_.join)(temp, 'choreo-tool-cache')],
		cli: inputs.cli,
		tag,
		arch: machine.arch,
		executable: (0, distribution /* executableName */.IK)(inputs.cli, target),
	})
	const tag = (0, install_version /* exactTag */.Y)(inputs.cli, inputs.cliVersion)
	const found = tag && (await cached(shelfOf(tag), expected(inputs, undefined)))
	if (found) return found
	const { download, findRelease } = await __nccwpck_require__
		.e(/* import() */ 385)
		.then(__nccwpck_require__.bind(__nccwpck_require__, 9385))
	const release = await findRelease({
		cli: inputs.cli,
		version: inputs.cliVersion,
		target,
		githubUrl: inputs.githubUrl,
		apiUrl: inputs.githubApiUrl,
		githubToken: inputs.githubToken,
		cancelled,
	})
	const shelf = shelfOf(release.tag)
	const digests = expected(inputs, release)
	const hit = tag === undefined && (await cached(shelf, digests))
	if (hit) return hit
	const { directory, proof } = await put(shelf, (path) => download(release, digests, target, path, cancelled))
	if (proof.comparedWith === '') warnUnverified(inputs, proof)
	return describe(shelf, directory, proof, false)
}
function expected({ cliSha256 }, release) {
	return {
		...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
		...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
	}
}
async function cached(shelf, digests) {
	const directory = lookUp(shelf)
	if (directory === undefined) return undefined
	const proof = await verify(directory, shelf)
	if (proof === undefined) {
		;(0, core /* warning */.$e)(
			`The ${distribution /* distributions */._o[shelf.cli].title} ${shelf.tag} in the tool cache has changed since it was installed, or was not installed by this action (${directory}). It is installed anew.`,
			{ title: 'Tool cache not trusted' },
		)
		return undefined
	}
	if (Object.values(digests).some((digest) => digest !== proof.archive)) return undefined
	const comparedWith = Object.keys(digests).join(' and ') || proof.comparedWith
	return describe(shelf, directory, { ...proof, comparedWith }, true)
}
function describe(shelf, directory, proof, cacheHit) {
	const path = (0, external_node_path_.join)(directory, shelf.executable)
	return { path, version: shelf.tag, cacheHit, comparedWith: proof.comparedWith }
}
function warnUnverified({ cli }, { tag, archive }) {
	;(0, core /* warning */.$e)(
		`The download of the ${distribution /* distributions */._o[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
			`To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
		{ title: 'CLI not verified' },
	)
} // CONCATENATED MODULE: ../lib/install/obtain.js

async function obtain(inputs, machine, temp, cancelled) {
	const cli = await timed('Getting the CLI', () => find(inputs, machine, temp, cancelled))
	if (isProgram(cli.path)) return cli
	throw failure(
		'CLI cannot be run',
		`${cli.path} is no program: neither a binary nor a script that begins with \`#!\`. ` +
			'Check the input `cli-path`, or leave it out to get the CLI that WSO2 publishes.',
	)
}
async function find(inputs, machine, temp, cancelled) {
	if (inputs.cliPath !== '') {
		return { path: await locate(inputs.cliPath), version: '', cacheHit: false, comparedWith: '' }
	}
	return install(inputs, machine, temp, cancelled)
}
async function locate(path) {
	const found = await (0, io /* which */.K7)(/[\\/]/.test(path) ? (0, external_node_path_.resolve)(path) : path)
	if (found !== '') return found
	throw new Error(
		`The input \`cli-path\` is "${path}", and there is no such executable. ` +
			'Allowed is the path of an installed CLI, or its name when it is on PATH.',
	)
}
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/
function isProgram(path) {
	if (/\.(cmd|bat)$/i.test(path)) return true
	try {
		const file = (0, external_node_fs_namespaceObject.openSync)(path, 'r')
		const bytes = Buffer.alloc(4)
		const size = (0, external_node_fs_namespaceObject.readSync)(file, bytes)
		;(0, external_node_fs_namespaceObject.closeSync)(file)
		return beginnings.test(bytes.toString('hex', 0, size))
	} catch {
		return true
	}
} // CONCATENATED MODULE: ../lib/runner/inputs.js

function readInputs(env) {
	const tokens = readTokens(env)
	const read = readerOf(env)
	if (read('github-token') !== '') (0, core /* setSecret */.Pq)(read('github-token'))
	refuseMisplaced(tokens, env)
	refuseDigestOfNothing(read('cli-path'), read('cli-sha256'))
	const cli = oneOf('cli', read('cli'), ['choreo', 'wdp'])
	return {
		token: token('token', read('token')),
		fallbackToken: token('fallback-token', read('fallback-token')),
		onMissingToken: oneOf('on-missing-token', read('on-missing-token'), ['fail', 'skip']),
		tokenExpiresOn: day('token-expires-on', read('token-expires-on')),
		expiryWarningDays: count('expiry-warning-days', read('expiry-warning-days'), 14, 3650),
		expectedOrganization: organization(read('expected-organization')),
		cli,
		cliVersion: inputs_version(read('cli-version')),
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
	}
}
function tokensOf({ token, fallbackToken }) {
	return [token, fallbackToken].filter((value) => value !== '')
}
function readTokens(env) {
	const tokens = ['token', 'fallback-token'].map(readerOf(env)).filter((value) => value !== '')
	tokens.forEach(mask)
	return tokens
}
function secretsIn(env) {
	return ['token', 'fallback-token', 'github-token'].map(readerOf(env)).filter((value) => value !== '')
}
function readerOf(env) {
	return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
}
function readSession(env) {
	return env['INPUT_SESSION']?.trim() ?? ''
}
function mask(value) {
	if (value !== '') token_forms(value).forEach(core /* setSecret */.Pq)
}
function refuseMisplaced(tokens, env) {
	const names = Object.keys(env).filter((name) => /^INPUT_(?!(FALLBACK-)?TOKEN$)/.test(name))
	const found = names.find((name) =>
		tokens.some((token) => token.length >= shortestSecret && env[name]?.includes(token)),
	)
	if (found === undefined) return
	throw new Error(
		`The input \`${found.slice('INPUT_'.length).toLowerCase()}\` holds the token, which belongs into the input \`token\` alone. ` +
			'Correct the workflow.',
	)
}
function refuseDigestOfNothing(cliPath, cliSha256) {
	if (cliPath === '' || cliSha256 === '') return
	throw new Error(
		'The input `cli-sha256` is the digest of a release archive, and with `cli-path` none is downloaded. Leave one of the two out.',
	)
}
const shortestSecret = 8
function token(name, value) {
	const reason = whyNoToken(value)
	if (reason !== undefined) throw new Error(`The value of the input \`${name}\` ${reason}.`)
	return value
}
function oneOf(name, value, allowed) {
	if (value === '') return allowed[0]
	const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase())
	if (found !== undefined) return found
	const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``)
	throw badInput(name, value, `Allowed is ${words.join(' or ')}.`)
}
function yesOrNo(name, value) {
	return oneOf(name, value, ['true', 'false']) === 'true'
}
function count(name, value, ifEmpty, most) {
	if (value === '') return ifEmpty
	const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
	if (number >= 1 && number <= most) return number
	throw badInput(name, value, `Allowed is a whole number from 1 to ${most}.`)
}
function day(name, value) {
	if (value === '') return undefined
	const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN)
	if (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)) return date
	throw badInput(name, value, 'Allowed is a date that exists, as YYYY-MM-DD.')
}
function organization(value) {
	if (/^[ -~]{0,200}$/.test(value)) return value
	if (unicode('^[^\\p{C}\\p{Zl}\\p{Zp}]{0,200}$').test(value)) return value
	throw badInput(
		'expected-organization',
		value,
		'Allowed is the handle, name or id of an organization: at most 200 characters on one line.',
	)
}
function inputs_version(value) {
	if (value === '' || value.toLowerCase() === 'latest') return 'latest'
	if (/^[\w.+~^<>=|*-][\w.+~^<>=|* -]{0,127}$/.test(value)) return value
	throw badInput(
		'cli-version',
		value,
		'Allowed is `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.',
	)
}
function digest(value) {
	if (value === '') return ''
	const hex = value.toLowerCase().replace(/^sha256:/, '')
	if (/^[0-9a-f]{64}$/.test(hex)) return hex
	throw badInput('cli-sha256', value, 'Allowed is a SHA-256 digest: 64 hexadecimal digits.')
}
function address(name, value) {
	if (value === '') return ''
	const url = URL.parse(value)
	if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
		return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '')
	}
	throw badInput(name, value.replace(/^[\s\S]*@/, '***@'), 'Allowed is an http or https URL without credentials.')
}
const notForCommands = (
	'alias bg bind break builtin call case cd chdir cls command continue copy declare del dir dirs do ' +
	'done echo elif else enable endlocal erase esac eval exec exit export false fc fg fi for function ' +
	'getopts goto hash help history if in jobs kill let local logout md mkdir move newgrp path pause ' +
	'popd printf prompt pushd pwd rd read readonly ren rename return rmdir select set setlocal shift ' +
	'shopt source start suspend test then time times title trap true type typeset ulimit umask ' +
	'unalias unset until ver vol wait while con prn aux nul'
).split(' ')
function command(value) {
	const [word = ''] = value.toLowerCase().split('.', 1)
	if (notForCommands.includes(word) || /^(com|lpt)\d$/.test(word)) {
		throw badInput(
			'command',
			value,
			'Shells or Windows keep this name for themselves, so later steps could not call it. Allowed is any other name.',
		)
	}
	if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(value)) return value
	throw badInput(
		'command',
		value,
		'Allowed is a plain file name: letters, digits, `.`, `_` and `-`, not starting with `.` or `-`.',
	)
}
function badInput(name, value, allowed) {
	const shown = value.length > 80 ? `${value.slice(0, 80)}\u2026` : value
	return new Error(`The input \`${name}\` is "${shown}". ${allowed}`)
} // CONCATENATED MODULE: ../lib/runner/summary.js

function writeSummary(heading, rows) {
	const cells = Object.entries(rows)
		.filter(([, value]) => value !== '')
		.map(([name, value]) => [escaped(name), escaped(value)])
	const table = core /* summary */.z
		.addHeading(escaped(heading), 3)
		.addTable(cells)
		.stringify()
	orUndefined(() =>
		(0, external_node_fs_namespaceObject.appendFileSync)(process.env['GITHUB_STEP_SUMMARY'] ?? '', table),
	)
}
function escaped(text) {
	const line = text.replace(/\s+/g, ' ')
	return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`)
} // CONCATENATED MODULE: ../lib/session/claim.js

async function claim(directory, session) {
	const own = claimOf(directory, session)
	await (0, external_node_fs_promises_.writeFile)(partOf(own), session, { mode: 0o600 })
	await (0, external_node_fs_promises_.rename)(partOf(own), own)
	for (const path of await claimsOn(directory)) {
		if (path === own) continue
		const holder = await (0, external_node_fs_promises_.readFile)(path, 'utf8').catch(() => '')
		if (await (0, external_node_fs_promises_.lstat)(holder).catch(() => undefined)) {
			throw new Error(
				`Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
					'Run such jobs one after another, or leave `isolate` out.',
			)
		}
		await (0, external_node_fs_promises_.rm)(path, { force: true })
	}
}
async function claim_release(directory, session) {
	const own = claimOf(directory, session)
	for (const path of [partOf(own), own]) await (0, external_node_fs_promises_.rm)(path, { force: true })
}
async function claimsOn(directory) {
	const beginning = `${(0, external_node_path_.basename)(directory)}.`
	const names = await (0, external_node_fs_promises_.readdir)((0, external_node_path_.dirname)(directory))
	return names
		.filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
		.map((name) => (0, external_node_path_.join)((0, external_node_path_.dirname)(directory), name))
}
function claimOf(directory, session) {
	return `${directory}.${(0, external_node_path_.basename)(session)}`
}
function partOf(claim) {
	return `${claim}.part`
} // CONCATENATED MODULE: ../lib/cli/failure.js

function explain(outcome, tokens) {
	const { stdout, stderr, startError } = outcome
	const printed = [stdout, stderr, startError].map((text) => text.slice(-longestRead)).join('\n')
	const { kind, title, why } = meaningOf(outcome, plainly(printed, tokens)) ?? unknown
	const quoted = quote(withoutUsage(redact(printed, tokens)), startError === '' ? 'CLI' : 'operating system')
	return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') }
}
function quote(said, speaker = 'CLI') {
	const lines = said
		.split('\n')
		.map((line) => line.trimEnd())
		.filter((line) => line !== '')
		.map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}\u2026` : line}`)
	if (lines.length === 0) return ''
	const left = lines.length - firstLines - lastLines
	const shown =
		left <= 0 ? lines : [...lines.slice(0, firstLines), `  \u2026 ${left} more lines`, ...lines.slice(-lastLines)]
	return [`The ${speaker} said:`, ...shown].join('\n')
}
const longestRead = 16_384
const firstLines = 2
const lastLines = 4
const longestLine = 300
function plainly(printed, tokens) {
	const text = withoutUsage(redact(printed, []))
	return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text)
}
function withoutUsage(said) {
	return said.replace(/^Usage:\n(?:(?:[ \t].*|[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '')
}
function meaningOf(outcome, said) {
	const texts = [asides, adverts].map((lines) => said.replace(lines, ''))
	return (
		meanings.find(({ ended }) => ended?.(outcome, said)) ??
		texts
			.flatMap((text) => [
				meanings.find(({ surely }) => surely?.some((words) => words.test(text))),
				meanings.find(({ likely }) => likely?.test(text)),
			])
			.find((meaning) => meaning !== undefined)
	)
}
const asides = /^[^\w\n]*(notice|note|tip|hint|info|debug|warn(ing)?)\b.*/gim
const adverts = /^[^\w\n]*(notice|note|tip|hint)\b.*/gim
function ending({ exitCode, signal, stopped }) {
	if (stopped !== undefined) return ''
	if (signal !== null) return `The signal was ${signal}.`
	return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`
}
const newToken =
	'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
	'store it in the secret that the workflow reads. The page "Using personal access tokens" of https://wso2.com/choreo/docs/ ' +
	'shows the way.'
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
		why:
			'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
			'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
			'and check proxy and firewall of the runner.',
		ended: ({ stopped }) => stopped === 'timeout',
	},
	{
		kind: 'other',
		title: 'CLI cannot be run',
		why:
			'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
			'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
		ended: ({ startError, exitCode }, said) =>
			startError !== '' ||
			((exitCode === 126 || exitCode === 127) && /not found|permission denied|cannot execute|no such file/i.test(said)),
		surely: [
			/: (line )?\d+: (\S+: )?syntax error/i,
			/exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
		],
	},
	{
		kind: 'other',
		title: 'CLI was killed',
		why:
			'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
			'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
		ended: ({ exitCode, signal }) =>
			signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
	},
	{
		kind: 'other',
		title: 'Login failed silently',
		why:
			'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
			'input `cli-version`.',
		ended: (_, said) => said.trim() === '',
	},
	{
		kind: 'other',
		title: 'CLI too old',
		why:
			'This version of the CLI cannot log in with a token: it does not know `login --with-token`. Set the input `cli-version` to ' +
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
		surely: [...failure_status('401'), /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i],
		likely:
			/\b(token|credential)s?\b[^.\n]{0,60}\b(invalid|expired|revoked|rejected|refused|inactive|incorrect|malformed|not (valid|active|accepted|recogni[sz]ed))\b|\b(invalid|expired|revoked|inactive|bad|wrong|incorrect|malformed)\b[^.\n]{0,40}\b(token|credential)|authentication failed/i,
	},
	{
		kind: 'other',
		title: 'Token lacks permission',
		why:
			'Choreo knows the Personal Access Token, but does not allow what the CLI asked for: the token lacks a scope, or its owner ' +
			'lacks access. Create a new one with the scopes that the job needs in the Choreo Console (profile picture, Account ' +
			'Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
		surely: [...failure_status('403'), /\bforbidden\b|insufficient_scope/i],
		likely:
			/\b(missing|lacks?|insufficient|required?)\b[^.\n]{0,40}\b(scopes?|permissions?|privileges?)\b|access denied|not (authori[sz]ed|permitted|allowed)/i,
	},
	{
		kind: 'other',
		title: 'Certificate not trusted',
		why:
			'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
			'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
		surely: [/\bx509\b|certificate (is|has|signed|verif)|self[- ]signed certificate|unknown authority/i],
	},
	{
		kind: 'other',
		title: 'No keyring',
		why:
			'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
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
		why:
			'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
			'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
			'page of Choreo.',
		surely: [
			...failure_status('408|425|429|5\\d\\d'),
			/too many requests|internal server error|bad gateway|service unavailable|gateway time-?out/i,
			/no such host|server misbehaving|temporary failure in name resolution|getaddrinfo|\b(ENOTFOUND|EAI_AGAIN|E(CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH))\b/i,
			/connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|unexpected eof|: eof"?\s*$/im,
			/\b(i\/o|handshake|dial|read|connect|request|response|operation|lookup \S+:?) (timeout|timed out)|deadline exceeded|client\.timeout|timeout (awaiting|exceeded)|handshake failure/i,
			/invalid character .{1,20} looking for|unexpected token .{1,20} json|unexpected end of json/i,
		],
		likely:
			/\btime(d)?[ -]?out\b|\brate limit|\beof\b|try again (later|in|after|shortly)|temporarily|network (error|connection)|(failed|unable) to connect|could not connect/i,
	},
]
const unknown = {
	kind: 'other',
	title: 'Login failed',
	why:
		'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
		'have changed.',
}
function failure_status(codes) {
	return [
		new RegExp(`(?:status|code|\\bhttp(?:/[\\d.]+)?|\\berror)[^\\w/]{1,4}(?:${codes})\\b(?![-.:]?\\d)`, 'i'),
		new RegExp(
			`\\b(?:failed|response|request|with|returned|answered|replied|got|received)[^\\w/]{1,3}(?:${codes})\\b(?=[\\])},;]|[.:]?\\s*$|[.:]\\s)`,
			'im',
		),
	]
} // CONCATENATED MODULE: ../lib/session/leftovers.js

const leftovers_longestMs = 2000
const mostEntries = 2000
const leftovers_mostBytes = 64 * 1024 * 1024
function findTraces(tokens, env, directories) {
	const needles = tokens.flatMap(token_forms).map((form) => Buffer.from(form))
	const deadline = process.uptime() * 1000 + leftovers_longestMs
	const isOver = () => process.uptime() * 1000 > deadline
	const paths = []
	const buffer = Buffer.allocUnsafe(leftovers_pieceBytes)
	let entries = 0
	let bytes = 0
	for (const { path, isFile } of candidates(env, directories)) {
		if (isOver() || ++entries > mostEntries) return { paths, isComplete: false }
		if (!isFile) continue
		for (const piece of piecesOf(path, buffer, longestOf(needles))) {
			bytes += piece.length
			if (isOver() || bytes > leftovers_mostBytes) return { paths, isComplete: false }
			if (needles.some((needle) => piece.includes(needle))) {
				paths.push(path)
				break
			}
		}
	}
	return { paths, isComplete: true }
}
const commandFiles = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']
function* candidates(env, directories) {
	const near = [
		...commandFiles.map((name) => env[name]),
		(0, external_node_path_.join)(env['RUNNER_TEMP'] ?? '', 'any'),
	]
	const flat = near.filter((path) => path !== undefined).map((path) => (0, external_node_path_.dirname)(path))
	for (const directory of new Set(flat)) yield* below(directory, false)
	for (const directory of new Set(directories)) yield* below(directory, true)
}
function* below(directory, isDeep) {
	const opened = orUndefined(() => (0, external_node_fs_namespaceObject.opendirSync)(directory))
	try {
		for (;;) {
			const entry = orUndefined(() => opened?.readSync())
			if (!entry) return
			const path = (0, external_node_path_.join)(directory, entry.name)
			if (entry.isFile() || entry.isDirectory()) yield { path, isFile: entry.isFile() }
			if (entry.isDirectory() && isDeep) yield* below(path, true)
		}
	} finally {
		opened?.closeSync()
	}
}
const leftovers_pieceBytes = 1024 * 1024
function* piecesOf(path, buffer, overlap) {
	const file = orUndefined(() => (0, external_node_fs_namespaceObject.openSync)(path, 'r'))
	if (file === undefined) return
	try {
		for (let kept = 0; ; ) {
			const bytesRead = orUndefined(() =>
				(0, external_node_fs_namespaceObject.readSync)(file, buffer, kept, buffer.length - kept, null),
			)
			if (!bytesRead) return
			const end = kept + bytesRead
			yield buffer.subarray(0, end)
			kept = Math.min(overlap, end)
			buffer.copyWithin(0, end - kept, end)
		}
	} finally {
		;(0, external_node_fs_namespaceObject.closeSync)(file)
	}
}
function longestOf(needles) {
	return Math.max(...needles.map(({ length }) => length), 1)
} // CONCATENATED MODULE: ../lib/session/machine-home.js

function homes() {
	const found = [
		external_node_os_namespaceObject.homedir,
		() => (0, external_node_os_namespaceObject.userInfo)().homedir,
	].map((find) => orUndefined(find) ?? '')
	return [...new Set(found)].filter(external_node_path_.isAbsolute)
}
function placesOf(name) {
	return homes().map((home) => (0, external_node_path_.join)(home, name))
}
function list(directories) {
	const paths = directories.flatMap((directory) => {
		const entries = orUndefined(() =>
			(0, external_node_fs_namespaceObject.readdirSync)(directory, { recursive: true, withFileTypes: true }),
		)
		return (entries ?? [])
			.filter((entry) => !entry.isDirectory())
			.map((entry) => (0, external_node_path_.join)(entry.parentPath, entry.name))
	})
	return new Map(paths.map((path) => [path, stampOf(path)]))
}
function stampOf(path) {
	const found = orUndefined(() => (0, external_node_fs_namespaceObject.statSync)(path))
	return `${found?.mtimeMs} ${found?.size}`
}
function changes(before, after) {
	return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
}
const largest = 8 * 1024 * 1024
async function keep(directory, backup) {
	const partial = `${backup}.partial`
	await (0, external_node_fs_promises_.mkdir)(partial, { mode: 0o700 })
	const source = await behindLinks(directory)
	const names = await namesIn(source)
	if (names !== undefined) {
		await (0, external_node_fs_promises_.cp)(source, (0, external_node_path_.join)(partial, 'copy'), {
			recursive: true,
			preserveTimestamps: true,
			verbatimSymlinks: true,
			filter: async (path) => isCopied(await (0, external_node_fs_promises_.lstat)(path)),
		})
	}
	await (0, external_node_fs_promises_.writeFile)(
		(0, external_node_path_.join)(partial, 'names.json'),
		JSON.stringify(names ?? null),
	)
	await (0, external_node_fs_promises_.rename)(partial, backup)
}
async function restore(directory, backup) {
	const listed = await (0, external_node_fs_promises_.readFile)(
		(0, external_node_path_.join)(backup, 'names.json'),
		'utf8',
	).catch(() => undefined)
	if (listed === undefined) return false
	const names = JSON.parse(listed)
	if (names === null) {
		await (0, external_node_fs_promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5 })
		return true
	}
	const target = await behindLinks(directory)
	const before = new Set(names)
	const added = ((await namesIn(target)) ?? []).filter((name) => !before.has(name))
	const failures = []
	const attempt = (what) => what.catch((error) => failures.push(error.message))
	for (const name of added) {
		await attempt(
			(0, external_node_fs_promises_.rm)((0, external_node_path_.join)(target, name), { recursive: true, force: true }),
		)
	}
	for (const name of names) {
		await attempt(
			bringBack((0, external_node_path_.join)(backup, 'copy', name), (0, external_node_path_.join)(target, name)),
		)
	}
	if (failures.length > 0) throw new Error(failures.join(' '))
	return true
}
async function behindLinks(directory) {
	return (0, external_node_fs_promises_.realpath)(directory).catch(() => directory)
}
function isCopied(found) {
	return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest)
}
async function bringBack(from, to) {
	const was = await (0, external_node_fs_promises_.lstat)(from).catch(() => undefined)
	const is = await (0, external_node_fs_promises_.lstat)(to).catch(() => undefined)
	if (was === undefined) return
	if (was.isDirectory() && is?.isDirectory()) return (0, external_node_fs_promises_.chmod)(to, was.mode)
	if (is !== undefined && (await isAsBefore(was, is, from, to))) return
	await (0, external_node_fs_promises_.rm)(to, { recursive: true, force: true })
	await (0, external_node_fs_promises_.mkdir)((0, external_node_path_.dirname)(to), { recursive: true })
	if (was.isDirectory()) await (0, external_node_fs_promises_.mkdir)(to, { mode: was.mode })
	else await (0, external_node_fs_promises_.cp)(from, to, { preserveTimestamps: true, verbatimSymlinks: true })
}
async function isAsBefore(was, is, from, to) {
	if (was.mode !== is.mode) return false
	const read = (path) =>
		was.isSymbolicLink()
			? (0, external_node_fs_promises_.readlink)(path)
			: (0, external_node_fs_promises_.readFile)(path, 'base64')
	return (await read(from)) === (await read(to))
}
async function namesIn(directory) {
	return (0, external_node_fs_promises_.readdir)(directory, { recursive: true }).catch(() => undefined)
} // CONCATENATED MODULE: ../lib/cli/processes.js

function endProcesses(variables, platform) {
	if (platform === 'win32') return 0
	let ended = 0
	for (let pass = 0; pass < 5; pass++) {
		const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(processes_kill)
		if (found.length === 0) break
		ended += found.length
	}
	return ended
}
function inProc(variables) {
	const marks = variables.map((variable) => `\0${variable}\0`)
	return processIds().filter((pid) => {
		const environment =
			orUndefined(() => (0, external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/environ`, 'utf8')) ?? ''
		return marks.some((mark) => `\0${environment}`.includes(mark))
	})
}
function processIds() {
	const names = orUndefined(() => (0, external_node_fs_namespaceObject.readdirSync)('/proc')) ?? []
	return names.map(Number).filter((pid) => pid > 0 && pid !== process.pid)
}
function inList(variables) {
	const args = ['-AEww', '-o', 'pid=,command=']
	const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024 }
	const listed =
		orUndefined(() => (0, external_node_child_process_namespaceObject.execFileSync)('/bin/ps', args, options)) ?? ''
	return listed
		.split('\n')
		.filter((line) => variables.some((variable) => `${line} `.includes(` ${variable} `)))
		.map((line) => Number.parseInt(line, 10))
		.filter((pid) => pid > 0 && pid !== process.pid)
}
function processes_kill(pid) {
	return orUndefined(() => process.kill(pid, 'SIGKILL')) ?? false
} // CONCATENATED MODULE: ../lib/session/git-config.js

function gitConfig(env, home) {
	const own = env['HOME'] || home
	const files = [
		(0, external_node_path_.join)(
			env['XDG_CONFIG_HOME'] || (0, external_node_path_.join)(own, '.config'),
			'git',
			'config',
		),
		(0, external_node_path_.join)(own, '.gitconfig'),
	]
	return files
		.filter((path) => (0, external_node_path_.isAbsolute)(path))
		.map((path) => `[include]\n\tpath = ${quoted(path)}\n`)
		.join('')
}
function quoted(text) {
	return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
} // CONCATENATED MODULE: ../lib/session/wrapper.js

function writeCommand(command, platform) {
	const path = (0, external_node_path_.join)(command.bin, command.name)
	;(0, external_node_fs_namespaceObject.writeFileSync)(path, forShells(command), { mode: 0o700 })
	if (platform !== 'win32') return path
	;(0, external_node_fs_namespaceObject.writeFileSync)(`${path}.ps1`, forPowerShell(command))
	;(0, external_node_fs_namespaceObject.writeFileSync)(`${path}.cmd`, forCmd(command))
	return `${path}.cmd`
}
const origin = 'The CLI with the login of this job alone. It is removed when the job ends.'
function forShells({ cli, settings }) {
	const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`
	const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`)
	return `#!/bin/sh
# ${origin}

${exports.join('\n')}
exec ${quoted(cli)} "$@"
`
}
function forCmd({ bin, cli, settings }) {
	const near = (path) => {
		const relative = external_node_path_.win32.relative(bin, path)
		return external_node_path_.win32.isAbsolute(relative)
			? path.replaceAll('%', '%%')
			: `%~dp0${relative.replaceAll('%', '%%')}`
	}
	const lines = Object.entries(settings).map(([name, value]) =>
		external_node_path_.win32.isAbsolute(value)
			? `for %%I in ("${near(value)}") do set "${name}=%%~fI"`
			: `set "${name}=${value.replaceAll('%', '%%')}"`,
	)
	return [
		'@echo off',
		`rem ${origin}`,
		'setlocal DisableDelayedExpansion',
		...lines,
		`"${near(cli)}" %*`,
		'exit /b %ERRORLEVEL%',
		'',
	].join('\r\n')
}
function forPowerShell({ cli, settings }) {
	const quoted = (text) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
	const entries = Object.entries(settings).map(([name, value]) => `  ${name} = ${quoted(value)}`)
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
`
} // CONCATENATED MODULE: ../lib/session/session.js

const prefix = 'choreo-session-'
const marker = 'session.json'
function planSession(temp, plan) {
	const directory = (0, external_node_path_.join)(
		temp,
		`${prefix}${(0, external_node_crypto_.randomBytes)(8).toString('hex')}`,
	)
	const home = plan.isolate ? (0, external_node_path_.join)(directory, 'home') : homes()[0]
	if (home === undefined) {
		throw new Error(
			'The input `isolate` is "false", and the machine has no home directory: HOME is not set. Set it, or leave `isolate` out.',
		)
	}
	return { ...plan, directory, home, isLoggedIn: false, strays: [] }
}
function binOf({ directory }) {
	return (0, external_node_path_.join)(directory, 'bin')
}
function gitConfigOf({ home }) {
	return (0, external_node_path_.join)(home, '.gitconfig')
}
function backupOf({ directory }) {
	return (0, external_node_path_.join)(directory, 'before')
}
async function openSession(session, { platform, env }) {
	const bin = binOf(session)
	for (const directory of [session.directory, (0, external_node_path_.join)(session.directory, 'home'), bin]) {
		;(0, external_node_fs_namespaceObject.mkdirSync)(directory, { mode: 0o700 })
		;(0, external_node_fs_namespaceObject.chmodSync)(directory, 0o700)
	}
	if (platform === 'win32') await limitAccess(session.directory)
	markSession(session)
	if (session.isolate)
		(0, external_node_fs_namespaceObject.writeFileSync)(gitConfigOf(session), gitConfig(env, homes()[0] ?? ''))
	const { command: name, cli } = session
	return writeCommand({ name, bin, cli, settings: settingsOf(session, platform) }, platform)
}
function markSession(session) {
	;(0, external_node_fs_namespaceObject.writeFileSync)(
		(0, external_node_path_.join)(session.directory, marker),
		JSON.stringify(session),
		{ mode: 0o600 },
	)
}
const session_mark = 'CHOREO_LOGIN_SESSION'
function settingsOf(session, platform) {
	const { directory, home, isolate, region } = session
	return {
		SKIP_KEYRING: 'true',
		[session_mark]: directory,
		...(region !== '' && { CHOREO_REGION: region }),
		...(isolate && {
			HOME: home,
			XDG_CONFIG_HOME: (0, external_node_path_.join)(home, '.config'),
			XDG_DATA_HOME: (0, external_node_path_.join)(home, '.local', 'share'),
			XDG_STATE_HOME: (0, external_node_path_.join)(home, '.local', 'state'),
			XDG_CACHE_HOME: (0, external_node_path_.join)(home, '.cache'),
			...(platform === 'win32' && {
				USERPROFILE: home,
				APPDATA: (0, external_node_path_.join)(home, 'AppData', 'Roaming'),
				LOCALAPPDATA: (0, external_node_path_.join)(home, 'AppData', 'Local'),
			}),
		}),
	}
}
function savedSession(saved, temp) {
	const session = parse(saved)
	if (session === undefined) throw new Error('What was saved of the session cannot be read.')
	const isThere = isSession(session.directory, temp)
	const isHalfGone = statsOf(movedFrom(session.directory)) !== undefined
	return isThere || isHalfGone ? [session] : []
}
function sessionIn(directory, temp) {
	const found = isSession(directory, temp) ? readMarker(directory) : undefined
	if (found === undefined) throw noSession(directory)
	return found
}
function openSessions(temp) {
	const names = orUndefined(() => (0, external_node_fs_namespaceObject.readdirSync)(temp)) ?? []
	return names
		.filter((name) => name.startsWith(prefix))
		.map((name) => orUndefined(() => sessionIn((0, external_node_path_.join)(temp, name), temp)))
		.filter((session) => session !== undefined)
}
function endProcessesOf({ directory, home, isolate }, platform) {
	endProcesses([`${session_mark}=${directory}`, ...(isolate ? [`HOME=${home}`] : [])], platform)
}
const longestRemovalMs = 5000
async function removeSession(session, platform) {
	const { directory } = session
	const deadline = process.uptime() * 1000 + longestRemovalMs
	orUndefined(() => (0, external_node_fs_namespaceObject.renameSync)(directory, movedFrom(directory)))
	for (let pauseMs = 50; ; pauseMs *= 2) {
		try {
			endProcessesOf(session, platform)
			for (const place of remainsOf(session)) removeAll(place)
			return
		} catch (error) {
			if (process.uptime() * 1000 + pauseMs > deadline) throw error
			await (0, promises_.setTimeout)(pauseMs)
		}
	}
}
function remainsOf({ directory }) {
	return [directory, movedFrom(directory)]
}
function movedFrom(directory) {
	return `${directory}-ended`
}
function removeAll(directory) {
	makeRemovable(directory)
	;(0, external_node_fs_namespaceObject.rmSync)(directory, { recursive: true, force: true })
}
function isSession(directory, temp) {
	const isPlace =
		(0, external_node_path_.isAbsolute)(directory) &&
		/^[0-9a-f]{16}$/.test((0, external_node_path_.basename)(directory).slice(prefix.length)) &&
		(0, external_node_path_.basename)(directory).startsWith(prefix) &&
		temp !== '' &&
		real((0, external_node_path_.dirname)(directory)) === real(temp)
	if (!isPlace) throw noSession(directory)
	const found = statsOf(directory)
	if (found !== undefined && !found.isDirectory()) throw noSession(directory)
	return found !== undefined
}
function readMarker(directory) {
	const path = (0, external_node_path_.join)(directory, marker)
	const isFile = statsOf(path)?.isFile() ?? false
	const session = isFile ? parse((0, external_node_fs_namespaceObject.readFileSync)(path, 'utf8')) : undefined
	return session?.directory === directory ? session : undefined
}
function parse(text) {
	try {
		const session = JSON.parse(text)
		const texts = ['directory', 'home', 'command', 'cli', 'region']
		const decisions = ['isolate', 'logout', 'isLoggedIn']
		const isWhole =
			texts.every((key) => typeof session[key] === 'string') &&
			decisions.every((key) => typeof session[key] === 'boolean') &&
			(!session.isolate || session.home === (0, external_node_path_.join)(session.directory, 'home')) &&
			cliDirectories.includes(session.cliDirectory) &&
			Array.isArray(session.strays) &&
			session.strays.every((path) => typeof path === 'string')
		return isWhole ? session : undefined
	} catch {
		return undefined
	}
}
const cliDirectories = Object.values(distribution /* distributions */._o).map(({ homeDirectory }) => homeDirectory)
function noSession(directory) {
	return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`)
}
function statsOf(path) {
	return orUndefined(() => (0, external_node_fs_namespaceObject.lstatSync)(path))
}
function real(path) {
	return orUndefined(() => (0, external_node_fs_namespaceObject.realpathSync)(path)) ?? path
}
async function limitAccess(directory) {
	const icacls = (0, external_node_path_.join)(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe')
	const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F']
	await (0, external_node_util_namespaceObject.promisify)(external_node_child_process_namespaceObject.execFile)(
		icacls,
		args,
		{ timeout: 10_000, windowsHide: true },
	)
}
function makeRemovable(directory) {
	try {
		if (!(0, external_node_fs_namespaceObject.lstatSync)(directory).isDirectory()) return
		;(0, external_node_fs_namespaceObject.chmodSync)(directory, 0o700)
		for (const entry of (0, external_node_fs_namespaceObject.readdirSync)(directory, { withFileTypes: true })) {
			if (entry.isDirectory()) makeRemovable((0, external_node_path_.join)(directory, entry.name))
		}
	} catch {}
} // CONCATENATED MODULE: ../lib/session/close.js

const logoutMs = 10_000
async function closeSession(session, machine, tokens) {
	const isLoggedOut = await logOut(session, machine, tokens)
	const failures = []
	const restored = await undo(session, machine, ({ message }) => failures.push(message))
	if (failures.length > 0) {
		const what = redact(failures.join(' '), tokens)
		;(0, core /* warning */.$e)(`The session could not be removed entirely: ${what}`, {
			title: 'Choreo session not removed',
		})
	}
	const proof = await proveNothingLeft(session, machine, tokens)
	if (failures.length > 0) return
	const done = isLoggedOut ? 'Logged out, and removed' : 'Removed'
	const also = restored ? `; ${restored} is as it was before` : ''
	say(`${done} the session of \`${session.command}\`${also}${proof}.`)
}
async function closeQuietly(session, machine) {
	if (session.isLoggedIn) await callLogout(session, machine, [])
	await undo(session, machine, () => {})
}
async function undo(session, { platform }, failed) {
	if (!session.isolate || session.strays.length > 0) endProcessesOf(session, platform)
	const restored = session.isolate ? undefined : await restoreHome(session).catch((error) => void failed(error))
	await removeStrays(session).catch(failed)
	await removeSession(session, platform).catch(failed)
	return restored
}
async function proveNothingLeft(session, { env }, tokens) {
	if (tokens.length === 0) return ''
	const places = [...placesOf(session.cliDirectory), ...remainsOf(session)]
	const { paths, isComplete } = findTraces(tokens, env, places)
	if (paths.length > 0) {
		;(0, core /* warning */.$e)(
			`The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`,
			{ title: 'Traces of the token' },
		)
	}
	return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`
}
async function logOut(session, machine, tokens) {
	if (!(0, external_node_path_.isAbsolute)(session.cli) || !isLogin(session)) return false
	const outcome = await callLogout(session, machine, tokens)
	if (outcome.exitCode === 0 && outcome.stopped === undefined) return true
	const why = outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed'
	const { stdout, stderr, startError } = outcome
	const said = redact([stdout, stderr, startError].map((text) => text.slice(-4096)).join('\n'), tokens)
	const lines = [
		`The log-out of the CLI ${why}. Its credentials are removed from this machine all the same.`,
		quote(said),
	]
	;(0, core /* warning */.$e)(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' })
	return false
}
function callLogout(session, { env, platform }, tokens) {
	return logout({
		path: session.cli,
		env: { ...scrub(env, tokens), HOME: session.home, ...settingsOf(session, platform) },
		timeoutMs: logoutMs,
		cancelled: new AbortController().signal,
	})
}
function isLogin(session) {
	if (!session.isolate) return session.isLoggedIn
	if (!(0, external_node_fs_namespaceObject.existsSync)(session.home)) return false
	if (session.isLoggedIn) return true
	return [...list([session.home]).keys()].some((path) => path !== gitConfigOf(session))
}
async function restoreHome(session) {
	const directory = (0, external_node_path_.join)(session.home, session.cliDirectory)
	try {
		return (await restore(directory, backupOf(session))) ? directory : undefined
	} catch (error) {
		throw new Error(`${directory} could not be brought back: ${error.message}.`)
	} finally {
		await claim_release(directory, session.directory)
	}
}
async function removeStrays({ strays, cliDirectory }) {
	if (strays.length === 0) return
	const places = await Promise.all(
		placesOf(cliDirectory).map((place) => (0, external_node_fs_promises_.realpath)(place).catch(() => place)),
	)
	for (const path of strays) {
		const parent = await (0, external_node_fs_promises_.realpath)((0, external_node_path_.dirname)(path)).catch(
			() => '',
		)
		if (
			places.some((place) =>
				(0, external_node_path_.join)(parent, '/').startsWith((0, external_node_path_.join)(place, '/')),
			)
		) {
			await (0, external_node_fs_promises_.rm)(path, { force: true })
		}
	}
} // CONCATENATED MODULE: ../lib/login/organization.js

function parseOrganizations(printed) {
	const lists = documents(printed)
		?.map((value) => listIn(value) ?? single(value))
		.filter((list) => list !== undefined)
	return lists === undefined || lists.length === 0 ? undefined : lists.flat()
}
function reaches(organizations, expected) {
	return organizations.some(({ names }) => names.some((name) => name.toLowerCase() === expected.toLowerCase()))
}
const organization_mostBytes = 1_000_000
function documents(printed) {
	if (Buffer.byteLength(printed) > organization_mostBytes) return undefined
	const text = printed
		.replace(/\u001b\[[\d;]*m|\ufeff/g, '')
		.replace(/\r\n?/g, '\n')
		.trim()
	const values = []
	for (let at = 0; at < text.length; ) {
		if (!looksLikeJson(text, at)) {
			at = nextLine(text, at)
			continue
		}
		const end = endOfJson(text, at)
		const value = organization_parse(text.slice(at, end))
		if (value === undefined) return undefined
		values.push(value)
		at = afterSpace(text, end)
	}
	return values
}
function looksLikeJson(text, at) {
	return /^(\{\s*["}]|\[\s*[\]["{])/.test(text.slice(at, at + 100))
}
function nextLine(text, at) {
	const end = text.indexOf('\n', at)
	return end === -1 ? text.length : end + 1
}
function afterSpace(text, at) {
	let next = at
	while (next < text.length && /[\s,]/.test(text.charAt(next))) next++
	return next
}
function endOfJson(text, start) {
	let depth = 0
	let isQuoted = false
	for (let at = start; at < text.length; at++) {
		const character = text[at]
		if (isQuoted) {
			if (character === '\\') at++
			else if (character === '"') isQuoted = false
		} else if (character === '"') isQuoted = true
		else if (character === '[' || character === '{') depth++
		else if (character === ']' || character === '}') depth--
		if (depth === 0) return at + 1
	}
	return text.length
}
function organization_parse(text) {
	return orUndefined(() => JSON.parse(text, exactly))
}
function exactly(_, value, context) {
	return typeof value === 'number' ? (context?.source ?? value) : value
}
const wrapper = /^(organi[sz]ations?|orgs|list|data|items|results?|values|nodes|edges|content|pages)$/i
function listIn(value, depth = 0) {
	if (typeof value !== 'object' || value === null || depth > 4) return undefined
	if (Array.isArray(value)) {
		return value.flatMap((entry) => {
			const organization = organizationOf(entry)
			return organization === undefined ? (listIn(entry, depth + 1) ?? []) : [organization]
		})
	}
	const lists = Object.entries(value)
		.filter(([key]) => wrapper.test(key))
		.map(([, inner]) => listIn(inner, depth + 1))
		.filter((list) => list !== undefined)
	return lists.length === 0 ? undefined : lists.flat()
}
function single(value) {
	const organization = organizationOf(value)
	const hasHandle = Object.keys(value ?? {}).some((key) => naming[0]?.test(key))
	return organization === undefined || !hasHandle ? undefined : [organization]
}
const naming = ['handle', 'name', '(uu)?id'].map((word) => new RegExp(`^(org(ani[sz]ation)?[_-]?)?${word}$`, 'i'))
function organizationOf(entry) {
	if (typeof entry === 'string') return entry.trim() === '' ? undefined : { names: [entry.trim()] }
	if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined
	const own = organization_namesIn(entry, naming)
	const { organization, org, node } = entry
	const inner = organization ?? org ?? node
	const isMembership = inner !== undefined && organization_namesIn(entry, naming.slice(0, 2)).length === 0
	if (isMembership) return organizationOf(inner)
	return own.length === 0 ? undefined : { names: own }
}
function organization_namesIn(entry, keys) {
	return keys
		.flatMap((pattern) => Object.entries(entry).filter(([key]) => pattern.test(key)))
		.map(([, name]) => name)
		.filter((name) => typeof name === 'string' || typeof name === 'number')
		.map((name) => String(name).trim())
		.filter((name) => name !== '')
} // CONCATENATED MODULE: ../lib/login/authenticate.js

async function authenticate(inputs, executable) {
	const { token, fallbackToken, loginAttempts } = inputs
	const tokens = tokensOf(inputs)
	const loginWith = (one) => attempt('Login', () => login(executable, one), loginAttempts, tokens, executable)
	const first = await loginWith(token)
	if (first.failure === undefined) return 'primary'
	if (first.failure.kind !== 'refused' || fallbackToken === '') throw toError(first.failure)
	if (fallbackToken === token) {
		throw failure(
			first.failure.title,
			`${first.failure.message}\n\`fallback-token\` holds the same token, so it was not tried.`,
		)
	}
	say('Choreo refused the token. Trying the fallback token.')
	const second = await loginWith(fallbackToken)
	if (second.failure === undefined) return 'fallback'
	if (second.failure.kind === 'refused') {
		throw failure(
			'Both tokens refused',
			`\`token\` and \`fallback-token\` were both refused. ${second.failure.message}`,
		)
	}
	throw failure(
		second.failure.title,
		`\`token\` was refused, and the login with \`fallback-token\` failed. ${second.failure.message}`,
	)
}
async function guard(inputs, executable) {
	const { expectedOrganization: expected, loginAttempts } = inputs
	const tokens = tokensOf(inputs)
	const { outcome, failure: failed } = await attempt(
		'List of organizations',
		() => run_organizations(executable),
		loginAttempts,
		tokens,
		executable,
	)
	const title = 'Organization not confirmed'
	const unknown = `The login is undone, because it could not be confirmed that the token reaches the organization "${expected}", which \`expected-organization\` asks for.`
	if (failed !== undefined && /unknown (command|flag|shorthand)/i.test(outcome.stderr)) {
		throw failure(
			title,
			`${unknown} This CLI has no command that lists organizations: set the input \`cli-version\` to \`latest\` or a newer version.`,
		)
	}
	if (failed !== undefined) throw failure(title, `${unknown} ${failed.message}`)
	const organizations = parseOrganizations(outcome.stdout)
	if (organizations === undefined) {
		throw failure(
			title,
			`${unknown} What the CLI printed is no list of organizations that this action can read: set the input \`cli-version\` to another version, or leave \`expected-organization\` out.`,
		)
	}
	if (reaches(organizations, expected)) return
	const reached = organizations.map(({ names }) => shown(names[0] ?? '', tokens))
	throw failure(
		'Wrong account',
		`The token does not reach the organization "${expected}", which \`expected-organization\` asks for, so the login is undone. ` +
			`It reaches ${listed(reached)}. Check that the job reads the secret of the right account.`,
	)
}
const firstPauseMs = 500
const longestPauseMs = 30_000
async function attempt(what, call, attempts, tokens, { cancelled }) {
	for (let number = 1; ; number++) {
		const outcome = await timed(`${what}, attempt ${number} of ${attempts}`, call, howItEnded)
		if (outcome.exitCode === 0 && outcome.stopped === undefined) {
			return { outcome, failure: undefined }
		}
		const failed = explain(outcome, tokens)
		if (failed.kind !== 'passing') return { outcome, failure: failed }
		if (number === attempts) return { outcome, failure: afterAttempts(failed, attempts) }
		const pauseMs = Math.min(firstPauseMs * 2 ** (number - 1), longestPauseMs) * (1 + Math.random() / 2)
		say(
			`Attempt ${number} of ${attempts} failed (${failed.title}). The next one is in ${(pauseMs / 1000).toFixed(1)} s.`,
		)
		await (0, promises_.setTimeout)(pauseMs, undefined, { signal: cancelled }).catch(() => {})
	}
}
function howItEnded({ stopped, signal, exitCode }) {
	return stopped ?? signal ?? `exit code ${exitCode}`
}
function afterAttempts(failed, attempts) {
	if (attempts === 1) return failed
	return { ...failed, message: `${attempts} attempts failed. ${failed.message}` }
}
function toError({ title, message }) {
	return failure(title, message)
}
const mostListed = 10
const longestName = 100
function shown(name, tokens) {
	const line = redact(name, tokens).replace(/\s+/g, ' ')
	return line.length > longestName ? `${line.slice(0, longestName)}\u2026` : line
}
function listed(names) {
	if (names.length === 0) return 'no organization at all'
	const shown = names.slice(0, mostListed).map((name) => `"${name}"`)
	const more = names.length - shown.length
	return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
} // CONCATENATED MODULE: ../lib/login/expiry.js
const dayMs = 86_400_000
function daysLeft(expiresOn, now) {
	return Math.round(expiresOn.valueOf() / dayMs) - Math.floor(now / dayMs)
}
function expiryWarning(expiresOn, days, warningDays) {
	const date = expiresOn.toISOString().slice(0, 10)
	const renew =
		'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New), store it ' +
		'in the secret, and update the date in the input `token-expires-on`.'
	if (days > warningDays) return undefined
	if (days < 0) {
		return `By your own note, the Personal Access Token expired on ${date}, ${inWords(days)}. ${renew}`
	}
	return `The Personal Access Token expires ${inWords(days)}, on ${date}. ${renew}`
}
function inWords(days) {
	if (days === 0) return 'today'
	const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
	return days > 0 ? `in ${count}` : `${count} ago`
} // CONCATENATED MODULE: ../lib/login/login.js

async function login_login(inputs, machine, cancelled) {
	const temp = machine.env['RUNNER_TEMP']
	if (!temp) {
		throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.')
	}
	await checkCommand(inputs, temp)
	const expires = warnOfExpiry(inputs, Date.now())
	const installed = await obtain(inputs, machine, temp, cancelled)
	let session = plan(inputs, temp, installed.path)
	;(0, core /* saveState */.LZ)('session', session)
	const executable = {
		path: installed.path,
		env: { ...scrub(machine.env, tokensOf(inputs)), ...settingsOf(session, machine.platform) },
		timeoutMs: inputs.timeoutSeconds * 1000,
		cancelled,
	}
	try {
		const path = await openSession(session, machine).catch((error) => {
			throw new Error(
				`The session could not be made in ${temp}: ${error.message}. Check that the disk of the runner is not full, and that ` +
					'this user may write there.',
			)
		})
		const version = installed.version || (await versionOf(executable, tokensOf(inputs)))
		introduce(inputs, { ...installed, version })
		const straysSince = await watch(session)
		const tokenUsed = await authenticate(inputs, executable)
		session = { ...session, isLoggedIn: true, strays: await straysSince() }
		;(0, core /* saveState */.LZ)('session', session)
		markSession(session)
		if (inputs.expectedOrganization !== '') await guard(inputs, executable)
		handOver(inputs, session, path, tokenUsed)
		if (inputs.summary) summarize(inputs, { ...installed, version }, tokenUsed, expires)
	} catch (error) {
		await closeQuietly(session, machine)
		throw error
	}
}
async function checkCommand({ command, cli: name }, temp) {
	if (command === name) return
	const input = `The input \`command\` is "${command}"`
	const taken = openSessions(temp)
	if (taken.some((session) => session.command.toLowerCase() === command.toLowerCase())) {
		throw new Error(
			`${input}, and another login of this job has that name already. Allowed is a name of its own for each account.`,
		)
	}
	const shadowed = await (0, io /* which */.K7)(command)
	if (shadowed !== '') {
		;(0, core /* warning */.$e)(`${input}, and later steps call the CLI by that name now instead of ${shadowed}.`, {
			title: 'Command hides a program',
		})
	}
}
function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }, now) {
	if (tokenExpiresOn === undefined) return ''
	const days = daysLeft(tokenExpiresOn, now)
	const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays)
	if (message !== undefined) (0, core /* warning */.$e)(message, { title: 'Token expires' })
	return inWords(days)
}
function plan({ isolate, command, region, logout, cli: name }, temp, path) {
	const cliDirectory = distribution /* distributions */._o[name].homeDirectory
	return planSession(temp, { isolate, command, region, logout, cli: path, cliDirectory })
}
async function versionOf(executable, tokens) {
	const { stdout, stderr } = await timed('Version', () => version(executable))
	const said = redact(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens)
	const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(said)?.[1]
	return number === undefined ? '' : `v${number}`
}
function introduce(inputs, installed) {
	say(`${nameOf(inputs, installed)}, ${originOf(inputs, installed)}.`)
	;(0, core /* setOutput */.uH)('cli-version', installed.version)
	;(0, core /* setOutput */.uH)('cache-hit', installed.cacheHit)
}
function nameOf({ cli: name }, { version }) {
	return `${distribution /* distributions */._o[name].title} ${version || '(unknown version)'}`
}
function originOf({ cliPath }, { cacheHit, comparedWith }) {
	if (cliPath !== '') return `installed as ${cliPath}, not verified`
	const source = cacheHit ? 'from the tool cache' : 'downloaded'
	return comparedWith === '' ? `${source}, not verified` : `${source}, SHA-256 verified with ${comparedWith}`
}
async function watch(session) {
	if (!session.isolate) {
		const directory = (0, external_node_path_.join)(session.home, session.cliDirectory)
		await claim(directory, session.directory)
		await keep(directory, backupOf(session))
		return async () => []
	}
	const places = placesOf(session.cliDirectory)
	const [before, elsewhere] = [list([session.home]), list(places)]
	return async () => {
		if (changes(before, list([session.home])).length > 0) return []
		const strays = changes(elsewhere, list(places))
		warnNotIsolated(strays, places)
		return strays.filter((path) => !elsewhere.has(path))
	}
}
function warnNotIsolated(strays, places) {
	const where =
		strays.length > 0
			? `It wrote to ${strays.slice(0, 5).join(', ')} instead, which other jobs on this machine can use. What it added there is removed when the job ends.`
			: `It may keep its login in a keyring, or elsewhere than below ${places.join(' or ')}, where other jobs on this machine can use it.`
	;(0, core /* warning */.$e)(
		`The CLI logged in, but wrote nothing into the home directory that this login gave it. ${where}`,
		{ title: 'Login not isolated' },
	)
}
function handOver(inputs, session, path, tokenUsed) {
	;(0, core /* addPath */.fM)(binOf(session))
	;(0, core /* setOutput */.uH)('authenticated', true)
	;(0, core /* setOutput */.uH)('cli-path', path)
	;(0, core /* setOutput */.uH)('token-used', tokenUsed)
	;(0, core /* setOutput */.uH)('session', session.directory)
	if (tokenUsed === 'fallback') {
		;(0, core /* warning */.$e)(
			'Choreo refused the Personal Access Token in the input `token`, and accepted the one in `fallback-token`. Renew the secret ' +
				'that `token` reads before the other one expires as well.',
			{ title: 'Token refused, fallback used' },
		)
	}
	const { expectedOrganization: organization, command } = inputs
	say(organization === '' ? 'Logged in.' : `Logged in, with access to the organization ${organization}.`)
	say(`Later steps call \`${command}\`. ${endingOf(inputs)}`)
}
function endingOf({ logout, isolate }) {
	if (logout) return 'The session ends with the job.'
	return isolate
		? 'The session stays after the job, until the runner empties its temporary directory.'
		: 'The login stays after the job, in the home of the machine.'
}
function summarize(inputs, installed, tokenUsed, expires) {
	writeSummary('Choreo login', {
		CLI: nameOf(inputs, installed),
		Origin: originOf(inputs, installed),
		Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, confirmed`,
		Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
		'Token expires': expires,
		Command: inputs.command,
		Session: endingOf(inputs),
	})
} // CONCATENATED MODULE: ../lib/login/missing-token.js
function whyMissing(env, event, onMissingToken) {
	const { why, isUsual = false } = reasons.find(({ applies }) => applies(env, event)) ?? wrongName
	const advice = isUsual && onMissingToken === 'fail' ? [orSkip] : []
	return ['The input `token` is empty.', why, ...advice].join(' ')
}
const orSkip =
	'If the job can do without a login, set `on-missing-token: skip` and let later steps ask for the output `authenticated`.'
const wrongName = {
	why:
		'A secret that does not exist is an empty string in GitHub Actions, without an error. Check that the name in the workflow ' +
		'is the name of the secret; that the job names the `environment` that holds it, if one does; and, when this workflow is ' +
		'called by another one, that the caller passes it with `secrets: inherit`.',
}
const reasons = [
	{
		applies: ({ GITHUB_ACTOR, GITHUB_EVENT_NAME }) =>
			GITHUB_ACTOR === 'dependabot[bot]' &&
			!/^(pull_request_target|workflow_run|workflow_dispatch|schedule)$/.test(GITHUB_EVENT_NAME ?? ''),
		why:
			'Dependabot started this run, and such runs get the secrets of Dependabot only: store the token once more under ' +
			'Settings, Secrets and variables, Dependabot.',
		isUsual: true,
	},
	{
		applies: ({ GITHUB_EVENT_NAME }, event) =>
			/^pull_request(_review|_review_comment)?$/.test(GITHUB_EVENT_NAME ?? '') && isFork(event),
		why:
			'This pull request comes from a fork, and GitHub gives no secrets to such runs, so that nobody can take them by opening ' +
			'a pull request. Log in after the merge instead.',
		isUsual: true,
	},
	{
		applies: ({ GITHUB_EVENT_NAME }) => /^(pull_request_target|workflow_run)$/.test(GITHUB_EVENT_NAME ?? ''),
		why: `Runs of this event do get secrets, also for pull requests from forks. ${wrongName.why}`,
	},
]
function isFork(event) {
	const { head, base } = event?.pull_request ?? {}
	if (head?.repo === null) return true
	return head?.repo?.full_name !== undefined && head.repo.full_name !== base?.repo?.full_name
} // CONCATENATED MODULE: ../lib/action.js

async function main(machine) {
	const cancelled = new AbortController()
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.on(signal, () => cancelled.abort(new Error('The run was cancelled during the login.')))
	}
	try {
		const inputs = readInputs(machine.env)
		if (inputs.token === '') return withoutToken(inputs, machine)
		await login_login(inputs, machine, cancelled.signal)
	} catch (error) {
		fail(error, secretsIn(machine.env))
		setLoggedOut()
	}
}
function withoutToken({ onMissingToken }, { env }) {
	const why = whyMissing(env, eventOf(env), onMissingToken)
	if (onMissingToken === 'fail') throw failure('No token', why)
	skip(why)
	setLoggedOut()
}
function eventOf(env) {
	return orUndefined(() => {
		return (
			JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) ??
			undefined
		)
	})
}
async function post(saved, machine) {
	const tokens = readTokens(machine.env)
	try {
		const temp = machine.env['RUNNER_TEMP'] ?? ''
		let sessions
		try {
			sessions = savedSession(saved, temp)
		} catch (error) {
			;(0, core /* warning */.$e)(`${error.message} All sessions of this job are closed instead.`, {
				title: 'Choreo session unknown',
			})
			sessions = openSessions(temp)
		}
		for (const session of sessions) {
			if (session.logout) await closeSession(session, machine, tokens)
			else say(stays(session))
		}
	} catch (error) {
		;(0, core /* warning */.$e)(redact(error.message, tokens), { title: 'Choreo log-out incomplete' })
	}
}
function stays({ command, isolate, home, cliDirectory }) {
	return isolate
		? `The session of \`${command}\` stays, as \`logout: false\` asks, until the runner empties its temporary directory.`
		: `The login of \`${command}\` stays in ${(0, external_node_path_.join)(home, cliDirectory)}, as \`logout: false\` asks.`
}
async function action_logout(machine) {
	try {
		const temp = machine.env['RUNNER_TEMP'] ?? ''
		const directory = readSession(machine.env)
		const sessions = directory === '' ? openSessions(temp) : [sessionIn(directory, temp)]
		if (sessions.length === 0) (0, core /* info */.pq)('No session of this job is open.')
		for (const session of sessions) await closeSession(session, machine, [])
	} catch (error) {
		fail(error, [])
	}
}

var __webpack_exports__logout = __webpack_exports__.ri
var __webpack_exports__main = __webpack_exports__.iW
var __webpack_exports__post = __webpack_exports__.bE
export { __webpack_exports__logout as logout, __webpack_exports__main as main, __webpack_exports__post as post }
