import type { ReminderRule } from '@contract/model/reminder'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useApp } from '../../../stores/app-store'
import { useKeyList } from '../../../stores/key-list-store'
import { useReminders } from '../../../stores/reminders-store'
import { useResource } from '../../../stores/use-resource'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { Loading } from '../../../ui/Loading'
import { showToast } from '../../../ui/toasts'
import { said } from '../said'
import { LoadFailure } from '../LoadFailure'
import { RuleRow } from './RuleRow'
import { scopeText } from './rule-words'
import classes from '../Part.module.css'

/** What is worth a reminder: the rule for all keys, and the narrower ones that come before it. */
export function RulesView() {
  const { t } = useTranslation()
  const revision = useReminders((state) => state.revision)
  const keys = useKeyList((state) => state.keysRevision)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const load = useCallback(() => client.call('reminders.rules', {}), [])
  const { value, failure } = useResource(`${String(revision)} ${String(keys)}`, load)
  const [removing, setRemoving] = useState<ReminderRule | null>(null)

  const remove = ({ id }: ReminderRule): Promise<void> =>
    said(async () => {
      await client.call('reminders.removeRule', { id })
      showToast(t('reminders.rules.removed'))
    })

  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('reminders.rules.title')}>
      <div className={classes.head}>
        <p className={classes.lead}>{t('reminders.rules.lead')}</p>
        <Button
          leftSection={<IconPlus size={16} />}
          disabled={readOnly}
          onClick={() => {
            useReminders.getState().open({ kind: 'rule', scope: null, name: null })
          }}
        >
          {t('reminders.rules.add')}
        </Button>
      </div>
      <LoadFailure failure={failure} />
      {value === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : (
        <ul className={classes.list}>
          {value.items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} readOnly={readOnly} onRemove={setRemoving} />
          ))}
        </ul>
      )}
      {value?.items.length === 1 && <p className={classes.hint}>{t('reminders.rules.empty')}</p>}
      {removing && (
        <ConfirmDialog
          title={t('reminders.rules.removeTitle', { name: scopeText(removing.scope, removing.keyName, t) })}
          text={t('reminders.rules.removeText')}
          action={t('reminders.rules.remove')}
          danger
          onConfirm={() => {
            void remove(removing)
            setRemoving(null)
          }}
          onClose={() => {
            setRemoving(null)
          }}
        />
      )}
    </div>
  )
}
