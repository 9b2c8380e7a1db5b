import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { create } from 'zustand'

interface NamedKey {
  readonly id: KeyId
  readonly name: string
}

/** What is being done with keys at providers. One at a time; none of them holds a secret. */
export type ProviderDialog =
  | { readonly kind: 'create'; readonly connectionId: ConnectionId | null }
  | { readonly kind: 'new-value'; readonly keyId: KeyId; readonly rotationId: string | null }
  | { readonly kind: 'start-rotation'; readonly keyId: KeyId }
  | { readonly kind: 'rotation'; readonly keyId: KeyId; readonly rotationId: string }
  | { readonly kind: 'edit'; readonly keyId: KeyId }
  | { readonly kind: 'renew'; readonly keyId: KeyId }
  | { readonly kind: 'policy'; readonly keyId: KeyId }
  | { readonly kind: 'revoke'; readonly keyId: KeyId }
  | {
      readonly kind: 'bin'
      /** Those of them that still live at a provider. */
      readonly alive: readonly NamedKey[]
      readonly count: number
      readonly move: () => void
    }
  /** One thing done with many keys, one after the other. */
  | { readonly kind: 'bulk'; readonly action: 'disable' | 'rotate' | 'revoke'; readonly ids: readonly KeyId[] }
  | { readonly kind: 'unfinished' }

export interface ProviderDialogState {
  readonly opened: boolean
  /** What is open, or was until it closed: its content stays while it fades. */
  readonly dialog: ProviderDialog | null
  open(dialog: ProviderDialog): void
  close(): void
  forget(): void
}

export const useProviderDialog = create<ProviderDialogState>()((set) => ({
  opened: false,
  dialog: null,
  open(dialog) {
    set({ opened: true, dialog })
  },
  close() {
    set({ opened: false })
  },
  forget() {
    set({ opened: false, dialog: null })
  }
}))
