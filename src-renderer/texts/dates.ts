import type { TFunction } from 'i18next'
import { relativeMoment } from './relative'

/** "In 6 days", "2 mins ago"; null reads as `never`. */
export function relativeText(instant: string | null, nowMs: number, t: TFunction): string {
  if (instant === null) return t('common.never')
  const moment = relativeMoment(Date.parse(instant), nowMs)
  if (moment.unit === null) return t(`relative.${moment.kind}`)
  return t(`relative.${moment.kind}.${moment.unit}`, { count: moment.count })
}

/** A moment inside a sentence: "in 6 days". */
export function within(at: string, nowMs: number, t: TFunction): string {
  const text = relativeText(at, nowMs, t)
  return text.charAt(0).toLocaleLowerCase() + text.slice(1)
}

/** Date, time and zone in the words of the language: "24 Jan 2027, 09:30 GMT+1". */
export function absoluteText(instant: string, language: string): string {
  return formatOf('moment', language).format(new Date(instant))
}

/** The date alone: "24 Jan 2027". */
export function dateText(instant: string, language: string): string {
  return formatOf('day', language).format(new Date(instant))
}

/** A day as a date field gives it, `2027-01-24`, in the same words. */
export function dayText(date: string, language: string): string {
  return dateText(`${date}T00:00`, language)
}

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const shapes = { day, moment: { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } } as const

// Making a format costs far more than using it, and a list uses hundreds.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(shape: keyof typeof shapes, language: string): Intl.DateTimeFormat {
  const name = `${shape} ${language}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(dateLocale(language), shapes[shape])
  formats.set(name, format)
  return format
}

/** The system's regional form of the language when it speaks it; otherwise the plain language. */
export function dateLocale(language: string): string {
  return navigator.languages.find((tag) => tag.startsWith(language)) ?? language
}
