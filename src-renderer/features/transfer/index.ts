export { ImportDialog } from './ImportDialog'
