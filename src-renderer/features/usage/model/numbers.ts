import { percentText } from '../../../texts/percent'

/** A count as people read it: "184,902". */
export function countText(count: number, language: string): string {
  return count.toLocaleString(language)
}

/** A count for where there is little room: "185K". */
export function compactText(count: number, language: string): string {
  const format =
    compact.get(language) ?? new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
  compact.set(language, format)
  return format.format(count)
}

/** A share from 0 to 1: "99.3%". What is not quite all is never rounded up to it. */
export function shareText(share: number, language: string): string {
  return percentText(share < 1 ? Math.min(share * 100, 99.9) : share * 100, language)
}

const compact = new Map<string, Intl.NumberFormat>()
