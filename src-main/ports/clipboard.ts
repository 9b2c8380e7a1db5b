/** The system clipboard. The selection clipboard of X11 is never written. */
export interface Clipboard {
  /** Puts `text` there together with every platform's "do not record" formats, in one write. Throws `clipboard-failed`. */
  writeSecret(text: string): Promise<void>
  /** Throws when the clipboard cannot be read. */
  readText(): Promise<string>
  clear(): Promise<void>
}
