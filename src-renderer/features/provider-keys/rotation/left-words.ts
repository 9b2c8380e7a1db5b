import type { TFunction } from 'i18next'
import { leading, timeLeft } from '../model/time-left'

/** How long until a moment, as people say it: `23 h 59 min`. */
export function leftWords(until: string, nowMs: number, t: TFunction): string {
  const left = timeLeft(Date.parse(until), nowMs)
  return leading(left)
    .map((unit) => t(`provider.rotation.left.${unit}`, { count: left[unit] }))
    .join(' ')
}
