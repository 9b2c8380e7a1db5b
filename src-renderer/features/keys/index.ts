export { KeyDialogs } from './KeyDialogs'
export { KeysScreen } from './KeysScreen'
