/** Where the non-secret settings lie: a file of mode 0600 beside the vault. */
export interface SettingsStorage {
  /** What is stored, unchecked; an empty object when there is nothing. A damaged file is kept aside, not cleared. */
  read(): Readonly<Record<string, unknown>>
  /** Throws `settings-unwritable`. */
  write(settings: Readonly<Record<string, unknown>>): void
}
