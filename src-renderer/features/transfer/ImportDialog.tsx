import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { forgetImportSource, nextImportSource, useImportSource } from '../../stores/import-source'
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
  const file = source.files[source.at] ?? null
  const isLast = source.at + 1 >= source.files.length
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
    forgetImportSource()
  }
  /** To the next of the dropped files; out, after the last. */
  const goOn = (): void => {
    setRead(null)
    if (!nextImportSource()) close()
  }

  const name = preview?.fileName ?? file?.name ?? ''
  const title =
    source.files.length > 1
      ? t('import.fromOf', { file: name, at: source.at + 1, count: source.files.length })
      : preview === null
        ? t('import.title')
        : name === ''
          ? t('keys.paste.title')
          : t('import.from', { file: name })

  return (
    <Modal
      opened={opened}
      onClose={() => {
        forget()
        close()
      }}
      title={title}
      size={preview === null ? 480 : 920}
      closeOnClickOutside={preview === null}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      {...(preview !== null && { classNames: { body: classes.body ?? '', content: classes.content ?? '' } })}
    >
      {preview === null ? (
        <ChooseFileForm
          key={file?.path ?? ''}
          file={file}
          onRead={setRead}
          onSkip={isLast ? null : goOn}
          onCancel={close}
        />
      ) : (
        <ImportPreviewForm
          key={preview.token}
          preview={preview}
          onDone={() => {
            token.current = null
            goOn()
          }}
          onSkip={
            isLast
              ? null
              : () => {
                  forget()
                  goOn()
                }
          }
          onCancel={() => {
            forget()
            close()
          }}
        />
      )}
    </Modal>
  )
}
