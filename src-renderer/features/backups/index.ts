export { BackupsScreen } from './BackupsScreen'
export { backUpNow, saveCopy } from './backup-actions'
