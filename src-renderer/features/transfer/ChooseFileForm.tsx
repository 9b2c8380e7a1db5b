import { Button, Select } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { FailureNote } from '../../ui/FailureNote'
import { FormFoot } from '../../ui/FormFoot'
import { PasswordField } from '../../ui/PasswordField'
import { Working } from '../../ui/Working'
import classes from './ImportDialog.module.css'
import { formats } from './import-formats'
import type { ImportFormat, ImportPreview } from './import-types'

interface ChooseFileFormProps {
  /** The file that was dropped, which is read at once; null has the person choose one. */
  readonly file: { readonly path: string; readonly name: string } | null
  readonly onRead: (preview: ImportPreview) => void
  /** Leaves this file out and goes on; null where no other follows. */
  readonly onSkip: (() => void) | null
  readonly onCancel: () => void
}

export function ChooseFileForm({ file, onRead, onSkip, onCancel }: ChooseFileFormProps) {
  const { t } = useTranslation()
  const password = useRef<HTMLInputElement>(null)
  const [format, setFormat] = useState<ImportFormat | null>(null)
  const [locked, setLocked] = useState<'asked' | 'wrong' | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const withPassword = locked !== null || format === 'keepass-kdbx'

  useEffect(() => {
    if (locked !== null) password.current?.focus()
  }, [locked])

  const begin = useEffectEvent(() => {
    void choose()
  })
  useEffect(() => {
    if (file !== null) begin()
  }, [file])

  async function choose(): Promise<void> {
    const typed = password.current?.value ?? ''
    setBusy(true)
    setFailure(null)
    try {
      const wanted = { file: file?.path ?? null, format, password: typed === '' ? null : typed }
      onRead(await client.call('import.preview', wanted))
      if (password.current) password.current.value = ''
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code === 'wrong-password') {
        if (password.current) password.current.value = ''
        setLocked(typed === '' ? 'asked' : 'wrong')
      } else if (failed.code !== 'cancelled') setFailure(failed)
      setBusy(false)
    }
  }

  return (
    <form
      className={classes.choose}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void choose()
      }}
    >
      <p className={classes.lead}>{file === null ? t('import.lead') : t('keys.drop.reading', { file: file.name })}</p>
      <Select
        label={t('import.format')}
        description={t('import.formatHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('import.anyFormat')}
        data={formats.map((value) => ({ value, label: t(`import.formats.${value}`) }))}
        value={format}
        onChange={setFormat}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        comboboxProps={{ withinPortal: true }}
      />
      {withPassword && (
        <PasswordField
          ref={password}
          label={t('import.filePassword')}
          description={t('import.filePasswordHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          toggleLabel={t('firstRun.show')}
          error={locked === null ? false : t(`import.${locked}`)}
        />
      )}
      {failure && <FailureNote failure={failure} />}
      {busy && <Working label={t('import.reading')} />}
      <FormFoot
        action={
          file !== null
            ? t('keys.drop.readAgain')
            : t(failure === null && locked === null ? 'import.choose' : 'import.chooseAgain')
        }
        busy={busy}
        first="action"
        onCancel={onCancel}
      >
        {onSkip !== null && (
          <Button variant="default" onClick={onSkip}>
            {t('import.skip')}
          </Button>
        )}
      </FormFoot>
    </form>
  )
}
