export { copyKey, deleteKeys, setFavourite } from './key-actions'
export { KeyDialogs } from './KeyDialogs'
export { KeysScreen } from './KeysScreen'
export { openView } from './views/view-actions'
