import type { KeyDetails } from '@contract/model/key'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useResource } from '../../../stores/use-resource'
import { relativeText } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'
import { Facts } from '../create/Facts'
import classes from './Revoke.module.css'

interface RevokeFactsProps {
  readonly saved: KeyDetails
}

/** What hangs on the key: where it was last used, and the env files its last rotation wrote. */
export function RevokeFacts({ saved }: RevokeFactsProps) {
  const { t } = useTranslation()
  // The provider's clock may be a little ahead of this one: it has happened all the same.
  const nowMs = Math.max(useNow(30_000), saved.lastUsedAt === null ? 0 : Date.parse(saved.lastUsedAt) + 1)
  const load = useCallback(async (keyId: KeyDetails['id']) => {
    const { items } = await client.call('rotations.list', { open: false, keyId })
    const [last] = items.filter(({ step }) => step === 'done').sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    return (last?.bindings ?? []).map(({ file }) => file)
  }, [])
  const { value: files } = useResource(saved.id, load)
  return (
    <div className={classes.facts}>
      <Facts
        facts={[
          { label: t('provider.revoke.lastUsed'), value: relativeText(saved.lastUsedAt, nowMs, t) },
          { label: t('provider.revoke.envName'), value: saved.envName, mono: true },
          { label: t('provider.revoke.environment'), value: saved.environment },
          { label: t('provider.revoke.bound'), value: files }
        ]}
      />
    </div>
  )
}
