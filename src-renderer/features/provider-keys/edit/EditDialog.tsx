import type { KeyId } from '@contract/model/base'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { showToast } from '../../../ui/toasts'
import { useDiscard } from '../../../ui/use-discard'
import { FormButtons } from '../../../ui/FormButtons'
import { useCloseGuard } from '../dialogs/close-guard'
import { DialogPage } from '../dialogs/DialogPage'
import dialog from '../dialogs/Dialog.module.css'
import { Note } from '../../../ui/Note'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import { blanksOfKey } from '../guided/blanks-of-key'
import { GuidePart } from '../guided/GuidePart'
import { changesBetween, edited, toEditValues, toRemoteChange, type FieldChange } from '../model/changes'
import { isByHand } from '../model/create-form'
import { parseRanges } from '../model/ip-ranges'
import { useDoing } from '../../../stores/use-doing'
import type { TiedKey } from '../use-tied-key'
import { Changes } from './Changes'
import { EditFields } from './EditFields'

interface EditDialogProps {
  readonly keyId: KeyId
}

const FIELDS = ['name', 'description', 'scopes', 'roles', 'ipRanges'] as const

export function EditDialog({ keyId }: EditDialogProps) {
  const { t } = useTranslation()
  return (
    <WithTiedKey id={keyId} title={(name) => t('provider.edit.title', { name })}>
      {(tied) => <Edit tied={tied} />}
    </WithTiedKey>
  )
}

interface EditProps {
  readonly tied: TiedKey
}

/** Changes a key at its provider: the fields first, then what exactly would change. */
function Edit({ tied }: EditProps) {
  const { t, i18n } = useTranslation()
  const { saved, kind, provider, connection } = tied
  const [values, setValues] = useState(() => toEditValues(saved))
  const [reviewing, setReviewing] = useState(false)
  const { busy, failure, run, clear } = useDoing()
  const changes = changesBetween(saved, values, kind.editable)
  const byHand = isByHand(tied.link.mode, kind, 'update')
  const nameMissing = values.name.trim() === ''
  const ready = changes.length > 0 && !nameMissing && parseRanges(values.ipRanges).problems.length === 0
  const fixed = FIELDS.filter((field) => hasField(tied, field) && !kind.editable.includes(field))
  const { close } = useProviderDialog.getState()
  const { leave, question } = useDiscard(changes.length > 0, close)
  // While the provider answers, its call is what can be cancelled.
  useCloseGuard(busy ? () => undefined : changes.length > 0 ? leave : null)
  const labelOf = (field: FieldChange['field']): string => {
    if (field === 'scopes') return kind.scopes.label
    if (field === 'name') return kind.nameLabel ?? t('provider.create.nameInVault')
    return t(`provider.create.${field}`)
  }

  async function save(): Promise<void> {
    const change = toRemoteChange(values, changes)
    if (byHand) await client.call('keys.edit', { id: saved.id, fields: change })
    else await client.call('remote.edit', { id: saved.id, change })
    showToast(t('provider.edit.saved', { name: saved.name, provider }))
    close()
  }

  return (
    <>
      <DialogPage
        key={reviewing ? 'review' : 'fields'}
        title={t('provider.edit.title', { name: saved.name })}
        failure={failure}
        busy={busy ? t('provider.edit.working', { provider }) : null}
        onSubmit={() => {
          if (!reviewing && ready) setReviewing(true)
          else if (reviewing) void run(save)
        }}
        footer={
          <FormButtons
            action={
              !reviewing
                ? t('provider.edit.review')
                : byHand
                  ? t('provider.guided.edited')
                  : t('provider.edit.save', { provider })
            }
            cancel={reviewing ? t('provider.back') : undefined}
            busy={busy}
            ready={reviewing || ready}
            first={reviewing ? 'action' : null}
            onCancel={() => {
              clear()
              if (reviewing) setReviewing(false)
              else leave()
            }}
          />
        }
      >
        {reviewing ? (
          <>
            <Changes changes={changes} labelOf={labelOf} />
            {byHand && (
              <GuidePart
                wanted={{ connectionId: connection.id, kind: kind.id, job: 'edit', keyId: saved.id, request: null }}
                provider={provider}
                blanks={blanksOfKey(kind, edited(saved, values), t, i18n.language)}
              />
            )}
          </>
        ) : (
          <>
            <p className={dialog.text}>{t(byHand ? 'provider.edit.noteByHand' : 'provider.edit.note', { provider })}</p>
            <EditFields
              tied={tied}
              values={values}
              nameMissing={nameMissing}
              onChange={(change) => {
                setValues((before) => ({ ...before, ...change }))
              }}
            />
            {fixed.length > 0 && (
              <Note tone="calm">
                {t('provider.edit.fixed', {
                  fields: fixed.map((field) => t(`provider.edit.fields.${field}`)).join(', ')
                })}
              </Note>
            )}
          </>
        )}
      </DialogPage>
      {question}
    </>
  )
}

/** Whether keys of this kind have such a field at all. */
function hasField({ kind }: TiedKey, field: (typeof FIELDS)[number]): boolean {
  switch (field) {
    case 'name':
      return kind.nameLabel !== null
    case 'description':
      return kind.description
    case 'scopes':
      return kind.scopes.kind !== 'none'
    case 'roles':
      return kind.roles !== 'none'
    case 'ipRanges':
      return kind.ipRanges
  }
}
