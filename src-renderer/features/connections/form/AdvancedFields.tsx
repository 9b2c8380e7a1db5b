import type { ConnectorDescription } from '@contract/model/connector'
import { Collapse, Switch, Textarea, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Note } from '../../../ui/Note'
import { EndpointTable } from '../EndpointTable'
import { endpointsOf } from '../endpoints'
import classes from './ConnectionForm.module.css'
import type { ConnectionFormProblems, ConnectionFormValues } from './connection-form'

interface AdvancedFieldsProps {
  readonly description: ConnectorDescription
  readonly values: ConnectionFormValues
  readonly problems: ConnectionFormProblems | null
  readonly onChange: (change: Partial<ConnectionFormValues>) => void
}

/** What most accounts do not need: a private network, an authority of one's own, other paths. */
export function AdvancedFields({ description, values, problems, onChange }: AdvancedFieldsProps) {
  const { t } = useTranslation()
  const wrong = problems !== null && (problems.ca !== undefined || problems.overrides.length > 0)
  const [wanted, setWanted] = useState(false)
  const opened = wanted || wrong
  const panel = useId()
  const assumed = endpointsOf(description).filter(({ provenance }) => provenance === 'assumed')
  const Chevron = opened ? IconChevronDown : IconChevronRight

  return (
    <>
      <UnstyledButton
        className={cx(classes.toggle)}
        aria-expanded={opened}
        aria-controls={panel}
        onClick={() => {
          setWanted(!opened)
        }}
      >
        <Chevron size={16} aria-hidden="true" />
        {t('connections.form.advanced')}
      </UnstyledButton>
      {opened && (
        <div id={panel} className={classes.group}>
          <Switch
            label={t('connections.form.allowPrivate')}
            description={t('connections.form.allowPrivateHelp')}
            classNames={{ description: classes.switchHelp ?? '' }}
            checked={values.allowPrivate}
            onChange={(event) => {
              onChange({ allowPrivate: event.currentTarget.checked })
            }}
          />
          <Collapse expanded={values.allowPrivate}>
            <Note>{t('connections.form.allowPrivateWarning')}</Note>
          </Collapse>
          <Textarea
            label={t('connections.form.ca')}
            description={t('connections.form.caHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            classNames={{ input: classes.mono ?? '' }}
            placeholder="-----BEGIN CERTIFICATE-----"
            value={values.ca}
            error={problems?.ca && t(`connections.form.${problems.ca}`)}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={100_000}
            spellCheck={false}
            onChange={(event) => {
              onChange({ ca: event.currentTarget.value })
            }}
          />
          {assumed.length > 0 && (
            <div>
              <span className={classes.label}>{t('connections.form.paths')}</span>
              <p className={classes.help}>{t('connections.form.pathsHelp')}</p>
              <EndpointTable
                endpoints={assumed}
                overrides={values.overrides}
                wrong={problems?.overrides ?? []}
                onChange={(overrides) => {
                  onChange({ overrides })
                }}
              />
            </div>
          )}
        </div>
      )}
    </>
  )
}
