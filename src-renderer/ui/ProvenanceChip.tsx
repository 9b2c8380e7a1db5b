import type { Provenance } from '@contract/model/connector'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import classes from './ProvenanceChip.module.css'

interface ProvenanceChipProps {
  readonly provenance: Provenance
  /** Said on hover instead of what the word means. */
  readonly note?: string
}

/** How far an endpoint can be trusted, by colour and word. */
export function ProvenanceChip({ provenance, note = '' }: ProvenanceChipProps) {
  const { t } = useTranslation()
  return (
    <span
      className={cx(classes.chip, classes[provenance])}
      title={note === '' ? t(`connections.provenanceMeans.${provenance}`) : note}
    >
      {t(`connections.provenance.${provenance}`)}
    </span>
  )
}
