import { Answered, label } from './answered.ts'
import { registerScheme } from './app-urls.ts'
import { lifecycle } from './lifecycle.ts'

type Handler = (request: Request) => Response | Promise<Response>

/** Electron's `protocol`: the app's own schemes, served by answering Chromium's requests. */
export class ProtocolModule
  extends Answered
  implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled' | 'unhandle'>
{
  readonly #handlers = new Map<string, Handler>()

  override get [label](): string {
    return 'protocol'
  }

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    if (lifecycle.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of customSchemes) registerScheme(scheme, privileges)
  }

  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`The protocol "${scheme}" has already been handled`)
    registerScheme(scheme)
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme) || ['http', 'https', 'file', 'data', 'blob', 'about'].includes(scheme)
  }

  /** The app's handler of a scheme, if there is one. */
  handlerOf(scheme: string): Handler | undefined {
    return this.#handlers.get(scheme)
  }
}
