import type { CallsOf, FakeRemoteWorld } from './fake-calls.ts'

/** What keys have to do with their provider, in memory. */
export function createFakeRemote({
  connections
}: FakeRemoteWorld): Partial<CallsOf<'remote' | 'rotations' | 'unfinished'>> {
  return {
    'remote.get': () => ({ link: null }),
    'remote.openConsole': () => ({ opened: true }),
    'remote.cancel': () => {
      connections.cancel()
      return {}
    },
    'rotations.list': () => ({ items: [] }),
    'unfinished.list': () => ({ items: [] })
  }
}
