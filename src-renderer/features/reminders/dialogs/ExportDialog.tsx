import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { showToast } from '../../../ui/toasts'
import classes from './Dialog.module.css'
import { FormDialog } from './FormDialog'
import { Tick } from './Tick'

interface ExportDialogProps {
  readonly onClose: () => void
}

/** Writes what is to come as a calendar file. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const [withNames, setWithNames] = useState(false)
  return (
    <FormDialog
      title={t('reminders.export.title')}
      size={440}
      action={t('reminders.export.action')}
      working={t('reminders.export.working')}
      onClose={onClose}
      run={async () => {
        const { events } = await client.call('reminders.exportCalendar', { file: null, withNames })
        showToast(t('reminders.toasts.exported', { count: events }))
        return true
      }}
    >
      <p className={classes.text}>{t('reminders.export.text')}</p>
      <Tick
        data-autofocus
        label={t('reminders.export.names')}
        help={t('reminders.export.namesHelp')}
        checked={withNames}
        onChange={setWithNames}
      />
    </FormDialog>
  )
}
