import type { OldUse, Rotation } from '@contract/model/rotation'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { useNow } from '../../../ui/use-now'
import { leftWords } from './left-words'
import { oldUseText } from './old-use-text'

interface QuestionProps {
  readonly rotation: Rotation
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Says what aborting does before it is done. */
export function AskAbort({ rotation, provider, onConfirm, onClose }: QuestionProps & { readonly provider: string }) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t('provider.rotation.abortTitle')}
      text={
        rotation.new === null ? t('provider.rotation.abortTextEarly') : t('provider.rotation.abortText', { provider })
      }
      action={t('provider.rotation.abortAction')}
      danger={rotation.new !== null}
      cancel={t('provider.rotation.abortStay')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  )
}

/** Says what stays alive when a rotation is ended without the provider. */
export function AskLeave({ rotation, provider, onConfirm, onClose }: QuestionProps & { readonly provider: string }) {
  const { t } = useTranslation()
  const side = rotation.step === 'aborting' ? rotation.new : rotation.old
  return (
    <ConfirmDialog
      title={t('provider.rotation.endHereTitle')}
      text={t('provider.rotation.endHereText', { provider, id: side?.remoteId ?? side?.preview ?? '' })}
      action={t('provider.rotation.endHereAction')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  )
}

/** Warns before the old value is ended ahead of its time. */
export function AskRevokeOld({
  rotation,
  oldUse,
  provider,
  onConfirm,
  onClose
}: QuestionProps & { readonly oldUse: OldUse | null; readonly provider: string }) {
  const { t } = useTranslation()
  const nowMs = useNow(1_000)
  const { graceEndsAt } = rotation
  return (
    <ConfirmDialog
      title={t('provider.rotation.revokeTitle')}
      text={[
        ...(oldUse === null ? [] : [oldUseText(oldUse, provider, nowMs, t)]),
        graceEndsAt === null
          ? t('provider.rotation.revokeTextOpen')
          : t('provider.rotation.revokeText', { left: leftWords(graceEndsAt, nowMs, t) })
      ].join(' ')}
      action={t('provider.rotation.revokeAction')}
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    />
  )
}
