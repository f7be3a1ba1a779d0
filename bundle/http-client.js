// Stands in for @actions/http-client in dist, and only there: tsconfig.json beside this file tells
// the bundler so.
//
// @actions/core imports that client when it loads, for calls that this action never makes (OpenID
// Connect tokens). With it come undici, 935 kB to review and twice
// the start-up time of the whole action. The network code of this action is src/http.ts.
export class HttpClient {
  constructor() {
    throw new Error('@actions/http-client is not part of this bundle: see bundle/http-client.js')
  }
}
