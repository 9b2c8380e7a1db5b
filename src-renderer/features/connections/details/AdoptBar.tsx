import type { Connection, ListedRemoteKey } from '@contract/model/connection'
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AdoptDialog } from './AdoptDialog'
import classes from '../../../ui/foot-bar.module.css'
import { byKind } from './remote-choice'

interface AdoptBarProps {
  readonly connection: Connection
  readonly items: readonly ListedRemoteKey[]
  readonly chosen: ReadonlySet<string>
  readonly onClear: () => void
  readonly onAdopted: () => void
}

/** What can be done with the selected keys. */
export function AdoptBar({ connection, items, chosen, onClear, onAdopted }: AdoptBarProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const kinds = byKind(items, chosen)
  const count = [...kinds.values()].flat().length
  if (count === 0) return null
  const label = t('connections.remote.selected', { count })
  return (
    <>
      <div className={classes.bar} role="toolbar" aria-label={label}>
        <span className={classes.count}>{label}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('connections.remote.adopt')}
        </Button>
        <ActionIcon aria-label={t('connections.remote.clearSelection')} onClick={onClear}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {asking && (
        <AdoptDialog
          connection={connection}
          kinds={kinds}
          count={count}
          onAdopted={onAdopted}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
