/** The operating system's keyring, as a place for one small key. */
export interface SecureStorage {
  /** The keyring's own name, as far as it is known: `keychain`, `dpapi`, `gnome_libsecret`, `basic_text`, `none`, … */
  backend(): string
  /** Whether what is sealed here is really safe from someone who has the files. */
  isSafe(): Promise<boolean>
  /** Throws `device-unlock-unavailable`. */
  seal(bytes: Uint8Array): Promise<Uint8Array>
  /** Throws `device-unlock-failed`. */
  unseal(sealed: Uint8Array): Promise<Uint8Array>
}

export interface SealedKey {
  /** The keyring that sealed it. */
  readonly backend: string
  readonly sealed: Uint8Array
}

/** The device key's file beside the vault, mode 0600. What is in it opens nothing without the keyring. */
export interface DeviceKeyFile {
  /** Null when there is none, or none that can be understood. */
  read(): SealedKey | null
  write(key: SealedKey): void
  remove(): void
}
