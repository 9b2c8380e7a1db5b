import type { KeyDetails } from '@contract/model/key'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { rotationOf, useRotations } from '../../../stores/rotations-store'
import { useResource } from '../../../stores/use-resource'
import { absoluteText, dateText } from '../../../texts/dates'
import { LifeLine } from '../../../ui/LifeLine'
import { StatusTag } from '../../../ui/StatusTag'
import { useNow } from '../../../ui/use-now'
import { longStatus } from '../status-word'
import classes from './DetailsPane.module.css'
import life from './KeyLife.module.css'

interface KeyLifeProps {
  readonly saved: KeyDetails
}

/** How a key stands, and its life from its making to its end. */
export function KeyLife({ saved }: KeyLifeProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  const { language } = i18n
  const { id, connectionId } = saved
  const open = useRotations((state) => rotationOf(state.items, id))
  const load = useCallback(
    async () => (connectionId === null ? [] : (await client.call('rotations.list', { open: false, keyId: id })).items),
    [id, connectionId]
  )
  // A life line without its rotations is still true; why they cannot be read is said where they are worked with.
  const rotations = useResource(`${String(saved.version)} ${open?.step ?? ''}`, load).value ?? []
  const made = rotations.filter((rotation) => rotation.new !== null && rotation.step !== 'aborted')
  const inGrace = rotations.find(({ step, graceEndsAt }) => step === 'grace' && graceEndsAt !== null)
  return (
    <section className={classes.section}>
      <div
        className={life.status}
        title={saved.expiresAt === null ? undefined : absoluteText(saved.expiresAt, language)}
      >
        <StatusTag status={saved.status} word={longStatus(saved.status, saved.expiresAt, nowMs, t)} />
        {saved.deletedAt !== null && (
          <span className={life.bin}>{t('details.inBin', { when: dateText(saved.deletedAt, language) })}</span>
        )}
      </div>
      <LifeLine
        createdAt={saved.createdAt}
        expiresAt={saved.expiresAt}
        status={saved.status}
        label={t('details.lifeLine')}
        start={dateText(saved.createdAt, language)}
        marks={made.map(({ startedAt }) => ({
          at: startedAt,
          label: t('details.rotatedOn', { when: absoluteText(startedAt, language) })
        }))}
        grace={
          inGrace?.graceEndsAt == null
            ? null
            : {
                from: inGrace.startedAt,
                until: inGrace.graceEndsAt,
                label: t('details.graceUntil', { when: absoluteText(inGrace.graceEndsAt, language) })
              }
        }
        end={saved.expiresAt === null ? t('details.neverExpires') : dateText(saved.expiresAt, language)}
      />
    </section>
  )
}
