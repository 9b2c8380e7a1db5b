import { Button, Group } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { FailureNote } from '../../ui/FailureNote'
import { Note } from '../../ui/Note'
import classes from './KeepKit.module.css'
import { RecoveryKit } from './RecoveryKit'

interface KeepKitProps {
  readonly code: string
  readonly madeAt: string
  /** The button that goes on. */
  readonly children: ReactNode
}

/** The sheet, and the two ways to keep it: on paper, or as a file to put away. */
export function KeepKit({ code, madeAt, children }: KeepKitProps) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [busy, setBusy] = useState(false)

  async function save(): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      // The window shows the code; the file is written where the code was made.
      const { file } = await client.call('vault.saveRecoveryKit', {})
      setSaved(file)
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code !== 'cancelled') setFailure(failed)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <RecoveryKit code={code} madeAt={madeAt} />
      <div className={classes.footer}>
        <div aria-live="polite">
          {saved !== null && (
            <Note>
              <p data-selectable>{t('kit.saved', { file: saved })}</p>
              <p>{t('kit.savedOpens')}</p>
            </Note>
          )}
        </div>
        {failure && <FailureNote failure={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={16} />}
            loading={busy}
            onClick={() => {
              void save()
            }}
          >
            {t('kit.save')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} />}
            onClick={() => {
              window.print()
            }}
          >
            {t('kit.print')}
          </Button>
          {children}
        </Group>
      </div>
    </>
  )
}
