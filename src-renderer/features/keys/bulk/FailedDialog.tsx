import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBulk } from '../../../stores/bulk-store'
import { failureText } from '../../../texts/failure-text'
import classes from './FailedDialog.module.css'

/** The keys that could not be changed, each with the reason. */
export function FailedDialog() {
  const { t, i18n } = useTranslation()
  const failed = useBulk((state) => state.failed)
  const close = (): void => {
    useBulk.setState({ failed: null })
  }
  return (
    <Modal
      opened={failed !== null}
      onClose={close}
      title={t('keys.failed.title', { count: failed?.length ?? 0 })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.lead}>{t('keys.failed.lead', { count: failed?.length ?? 0 })}</p>
      <ul className={classes.list} aria-label={t('keys.failed.list')} tabIndex={0}>
        {failed?.map(({ id, name, failure }) => {
          const told = failure === null ? null : failureText({ ...failure, id: '' }, i18n.language)
          return (
            <li key={id}>
              <span className={classes.name}>{name === '' ? id : name}</span>
              <p>{told !== null && `${told.happened} ${told.next}`}</p>
            </li>
          )
        })}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button data-autofocus onClick={close}>
          {t('common.close')}
        </Button>
      </Group>
    </Modal>
  )
}
