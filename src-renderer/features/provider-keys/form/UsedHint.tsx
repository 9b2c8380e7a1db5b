import type { KeyId } from '@contract/model/base'
import type { ScopeModel } from '@contract/model/connector'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useResource } from '../../../stores/use-resource'
import { dateText } from '../../../texts/dates'
import { Note } from '../../../ui/Note'
import { narrowed } from '../model/scopes'
import classes from './ScopePicker.module.css'

interface UsedHintProps {
  readonly keyId: KeyId
  readonly model: ScopeModel
  readonly chosen: readonly string[]
  readonly onChange: (scopes: string[]) => void
}

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Says that the key was only read with where it may do more, and chooses what is enough for that. */
export function UsedHint({ keyId, model, chosen, onChange }: UsedHintProps) {
  const { t, i18n } = useTranslation()
  const { value: calls } = useResource(keyId, callsOf)
  const enough = narrowed(chosen, model.catalogue)
  if (calls?.firstAt == null || calls.requests > calls.reads) return null
  if (enough.length === chosen.length && enough.every((scope) => chosen.includes(scope))) return null
  return (
    <div className={classes.used}>
      <Note
        tone="calm"
        action={
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onChange(enough)
            }}
          >
            {t('provider.scopes.takeUsed')}
          </Button>
        }
      >
        {t('provider.scopes.onlyRead', {
          count: calls.requests,
          formatted: calls.requests.toLocaleString(i18n.language),
          since: dateText(calls.firstAt, i18n.language),
          scopes: enough.join(', ')
        })}
      </Note>
    </div>
  )
}

async function callsOf(id: KeyId): Promise<{ requests: number; reads: number; firstAt: string | null }> {
  const [all, reads] = await Promise.all([
    client.call('usage.summary', { filter: { keyIds: [id] } }),
    client.call('usage.summary', { filter: { keyIds: [id], methods: SAFE_METHODS } })
  ])
  return { requests: all.requests, reads: reads.requests, firstAt: all.firstAt }
}
