const NAME = 'keyquay-restoring'

/**
 * A restore locks the vault, and a lock starts the page anew, so the answer never reaches it.
 * This one mark outlives that: it says that a restore was begun, and nothing of it.
 */
export const restoreNote = {
  set(): void {
    sessionStorage.setItem(NAME, 'begun')
  },
  isSet(): boolean {
    return sessionStorage.getItem(NAME) !== null
  },
  clear(): void {
    sessionStorage.removeItem(NAME)
  }
}
