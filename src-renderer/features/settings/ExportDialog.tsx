import { Button, Checkbox, Group, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { Note } from '../../ui/Note'
import { PasswordForm } from '../vault-care'
import classes from './Dialogs.module.css'

interface ExportDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function ExportDialog({ opened, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('data.export')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ExportForm onClose={onClose} />
    </Modal>
  )
}

function ExportForm({ onClose }: Pick<ExportDialogProps, 'onClose'>) {
  const { t } = useTranslation()
  const [format, setFormat] = useState<'json' | 'csv'>('json')
  const [understood, setUnderstood] = useState(false)
  const [written, setWritten] = useState<{ readonly file: string; readonly keys: number } | null>(null)

  if (written !== null) {
    return (
      <div className={classes.stack}>
        <p role="status">{t('data.exported', { count: written.keys })}</p>
        <p className={classes.path} data-selectable>
          {written.file}
        </p>
        <p>{t('data.removeFile')}</p>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </div>
    )
  }
  return (
    <PasswordForm
      label={t('lock.password')}
      action={t('data.exportFile')}
      danger
      ready={understood}
      working={t('data.exporting')}
      onCancel={onClose}
      run={async (password) => {
        setWritten(await client.call('export.plain', { format, password, file: null }))
      }}
    >
      <Note>{t('data.exportWarning')}</Note>
      <SegmentedControl
        aria-label={t('data.format')}
        data={[
          { value: 'json', label: 'JSON' },
          { value: 'csv', label: 'CSV' }
        ]}
        value={format}
        onChange={setFormat}
      />
      <Checkbox
        label={t('data.understood')}
        checked={understood}
        onChange={(event) => {
          setUnderstood(event.currentTarget.checked)
        }}
      />
    </PasswordForm>
  )
}
