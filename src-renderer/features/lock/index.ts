export { DamagedScreen } from './DamagedScreen'
export { LockScreen } from './LockScreen'
