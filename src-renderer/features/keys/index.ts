export { keyCommands, type KeyCommand } from './key-commands'
export { KeyDialogs } from './KeyDialogs'
export { KeysScreen } from './KeysScreen'
export { openView } from './views/view-actions'
