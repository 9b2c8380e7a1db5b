import type { KeyDetails } from '@contract/model/key'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { purgePreviousValues } from '../key-actions'
import classes from './DetailsPane.module.css'
import { PreviousValue } from './PreviousValue'
import previous from './PreviousValues.module.css'

interface PreviousValuesProps {
  readonly saved: KeyDetails
}

export function PreviousValues({ saved }: PreviousValuesProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>
        {t('details.history')}
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('details.purgeValues')}
        </Button>
      </h3>
      <ul className={previous.list}>
        {saved.previousValues.map((value) => (
          <PreviousValue key={value.version} id={saved.id} value={value} />
        ))}
      </ul>
      <ConfirmDialog
        opened={asking}
        title={t('confirm.valuesTitle', { name: saved.name })}
        text={t('confirm.valuesText')}
        action={t('confirm.values')}
        danger
        onClose={() => {
          setAsking(false)
        }}
        onConfirm={() => {
          setAsking(false)
          void purgePreviousValues(saved)
        }}
      />
    </section>
  )
}
