import { FailedDialog } from './bulk/FailedDialog'
import { PlaceDialog } from './bulk/PlaceDialog'
import { TagsDialog } from './bulk/TagsDialog'
import { AddKeyDialog } from './form/AddKeyDialog'
import { PasswordAgainDialog } from './reveal/PasswordAgainDialog'
import { ViewNameDialog } from './views/ViewNameDialog'

export function KeyDialogs() {
  return (
    <>
      <AddKeyDialog />
      <TagsDialog />
      <PlaceDialog />
      <FailedDialog />
      <ViewNameDialog />
      <PasswordAgainDialog />
    </>
  )
}
