import type { Rotation } from '@contract/model/rotation'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { DialogPage } from '../dialogs/DialogPage'
import { Note } from '../../../ui/Note'
import { useDoing } from '../../../stores/use-doing'
import type { TiedKey } from '../use-tied-key'
import { AskAbort, AskLeave, AskRevokeOld } from './RotationQuestions'
import classes from './Rotation.module.css'
import { OldUseNote } from './OldUseNote'
import { Sides } from './Sides'
import { Steps } from './Steps'
import { useOldUse } from './use-old-use'

interface RotationPageProps {
  readonly tied: TiedKey
  readonly rotation: Rotation
  readonly onChanged: (rotation: Rotation) => void
  /** Goes to the field for the value made by hand. */
  readonly onEnter?: () => void
}

/** How a rotation stands, and what may be asked of it now. It goes on when this is closed. */
export function RotationPage({ tied, rotation, onChanged, onEnter }: RotationPageProps) {
  const { t } = useTranslation()
  const { saved, provider, link } = tied
  const { busy, failure, run } = useDoing()
  const [asking, setAsking] = useState<'revoke' | 'abort' | 'leave' | null>(null)
  const waits = useUnfinished((state) => state.items?.some(({ keyId }) => keyId === saved.id) === true)
  const { open, close } = useProviderDialog.getState()
  const ended = rotation.endedAt !== null
  const oldUse = useOldUse(rotation)
  // Where the provider does not end the old value, somebody has to, or has to have said that Keyquay may.
  const isLeftOpen = rotation.step === 'grace' && rotation.mode !== 'grace' && !rotation.revokeAtEnd
  // Until somebody acts: it goes on by itself in every other case.
  const standsStill = rotation.failure !== null || rotation.step === 'manual' || waits || isLeftOpen
  const may = (what: Rotation['may'][number]): boolean => rotation.may.includes(what)
  const ask = (call: 'rotations.continue' | 'rotations.finish' | 'rotations.abort' | 'rotations.leave'): void => {
    setAsking(null)
    void run(async () => {
      const next = await client.call(call, { id: rotation.id })
      onChanged(next)
      const isMade = rotation.new === null && next.new !== null
      if (isMade) open({ kind: 'new-value', keyId: saved.id, rotationId: rotation.id })
    })
  }

  return (
    <>
      <DialogPage
        title={t('provider.rotation.title', { name: saved.name })}
        failure={failure}
        busy={busy ? t('provider.unfinished.settling', { connection: link.connectionName }) : null}
        footer={
          <>
            {may('abort') && (
              <Button
                variant="subtle"
                color="red"
                disabled={busy}
                onClick={() => {
                  setAsking('abort')
                }}
              >
                {t('provider.rotation.abort')}
              </Button>
            )}
            {may('leave') && (
              <Button
                variant="subtle"
                color="red"
                disabled={busy}
                onClick={() => {
                  setAsking('leave')
                }}
              >
                {t('provider.rotation.endHere')}
              </Button>
            )}
            {may('revoke') && (
              <Button
                variant="default"
                disabled={busy}
                onClick={() => {
                  setAsking('revoke')
                }}
              >
                {t('provider.rotation.revokeNow')}
              </Button>
            )}
            <Button
              variant={may('continue') || may('enter-value') ? 'default' : 'filled'}
              data-autofocus
              onClick={close}
            >
              {t('provider.rotation.leave')}
            </Button>
            {may('continue') && (
              <Button
                loading={busy}
                onClick={() => {
                  ask('rotations.continue')
                }}
              >
                {t('provider.rotation.continue')}
              </Button>
            )}
            {may('enter-value') && onEnter !== undefined && (
              <Button onClick={onEnter}>{t('provider.rotation.continue')}</Button>
            )}
          </>
        }
      >
        {ended && (
          <div>
            <p className={classes.end} data-aborted={rotation.step === 'aborted' ? true : undefined}>
              {rotation.step === 'aborted' ? (
                <IconCircleX size={20} aria-hidden="true" />
              ) : (
                <IconCircleCheck size={20} aria-hidden="true" />
              )}
              {t(rotation.step === 'aborted' ? 'provider.rotation.aborted' : 'provider.rotation.done')}
            </p>
            <p className={classes.happened}>
              {t(rotation.step === 'aborted' ? 'provider.rotation.abortedText' : 'provider.rotation.doneText')}
            </p>
          </div>
        )}
        <Sides rotation={rotation} />
        {oldUse !== null && <OldUseNote use={oldUse} provider={provider} />}
        {waits && (
          <Note>
            <p>{t('provider.rotation.waits')}</p>
            <Button
              size="compact-sm"
              variant="default"
              mt="xs"
              onClick={() => {
                open({ kind: 'unfinished' })
              }}
            >
              {t('provider.rotation.showUnfinished')}
            </Button>
          </Note>
        )}
        <Steps
          rotation={rotation}
          provider={provider}
          onRevokeAtEnd={(revokeAtEnd) => {
            void run(async () => {
              onChanged(await client.call('rotations.set', { id: rotation.id, revokeAtEnd }))
            })
          }}
        />
        {!ended && (
          <p className={classes.leave}>
            {t(standsStill ? 'provider.rotation.waitHelp' : 'provider.rotation.leaveHelp')}
          </p>
        )}
      </DialogPage>
      {asking === 'abort' && (
        <AskAbort
          rotation={rotation}
          provider={provider}
          onConfirm={() => {
            ask('rotations.abort')
          }}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
      {asking === 'leave' && (
        <AskLeave
          rotation={rotation}
          provider={provider}
          onConfirm={() => {
            ask('rotations.leave')
          }}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
      {asking === 'revoke' && (
        <AskRevokeOld
          rotation={rotation}
          oldUse={oldUse}
          provider={provider}
          onConfirm={() => {
            ask('rotations.finish')
          }}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
    </>
  )
}
