export { SpanField } from './filters/SpanField'
export { KeyUsage } from './key/KeyUsage'
export { UsageScreen } from './UsageScreen'
export { syncNow } from './usage-actions'
