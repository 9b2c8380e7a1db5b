import { FailedDialog } from './bulk/FailedDialog'
import { PlaceDialog } from './bulk/PlaceDialog'
import { TagsDialog } from './bulk/TagsDialog'
import { AddKeyDialog } from './form/AddKeyDialog'
import { PasswordAgainDialog } from './reveal/PasswordAgainDialog'

export function KeyDialogs() {
  return (
    <>
      <AddKeyDialog />
      <TagsDialog />
      <PlaceDialog />
      <FailedDialog />
      <PasswordAgainDialog />
    </>
  )
}
