import type { EnvPreview } from '@contract/model/env'
import { Modal } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useResource } from '../../../stores/use-resource'
import { PreviewPage } from './PreviewPage'
import { useHeldPreview } from './use-held-preview'
import { WaitPage } from './WaitPage'
import classes from './WriteDialog.module.css'

interface ExampleDialogProps {
  /** The env file whose names it takes. */
  readonly file: string
  readonly onClose: () => void
}

/** A `.env.example` beside an env file: its names without its values. */
export function ExampleDialog({ file, onClose }: ExampleDialogProps) {
  const { t } = useTranslation()
  const load = useCallback((at: string) => client.call('env.previewExample', { file: at }), [])
  const { value, failure } = useResource(file, load)
  const [newer, setNewer] = useState<EnvPreview | null>(null)
  const preview = newer ?? value
  const { keep, written } = useHeldPreview()
  useEffect(() => {
    if (value !== null) keep(value)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `keep` is of this dialog and does the same each time
  }, [value])

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('env.example.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      {preview === null ? (
        <WaitPage failure={failure} />
      ) : (
        <PreviewPage
          preview={preview}
          bind={false}
          onPreview={(made) => {
            keep(made)
            setNewer(made)
          }}
          onBack={onClose}
          onDone={() => {
            written()
            onClose()
          }}
        />
      )}
    </Modal>
  )
}
