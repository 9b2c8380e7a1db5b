import type { EnvPreview } from '@contract/model/env'
import { IconAlertTriangle, IconCheck, IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './GitTag.module.css'

interface GitTagProps {
  readonly git: EnvPreview['git']
}

/** How git stands to a file, in two words. */
export function GitTag({ git }: GitTagProps) {
  const { t } = useTranslation()
  const tone = toneOf(git)
  const Icon = tone === 'ok' ? IconCheck : tone === 'danger' ? IconAlertTriangle : IconHelp
  return (
    <span className={classes.tag} data-tone={tone} title={t(`env.gitText.${git}`)}>
      <Icon size={16} aria-hidden="true" />
      {t(`env.git.${git}`)}
    </span>
  )
}

/** What may end up in a commit is danger; what git does not answer for is not known to be safe. */
export function toneOf(git: EnvPreview['git']): 'ok' | 'calm' | 'warn' | 'danger' {
  if (git === 'tracked' || git === 'not-ignored') return 'danger'
  if (git === 'ignored') return 'ok'
  return git === 'unknown' ? 'warn' : 'calm'
}
