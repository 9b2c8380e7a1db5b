export { detectFormat } from './detect-format'
export { readImport } from './read-import'
