import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { ChangeDialog, ChangeForm } from './ChangeDialog'

/** Adds tags to the selected keys and takes others from them. */
export function TagsDialog() {
  return (
    <ChangeDialog kind="tags">
      <TagsForm />
    </ChangeDialog>
  )
}

function TagsForm() {
  const { t } = useTranslation()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const facets = useFacets((state) => state.facets)
  const known = (facets?.tags ?? []).map(({ value }) => value)
  return (
    <ChangeForm kind="tags" change={add.length + remove.length === 0 ? null : { kind: 'tags', add, remove }}>
      <TagsInput
        label={t('keys.bulk.tags.add')}
        limit={50}
        data={known}
        value={add}
        maxTags={20}
        splitChars={[',']}
        acceptValueOnBlur
        data-autofocus
        placeholder={add.length === 0 ? t('form.tagsHelp') : ''}
        onChange={setAdd}
      />
      <TagsInput
        label={t('keys.bulk.tags.remove')}
        limit={50}
        data={known.filter((tag) => !add.includes(tag))}
        value={remove}
        maxTags={20}
        splitChars={[',']}
        acceptValueOnBlur
        onChange={setRemove}
      />
    </ChangeForm>
  )
}
