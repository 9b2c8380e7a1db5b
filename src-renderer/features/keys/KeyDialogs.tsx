import { AddKeyDialog } from './form/AddKeyDialog'
import { PasswordAgainDialog } from './reveal/PasswordAgainDialog'

export function KeyDialogs() {
  return (
    <>
      <AddKeyDialog />
      <PasswordAgainDialog />
    </>
  )
}
