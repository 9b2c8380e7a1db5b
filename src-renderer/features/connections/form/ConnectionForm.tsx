import type { Connection, ConnectionFields, ConnectionId } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { SegmentedControl, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { withPassword } from '../../../stores/password-gate'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { AdvancedFields } from './AdvancedFields'
import { BaseUrlField } from './BaseUrlField'
import classes from './ConnectionForm.module.css'
import { isFine, movesAway, problemsIn, toFields, type ConnectionFormValues } from './connection-form'
import { CredentialFields } from './CredentialFields'
import { clearCredentials, readCredentials } from './credential-inputs'
import { VariableFields } from './VariableFields'

interface ConnectionFormProps {
  readonly description: ConnectorDescription
  readonly initial: ConnectionFormValues
  /** The one that is edited; null for a new one. */
  readonly connection: Connection | null
  readonly onTyped: () => void
  readonly onSaved: (id: ConnectionId, fields: ConnectionFields) => void
  readonly onCancel: () => void
}

/** What a manifest asks for to connect an account. Credentials stay in their fields until they are sent. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { description, initial, connection, onTyped, onSaved, onCancel } = props
  const { t } = useTranslation()
  const [values, setValues] = useState(initial)
  const [tried, setTried] = useState(false)
  const [missing, setMissing] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const problems = tried ? problemsIn(values, description) : null
  const byHand = values.mode === 'guided'
  const moves = connection !== null && movesAway(values, connection, description)
  const asksCredentials = !byHand && (connection === null || moves)

  const change = (part: Partial<ConnectionFormValues>): void => {
    setValues((before) => ({ ...before, ...part }))
    onTyped()
  }

  async function save(form: HTMLFormElement): Promise<void> {
    const credentials = asksCredentials ? readCredentials(form) : {}
    const lacking = description.credentials
      .filter(({ id, required }) => asksCredentials && required && !(id in credentials))
      .map(({ id }) => id)
    setTried(true)
    setMissing(lacking)
    if (!isFine(problemsIn(values, description)) || lacking.length > 0) {
      focusFirstProblem(form)
      return
    }
    setBusy(true)
    setFailure(null)
    const fields = toFields(values, description)
    try {
      const id = await send(fields, credentials)
      clearCredentials(form)
      onSaved(id, fields)
    } catch (error) {
      setFailure(toCallFailure(error))
      setBusy(false)
    }
  }

  async function send(fields: ConnectionFields, credentials: Record<string, string>): Promise<ConnectionId> {
    if (connection === null) {
      const { id } = await withPassword(() =>
        client.call('connections.add', { connectorId: description.id, fields, credentials })
      )
      return id
    }
    await withPassword(() => client.call('connections.edit', { id: connection.id, fields, credentials }))
    return connection.id
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!busy) void save(event.currentTarget)
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('connections.form.name')}
          description={t('connections.form.nameHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={values.name}
          error={problems?.name && t(`connections.form.${problems.name}`)}
          maxLength={100}
          autoComplete="off"
          autoFocus
          onChange={(event) => {
            change({ name: event.currentTarget.value })
          }}
        />
        {description.guided && (
          <div>
            <span id="connection-mode" className={classes.label}>
              {t('connections.form.mode')}
            </span>
            <SegmentedControl
              fullWidth
              className={classes.segment ?? ''}
              aria-labelledby="connection-mode"
              data={(['api', 'guided'] as const).map((mode) => ({
                value: mode,
                label: t(`connections.modes.${mode}`)
              }))}
              value={values.mode}
              onChange={(mode) => {
                change({ mode })
              }}
            />
            <p className={classes.help}>{t(`connections.form.${values.mode}Help`)}</p>
          </div>
        )}
        {!byHand && (
          <>
            <BaseUrlField
              description={description}
              value={values.baseUrl}
              problem={problems?.baseUrl}
              onChange={(baseUrl) => {
                change({ baseUrl })
              }}
            />
            <VariableFields
              variables={description.variables}
              values={values.variables}
              lacking={problems?.variables ?? []}
              onChange={(variables) => {
                change({ variables })
              }}
            />
            {asksCredentials && (
              <CredentialFields
                description={description}
                again={moves}
                missing={missing}
                onTyped={() => {
                  setMissing([])
                  onTyped()
                }}
              />
            )}
            <AdvancedFields description={description} values={values} problems={problems} onChange={change} />
          </>
        )}
      </div>
      {failure && (
        <div className={classes.failure}>
          <FailureNote failure={failure} />
        </div>
      )}
      <FormFoot
        lined
        action={t(`connections.form.${connection !== null ? 'save' : byHand ? 'saveByHand' : 'saveNew'}`)}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  )
}

/** After the problems are drawn, the first of them takes the focus. */
function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>(':is(input, textarea):is([aria-invalid="true"], [data-invalid])')?.focus()
  })
}
