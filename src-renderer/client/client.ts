import type { Bridge } from '@contract/bridge'
import { createClient } from './create-client'

declare global {
  interface Window {
    readonly keyquay: Bridge
  }
}

export const client = createClient(() => window.keyquay)
