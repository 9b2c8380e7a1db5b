const raw = (format: string): string => `electron application/osclipboard;format="${format}"`
const bytes = (...values: number[]): Blob => new Blob([new Uint8Array(values)])

/** The formats by which each platform's clipboard history is told to keep nothing of this. */
export function concealing(platform: NodeJS.Platform): Record<string, Blob> {
  switch (platform) {
    case 'darwin':
      // nspasteboard.org
      return {
        [raw('org.nspasteboard.ConcealedType')]: bytes(),
        [raw('org.nspasteboard.TransientType')]: bytes()
      }
    case 'win32':
      // learn.microsoft.com/windows/win32/dataxchg/clipboard-formats: any data for the first, a DWORD 0 for the others
      return {
        [raw('ExcludeClipboardContentFromMonitorProcessing')]: bytes(0, 0, 0, 0),
        [raw('CanIncludeInClipboardHistory')]: bytes(0, 0, 0, 0),
        [raw('CanUploadToCloudClipboard')]: bytes(0, 0, 0, 0)
      }
    default:
      // Klipper's hint, which other managers on Linux honour too
      return { [raw('x-kde-passwordManagerHint')]: new Blob(['secret']) }
  }
}
