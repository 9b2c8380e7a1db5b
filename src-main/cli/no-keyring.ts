import { AppError } from '@contract/errors'
import type { SecureStorage } from '../ports/secure-storage'

const refuse = (): Promise<never> => Promise.reject(new AppError('device-unlock-unavailable', { backend: 'none' }))

/** The system's keyring answers to the app, whose signature it knows; not to a terminal command. */
export const noKeyring: SecureStorage = {
  backend: () => 'none',
  isSafe: () => Promise.resolve(false),
  seal: refuse,
  unseal: refuse
}
