import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './ProviderPart.module.css'

interface VerdictProps {
  /** Null: the provider offers no way to tell. */
  readonly works: boolean | null
  readonly provider: string
}

/** Whether the provider accepts the value the vault has. */
export function Verdict({ works, provider }: VerdictProps) {
  const { t } = useTranslation()
  const Icon = works === null ? IconHelpCircle : works ? IconCircleCheck : IconCircleX
  return (
    <p className={classes.verdict} role="status" data-works={works === null ? undefined : works ? 'yes' : 'no'}>
      <Icon size={16} aria-hidden="true" />
      {works === null
        ? t('provider.details.cannotTell', { provider })
        : t(works ? 'provider.details.works' : 'provider.details.worksNot', { provider })}
    </p>
  )
}
