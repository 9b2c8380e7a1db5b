import type { Catalogue } from './catalogue'
import type { relativeEn } from './time-en'

export const relativeDe: Catalogue<typeof relativeEn> = {
  now: 'Gerade eben',
  soon: 'Gleich',
  past: {
    minute_one: 'Vor {{count}} Min.',
    minute_other: 'Vor {{count}} Min.',
    hour_one: 'Vor {{count}} Stunde',
    hour_other: 'Vor {{count}} Stunden',
    day_one: 'Gestern',
    day_other: 'Vor {{count}} Tagen',
    month_one: 'Letzten Monat',
    month_other: 'Vor {{count}} Monaten',
    year_one: 'Letztes Jahr',
    year_other: 'Vor {{count}} Jahren'
  },
  future: {
    minute_one: 'In {{count}} Min.',
    minute_other: 'In {{count}} Min.',
    hour_one: 'In {{count}} Stunde',
    hour_other: 'In {{count}} Stunden',
    day_one: 'Morgen',
    day_other: 'In {{count}} Tagen',
    month_one: 'In {{count}} Monat',
    month_other: 'In {{count}} Monaten',
    year_one: 'In {{count}} Jahr',
    year_other: 'In {{count}} Jahren'
  }
}
