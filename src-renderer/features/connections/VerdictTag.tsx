import type { Connection } from '@contract/model/connection'
import type { KeyStatus } from '@contract/model/key'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../texts/failure-text'
import { cx } from '../../ui/cx'
import { Moment } from '../../ui/Moment'
import { StatusTag } from '../../ui/StatusTag'
import { firstFailure, shownFailure, verdictOf, type Verdict } from './connection-facts'
import classes from './VerdictTag.module.css'

interface VerdictTagProps {
  readonly connection: Connection
  /** In one word, where the sentence stands below. */
  readonly short?: boolean
}

const shapes: Readonly<Record<Verdict, KeyStatus>> = {
  works: 'active',
  failed: 'expired',
  untested: 'unknown',
  'by-hand': 'disabled',
  unusable: 'expiring'
}

/** How the last test went, in a sentence, and when. */
export function VerdictTag({ connection, short = false }: VerdictTagProps) {
  const { t, i18n } = useTranslation()
  const verdict = verdictOf(connection)
  const failure = verdict === 'failed' && !short ? firstFailure(connection.lastTest) : null
  const word =
    failure === null ? t(`connections.verdicts.${verdict}`) : failureText(shownFailure(failure), i18n.language).happened
  const at = verdict === 'works' || verdict === 'failed' ? (connection.lastTest?.at ?? null) : null
  return (
    <span className={cx(classes.verdict, failure !== null && classes.sentence)}>
      <StatusTag status={shapes[verdict]} word={word} wraps={failure !== null} />
      {at !== null && (
        <span className={classes.when}>
          <Moment at={at} past />
        </span>
      )}
    </span>
  )
}
