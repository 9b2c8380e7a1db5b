import type { BulkChange } from '@contract/model/key-query'
import { Autocomplete, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { ChangeDialog, ChangeForm } from './ChangeDialog'

type Place = 'environment' | 'project'

/** Moves the selected keys to another environment or project. */
export function PlaceDialog() {
  return (
    <ChangeDialog kind="place">
      <PlaceForm />
    </ChangeDialog>
  )
}

function PlaceForm() {
  const { t } = useTranslation()
  const [place, setPlace] = useState<Place>('environment')
  const [value, setValue] = useState('')
  const facets = useFacets((state) => state.facets)
  const known = (place === 'environment' ? facets?.environments : facets?.projects) ?? []
  const wanted = value.trim() === '' ? null : value.trim()
  const change: BulkChange =
    place === 'environment' ? { kind: 'environment', environment: wanted } : { kind: 'project', project: wanted }
  return (
    <ChangeForm kind="place" change={change}>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={t('keys.bulk.place.what')}
        data={(['environment', 'project'] as const).map((one) => ({ value: one, label: t(`form.${one}`) }))}
        value={place}
        onChange={(chosen) => {
          setPlace(chosen)
          setValue('')
        }}
      />
      <Autocomplete
        label={t(`form.${place}`)}
        description={t(`keys.bulk.place.empty.${place}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        limit={50}
        data={known.map((one) => one.value)}
        value={value}
        maxLength={place === 'environment' ? 100 : 200}
        data-autofocus
        openOnFocus={false}
        onChange={setValue}
      />
    </ChangeForm>
  )
}
