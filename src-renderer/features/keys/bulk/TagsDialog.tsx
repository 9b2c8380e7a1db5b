import { Button, Group, Modal, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBulk } from '../../../stores/bulk-store'
import { useFacets } from '../../../stores/facets-store'
import { useKeyList } from '../../../stores/key-list-store'
import classes from '../reveal/PasswordAgainDialog.module.css'
import { changeKeys } from '../change-keys'

/** Adds tags to the selected keys and takes others from them. */
export function TagsDialog() {
  const { t } = useTranslation()
  const opened = useBulk((state) => state.dialog === 'tags')
  const count = useKeyList((state) => state.selected.size)
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('keys.bulk.tags.title', { count })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opened && <TagsForm />}
    </Modal>
  )
}

function close(): void {
  useBulk.setState({ dialog: null })
}

function TagsForm() {
  const { t } = useTranslation()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const facets = useFacets((state) => state.facets)
  const known = (facets?.tags ?? []).map(({ value }) => value)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (add.length + remove.length === 0) return
        close()
        void changeKeys([...useKeyList.getState().selected], { kind: 'tags', add, remove })
      }}
    >
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
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={add.length + remove.length === 0}>
          {t('keys.bulk.tags.action')}
        </Button>
      </Group>
    </form>
  )
}
