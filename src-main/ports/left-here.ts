/** An entry of a vault's audit trail: the last one there was when this computer left the vault. */
export interface LeftHere {
  readonly vaultId: string
  readonly sequence: number
  readonly hash: string
}

/** What this computer remembers of the vault in one place, in a file of mode 0600 outside of it. */
export interface LeftHereFile {
  /** `none`: nothing was ever kept. Null: what was kept cannot be understood. */
  read(): LeftHere | 'none' | null
  write(left: LeftHere): void
}
