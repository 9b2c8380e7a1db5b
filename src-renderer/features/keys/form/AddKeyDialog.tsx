import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../../stores/ui-store'
import { useDiscard } from '../../../ui/use-discard'
import { AddKeyForm } from './AddKeyForm'
import classes from './KeyForm.module.css'

export function AddKeyDialog() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.adding)
  const setAdding = useUi((state) => state.setAdding)
  const [typed, setTyped] = useState(false)

  const close = (): void => {
    setTyped(false)
    setAdding(false)
  }
  const { leave, question } = useDiscard(typed, close)

  return (
    <>
      <Modal
        opened={opened}
        onClose={leave}
        closeOnClickOutside={!typed}
        title={t('form.newTitle')}
        size={560}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      >
        <AddKeyForm
          onTyped={() => {
            setTyped(true)
          }}
          onDone={close}
          onCancel={leave}
        />
      </Modal>
      {question}
    </>
  )
}
