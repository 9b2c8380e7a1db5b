import { AppError } from '@contract/errors'
import type { VaultHost } from '../ports/vault-store'

/** Where it cannot be told which vault was chosen, none is taken for it: every call throws `vault-choice-damaged`. */
export function ofUnknownVault(): VaultHost {
  const refuse = (): Promise<never> => Promise.reject(new AppError('vault-choice-damaged', {}))
  return {
    presence: () => Promise.resolve({ kind: 'damaged', code: 'vault-choice-damaged' }),
    backups: () => Promise.resolve([]),
    create: refuse,
    open: refuse,
    restore: refuse,
    verifyBackup: refuse,
    dispose: () => Promise.resolve()
  }
}
