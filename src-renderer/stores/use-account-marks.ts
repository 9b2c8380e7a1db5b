import type { ConnectionId } from '@contract/model/connection'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { absoluteText } from '../texts/dates'
import { marksOf } from './account-marks'
import { useConnections } from './connections-store'

/** What tells accounts of one name apart, by their ids; those with a name of their own are not in it. */
export function useAccountMarks(): ReadonlyMap<ConnectionId, string> {
  const { t, i18n } = useTranslation()
  const connections = useConnections((state) => state.connections)
  const connectors = useConnections((state) => state.connectors)
  return useMemo(
    () =>
      marksOf(connections ?? [], connectors, (at) =>
        t('connections.addedOn', { when: absoluteText(at, i18n.language) })
      ),
    [connections, connectors, t, i18n.language]
  )
}
