import { Modal } from '@mantine/core'
import { useGrants } from '../../stores/grants-store'
import { GrantQuestion } from './GrantQuestion'

/** Asks whether a program in a terminal may use the vault: one question at a time, the oldest first. */
export function GrantDialog() {
  const pending = useGrants((state) => state.pending)
  const request = pending[0]
  return (
    <Modal.Root
      opened={request !== undefined}
      onClose={() => undefined}
      size={560}
      // Above the toasts: nothing may lie on what is asked here.
      zIndex={401}
      yOffset={24}
      centered
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Modal.Overlay />
      <Modal.Content>
        {request !== undefined && <GrantQuestion key={request.id} request={request} more={pending.length - 1} />}
      </Modal.Content>
    </Modal.Root>
  )
}
