export { GrantDialog } from './GrantDialog'
export { installKq } from './command-actions'
export { GrantIndicator } from './GrantIndicator'
export { TerminalSettings } from './TerminalSettings'
