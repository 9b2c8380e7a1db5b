export { BringKeys } from './BringKeys'
