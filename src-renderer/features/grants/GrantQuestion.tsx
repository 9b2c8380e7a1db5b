import type { GrantRequest } from '@contract/model/grant'
import { Button, Modal, SegmentedControl, Switch } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { isCallFailure, toCallFailure, type CallFailure } from '../../client/failure'
import { useGrants, type GrantTime } from '../../stores/grants-store'
import { Countdown } from '../../ui/Countdown'
import { FailureNote } from '../../ui/FailureNote'
import { useArmed } from '../../ui/use-armed'
import { CallerFacts } from './CallerFacts'
import classes from './GrantDialog.module.css'
import { Wanted } from './Wanted'
import { whoOf } from './words'

const MINUTES = { once: 0, hour: 60, day: 720 } as const
const TIMES: readonly GrantTime[] = ['once', 'hour', 'day']

interface GrantQuestionProps {
  readonly request: GrantRequest
  /** How many wait behind this one. */
  readonly more: number
}

/** One question: who asks, for what, and how long. Allowing takes a second to become possible; Escape denies. */
export function GrantQuestion({ request, more }: GrantQuestionProps) {
  const { t } = useTranslation()
  const armed = useArmed(request.id)
  const [time, setTime] = useState(() => useGrants.getState().time)
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  // The focus goes to the question and to no button: whoever was typing must not answer it by that.
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    question.current?.focus()
  }, [])

  async function answer(allow: boolean): Promise<void> {
    if (busy || (allow && !armed)) return
    setBusy(true)
    setFailure(null)
    // One command says nothing of the next.
    if (allow && time !== 'once') useGrants.getState().noteTime(time)
    try {
      await client.call('grants.answer', {
        id: request.id,
        allow,
        minutes: MINUTES[time],
        scope: all ? 'all' : 'asked'
      })
    } catch (error) {
      if (!isCallFailure(error, 'grant-request-gone')) setFailure(toCallFailure(error))
    } finally {
      setBusy(false)
      useGrants.getState().refresh()
    }
  }

  const who = whoOf(request.caller) ?? t('grants.aProgram')
  return (
    <div
      ref={question}
      tabIndex={-1}
      data-autofocus
      className={classes.question}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && armed) void answer(false)
      }}
    >
      <Modal.Header>
        <Modal.Title>{t(request.extends ? 'grants.titleMore' : 'grants.title', { who })}</Modal.Title>
      </Modal.Header>
      <div className={classes.body}>
        <p className={classes.command} data-selectable aria-label={t('grants.command')}>
          {request.caller.command}
        </p>
        <Wanted reach={request.reach} secrets={request.secrets} made={request.made} />
        <CallerFacts caller={request.caller} />
        <div className={classes.choice}>
          <span id="grant-time" className={classes.label}>
            {t('grants.howLong')}
          </span>
          <SegmentedControl
            aria-labelledby="grant-time"
            data={TIMES.map((value) => ({ value, label: t(`grants.times.${value}`) }))}
            value={time}
            onChange={setTime}
          />
          <p className={classes.help}>{t(time === 'once' ? 'grants.onceHelp' : 'grants.timeHelp')}</p>
        </div>
        {request.secrets !== 'all' && time !== 'once' && (
          <div className={classes.choice}>
            <Switch
              label={t('grants.all')}
              checked={all}
              onChange={(event) => {
                setAll(event.currentTarget.checked)
              }}
            />
            <p className={classes.help}>{t('grants.allHelp')}</p>
          </div>
        )}
        {failure && <FailureNote failure={failure} />}
      </div>
      <footer className={classes.footer}>
        <span className={classes.left}>
          <Countdown until={request.endsAt} label={(seconds) => t('grants.left', { seconds })} />
          {more > 0 && <span>{t('grants.more', { count: more })}</span>}
        </span>
        <Button variant="default" disabled={busy} onClick={() => void answer(false)}>
          {t('grants.deny')}
        </Button>
        <Button disabled={!armed} loading={busy} onClick={() => void answer(true)}>
          {t('grants.allow')}
        </Button>
      </footer>
    </div>
  )
}
