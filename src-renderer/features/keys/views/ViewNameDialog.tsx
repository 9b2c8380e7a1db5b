import type { SavedKeyView } from '@contract/model/key-views'
import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { useViews } from '../../../stores/views-store'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import classes from '../reveal/PasswordAgainDialog.module.css'
import { renameView, saveView } from './view-actions'

/** Gives a view another name, or what the list shows now its first one. */
export function ViewNameDialog() {
  const { t } = useTranslation()
  const naming = useViews((state) => state.naming)
  const onClose = (): void => {
    useViews.getState().name(null)
  }
  return (
    <Modal
      opened={naming !== null}
      onClose={onClose}
      title={naming === null || naming === 'new' ? t('keys.views.saveAction') : t('keys.views.renameTitle')}
      size={400}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {naming !== null && <NameForm naming={naming} onClose={onClose} />}
    </Modal>
  )
}

function NameForm({ naming, onClose }: { readonly naming: SavedKeyView | 'new'; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(naming === 'new' ? '' : naming.fields.name)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function save(): Promise<void> {
    const wanted = name.trim()
    if (wanted === '') return
    try {
      await (naming === 'new' ? saveView(wanted) : renameView(naming, wanted))
      onClose()
    } catch (error) {
      setFailure(toCallFailure(error))
    }
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {naming === 'new' && <p className={classes.text}>{t('keys.views.saveText')}</p>}
      <TextInput
        label={t('keys.views.name')}
        value={name}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        onChange={(event) => {
          setName(event.currentTarget.value)
        }}
      />
      {failure && <FailureNote failure={failure} />}
      <FormFoot
        action={t(naming === 'new' ? 'keys.views.saveAction' : 'keys.views.renameAction')}
        ready={name.trim() !== ''}
        onCancel={onClose}
      />
    </form>
  )
}
