import type { KeyId } from '@contract/model/base'
import type { ReactNode } from 'react'
import { client } from '../../../client/client'
import { ByHandPage } from '../guided/ByHandPage'
import { toLocal, toRequest, type CreateValues } from '../model/create-form'
import { blanksOf } from '../guided/blanks'
import type { Chosen } from './use-chosen'
import { useTranslation } from 'react-i18next'

interface CreateByHandProps {
  readonly title: string
  readonly top: ReactNode
  readonly chosen: Chosen
  readonly values: CreateValues
  readonly onBack: () => void
  readonly onMade: (id: KeyId) => void
}

/** A key that the person makes in the provider's console, with the steps beside it. */
export function CreateByHand({ title, top, chosen, values, onBack, onMade }: CreateByHandProps) {
  const { t, i18n } = useTranslation()
  const { connection, connector, kind } = chosen
  const request = toRequest(values, kind)
  return (
    <ByHandPage
      title={title}
      top={top}
      job="create"
      connectionId={connection.id}
      provider={connector.name}
      kind={kind}
      keyId={null}
      request={request}
      blanks={blanksOf(kind, request, t, i18n.language)}
      onBack={onBack}
      onValue={async (secret, anyFormat) => {
        const { id } = await client.call('remote.enterCreated', {
          connectionId: connection.id,
          kind: kind.id,
          request,
          local: toLocal(values),
          secret,
          anyFormat
        })
        onMade(id)
      }}
    />
  )
}
