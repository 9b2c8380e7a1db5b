import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useImportSource } from '../../stores/import-source'
import { useUi } from '../../stores/ui-store'
import { ChooseFileForm } from './ChooseFileForm'
import classes from './ImportDialog.module.css'
import { ImportPreviewForm } from './ImportPreviewForm'
import type { ImportPreview } from './import-types'

/** Keys from another tool's file: choose it, look at what it holds, take what is wanted. */
export function ImportDialog() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.importing)
  const source = useImportSource()
  const [read, setRead] = useState<ImportPreview | null>(null)
  const preview = read ?? source.preview
  const token = useRef<string | null>(null)

  useEffect(() => {
    if (preview !== null) token.current = preview.token
  }, [preview])

  const forget = (): void => {
    if (token.current === null) return
    // The core forgets it at the next lock anyway.
    client.call('import.cancel', { token: token.current }).catch(() => undefined)
    token.current = null
  }
  useEffect(() => forget, [])

  const close = (): void => {
    setRead(null)
    useUi.getState().setImporting(false)
    useImportSource.setState({ file: null, preview: null })
  }

  return (
    <Modal
      opened={opened}
      onClose={() => {
        forget()
        close()
      }}
      title={
        preview === null
          ? t('import.title')
          : preview.fileName === ''
            ? t('keys.paste.title')
            : t('import.from', { file: preview.fileName })
      }
      size={preview === null ? 480 : 920}
      closeOnClickOutside={preview === null}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      {...(preview !== null && { classNames: { body: classes.body ?? '', content: classes.content ?? '' } })}
    >
      {preview === null ? (
        <ChooseFileForm file={source.file} onRead={setRead} onCancel={close} />
      ) : (
        <ImportPreviewForm
          preview={preview}
          onDone={() => {
            token.current = null
            close()
          }}
          onCancel={() => {
            forget()
            close()
          }}
        />
      )}
    </Modal>
  )
}
