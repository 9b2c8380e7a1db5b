import { useConnections } from '../../stores/connections-store'
import { ConnectionDetails } from './details/ConnectionDetails'
import { ConnectionList } from './list/ConnectionList'

export function ConnectionsScreen() {
  const open = useConnections((state) => state.connections?.find(({ id }) => id === state.openId))
  return open === undefined ? <ConnectionList /> : <ConnectionDetails key={open.id} connection={open} />
}
