import { Button, UnstyledButton } from '@mantine/core'
import { IconFileCode, IconFileImport, IconPlugConnected, IconRadar2, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../stores/ui-store'
import { cx } from '../../ui/cx'
import { newProject, scanFolder } from '../env-files'
import classes from './BringKeys.module.css'

type Source = 'file' | 'project' | 'scan' | 'provider'

const SOURCES: readonly (readonly [Source, Icon, () => void])[] = [
  [
    'file',
    IconFileImport,
    () => {
      useUi.getState().setImporting(true)
    }
  ],
  ['project', IconFileCode, () => void newProject()],
  ['scan', IconRadar2, () => void scanFolder({})],
  [
    'provider',
    IconPlugConnected,
    () => {
      useUi.getState().addConnection({ connectorId: null })
    }
  ]
]

/** What a new vault offers once: the places keys may be in already. */
export function BringKeys() {
  const { t } = useTranslation()
  const { setAdding, offerImport } = useUi.getState()
  return (
    <section className={classes.welcome} aria-labelledby="bring-keys">
      <div className={classes.column}>
        <h2 id="bring-keys" className={classes.title}>
          {t('welcome.title')}
        </h2>
        <p className={classes.lead}>{t('welcome.lead')}</p>
        <ul className={classes.sources}>
          {SOURCES.map(([source, SourceIcon, bring]) => (
            <li key={source}>
              <UnstyledButton className={cx(classes.source)} onClick={bring}>
                <SourceIcon size={20} className={cx(classes.icon)} aria-hidden="true" />
                <span className={classes.words}>
                  <span className={classes.name}>{t(`welcome.${source}`)}</span>
                  <span className={classes.text}>{t(`welcome.${source}Text`)}</span>
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <p className={classes.drop}>{t('welcome.drop')}</p>
        <div className={classes.actions}>
          <Button
            variant="default"
            onClick={() => {
              setAdding(true)
            }}
          >
            {t('welcome.byHand')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              offerImport(false)
            }}
          >
            {t('welcome.dismiss')}
          </Button>
        </div>
      </div>
    </section>
  )
}
