export { GrantDialog } from './GrantDialog'
export { GrantIndicator } from './GrantIndicator'
export { TerminalSettings } from './TerminalSettings'
