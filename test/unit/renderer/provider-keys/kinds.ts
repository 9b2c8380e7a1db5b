import type { ConnectionId } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { KeyDetails } from '@contract/model/key'
import { sampleConnectors } from '../../../fakes/window/sample-connectors.ts'
import { sampleVault } from '../../../fakes/window/sample-keys.ts'

export const CONNECTION = '01J0000000000000000000000A' as ConnectionId

export function kindOf(connectorId: string): KeyKind {
  return sampleConnectors.find(({ id }) => id === connectorId)!.kinds[0]!
}

export function sampleDetails(name: string): KeyDetails {
  return sampleVault(Date.UTC(2026, 0, 1)).find(({ details }) => details.name === name)!.details
}
