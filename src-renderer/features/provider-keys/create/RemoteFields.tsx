import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ExpiryField } from '../form/ExpiryField'
import { OptionsField } from '../form/OptionsField'
import { RangesField } from '../form/RangesField'
import { ScopePicker } from '../form/ScopePicker'
import { useOptions } from '../form/use-options'
import { nameMaxOf, type CreateProblems, type CreateValues } from '../model/create-form'
import { withFetched } from '../model/scopes'
import type { Chosen } from './use-chosen'

interface RemoteFieldsProps {
  readonly chosen: Chosen
  readonly values: CreateValues
  readonly problems: CreateProblems
  readonly onChange: (change: Partial<CreateValues>) => void
}

/** The provider's part of a new key. A field is there only where the kind has it. */
export function RemoteFields({ chosen, values, problems, onChange }: RemoteFieldsProps) {
  const { t } = useTranslation()
  const { connection, connector, kind } = chosen
  const provider = connector.name
  const asks = (of: 'projects' | 'roles' | 'services' | 'scopes'): boolean =>
    connection.mode === 'api' && connector.account[of] !== undefined
  const scopes = useOptions(connection.id, 'scopes', asks('scopes'))
  const problem = (field: keyof CreateProblems): string | undefined => {
    const found = problems[field]
    return found === undefined ? undefined : t(`provider.create.problems.${found}`)
  }
  const most = nameMaxOf(kind)

  return (
    <>
      <TextInput
        label={kind.nameLabel ?? t('provider.create.nameInVault')}
        description={kind.nameLabel === null ? t('provider.create.nameInVaultHelp', { provider }) : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={values.name}
        error={problem('name')}
        maxLength={most}
        autoComplete="off"
        data-autofocus
        onChange={(event) => {
          onChange({ name: event.currentTarget.value })
        }}
      />
      {kind.description && (
        <TextInput
          label={t('provider.create.description')}
          value={values.description}
          error={problem('description')}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => {
            onChange({ description: event.currentTarget.value })
          }}
        />
      )}
      {kind.projects && (
        <OptionsField
          connectionId={connection.id}
          of="projects"
          ask={asks('projects')}
          label={t('provider.create.project')}
          help={t('provider.create.projectHelp', { provider })}
          many={false}
          chosen={values.project === null ? [] : [values.project]}
          error={problem('project')}
          onChange={([project]) => {
            onChange({ project: project ?? null })
          }}
        />
      )}
      {kind.environments.length > 0 && (
        <Select
          label={t('provider.create.environment')}
          data={kind.environments.map(({ id, label }) => ({ value: id, label: label === '' ? id : label }))}
          value={values.environment}
          error={problem('environment')}
          allowDeselect={false}
          onChange={(environment) => {
            onChange({ environment })
          }}
        />
      )}
      {kind.services && (
        <OptionsField
          connectionId={connection.id}
          of="services"
          ask={asks('services')}
          label={t('provider.create.services')}
          help={t('provider.create.typed', { provider })}
          many
          chosen={values.services}
          error={undefined}
          onChange={(services) => {
            onChange({ services })
          }}
        />
      )}
      {kind.scopes.kind !== 'none' && (
        <ScopePicker
          model={withFetched(kind.scopes, scopes.items ?? [])}
          provider={provider}
          chosen={values.scopes}
          error={problem('scopes')}
          onChange={(next) => {
            onChange({ scopes: next })
          }}
        />
      )}
      {kind.roles !== 'none' && (
        <OptionsField
          connectionId={connection.id}
          of="roles"
          ask={asks('roles')}
          label={t('provider.create.roles')}
          help={t('provider.create.typed', { provider })}
          many={kind.roles === 'many'}
          chosen={values.roles}
          error={problem('roles')}
          onChange={(roles) => {
            onChange({ roles })
          }}
        />
      )}
      <ExpiryField
        model={kind.expiry}
        option={values.expiry}
        day={values.expiryDay}
        error={problem('expiryDay')}
        onChange={(expiry, expiryDay) => {
          onChange({ expiry, expiryDay })
        }}
      />
      {kind.ipRanges && (
        <RangesField
          value={values.ipRanges}
          error={problem('ipRanges')}
          onChange={(ipRanges) => {
            onChange({ ipRanges })
          }}
        />
      )}
    </>
  )
}
