const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size with at most one decimal: "1.4 MB". */
export function sizeText(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1
  }).format(bytes / 1000 ** step)
}
