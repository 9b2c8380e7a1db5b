import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OptionsField } from '../form/OptionsField'
import { RangesField } from '../form/RangesField'
import { ScopePicker } from '../form/ScopePicker'
import { UsedHint } from '../form/UsedHint'
import { useOptions } from '../form/use-options'
import type { EditValues } from '../model/changes'
import { nameMaxOf } from '../model/create-form'
import { withFetched } from '../model/scopes'
import type { TiedKey } from '../use-tied-key'

interface EditFieldsProps {
  readonly tied: TiedKey
  readonly values: EditValues
  readonly nameMissing: boolean
  readonly onChange: (change: Partial<EditValues>) => void
}

/** What the provider lets one change of a key, and nothing else. */
export function EditFields({ tied, values, nameMissing, onChange }: EditFieldsProps) {
  const { t } = useTranslation()
  const { saved, kind, connection, connector, provider, speaks } = tied
  const may = (field: (typeof kind.editable)[number]): boolean => kind.editable.includes(field)
  const asks = (of: 'scopes' | 'roles'): boolean => speaks && connector.account[of] !== undefined
  const fetched = useOptions(connection.id, 'scopes', may('scopes') && asks('scopes'))
  const scopes = withFetched(kind.scopes, fetched.items ?? [])
  const choose = (chosen: string[]): void => {
    onChange({ scopes: chosen })
  }
  return (
    <>
      {may('name') && (
        <TextInput
          label={kind.nameLabel ?? t('provider.create.nameInVault')}
          value={values.name}
          maxLength={nameMaxOf(kind)}
          error={nameMissing && t('provider.create.problems.nameNeeded')}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            onChange({ name: event.currentTarget.value })
          }}
        />
      )}
      {may('description') && (
        <TextInput
          label={t('provider.create.description')}
          value={values.description}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => {
            onChange({ description: event.currentTarget.value })
          }}
        />
      )}
      {may('scopes') && kind.scopes.kind !== 'none' && (
        <ScopePicker
          model={scopes}
          provider={provider}
          chosen={values.scopes}
          error={undefined}
          hint={<UsedHint keyId={saved.id} model={scopes} chosen={values.scopes} onChange={choose} />}
          onChange={choose}
        />
      )}
      {may('roles') && kind.roles !== 'none' && (
        <OptionsField
          connectionId={connection.id}
          of="roles"
          ask={asks('roles')}
          label={t('provider.create.roles')}
          help={t('provider.create.typed', { provider })}
          many={kind.roles === 'many'}
          chosen={values.roles}
          error={undefined}
          onChange={(roles) => {
            onChange({ roles })
          }}
        />
      )}
      {may('ipRanges') && (
        <RangesField
          value={values.ipRanges}
          error={undefined}
          onChange={(ipRanges) => {
            onChange({ ipRanges })
          }}
        />
      )}
    </>
  )
}
