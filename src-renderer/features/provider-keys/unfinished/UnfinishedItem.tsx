import type { Unfinished } from '@contract/model/rotation'
import { Button } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
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
import { useDoing } from '../use-doing'
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
  const choices = may.filter((one): one is Choice => one !== 'look')
  const unknown = finding === 'unknown'

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
      {may.includes('look') && (
        <div className={classes.below}>
          <Button
            variant={unknown ? 'filled' : 'default'}
            size={unknown ? 'sm' : 'compact-sm'}
            leftSection={<IconSearch size={16} />}
            loading={busy && doing === 'look'}
            disabled={busy}
            onClick={look}
          >
            {t(unknown ? 'provider.unfinished.look' : 'provider.unfinished.lookAgain')}
          </Button>
        </div>
      )}
      {choices.length > 0 && (
        <div className={classes.choices}>
          {choices.map((choice, index) => (
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
                  settle(choice)
                }}
              >
                {t(`provider.unfinished.choices.${choice}`)}
              </Button>
            </div>
          ))}
        </div>
      )}
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
