import type { KeyId } from '@contract/model/base'
import { createContext, type ReactNode } from 'react'

export interface SlotKey {
  readonly id: KeyId
  readonly name: string
}

/** What the part for env files puts into these dialogs. Where it gives nothing, nothing stands there. */
export interface EnvSlots {
  /** A button that writes the key to an env file; `onWritten` is called once it is there. */
  readonly write?: (key: SlotKey, onWritten: () => void) => ReactNode
  /** The names in env files that hold the key. */
  readonly bound?: (key: SlotKey) => ReactNode
}

export const EnvSlotsContext = createContext<EnvSlots>({})
