import { Autocomplete, SegmentedControl, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { dateText, dayText } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'
import { expiresAtOf, expiryChoices, type KeyFormProblems, type KeyFormValues } from './key-form'
import classes from './KeyFields.module.css'
import { suggestedProviders } from './providers'

interface KeyFieldsProps {
  readonly values: KeyFormValues
  readonly problems: KeyFormProblems
  readonly withKeep: boolean
  readonly onChange: (change: Partial<KeyFormValues>) => void
}

/** Every field of a key after its name and secret. */
export function KeyFields({ values, problems, withKeep, onChange }: KeyFieldsProps) {
  const { t, i18n } = useTranslation()
  const facets = useFacets((state) => state.facets)
  const nowMs = useNow(30_000)
  const known = (values: readonly { value: string }[] | undefined, more: readonly string[] = []): string[] => [
    ...new Set([...(values ?? []).map(({ value }) => value), ...more])
  ]
  const expiresAt = expiresAtOf(values, nowMs)

  return (
    <>
      <div className={classes.pair}>
        <Autocomplete
          label={t('form.provider')}
          data={known(facets?.providers, suggestedProviders)}
          value={values.provider}
          onChange={(provider) => {
            onChange({ provider })
          }}
          maxLength={100}
        />
        <TextInput
          label={t('form.envName')}
          classNames={{ input: classes.mono ?? '' }}
          value={values.envName}
          error={problems.envName && t(`form.${problems.envName}`)}
          onChange={(event) => {
            onChange({ envName: event.currentTarget.value })
          }}
          maxLength={128}
          autoComplete="off"
          spellCheck={false}
        />
        <Autocomplete
          label={t('form.project')}
          limit={50}
          data={known(facets?.projects)}
          value={values.project}
          onChange={(project) => {
            onChange({ project })
          }}
          maxLength={200}
        />
        <Autocomplete
          label={t('form.environment')}
          data={known(facets?.environments, ['prod', 'staging', 'dev'])}
          value={values.environment}
          onChange={(environment) => {
            onChange({ environment })
          }}
          maxLength={100}
        />
      </div>
      <div>
        <div className={classes.expiryLine}>
          <span id="expiry-label" className={classes.label}>
            {t('form.expiry')}
          </span>
          {values.expiry !== 'date' && expiresAt !== null && (
            <span>{t('form.expiryOn', { date: dateText(expiresAt, i18n.language) })}</span>
          )}
        </div>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-labelledby="expiry-label"
          data={expiryChoices.map((choice) => ({ value: choice, label: t(`form.expiryChoices.${choice}`) }))}
          value={values.expiry}
          onChange={(expiry) => {
            onChange({ expiry })
          }}
        />
      </div>
      {values.expiry === 'date' && (
        <DatePickerInput
          label={t('form.expiryDate')}
          placeholder={t('form.dateNeeded')}
          valueFormatter={({ date }) => (typeof date === 'string' ? dayText(date, i18n.language) : '')}
          value={values.expiryDate}
          minDate={new Date(nowMs)}
          error={problems.expiryDate && t(`form.${problems.expiryDate}`)}
          onChange={(expiryDate) => {
            onChange({ expiryDate })
          }}
        />
      )}
      <TagsInput
        label={t('form.tags')}
        limit={50}
        classNames={{ inputField: classes.short ?? '' }}
        data={known(facets?.tags)}
        value={values.tags}
        onChange={(tags) => {
          onChange({ tags })
        }}
        placeholder={values.tags.length === 0 ? t('form.tagsHelp') : ''}
        maxTags={50}
        splitChars={[',']}
        acceptValueOnBlur
      />
      <TagsInput
        label={t('form.scopes')}
        classNames={{ pill: classes.monoPill ?? '', inputField: classes.short ?? '' }}
        value={values.scopes}
        onChange={(scopes) => {
          onChange({ scopes })
        }}
        placeholder={values.scopes.length === 0 ? t('form.scopesHelp') : ''}
        splitChars={[',', ' ']}
        acceptValueOnBlur
      />
      <TextInput
        label={t('form.description')}
        value={values.description}
        onChange={(event) => {
          onChange({ description: event.currentTarget.value })
        }}
        maxLength={2000}
      />
      <Textarea
        label={t('form.notes')}
        value={values.notes}
        onChange={(event) => {
          onChange({ notes: event.currentTarget.value })
        }}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
      />
      {withKeep && (
        <Switch
          label={t('form.keep')}
          description={t('form.keepHelp')}
          classNames={{ description: classes.keepHelp ?? '' }}
          checked={values.keep === 'vault'}
          onChange={(event) => {
            onChange({ keep: event.currentTarget.checked ? 'vault' : 'never' })
          }}
        />
      )}
    </>
  )
}
