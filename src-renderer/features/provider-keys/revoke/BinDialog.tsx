import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProviderDialog, type ProviderDialog } from '../../../stores/provider-dialog-store'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import dialog from '../dialogs/Dialog.module.css'

type BinDialogProps = Extract<ProviderDialog, { kind: 'bin' }>

const MOST_NAMES = 3

/** Says, before keys go to the bin, that they stay alive at their provider. */
export function BinDialog({ alive, count, move }: Omit<BinDialogProps, 'kind'>) {
  const { t, i18n } = useTranslation()
  const { open, close } = useProviderDialog.getState()
  const [first] = alive
  const names = alive.slice(0, MOST_NAMES).map(({ name }) => name)
  const rest = alive.length - names.length
  const list = new Intl.ListFormat(i18n.language).format(rest > 0 ? [...names, `+${String(rest)}`] : names)
  return (
    <DialogPage
      title={t('provider.bin.title', { count, name: first?.name ?? '' })}
      footer={
        <FormButtons
          action={t('provider.bin.move')}
          first="cancel"
          onCancel={close}
          onAction={() => {
            close()
            move()
          }}
        >
          {first !== undefined && alive.length === 1 && (
            <Button
              variant="default"
              onClick={() => {
                open({ kind: 'revoke', keyId: first.id })
              }}
            >
              {t('provider.bin.revokeFirst')}
            </Button>
          )}
        </FormButtons>
      }
    >
      <p className={dialog.text}>{t('provider.bin.alive', { count: alive.length, names: list })}</p>
    </DialogPage>
  )
}
