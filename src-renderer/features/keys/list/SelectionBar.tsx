import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { deleteKeys, restoreKeys } from '../key-actions'
import classes from './SelectionBar.module.css'

export function SelectionBar() {
  const { t } = useTranslation()
  const selected = useKeyList((state) => state.selected)
  const inBin = useKeyList((state) => state.filter.view === 'bin')
  const clear = useKeyList((state) => state.clearSelection)
  if (selected.size === 0) return null
  const keys = [...selected].map((id) => ({ id, name: '' }))
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('list.selected', { count: selected.size })}>
      <span className={classes.count}>{t('list.selected', { count: selected.size })}</span>
      {inBin ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => {
            void restoreKeys(keys)
          }}
        >
          {t('list.restoreSelected')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} />}
          onClick={() => {
            void deleteKeys(keys)
          }}
        >
          {t('list.deleteSelected')}
        </Button>
      )}
      <ActionIcon aria-label={t('list.clearSelection')} onClick={clear}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}
