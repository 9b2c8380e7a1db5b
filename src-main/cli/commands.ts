import type { Command } from 'commander'
import type { Run } from './options'

type Make = (run: Run) => Command

/** Every command with where it is: one that is not run is not loaded. In the order of the help. */
const COMMANDS: Readonly<Record<string, () => Promise<Make>>> = {
  init: async () => (await import('./commands/init')).initCommand,
  unlock: async () => (await import('./commands/unlock')).unlockCommand,
  lock: async () => (await import('./commands/lock')).lockCommand,
  status: async () => (await import('./commands/status')).statusCommand,
  vault: async () => (await import('./commands/vault')).vaultCommand,
  add: async () => (await import('./commands/add')).addCommand,
  list: async () => (await import('./commands/list')).listCommand,
  search: async () => (await import('./commands/list')).searchCommand,
  show: async () => (await import('./commands/show')).showCommand,
  reveal: async () => (await import('./commands/reveal')).revealCommand,
  copy: async () => (await import('./commands/copy')).copyCommand,
  due: async () => (await import('./commands/due')).dueCommand,
  run: async () => (await import('./commands/run')).runCommand,
  edit: async () => (await import('./commands/edit')).editCommand,
  rm: async () => (await import('./commands/rm')).rmCommand,
  connector: async () => (await import('./commands/connector')).connectorCommand,
  connection: async () => (await import('./commands/connection')).connectionCommand,
  create: async () => (await import('./commands/create')).createCommand,
  scopes: async () => (await import('./commands/scopes')).scopesCommand,
  renew: async () => (await import('./commands/at-provider')).renewCommand,
  enable: async () => (await import('./commands/at-provider')).enableCommand,
  disable: async () => (await import('./commands/at-provider')).disableCommand,
  verify: async () => (await import('./commands/at-provider')).verifyCommand,
  rotate: async () => (await import('./commands/rotate')).rotateCommand,
  policy: async () => (await import('./commands/policy')).policyCommand,
  revoke: async () => (await import('./commands/revoke')).revokeCommand,
  unfinished: async () => (await import('./commands/unfinished')).unfinishedCommand,
  untie: async () => (await import('./commands/at-provider')).untieCommand,
  env: async () => (await import('./commands/env')).envCommand,
  scan: async () => (await import('./commands/scan')).scanCommand,
  import: async () => (await import('./commands/transfer')).importCommand,
  export: async () => (await import('./commands/transfer')).exportCommand,
  backup: async () => (await import('./commands/backup')).backupCommand,
  restore: async () => (await import('./commands/backup')).restoreCommand,
  usage: async () => (await import('./commands/usage')).usageCommand,
  audit: async () => (await import('./commands/audit')).auditCommand,
  doctor: async () => (await import('./commands/doctor')).doctorCommand,
  completion: async () => {
    const { completionCommand } = await import('./commands/completion')
    return (run) => completionCommand(run, all)
  },
  passwd: async () => (await import('./commands/passwd')).passwdCommand
}

/** What `kq` starts of itself. Not in the help. */
const HIDDEN: typeof COMMANDS = {
  agent: async () => (await import('./agent/agent-process')).agentCommand
}

const VERSION = new Set(['--version', '-V'])
/** Options of the program itself that take the next word. */
const TAKES_A_WORD = new Set(['--home', '--password-fd'])

/** The command that `args` name, or all of them where they name none: for the help, and to say what there is. */
export async function commandsFor(args: readonly string[]): Promise<Make[]> {
  if (VERSION.has(args[0] ?? '')) return []
  const named = commandNamed(args)
  const load = named === null ? undefined : (COMMANDS[named] ?? HIDDEN[named])
  return load === undefined ? all() : [await load()]
}

function all(): Promise<Make[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()))
}

function commandNamed(args: readonly string[]): string | null {
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (TAKES_A_WORD.has(word)) at += 1
    else if (!word.startsWith('-')) return Object.hasOwn(COMMANDS, word) || Object.hasOwn(HIDDEN, word) ? word : null
  }
  return null
}
