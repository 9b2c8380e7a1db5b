export { detectFormat } from './detect-format'
export { isLikelySecret } from './likely-secret'
export { readImport } from './read-import'
