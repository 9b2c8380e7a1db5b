import type { Rotation } from '@contract/model/rotation'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateText } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'
import { bothLive } from '../model/rotation-steps'
import { Left } from './Left'
import classes from './Rotation.module.css'

interface SidesProps {
  readonly rotation: Rotation
}

/** The two values side by side: the old one fading out, the new one coming in. */
export function Sides({ rotation }: SidesProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(1_000)
  const { old, new: made, step, graceEndsAt } = rotation
  const isBack = step === 'aborting' || step === 'aborted'
  const graceOver = graceEndsAt !== null && Date.parse(graceEndsAt) <= nowMs
  const oldIsDead = !isBack && made !== null && (!bothLive(rotation) || graceOver)
  const expiry = (at: string | null): ReactNode =>
    at !== null && (
      <p className={classes.state}>{t('provider.rotation.expires', { when: dateText(at, i18n.language) })}</p>
    )

  return (
    <div className={classes.sides}>
      <section
        className={classes.side}
        data-fading={made !== null && !isBack ? true : undefined}
        data-dead={oldIsDead ? true : undefined}
        data-coming={isBack ? true : undefined}
      >
        <h3>{t('provider.rotation.old')}</h3>
        <span className={classes.preview}>{old.preview}</span>
        <p className={classes.state}>
          {isBack || made === null ? (
            t(isBack ? 'provider.rotation.isCurrent' : 'provider.rotation.inVault')
          ) : oldIsDead ? (
            t('provider.rotation.dead')
          ) : graceEndsAt === null ? (
            t('provider.rotation.usedUntil')
          ) : (
            <Left until={graceEndsAt} words={(left) => t('provider.rotation.worksFor', { left })} />
          )}
        </p>
        {!oldIsDead && graceEndsAt === null && expiry(old.expiresAt)}
      </section>
      <IconArrowRight size={20} className={classes.arrow} aria-hidden="true" />
      <section
        className={classes.side}
        data-fading={made === null || isBack ? true : undefined}
        data-coming={made !== null && !isBack ? true : undefined}
      >
        <h3>{t('provider.rotation.new')}</h3>
        <span className={classes.preview}>{made?.preview ?? '••••••••'}</span>
        <p className={classes.state}>
          {t(
            made === null
              ? 'provider.rotation.notMade'
              : isBack
                ? 'provider.rotation.takenBack'
                : 'provider.rotation.inVault'
          )}
        </p>
        {!isBack && expiry(made?.expiresAt ?? null)}
      </section>
    </div>
  )
}
