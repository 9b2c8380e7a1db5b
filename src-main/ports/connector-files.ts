/** The person's own manifests. */
export interface ConnectorFiles {
  readonly folder: string
  /**
   * Every `*.json` of the folder by name, in order; none when there is no folder. A file that cannot be taken (too
   * large, a link out of the folder, unreadable) has no text but says what was expected of it.
   */
  list(): Promise<readonly ConnectorFile[]>
}

export type ConnectorFile =
  { readonly file: string; readonly text: string } | { readonly file: string; readonly expected: string }
