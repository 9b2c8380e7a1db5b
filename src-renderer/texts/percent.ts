const formats = new Map<string, Intl.NumberFormat>()

/** Hundredths as the language writes them, with one decimal at most: "93%", "96,5 %". */
export function percentText(percent: number, language: string): string {
  const format =
    formats.get(language) ?? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  formats.set(language, format)
  return format.format(percent / 100)
}
