/** How long ago, and in how long. */
export const relativeEn = {
  now: 'Just now',
  soon: 'In a moment',
  past: {
    minute_one: '{{count}} min ago',
    minute_other: '{{count}} mins ago',
    hour_one: '{{count}} hour ago',
    hour_other: '{{count}} hours ago',
    day_one: 'Yesterday',
    day_other: '{{count}} days ago',
    month_one: 'Last month',
    month_other: '{{count}} months ago',
    year_one: 'Last year',
    year_other: '{{count}} years ago'
  },
  future: {
    minute_one: 'In {{count}} min',
    minute_other: 'In {{count}} mins',
    hour_one: 'In {{count}} hour',
    hour_other: 'In {{count}} hours',
    day_one: 'Tomorrow',
    day_other: 'In {{count}} days',
    month_one: 'In {{count}} month',
    month_other: 'In {{count}} months',
    year_one: 'In {{count}} year',
    year_other: 'In {{count}} years'
  }
} as const
