import type { KeyId } from '@contract/model/base'
import { Select } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useResource } from '../../stores/use-resource'
import { cx } from '../../ui/cx'
import classes from './AuditFilters.module.css'

interface Chosen {
  readonly id: KeyId
  readonly name: string
}

interface KeyFieldProps {
  readonly chosen: Chosen | null
  readonly onChoose: (key: Chosen | null) => void
}

const MOST = 50

/** Chooses one key of the vault by a part of its name. */
export function KeyField({ chosen, onChoose }: KeyFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const text = typed === chosen?.name ? '' : typed.trim()
  const load = useCallback((wanted: string) => client.call('keys.list', { text: wanted, limit: MOST }), [])
  const { value } = useResource(text, load)
  const found = value?.items.map(({ id, name }) => ({ id, name })) ?? []
  const choices = chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found]
  return (
    <Select
      size="xs"
      className={cx(classes.field)}
      aria-label={t('audit.key')}
      placeholder={t('audit.anyKey')}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen?.id ?? null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // What was found fits already, be it by something else than the name.
      filter={({ options }) => options}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      maxDropdownHeight={320}
      onChange={(id) => {
        onChoose(choices.find((one) => one.id === id) ?? null)
      }}
    />
  )
}
