// Node's own modules, each loaded when something of it is used.
const builtin = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] })
/******/ // The require scope
/******/ var __nccwpck_require__ = {}
/******/
/************************************************************************/
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
/************************************************************************/
var __webpack_exports__ = {}

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
	yU: () => /* reexport */ ExitCode,
	fM: () => /* reexport */ addPath,
	Yz: () => /* reexport */ debug,
	N4: () => /* reexport */ endGroup,
	z3: () => /* reexport */ error,
	dN: () => /* reexport */ exportVariable,
	Vt: () => /* reexport */ getBooleanInput,
	V9: () => /* reexport */ getIDToken,
	V4: () => /* reexport */ getInput,
	q3: () => /* reexport */ getMultilineInput,
	Gu: () => /* reexport */ getState,
	Os: () => /* reexport */ group,
	pq: () => /* reexport */ info,
	_o: () => /* reexport */ isDebug,
	yo: () => /* reexport */ markdownSummary,
	lm: () => /* reexport */ notice,
	iD: () => /* reexport */ platform_namespaceObject,
	LZ: () => /* reexport */ saveState,
	NI: () => /* reexport */ setCommandEcho,
	C1: () => /* reexport */ setFailed,
	uH: () => /* reexport */ setOutput,
	Pq: () => /* reexport */ setSecret,
	Oh: () => /* reexport */ startGroup,
	z: () => /* reexport */ summary,
	Om: () => /* reexport */ toPlatformPath,
	kb: () => /* reexport */ toPosixPath,
	eG: () => /* reexport */ toWin32Path,
	$e: () => /* reexport */ warning,
})

// NAMESPACE OBJECT: ../../node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {}
__nccwpck_require__.r(platform_namespaceObject)
__nccwpck_require__.d(platform_namespaceObject, {
	arch: () => arch,
	getDetails: () => getDetails,
	isLinux: () => isLinux,
	isMacOS: () => isMacOS,
	isWindows: () => isWindows,
	platform: () => platform,
}) // CONCATENATED MODULE: external "os"
const external_os_namespaceObject = builtin('os') // CONCATENATED MODULE: ../../node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
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
// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/command.js

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
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message)
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL)
}
function issue(name, message = '') {
	issueCommand(name, {}, message)
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
	return toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}
function escapeProperty(s) {
	return toCommandValue(s)
		.replace(/%/g, '%25')
		.replace(/\r/g, '%0D')
		.replace(/\n/g, '%0A')
		.replace(/:/g, '%3A')
		.replace(/,/g, '%2C')
}
//# sourceMappingURL=command.js.map
// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = builtin('crypto') // CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = builtin('fs') // CONCATENATED MODULE: ../../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */

function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`]
	if (!filePath) {
		throw new Error(`Unable to find environment variable for file command ${command}`)
	}
	if (!external_fs_namespaceObject.existsSync(filePath)) {
		throw new Error(`Missing file at path: ${filePath}`)
	}
	external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
		encoding: 'utf8',
	})
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`
	const convertedValue = toCommandValue(value)
	// These should realistically never happen, but just in case someone finds a
	// way to exploit uuid generation let's not allow keys or values that contain
	// the delimiter.
	if (key.includes(delimiter)) {
		throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`)
	}
	if (convertedValue.includes(delimiter)) {
		throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`)
	}
	return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`
}
//# sourceMappingURL=file-command.js.map
// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = builtin('path') // CONCATENATED MODULE: ../absent.js
// Stands in for what @actions/core and @actions/tool-cache import when they load and this action never
// calls, and only in dist. With @actions/http-client come undici, 935 kB to review and twice the start-up
// time of the whole action; @actions/core wants it for OpenID Connect, and @actions/exec to describe the
// platform. The network code of this action is src/http.ts; src/cli.ts has the real @actions/exec.
function absent() {
	throw new Error('This function of a package is not part of the bundle: see bundle/absent.js')
} // CONCATENATED MODULE: ../../node_modules/@actions/core/lib/oidc-utils.js
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

class OidcClient {
	static createHttpClient(allowRetry = true, maxRetry = 10) {
		const requestOptions = {
			allowRetries: allowRetry,
			maxRetries: maxRetry,
		}
		return new absent('actions/oidc-client', [new absent(OidcClient.getRequestToken())], requestOptions)
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
			const httpclient = OidcClient.createHttpClient()
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
				let id_token_url = OidcClient.getIDTokenUrl()
				if (audience) {
					const encodedAudience = encodeURIComponent(audience)
					id_token_url = `${id_token_url}&audience=${encodedAudience}`
				}
				debug(`ID token url is ${id_token_url}`)
				const id_token = yield OidcClient.getCall(id_token_url)
				setSecret(id_token)
				return id_token
			} catch (error) {
				throw new Error(`Error message: ${error.message}`)
			}
		})
	}
}
//# sourceMappingURL=oidc-utils.js.map
// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/summary.js
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

const { access, appendFile, writeFile } = external_fs_namespaceObject.promises
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
				yield access(
					pathFromEnv,
					external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK,
				)
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
		return this.addRaw(external_os_namespaceObject.EOL)
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
const markdownSummary = _summary
const summary = _summary
//# sourceMappingURL=summary.js.map
// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/path-utils.js

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
	return pth.replace(/[/\\]/g, external_path_namespaceObject.sep)
}
//# sourceMappingURL=path-utils.js.map
// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/platform.js
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
		const { stdout: version } = yield absent(
			'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"',
			undefined,
			{
				silent: true,
			},
		)
		const { stdout: name } = yield absent(
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
		const { stdout } = yield absent('sw_vers', undefined, {
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
		const { stdout } = yield absent('lsb_release', ['-i', '-r', '-s'], {
			silent: true,
		})
		const [name, version] = stdout.trim().split('\n')
		return {
			name,
			version,
		}
	})
const platform = external_os_namespaceObject.platform()
const arch = external_os_namespaceObject.arch()
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
// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/core.js
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
function setSecret(secret) {
	issueCommand('add-mask', {}, secret)
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
	const filePath = process.env['GITHUB_PATH'] || ''
	if (filePath) {
		issueFileCommand('PATH', inputPath)
	} else {
		issueCommand('add-path', {}, inputPath)
	}
	process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`
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
		return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
	}
	process.stdout.write(external_os_namespaceObject.EOL)
	issueCommand('set-output', { name }, toCommandValue(value))
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
function debug(message) {
	issueCommand('debug', {}, message)
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
	issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message)
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
	issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message)
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
	issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message)
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
	process.stdout.write(message + external_os_namespaceObject.EOL)
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
		return issueFileCommand('STATE', prepareKeyValueMessage(name, value))
	}
	issueCommand('save-state', { name }, toCommandValue(value))
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
// CONCATENATED MODULE: ./index.js

var __webpack_exports__ExitCode = __webpack_exports__.yU
var __webpack_exports__addPath = __webpack_exports__.fM
var __webpack_exports__debug = __webpack_exports__.Yz
var __webpack_exports__endGroup = __webpack_exports__.N4
var __webpack_exports__error = __webpack_exports__.z3
var __webpack_exports__exportVariable = __webpack_exports__.dN
var __webpack_exports__getBooleanInput = __webpack_exports__.Vt
var __webpack_exports__getIDToken = __webpack_exports__.V9
var __webpack_exports__getInput = __webpack_exports__.V4
var __webpack_exports__getMultilineInput = __webpack_exports__.q3
var __webpack_exports__getState = __webpack_exports__.Gu
var __webpack_exports__group = __webpack_exports__.Os
var __webpack_exports__info = __webpack_exports__.pq
var __webpack_exports__isDebug = __webpack_exports__._o
var __webpack_exports__markdownSummary = __webpack_exports__.yo
var __webpack_exports__notice = __webpack_exports__.lm
var __webpack_exports__platform = __webpack_exports__.iD
var __webpack_exports__saveState = __webpack_exports__.LZ
var __webpack_exports__setCommandEcho = __webpack_exports__.NI
var __webpack_exports__setFailed = __webpack_exports__.C1
var __webpack_exports__setOutput = __webpack_exports__.uH
var __webpack_exports__setSecret = __webpack_exports__.Pq
var __webpack_exports__startGroup = __webpack_exports__.Oh
var __webpack_exports__summary = __webpack_exports__.z
var __webpack_exports__toPlatformPath = __webpack_exports__.Om
var __webpack_exports__toPosixPath = __webpack_exports__.kb
var __webpack_exports__toWin32Path = __webpack_exports__.eG
var __webpack_exports__warning = __webpack_exports__.$e
export {
	__webpack_exports__ExitCode as ExitCode,
	__webpack_exports__addPath as addPath,
	__webpack_exports__debug as debug,
	__webpack_exports__endGroup as endGroup,
	__webpack_exports__error as error,
	__webpack_exports__exportVariable as exportVariable,
	__webpack_exports__getBooleanInput as getBooleanInput,
	__webpack_exports__getIDToken as getIDToken,
	__webpack_exports__getInput as getInput,
	__webpack_exports__getMultilineInput as getMultilineInput,
	__webpack_exports__getState as getState,
	__webpack_exports__group as group,
	__webpack_exports__info as info,
	__webpack_exports__isDebug as isDebug,
	__webpack_exports__markdownSummary as markdownSummary,
	__webpack_exports__notice as notice,
	__webpack_exports__platform as platform,
	__webpack_exports__saveState as saveState,
	__webpack_exports__setCommandEcho as setCommandEcho,
	__webpack_exports__setFailed as setFailed,
	__webpack_exports__setOutput as setOutput,
	__webpack_exports__setSecret as setSecret,
	__webpack_exports__startGroup as startGroup,
	__webpack_exports__summary as summary,
	__webpack_exports__toPlatformPath as toPlatformPath,
	__webpack_exports__toPosixPath as toPosixPath,
	__webpack_exports__toWin32Path as toWin32Path,
	__webpack_exports__warning as warning,
}
