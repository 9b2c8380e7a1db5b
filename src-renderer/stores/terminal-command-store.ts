import type { TerminalCommandStanding } from '@contract/model/terminal-command'
import { create } from 'zustand'
import { client } from '../client/client'

interface TerminalCommandState {
  /** Null until it was asked for. */
  readonly standing: TerminalCommandStanding | null
  /** Throws a CallFailure, as the others do. */
  load(): Promise<void>
  install(): Promise<TerminalCommandStanding>
  remove(): Promise<TerminalCommandStanding>
}

/** Where the terminal's `kq` is, as the settings and the palette show and change it. */
export const useTerminalCommand = create<TerminalCommandState>()((set) => {
  const ask = async (
    name: 'app.terminalCommand' | 'app.installTerminalCommand' | 'app.removeTerminalCommand'
  ): Promise<TerminalCommandStanding> => {
    const standing = await client.call(name, {})
    set({ standing })
    return standing
  }
  return {
    standing: null,
    load: async () => {
      await ask('app.terminalCommand')
    },
    install: () => ask('app.installTerminalCommand'),
    remove: () => ask('app.removeTerminalCommand')
  }
})
