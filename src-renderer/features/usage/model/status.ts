import type { TFunction } from 'i18next'

/** What an answer means for the caller; `none` where the provider did not say. */
export type StatusMeaning = 'fine' | 'moved' | 'refused' | 'failed' | 'none'

export function meaningOf(status: number | null): StatusMeaning {
  if (status === null) return 'none'
  if (status < 300) return 'fine'
  if (status < 400) return 'moved'
  return status < 500 ? 'refused' : 'failed'
}

const named = [
  '200',
  '201',
  '202',
  '204',
  '304',
  '400',
  '401',
  '403',
  '404',
  '405',
  '408',
  '409',
  '410',
  '413',
  '415',
  '422',
  '429',
  '500',
  '502',
  '503',
  '504'
] as const

/** A status in a word: its own where it is well known, else that of its class. */
export function statusWord(status: number | null, t: TFunction): string {
  const own = named.find((one) => one === String(status))
  return own === undefined ? t(`usage.meanings.${meaningOf(status)}`) : t(`usage.statuses.${own}`)
}
