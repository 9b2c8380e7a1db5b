export { KeyUsage } from './key/KeyUsage'
export { UsageScreen } from './UsageScreen'
