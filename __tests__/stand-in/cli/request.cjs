'use strict'
// Calls of the platform, and the words in which their failures are told.

const { text } = require('node:stream/consumers')

const { service } = globalThis.settings

const reasons = {
  401: 'login failed: 401 Unauthorized: the personal access token is invalid or has expired',
  403: '403 Forbidden: token lacks the required scopes',
}

// Returns the parsed answer; throws an error with the command line's message for anything but 2xx.
exports.call = async (method, route, { token, body } = {}) => {
  const { status, text } = await send(method, route, token, body)
  if (status >= 200 && status < 300) return parsed(text)
  const { STATUS_CODES } = require('node:http')
  throw new Error(reasons[status] ?? `request failed: ${status} ${STATUS_CODES[status]}`)
}

// The page of a captive portal arrives as a 200, too.
const parsed = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`invalid character '${text[0]}' looking for beginning of value`)
  }
}

const send = (method, route, token, body) =>
  new Promise((resolve, reject) => {
    // Loaded late: most commands of a test never talk to anyone, and should start at once.
    const http = require('node:http')
    const url = new URL(service + route)
    const headers = { 'user-agent': `${globalThis.settings.cli}-cli` }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    const failed = (error) => reject(new Error(wording(method, url, error)))
    const outgoing = http.request(url, { method, headers, agent: false }, (incoming) => {
      text(incoming).then((body) => resolve({ status: incoming.statusCode, text: body }), failed)
    })
    outgoing.on('error', failed)
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })

// Go writes `Post "url": cause`; tools that explain failures read exactly these causes.
const wording = (method, url, error) => {
  const causes = {
    ECONNREFUSED: `dial tcp ${url.host}: connect: connection refused`,
    ECONNRESET: 'read: connection reset by peer',
  }
  const verb = method[0] + method.slice(1).toLowerCase()
  return `${verb} "${url.href}": ${causes[error.code] ?? error.message}`
}
