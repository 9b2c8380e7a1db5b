import type { KeyId } from '@contract/model/base'
import type { EnvPreview } from '@contract/model/env'
import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useKeyDetails } from '../use-key-details'
import { ChooseFile } from './ChooseFile'
import { PreviewPage } from './PreviewPage'
import { upperDialog } from './upper-dialog'
import { WaitPage } from './WaitPage'
import classes from './WriteDialog.module.css'

interface WriteDialogProps {
  readonly keyId: KeyId
  /** Where it goes, when that was decided already. */
  readonly file?: string | null
  readonly name?: string | null
  /** It lies over another dialog, which stays open below. */
  readonly upper?: boolean
  readonly onWritten?: () => void
  readonly onClose: () => void
}

/** Writes a key to an env file: where to, then what that changes. */
export function WriteDialog({ keyId, file = null, name = null, upper = false, onWritten, onClose }: WriteDialogProps) {
  const { t } = useTranslation()
  const { value: key, failure } = useKeyDetails(keyId)
  const [preview, setPreview] = useState<EnvPreview | null>(null)
  const [bound, setBound] = useState(true)
  const held = useHeldPreview()

  return (
    <Modal
      opened
      onClose={onClose}
      title={key === null ? t('env.write.titleBlank') : t('env.write.title', { name: key.name })}
      size={560}
      closeOnClickOutside={preview === null}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      {...(upper && upperDialog(onClose))}
    >
      {key === null ? (
        <WaitPage failure={failure} />
      ) : preview === null ? (
        <ChooseFile
          saved={key}
          file={file}
          name={name}
          bound={bound}
          onBound={setBound}
          onPreview={(made) => {
            held.keep(made)
            setPreview(made)
          }}
          onClose={onClose}
        />
      ) : (
        <PreviewPage
          preview={preview}
          bind={bound}
          onPreview={(made) => {
            held.keep(made)
            setPreview(made)
          }}
          onBack={() => {
            held.keep(null)
            setPreview(null)
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

interface Held {
  readonly keep: (preview: EnvPreview | null) => void
  readonly written: () => void
}

/** The preview that the core holds for this dialog; it is let go when another takes its place and at the end. */
export function useHeldPreview(): Held {
  const token = useRef<string | null>(null)
  const forget = (): void => {
    // What is not forgotten now is forgotten by the next lock.
    if (token.current !== null) client.call('env.forget', { token: token.current }).catch(() => undefined)
    token.current = null
  }
  useEffect(() => forget, [])
  return {
    keep(preview) {
      forget()
      token.current = preview?.token ?? null
    },
    written() {
      token.current = null
    }
  }
}
