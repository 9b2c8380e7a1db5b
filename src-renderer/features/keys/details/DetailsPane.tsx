import type { KeyId } from '@contract/model/base'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Tabs } from '@mantine/core'
import { client } from '../../../client/client'
import { useKeyList } from '../../../stores/key-list-store'
import { discardAndGo, stay, useEntered, useLeave } from '../../../stores/leave-store'
import { dropWish, useWish } from '../../../stores/key-wish-store'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { ScreenTabs } from '../../../ui/ScreenTabs'
import { DiscardQuestion, useDiscard } from '../../../ui/use-discard'
import { useEscape } from '../../../ui/use-escape'
import { BindingsPart } from '../../env-files'
import { ProviderPart } from '../../provider-keys'
import { ReminderPart } from '../../reminders'
import { KeyUsage } from '../../usage'
import { EditKeyForm } from '../form/EditKeyForm'
import { DetailsHeader } from './DetailsHeader'
import classes from './DetailsPane.module.css'
import { KeyFacts } from './KeyFacts'
import { KeyLife } from './KeyLife'
import { KeyTrail } from './KeyTrail'
import { PreviousValues } from './PreviousValues'
import { SecretBlock } from './SecretBlock'

interface DetailsPaneProps {
  readonly id: KeyId
}

export function DetailsPane({ id }: DetailsPaneProps) {
  const { t } = useTranslation()
  const revision = useKeyList((state) => state.keysRevision)
  const load = useCallback(() => client.call('keys.get', { id }), [id])
  const { value: key, failure } = useResource(revision, load)
  const [editing, setEditing] = useState(false)
  const [changed, setChanged] = useState(false)
  const inUsage = useUsage((state) => state.inDetails)
  useWish('edit', id, () => {
    setEditing(true)
  })
  // What was asked of the details while their form hid them would come as a surprise once it is closed.
  useEffect(() => {
    if (!editing) return
    return () => {
      dropWish(id)
    }
  }, [editing, id])

  const stopEditing = (): void => {
    setEditing(false)
    setChanged(false)
  }
  const { leave, question } = useDiscard(changed, stopEditing)
  useEntered(changed)
  const goesElsewhere = useLeave((state) => state.waiting.length > 0)

  useEscape(() => {
    const list = useKeyList.getState()
    if (list.selected.size > 0) list.clearSelection()
    else if (editing) leave()
    else list.open(null)
  })

  if (failure !== null) {
    return (
      <div className={classes.section}>
        <FailureNote failure={failure} />
        <Button
          mt="sm"
          variant="default"
          onClick={() => {
            useKeyList.getState().open(null)
          }}
        >
          {t('details.close')}
        </Button>
      </div>
    )
  }
  if (key === null) return <Loading label={t('common.loading')} />
  if (editing)
    return (
      <>
        <EditKeyForm saved={key} onChanged={setChanged} onClose={stopEditing} onCancel={leave} />
        {question}
        {goesElsewhere && (
          <DiscardQuestion
            onDiscard={() => {
              stopEditing()
              discardAndGo()
            }}
            onKeep={stay}
          />
        )}
      </>
    )
  return (
    <>
      <DetailsHeader
        saved={key}
        onEdit={() => {
          setEditing(true)
        }}
      />
      <ScreenTabs
        label={t('usage.key.tabs')}
        tabs={[
          { value: 'details', label: t('usage.key.details') },
          { value: 'usage', label: t('usage.title') }
        ]}
        value={inUsage ? 'usage' : 'details'}
        onChange={(chosen) => {
          useUsage.getState().showInDetails(chosen === 'usage')
        }}
      >
        <Tabs.Panel value="details">
          <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('details.facts')}>
            <KeyLife saved={key} />
            <SecretBlock key={key.version} saved={key} />
            <ProviderPart id={id} sectionClass={classes.section} headingClass={classes.heading} />
            {key.deletedAt === null && (
              <BindingsPart
                id={id}
                hasSecret={key.hasSecret}
                sectionClass={classes.section}
                headingClass={classes.heading}
              />
            )}
            {key.deletedAt === null && (
              <ReminderPart id={id} name={key.name} sectionClass={classes.section} headingClass={classes.heading} />
            )}
            <KeyFacts saved={key} />
            {key.previousValues.length > 0 && <PreviousValues saved={key} />}
            <KeyTrail id={id} revision={revision} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="usage">
          <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('usage.title')}>
            <KeyUsage saved={key} sectionClass={classes.section} headingClass={classes.heading} />
          </div>
        </Tabs.Panel>
      </ScreenTabs>
    </>
  )
}
