import type { Grant } from '@contract/model/grant'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/Moment'
import { revoke } from './grant-actions'
import classes from './TerminalSettings.module.css'
import { endOf, whoOf } from './words'

/** What one terminal may do now, and the way to end it. */
export function GrantRow({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation()
  const { caller, reach, secrets, made, once } = grant
  const who = whoOf(caller) ?? t('grants.aProgram')
  const where = caller.terminal ?? t('grants.noTerminal')
  const what = [
    t('grants.mayRead'),
    secrets === 'all'
      ? t('grants.maySecretsAll')
      : secrets.length > 0
        ? t('grants.maySecrets', { names: secrets.map(({ name }) => name).join(', ') })
        : null,
    made && secrets !== 'all' ? t('grants.maySecretsMade') : null,
    reach === 'change' ? t('grants.mayChange') : null
  ].filter((part) => part !== null)
  return (
    <li className={classes.grant}>
      <div className={classes.words}>
        <span className={classes.who}>{t('grants.whoWhere', { who, where })}</span>
        <p className={classes.mono} title={caller.command} data-selectable>
          {caller.folder === null ? caller.command : `${caller.folder} $ ${caller.command}`}
        </p>
        <p className={classes.help}>{what.join(' · ')}</p>
        <p className={classes.help}>
          {once ? t('grants.untilDone') : t('grants.ends')} {!once && <Moment at={endOf(grant)} inside />}
        </p>
      </div>
      <Button variant="default" aria-label={t('grants.revokeOf', { who, where })} onClick={() => void revoke(grant.id)}>
        {t('grants.revoke')}
      </Button>
    </li>
  )
}
