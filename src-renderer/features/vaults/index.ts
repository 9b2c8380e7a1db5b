export { AskVaultDialog } from './AskVaultDialog'
export { useOpenVault } from './use-open-vault'
export { VaultsDialog } from './VaultsDialog'
