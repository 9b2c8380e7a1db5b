import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription, CredentialField } from '@contract/model/connector'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { dateText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { CredentialDialog } from '../form/CredentialDialog'
import classes from './ConnectionDetails.module.css'
import list from './CredentialList.module.css'

interface CredentialListProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription
}

/** The credentials requests are sent with: which are there, since when, and the way to replace them. */
export function CredentialList({ connection, connector }: CredentialListProps) {
  const { t, i18n } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [replacing, setReplacing] = useState<CredentialField | null>(null)
  return (
    <section className={classes.section} aria-labelledby="credentials">
      <h2 id="credentials" className={classes.heading}>
        {t('connections.credentialsTitle')}
      </h2>
      <ul className={list.list}>
        {connector.credentials.map((field) => {
          const saved = connection.credentials.find(({ id }) => id === field.id)
          return (
            <li key={field.id}>
              <div className={list.words}>
                <span className={list.label}>{field.label}</span>
                <span className={list.help}>{field.howToGet}</span>
              </div>
              <div className={list.acts}>
                <span className={cx(list.state, saved === undefined && field.required && list.missing)}>
                  {saved === undefined
                    ? t('connections.credentialList.none')
                    : t('connections.credentialList.since', { when: dateText(saved.updatedAt, i18n.language) })}
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={readOnly}
                  aria-label={
                    saved === undefined
                      ? t('connections.credentialList.enterOf', { label: field.label })
                      : t('connections.credentialList.replaceOf', { label: field.label })
                  }
                  onClick={() => {
                    setReplacing(field)
                  }}
                >
                  {saved === undefined
                    ? t('connections.credentialList.enter')
                    : t('connections.credentialList.replace')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {replacing !== null && (
        <CredentialDialog
          connection={connection}
          field={replacing}
          onClose={() => {
            setReplacing(null)
          }}
        />
      )}
    </section>
  )
}
