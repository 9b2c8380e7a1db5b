import type { Unfinished } from '@contract/model/rotation'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { FailureNote } from '../../../ui/FailureNote'
import { Moment } from '../../../ui/Moment'
import { showToast } from '../../../ui/toasts'
import { BusyNote } from '../dialogs/BusyNote'
import { useDoing } from '../../../stores/use-doing'
import { findingText } from './finding-text'
import classes from './Unfinished.module.css'

interface UnfinishedItemProps {
  readonly item: Unfinished
}

type Choice = Exclude<Unfinished['may'][number], 'look'>

/** One request that broke off: look first, then choose. */
export function UnfinishedItem({ item }: UnfinishedItemProps) {
  const { t } = useTranslation()
  const { id, job, label, connectionName: connection, at, finding, may } = item
  const { busy, failure, run } = useDoing()
  const [doing, setDoing] = useState<'look' | Choice>('look')
  const unknown = finding === 'unknown'
  const ordered = [...may].sort((one, other) => rankOf(one, unknown) - rankOf(other, unknown))

  const look = (): void => {
    setDoing('look')
    void run(async () => {
      await client.call('unfinished.look', { id })
      useUnfinished.getState().refresh()
    })
  }
  const settle = (choice: Choice): void => {
    setDoing(choice)
    void run(async () => {
      const { keyId } = await client.call('unfinished.settle', { id, choice })
      useUnfinished.getState().refresh()
      showToast(t('provider.unfinished.settled'))
      if (keyId === null) return
      useKeyList.getState().open(keyId)
      useProviderDialog.getState().open({ kind: 'new-value', keyId, rotationId: null })
    })
  }

  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <p className={classes.name}>{t(`provider.unfinished.${job}`, { label, connection })}</p>
        <span className={classes.when}>
          <Moment at={at} past />
        </span>
      </div>
      <p className={classes.finding}>{findingText(item, t)}</p>
      <div className={classes.choices}>
        {ordered.map((choice, index) => (
          <div key={choice} className={classes.choice}>
            <p className={classes.means} id={`${id} ${choice}`}>
              {t(`provider.unfinished.means.${choice}`)}
            </p>
            <Button
              size="compact-sm"
              variant={index === 0 && choice !== 'forget' ? 'filled' : 'default'}
              loading={busy && doing === choice}
              disabled={busy}
              aria-describedby={`${id} ${choice}`}
              onClick={() => {
                if (choice === 'look') look()
                else settle(choice)
              }}
            >
              {choice === 'look'
                ? t(unknown ? 'provider.unfinished.look' : 'provider.unfinished.lookAgain')
                : t(`provider.unfinished.choices.${choice}`)}
            </Button>
          </div>
        ))}
      </div>
      {(failure !== null || busy) && (
        <div className={classes.below}>
          {failure !== null && <FailureNote failure={failure} />}
          {busy && (
            <BusyNote
              label={t(doing === 'look' ? 'provider.unfinished.looking' : 'provider.unfinished.settling', {
                connection
              })}
            />
          )}
        </div>
      )}
    </li>
  )
}

/** Looking comes first while nothing is known and after the choices once something is; forgetting comes last. */
function rankOf(choice: 'look' | Choice, unknown: boolean): number {
  if (choice === 'forget') return 2
  if (choice === 'look') return unknown ? -1 : 1
  return 0
}
