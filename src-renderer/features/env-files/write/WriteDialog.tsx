import type { KeyId } from '@contract/model/base'
import type { EnvPreview } from '@contract/model/env'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { upperDialog } from '../../../ui/upper-dialog'
import { useKeys } from '../use-keys'
import { ChooseFile } from './ChooseFile'
import { NothingToWrite } from './NothingToWrite'
import { PreviewPage } from './PreviewPage'
import { useHeldPreview } from './use-held-preview'
import { WaitPage } from './WaitPage'
import { nothingChosen } from './wanted'
import classes from './WriteDialog.module.css'

interface WriteDialogProps {
  readonly keyIds: readonly KeyId[]
  /** It lies over another dialog, which stays open below. */
  readonly upper?: boolean
  readonly onWritten?: () => void
  readonly onClose: () => void
}

/** Writes keys to an env file: under which names and where to, then what that changes. */
export function WriteDialog({ keyIds, upper = false, onWritten, onClose }: WriteDialogProps) {
  const { t } = useTranslation()
  const { value: chosen, failure } = useKeys(keyIds)
  const [preview, setPreview] = useState<EnvPreview | null>(null)
  const [wanted, setWanted] = useState(nothingChosen)
  const held = useHeldPreview()
  const keys = chosen?.filter(({ hasSecret }) => hasSecret) ?? []
  const leftOut = chosen?.filter(({ hasSecret }) => !hasSecret) ?? []
  const only = keyIds.length === 1 ? chosen?.[0] : keys.length === 1 ? keys[0] : undefined
  const show = (made: EnvPreview | null): void => {
    held.keep(made)
    setPreview(made)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={
        only !== undefined
          ? t('env.write.title', { name: only.name })
          : keys.length === 0
            ? t('env.write.titleBlank')
            : t('env.write.titleMany', { count: keys.length })
      }
      size={560}
      closeOnClickOutside={preview === null}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      {...(upper && upperDialog(onClose))}
    >
      {chosen === null ? (
        <WaitPage failure={failure} />
      ) : keys.length === 0 ? (
        <NothingToWrite leftOut={leftOut} onClose={onClose} />
      ) : preview === null ? (
        <ChooseFile
          keys={keys}
          leftOut={leftOut}
          wanted={wanted}
          onWanted={setWanted}
          onPreview={show}
          onClose={onClose}
        />
      ) : (
        <PreviewPage
          preview={preview}
          bind={wanted.bound}
          onPreview={show}
          onBack={() => {
            show(null)
          }}
          onDone={() => {
            held.written()
            onWritten?.()
            onClose()
          }}
        />
      )}
    </Modal>
  )
}
