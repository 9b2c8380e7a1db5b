export { AddConnectionDialog } from './form/AddConnectionDialog'
export { ConnectionsScreen } from './ConnectionsScreen'
