/** A count as people read it: "184,902". */
export function countText(count: number, language: string): string {
  return count.toLocaleString(language)
}

/** A count for where there is little room: "185K". */
export function compactText(count: number, language: string): string {
  return formatOf('compact', language).format(count)
}

/** A share from 0 to 1: "99.3%". What is not quite all is never rounded up to it. */
export function shareText(share: number, language: string): string {
  const shown = share < 1 ? Math.min(share, 0.999) : share
  return formatOf('share', language).format(shown)
}

const shapes = {
  compact: { notation: 'compact', maximumFractionDigits: 1 },
  share: { style: 'percent', maximumFractionDigits: 1 }
} as const satisfies Record<string, Intl.NumberFormatOptions>

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(shape: keyof typeof shapes, language: string): Intl.NumberFormat {
  const name = `${shape} ${language}`
  const format = formats.get(name) ?? new Intl.NumberFormat(language, shapes[shape])
  formats.set(name, format)
  return format
}
