import { Autocomplete, Switch, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { ChoiceList } from '../form/ChoiceList'
import field from '../form/Field.module.css'
import type { CreateProblems, CreateValues } from '../model/create-form'

interface LocalFieldsProps {
  readonly values: CreateValues
  readonly problems: CreateProblems
  readonly onChange: (change: Partial<CreateValues>) => void
}

/** The vault's part of a new key: nothing of it is sent. */
export function LocalFields({ values, problems, onChange }: LocalFieldsProps) {
  const { t } = useTranslation()
  const facets = useFacets((state) => state.facets)
  const known = (of: readonly { readonly value: string }[] | undefined): string[] =>
    (of ?? []).map(({ value }) => value)
  const likeProvider = t('provider.create.likeProvider')
  return (
    <>
      <TextInput
        label={t('provider.create.envName')}
        classNames={{ input: field.mono ?? '' }}
        value={values.envName}
        error={problems.envName && t(`provider.create.problems.${problems.envName}`)}
        maxLength={128}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => {
          onChange({ envName: event.currentTarget.value })
        }}
      />
      <div className={field.pair}>
        <Autocomplete
          label={t('provider.create.localProject')}
          placeholder={likeProvider}
          data={known(facets?.projects)}
          value={values.localProject}
          maxLength={200}
          onChange={(localProject) => {
            onChange({ localProject })
          }}
        />
        <Autocomplete
          label={t('provider.create.localEnvironment')}
          placeholder={likeProvider}
          data={known(facets?.environments)}
          value={values.localEnvironment}
          maxLength={100}
          onChange={(localEnvironment) => {
            onChange({ localEnvironment })
          }}
        />
      </div>
      <TagsInput
        label={t('provider.create.tags')}
        classNames={{ inputField: field.short ?? '' }}
        data={known(facets?.tags)}
        value={values.tags}
        placeholder={values.tags.length === 0 ? t('form.tagsHelp') : ''}
        maxTags={50}
        splitChars={[',']}
        acceptValueOnBlur
        onChange={(tags) => {
          onChange({ tags })
        }}
      />
      <ChoiceList
        label={t('provider.create.keep')}
        value={values.keep}
        choices={[
          { value: 'vault', label: t('provider.create.keepVault'), help: t('provider.create.keepVaultHelp') },
          { value: 'never', label: t('provider.create.keepNever'), help: t('provider.create.keepNeverHelp') }
        ]}
        onChange={(keep) => {
          onChange({ keep })
        }}
      />
      <Switch
        label={t('provider.create.favourite')}
        checked={values.favourite}
        onChange={(event) => {
          onChange({ favourite: event.currentTarget.checked })
        }}
      />
    </>
  )
}
