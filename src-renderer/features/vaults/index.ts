export { AskVaultDialog } from './AskVaultDialog'
export { OtherVaults } from './OtherVaults'
export { useOpenVault } from './use-open-vault'
export { VaultsDialog } from './VaultsDialog'
