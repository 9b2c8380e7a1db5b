import type { ConnectionId } from '@contract/model/connection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { isCallFailure } from '../../../client/failure'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { FormButtons } from '../../../ui/FormButtons'
import { useDiscard } from '../../../ui/use-discard'
import { useCloseGuard } from '../dialogs/close-guard'
import { DialogPage } from '../dialogs/DialogPage'
import {
  emptyCreate,
  isByHand,
  localProblems,
  remoteProblems,
  renamed,
  toLocal,
  toRequest,
  type CreateProblems,
  type CreateValues
} from '../model/create-form'
import { useDoing } from '../../../stores/use-doing'
import { ChooseAccount } from './ChooseAccount'
import { CreateByHand } from './CreateByHand'
import { LocalFields } from './LocalFields'
import { RemoteFields } from './RemoteFields'
import { Review } from './Review'
import { StepTrail } from './StepTrail'
import { useChosen } from './use-chosen'
import { focusProblem } from './focus-problem'
import { useFirstChoice } from './use-first-choice'

type Step = 'where' | 'there' | 'here' | 'review' | 'byHand'

interface CreateWizardProps {
  readonly connectionId: ConnectionId | null
}

/** A new key, from the account that makes it to what is sent. What was typed stays whatever happens. */
export function CreateWizard({ connectionId }: CreateWizardProps) {
  const { t } = useTranslation()
  const first = useFirstChoice(connectionId)
  const [values, setValues] = useState<CreateValues>(first ?? emptyCreate)
  const [step, setStep] = useState<Step>(first === null ? 'where' : 'there')
  const [typed, setTyped] = useState(false)
  const [problems, setProblems] = useState<CreateProblems>({})
  const { busy, failure, run, clear } = useDoing()
  const chosen = useChosen(values.connectionId, values.kindId)
  const dialogs = useProviderDialog.getState()
  const byHand = chosen !== null && isByHand(chosen.connection.mode, chosen.kind, 'create')
  const steps: Step[] = ['where', 'there', 'here', 'review', ...(byHand ? (['byHand'] as const) : [])]

  const { leave, question } = useDiscard(typed, () => {
    dialogs.close()
  })
  // While the provider answers, its call is what can be cancelled.
  useCloseGuard(busy ? () => undefined : typed ? leave : null)

  const change = (part: Partial<CreateValues>): void => {
    setValues((before) => ({ ...(part.name === undefined ? before : renamed(before, part.name)), ...part }))
    setProblems({})
    setTyped(true)
  }
  const goTo = (next: Step): void => {
    clear()
    setProblems({})
    setStep(next)
  }
  const onward = (): void => {
    if (chosen === null) return
    const found = step === 'there' ? remoteProblems(values, chosen.kind) : step === 'here' ? localProblems(values) : {}
    setProblems(found)
    if (Object.keys(found).length > 0) {
      focusProblem()
      return
    }
    const next = steps[steps.indexOf(step) + 1]
    if (next !== undefined) goTo(next)
    else void run(create)
  }
  const made = (id: Parameters<ReturnType<typeof useKeyList.getState>['open']>[0]): void => {
    if (id === null) return
    useKeyList.getState().open(id)
    dialogs.open({ kind: 'new-value', keyId: id, rotationId: null })
  }
  async function create(): Promise<void> {
    if (chosen === null) return
    const { connection, kind } = chosen
    try {
      const { id } = await client.call('remote.create', {
        connectionId: connection.id,
        kind: kind.id,
        request: toRequest(values, kind),
        local: toLocal(values)
      })
      made(id)
    } catch (error) {
      if (!isCallFailure(error, 'provider-outcome-unknown')) throw error
      useUnfinished.getState().refresh()
      dialogs.open({ kind: 'unfinished' })
    }
  }

  const top = (
    <StepTrail
      steps={steps.map((one) => t(`provider.create.${one}`))}
      at={steps.indexOf(step)}
      onBack={(index) => {
        const back = steps[index]
        if (back !== undefined && !busy) goTo(back)
      }}
    />
  )
  const title =
    chosen === null || step === 'where'
      ? t('provider.create.title')
      : t('provider.create.titleOf', { provider: chosen.connector.name })
  if (step === 'byHand' && chosen !== null) {
    return (
      <>
        <CreateByHand
          title={title}
          top={top}
          chosen={chosen}
          values={values}
          onBack={() => {
            goTo('review')
          }}
          onMade={made}
        />
        {question}
      </>
    )
  }
  return (
    <>
      <DialogPage
        key={step}
        title={title}
        top={top}
        failure={failure}
        busy={busy && chosen !== null ? t('provider.create.working', { provider: chosen.connector.name }) : null}
        onSubmit={onward}
        footer={
          <FormButtons
            action={
              step !== 'review'
                ? t('provider.next')
                : t(byHand ? 'provider.create.toChecklist' : 'provider.create.action')
            }
            cancel={step === 'where' ? undefined : t('provider.back')}
            busy={busy}
            ready={chosen !== null}
            first={step === 'review' ? 'action' : null}
            onCancel={() => {
              const back = steps[steps.indexOf(step) - 1]
              if (back === undefined) leave()
              else goTo(back)
            }}
          />
        }
      >
        {step === 'where' && (
          <ChooseAccount
            values={values}
            onChange={(next) => {
              setValues(next)
            }}
          />
        )}
        {step === 'there' && chosen !== null && (
          <RemoteFields chosen={chosen} values={values} problems={problems} onChange={change} />
        )}
        {step === 'here' && <LocalFields values={values} problems={problems} onChange={change} />}
        {step === 'review' && chosen !== null && <Review chosen={chosen} values={values} onChange={goTo} />}
      </DialogPage>
      {question}
    </>
  )
}
