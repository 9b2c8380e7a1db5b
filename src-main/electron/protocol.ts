import { protocol } from 'electron'
import { SCHEME } from './origin'
import { respond } from './renderer-files'

/** Call before `ready`. Neither fetch nor service workers: the page loads its own files and nothing else. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the files below `rendererRoot` as `app://keyquay/…`, each page with the policy and a nonce of its own. */
export function serveRenderer(rendererRoot: string): void {
  protocol.handle(SCHEME, (request) => respond(rendererRoot, request))
}
