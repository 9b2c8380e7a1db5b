import type { GrantCaller } from '@contract/model/grant'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './GrantDialog.module.css'

/** Who asks: what the system says of it, and what it says of itself. */
export function CallerFacts({ caller }: { readonly caller: GrantCaller }) {
  const { t } = useTranslation()
  const { program, startedBy, terminal, folder, proven } = caller
  const facts = [
    { label: t('grants.startedBy'), value: startedBy },
    { label: t('grants.program'), value: program },
    { label: t('grants.terminal'), value: terminal ?? t('grants.noTerminal') },
    { label: t('grants.folder'), value: folder }
  ]
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-selectable>{value ?? t('grants.unknown')}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.proof} data-proven={proven}>
        {proven ? <IconShieldCheck size={16} aria-hidden="true" /> : <IconAlertTriangle size={16} aria-hidden="true" />}
        <span>{t(proven ? 'grants.proven' : 'grants.claimed')}</span>
      </p>
    </>
  )
}
