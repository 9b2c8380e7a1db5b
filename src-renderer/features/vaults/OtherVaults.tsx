import { useUi } from '../../stores/ui-store'
import { VaultsDialog } from './VaultsDialog'

/** The vaults to choose from, while another one is open. */
export function OtherVaults() {
  const choosing = useUi((state) => state.choosingVault)
  const choose = useUi((state) => state.chooseVault)
  if (!choosing) return null
  return (
    <VaultsDialog
      onClose={() => {
        choose(false)
      }}
    />
  )
}
