import type { KeyDetails } from '@contract/model/key'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { showToast } from '../../../ui/toasts'
import { changesIn, problemsIn, toFormValues, type KeyFormProblems, type KeyFormValues } from './key-form'
import { KeyFields } from './KeyFields'
import classes from './KeyForm.module.css'

interface EditKeyFormProps {
  readonly saved: KeyDetails
  /** Something differs from what is saved, or does no longer. */
  readonly onChanged: (changed: boolean) => void
  readonly onClose: () => void
  readonly onCancel: () => void
}

export function EditKeyForm({ saved, onChanged, onClose, onCancel }: EditKeyFormProps) {
  const { t } = useTranslation()
  const [values, setValues] = useState(() => toFormValues(saved))
  const [problems, setProblems] = useState<KeyFormProblems>({})
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  function change(next: KeyFormValues): void {
    setValues(next)
    onChanged(Object.keys(changesIn(next, saved, Date.now())).length > 0)
  }

  async function save(): Promise<void> {
    const found = problemsIn(values)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const fields = changesIn(values, saved, Date.now())
    if (Object.keys(fields).length === 0) {
      onClose()
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await client.call('keys.edit', { id: saved.id, fields })
      showToast(t('toast.saved'))
      onClose()
    } catch (error) {
      setFailure(toCallFailure(error))
      setBusy(false)
    }
  }

  return (
    <form
      className={classes.form}
      aria-label={t('form.editTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      <h2 className={classes.title}>{t('form.editTitle')}</h2>
      <div className={classes.fields}>
        <TextInput
          label={t('form.name')}
          value={values.name}
          error={problems.name && t(`form.${problems.name}`)}
          onChange={(event) => {
            change({ ...values, name: event.currentTarget.value })
          }}
          maxLength={200}
          autoComplete="off"
          autoFocus
        />
        <KeyFields
          values={values}
          problems={problems}
          withKeep={false}
          onChange={(part) => {
            change({ ...values, ...part })
          }}
        />
      </div>
      {failure && (
        <div className={classes.failure}>
          <FailureNote failure={failure} />
        </div>
      )}
      <FormFoot lined action={t('form.save')} busy={busy} onCancel={onCancel} />
    </form>
  )
}
