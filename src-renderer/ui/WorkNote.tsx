import type { PayloadOf } from '@contract/ipc'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { operationText } from '../texts/operations'
import { Countdown } from './Countdown'
import { cx } from './cx'
import { Ring } from './Ring'
import classes from './WorkNote.module.css'

type WorkItem = PayloadOf<'work.changed'>['items'][number]

interface WorkNoteProps {
  readonly items: readonly WorkItem[]
  /** Ends all of it. */
  readonly onCancel: () => void
  /** Over what lies below, with a ground and shadow of its own. */
  readonly floating?: boolean
}

/** What a provider is being asked, how long it makes one wait and why, and the way to end it. Seen after half a second. */
export function WorkNote({ items, onCancel, floating = false }: WorkNoteProps) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <div className={cx(classes.note, floating && classes.floating)} role="status" aria-label={t('connections.working')}>
      <ul className={classes.items}>
        {items.map(({ id, job, name, waitsUntil, waitsFor }) => (
          <li key={id} className={classes.item}>
            {waitsUntil === null ? (
              <span className={classes.turning}>
                <Ring left={0.3} />
              </span>
            ) : null}
            {waitsUntil !== null && (
              <span className={classes.wait}>
                <Countdown
                  key={waitsUntil}
                  until={waitsUntil}
                  label={(seconds) => t('connections.waiting', { seconds })}
                />
              </span>
            )}
            <span className={classes.words}>
              {operationText(job, t)} · {name}
              {waitsFor !== null && <span className={classes.why}> {t(`connections.waitsFor.${waitsFor}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
