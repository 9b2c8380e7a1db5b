import { Modal } from '@mantine/core'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useProviderDialog, type ProviderDialog } from '../../../stores/provider-dialog-store'
import { BulkDialog } from '../bulk/BulkDialog'
import { CreateDialog } from '../create/CreateDialog'
import { EditDialog } from '../edit/EditDialog'
import { EnvSlotsContext, type EnvSlots } from '../env-slots'
import { NewValueDialog } from '../new-value/NewValueDialog'
import { PolicyDialog } from '../policy/PolicyDialog'
import { RenewDialog } from '../renew/RenewDialog'
import { BinDialog } from '../revoke/BinDialog'
import { RevokeDialog } from '../revoke/RevokeDialog'
import { RotationDialog } from '../rotation/RotationDialog'
import { StartRotationDialog } from '../rotation/StartRotationDialog'
import { UnfinishedDialog } from '../unfinished/UnfinishedDialog'
import { CloseGuardContext, type CloseGuard } from './close-guard'
import classes from './Dialog.module.css'

interface ProviderKeyDialogsProps {
  readonly env?: EnvSlots
}

const noSlots: EnvSlots = {}

/** Everything that is done with a key at its provider, in one dialog that leads from one page to the next. */
export function ProviderKeyDialogs({ env = noSlots }: ProviderKeyDialogsProps) {
  const opened = useProviderDialog((state) => state.opened)
  const dialog = useProviderDialog((state) => state.dialog)
  const asks = useRef<(() => void) | null>(null)
  const guard = useMemo<CloseGuard>(
    () => ({
      set(ask) {
        asks.current = ask
      }
    }),
    []
  )

  // A lock takes the window's screens away; none of these may come back with them.
  useEffect(
    () => () => {
      useProviderDialog.getState().forget()
    },
    []
  )

  return (
    <Modal
      opened={opened}
      onClose={() => {
        if (asks.current !== null) asks.current()
        else useProviderDialog.getState().close()
      }}
      size={dialog === null ? 'md' : sizes[dialog.kind]}
      withCloseButton={false}
      closeOnClickOutside={dialog?.kind !== 'new-value'}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <CloseGuardContext value={guard}>
        <EnvSlotsContext value={env}>{dialog !== null && pageOf(dialog)}</EnvSlotsContext>
      </CloseGuardContext>
    </Modal>
  )
}

const sizes: Readonly<Record<ProviderDialog['kind'], number>> = {
  create: 600,
  'new-value': 520,
  'start-rotation': 520,
  rotation: 600,
  edit: 600,
  renew: 480,
  policy: 480,
  revoke: 480,
  bin: 440,
  bulk: 560,
  unfinished: 600
}

function pageOf(dialog: ProviderDialog): ReactNode {
  switch (dialog.kind) {
    case 'create':
      return <CreateDialog connectionId={dialog.connectionId} />
    case 'new-value':
      return <NewValueDialog key={dialog.keyId} keyId={dialog.keyId} rotationId={dialog.rotationId} />
    case 'start-rotation':
      return <StartRotationDialog keyId={dialog.keyId} />
    case 'rotation':
      return <RotationDialog key={dialog.rotationId} keyId={dialog.keyId} rotationId={dialog.rotationId} />
    case 'edit':
      return <EditDialog keyId={dialog.keyId} />
    case 'renew':
      return <RenewDialog keyId={dialog.keyId} />
    case 'policy':
      return <PolicyDialog keyId={dialog.keyId} />
    case 'revoke':
      return <RevokeDialog keyId={dialog.keyId} />
    case 'bin':
      return <BinDialog alive={dialog.alive} count={dialog.count} move={dialog.move} />
    case 'bulk':
      return <BulkDialog key={dialog.action} action={dialog.action} ids={dialog.ids} />
    case 'unfinished':
      return <UnfinishedDialog />
  }
}
