import type { KeyDetails } from '@contract/model/key'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LeftOut } from './LeftOut'
import classes from './WriteDialog.module.css'

interface NothingToWriteProps {
  readonly leftOut: readonly KeyDetails[]
  readonly onClose: () => void
}

/** Stands for the form where none of the chosen keys can be written. */
export function NothingToWrite({ leftOut, onClose }: NothingToWriteProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <div className={classes.fields}>
        <LeftOut keys={leftOut} />
        <p className={classes.none}>{t('env.write.nothing')}</p>
      </div>
      <footer className={classes.footer}>
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </footer>
    </div>
  )
}
