import type { BulkChange } from '@contract/model/key-query'
import { Autocomplete, Button, Group, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBulk } from '../../../stores/bulk-store'
import { useFacets } from '../../../stores/facets-store'
import { useKeyList } from '../../../stores/key-list-store'
import classes from '../reveal/PasswordAgainDialog.module.css'
import { changeKeys } from '../change-keys'

type Place = 'environment' | 'project'

/** Moves the selected keys to another environment or project. */
export function PlaceDialog() {
  const { t } = useTranslation()
  const opened = useBulk((state) => state.dialog === 'place')
  const count = useKeyList((state) => state.selected.size)
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('keys.bulk.place.title', { count })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opened && <PlaceForm />}
    </Modal>
  )
}

function close(): void {
  useBulk.setState({ dialog: null })
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
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        close()
        void changeKeys([...useKeyList.getState().selected], change)
      }}
    >
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
        onChange={setValue}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('keys.bulk.place.action')}</Button>
      </Group>
    </form>
  )
}
