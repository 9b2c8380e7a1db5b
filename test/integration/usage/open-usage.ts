import type { InputOf, OutputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import type { UsageState } from '@contract/model/usage'
import { openProviders, settle, type ProvidersTest } from '../providers/open-providers'
import type { ProviderName } from '../../sandbox/types'

export interface UsageTest extends ProvidersTest {
  state(id: ConnectionId): Promise<UsageState>
  /** Reads it, and answers how it stands once nothing is read any more. */
  sync(id: ConnectionId): Promise<UsageState>
  /** Waits until nothing of it is being read. */
  rest(id: ConnectionId): Promise<UsageState>
  summary(filter?: InputOf<'usage.summary'>['filter']): Promise<OutputOf<'usage.summary'>>
}

/** The app beside the sandbox, with what is asked of usage. Nothing is read by itself unless `keepsUp`. */
export async function openUsage(
  only: readonly ProviderName[],
  options: Parameters<typeof openProviders>[1] = {}
): Promise<UsageTest> {
  const test = await openProviders(only, { keepsUp: false, ...options })
  const { call } = test.app
  const state = async (id: ConnectionId): Promise<UsageState> => {
    const found = (await call('usage.state', {})).items.find(({ connectionId }) => connectionId === id)
    if (found === undefined) throw new Error('no such connection')
    return found
  }
  const rest = async (id: ConnectionId): Promise<UsageState> => {
    await settle(async () => (await state(id)).running === null)
    return state(id)
  }
  return {
    ...test,
    state,
    rest,
    async sync(id) {
      await call('usage.sync', { connectionIds: [id] })
      return rest(id)
    },
    summary: (filter = {}) => call('usage.summary', { filter })
  }
}
