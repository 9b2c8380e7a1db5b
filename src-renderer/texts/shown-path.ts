/** A folder's path to be read: names can hold anything, so nothing that turns a line round or breaks it is shown. */
export function shownPath(path: string): string {
  return path.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd')
}
