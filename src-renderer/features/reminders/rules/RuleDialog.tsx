import type { ReminderRule, RuleScope } from '@contract/model/reminder'
import type { TFunction } from 'i18next'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useResource } from '../../../stores/use-resource'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { showToast } from '../../../ui/toasts'
import { FormDialog } from '../dialogs/FormDialog'
import { problemsIn, saysNothing, toForm, toParts, type RuleForm } from '../model/rule-form'
import { RuleFields } from './RuleFields'
import { ScopeField } from './ScopeField'

interface RuleDialogProps {
  /** Null: the person chooses what the rule is about. */
  readonly scope: RuleScope | null
  readonly name: string | null
  readonly onClose: () => void
}

/** Edits the rule of a scope, or makes it. What a rule does not decide, a wider one does. */
export function RuleDialog({ scope: given, name, onClose }: RuleDialogProps) {
  const { t } = useTranslation()
  const load = useCallback(() => client.call('reminders.rules', {}), [])
  const { value, failure } = useResource('once', load)
  const [scope, setScope] = useState(given)
  const [edited, setEdited] = useState<RuleForm | null>(null)
  const [tried, setTried] = useState(false)
  const known = value?.items.find((rule) => scope !== null && isSame(rule.scope, scope))
  const form = edited ?? toForm(known?.parts ?? null)
  const problems = tried ? problemsIn(form, scope) : null

  async function save(): Promise<boolean> {
    setTried(true)
    const found = problemsIn(form, scope)
    if (scope === null || found.parts.length > 0) return false
    const parts = toParts(form)
    if (scope.of !== 'all' && saysNothing(parts)) await removeIfThere(known)
    else await client.call('reminders.saveRule', { scope, parts })
    showToast(t('reminders.rules.saved'))
    return true
  }

  return (
    <FormDialog
      title={titleOf(given, name, t)}
      size={600}
      action={t('reminders.rules.save')}
      changed={edited !== null}
      ready={value !== null}
      onClose={onClose}
      run={save}
    >
      {given === null && <ScopeField scope={scope} lacking={problems?.scope === true} onChange={setScope} />}
      {failure !== null && <FailureNote failure={failure} />}
      {value === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : (
        <RuleFields
          form={form}
          widest={scope?.of === 'all'}
          problems={problems?.parts ?? []}
          onChange={(change) => {
            setEdited({ ...form, ...change })
          }}
        />
      )}
    </FormDialog>
  )
}

function titleOf(scope: RuleScope | null, name: string | null, t: TFunction): string {
  if (scope === null) return t('reminders.rules.addTitle')
  return scope.of === 'all' ? t('reminders.rules.editAllTitle') : t('reminders.rules.editTitle', { name: name ?? '' })
}

async function removeIfThere(rule: ReminderRule | undefined): Promise<void> {
  if (rule !== undefined) await client.call('reminders.removeRule', { id: rule.id })
}

function isSame(one: RuleScope, other: RuleScope): boolean {
  switch (one.of) {
    case 'all':
      return other.of === 'all'
    case 'provider':
      return other.of === 'provider' && one.provider === other.provider
    case 'tag':
      return other.of === 'tag' && one.tag === other.tag
    case 'key':
      return other.of === 'key' && one.keyId === other.keyId
  }
}
