// Stands in for @actions/http-client in dist, and only there. @actions/core and @actions/tool-cache import
// that client when they load, for calls that this action never makes (OpenID Connect tokens, downloads).
// With it come undici, 935 kB to review and twice the start-up time of the whole action. The network code
// of this action is src/http.ts.
function absent() {
  throw new Error('@actions/http-client is not part of this bundle: see bundle/http-client.js')
}

export { absent as BearerCredentialHandler, absent as HttpClient }
