import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../../stores/ui-store'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { AddKeyForm } from './AddKeyForm'
import classes from './KeyForm.module.css'

export function AddKeyDialog() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.adding)
  const setAdding = useUi((state) => state.setAdding)
  const [typed, setTyped] = useState(false)
  const [asking, setAsking] = useState(false)

  const close = (): void => {
    setAsking(false)
    setTyped(false)
    setAdding(false)
  }

  return (
    <>
      <Modal
        opened={opened}
        onClose={() => {
          if (typed) setAsking(true)
          else close()
        }}
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
          onCancel={() => {
            if (typed) setAsking(true)
            else close()
          }}
        />
      </Modal>
      {/* Mounted only while it asks: mounted before, it would take the Escape that opened it as its own. */}
      {asking && (
        <ConfirmDialog
          opened
          title={t('form.discardTitle')}
          text={t('form.discardText')}
          action={t('form.discard')}
          cancel={t('form.keepEditing')}
          onConfirm={close}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
