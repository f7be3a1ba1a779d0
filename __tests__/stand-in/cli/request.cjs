'use strict'
// Calls of the platform, and the words in which their failures are told.

const { once } = require('node:events')
const { text } = require('node:stream/consumers')

const { service } = globalThis.settings

// Returns the parsed answer; throws an error with the command line's message for anything but 200.
exports.call = async (method, route, token, body) => {
  // Loaded late: most commands of a test never talk to anyone, and should start at once.
  const http = require('node:http')
  const options = { method, headers: { authorization: `Bearer ${token}` }, agent: false }
  const request = http.request(service + route, options).end(body && JSON.stringify(body))
  const [response] = await once(request, 'response').catch(({ code, message }) => {
    // Go writes `Post "url": cause`; tools that explain failures read exactly such causes.
    const cause = code === 'ECONNRESET' ? 'read: connection reset by peer' : message
    throw new Error(`${method[0]}${method.slice(1).toLowerCase()} "${service}${route}": ${cause}`)
  })
  const { statusCode, statusMessage } = response
  if (statusCode === 200) return JSON.parse(await text(response))
  response.resume()
  const refused =
    'login failed: 401 Unauthorized: the personal access token is invalid or has expired'
  throw new Error(statusCode === 401 ? refused : `request failed: ${statusCode} ${statusMessage}`)
}
