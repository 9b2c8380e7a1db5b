import { AppError } from '@contract/errors'
import type { VaultHost } from '../ports/vault-store'
import type { MonotonicClock } from './attempts'
import { createEngine, type EngineOptions } from './engine'
import { createHost } from './host'
import { errorOf, handOver, type EngineLink } from './link'
import { createResponder } from './protocol'

/** The vault on the calling thread, which its work then blocks: for tests and tools. */
export function createVaultHostInThread(options: EngineOptions & { readonly clock: MonotonicClock }): VaultHost {
  return createHost(options.folder, options.clock, () => linkInThread(options))
}

function linkInThread(options: EngineOptions): EngineLink {
  const engine = createEngine(options)
  const respond = createResponder(engine, options.folder)
  let ended = false
  const { promise: broken, resolve: noteBroken } = Promise.withResolvers<undefined>()
  return {
    broken,
    async call(call, args) {
      const own = handOver(args)
      if (ended) throw new AppError('vault-locked', {})
      const reply = await respond({ id: 0, call, args: own })
      if (reply.hasEnded) {
        ended = true
        noteBroken(undefined)
      }
      if (reply.ok) return reply.value
      throw errorOf(reply)
    },
    async end() {
      ended = true
      await engine.close()
    }
  }
}
