/** As one literal word of PowerShell, which takes the curly quotes for quotes as well. */
export function powershellQuoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`
}
