import type { CallName, ParsedInputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { GrantReach } from '@contract/model/grant'

/**
 * What a call over the agent's socket must have been granted. `secrets`: whose secrets leave the vault with it; 'by
 * handler': the handler finds out and asks its `visitor` before it gives anything out. `never` says why a call is for
 * the window, or for a `kq` that was given the password, alone.
 */
type AgentRule<Name extends CallName> =
  | {
      readonly reach: GrantReach
      readonly secrets?: 'by handler' | ((input: ParsedInputOf<Name>) => readonly KeyId[] | 'all')
    }
  | { readonly never: string }

const READ = { reach: 'read' } as const
const CHANGE = { reach: 'change' } as const
const ITS_SECRET = { reach: 'read', secrets: ({ id }: { readonly id: KeyId }) => [id] } as const
const BY_KEY_ID = ({ keyId }: { readonly keyId: KeyId }): readonly KeyId[] => [keyId]
/** Decides where secrets will be sent or written from now on, so it counts as giving all of them out. */
const DECIDES_WHERE = { reach: 'change', secrets: (): 'all' => 'all' } as const

const PASSWORD = { never: 'It takes the master password, which is typed into the window or into kq itself.' } as const
const GUARDED = {
  never: 'It decides how well the vault is guarded; only the window asks for the password again.'
} as const
const UNLOCKS = { never: 'A locked vault answers nothing; it is unlocked where its password is typed.' } as const
const GRANTS = { never: 'Whoever asks for a grant must not be the one who answers.' } as const
const WINDOW = { never: 'It means something in the window alone.' } as const

/** One line for each method; one that has none does not compile. */
export const agentRules: { readonly [Name in CallName]: AgentRule<Name> } = {
  'app.snapshot': READ,
  'app.openLink': WINDOW,
  'app.terminalCommand': WINDOW,
  'app.installTerminalCommand': WINDOW,
  'app.removeTerminalCommand': WINDOW,
  'clipboard.clear': READ,
  'settings.update': GUARDED,

  'vault.create': PASSWORD,
  'vault.changePassword': PASSWORD,
  'vault.makeRecoveryCode': PASSWORD,
  'vault.confirmRecoveryCode': GUARDED,
  'vault.saveRecoveryKit': GUARDED,
  'vault.putRecoveryCodeAway': GUARDED,
  'vault.setDeviceUnlock': PASSWORD,
  'vault.rotateDataKey': PASSWORD,
  'vault.heldBack': GUARDED,
  'vault.allow': GUARDED,
  'vaults.list': WINDOW,
  'vaults.look': WINDOW,
  'vaults.open': WINDOW,
  'vaults.forget': WINDOW,
  'session.unlock': UNLOCKS,
  'session.unlockWithRecoveryCode': UNLOCKS,
  'session.unlockWithDevice': UNLOCKS,
  'session.lock': { never: 'The socket has a word of its own for it, which needs no grant.' },
  'session.confirmPassword': PASSWORD,
  'session.touch': { never: 'Only use of the vault keeps it open.' },

  'keys.list': READ,
  'keys.lines': READ,
  'keys.ids': READ,
  'keys.rowOf': READ,
  'keys.groups': READ,
  'keys.facets': READ,
  'keys.get': READ,
  'keys.find': READ,
  'keys.add': CHANGE,
  'keys.edit': CHANGE,
  'keys.change': CHANGE,
  'keys.replaceSecret': CHANGE,
  'keys.reveal': ITS_SECRET,
  'keys.revealPrevious': ITS_SECRET,
  'keys.copy': ITS_SECRET,
  'keys.delete': CHANGE,
  'keys.restore': CHANGE,
  'keys.purge': CHANGE,
  'keys.purgeValues': CHANGE,
  'keys.emptyBin': CHANGE,
  'audit.list': READ,
  'audit.verify': READ,
  'audit.export': READ,

  'backups.list': READ,
  'backups.make': CHANGE,
  'backups.save': CHANGE,
  'backups.verify': PASSWORD,
  'backups.restore': PASSWORD,
  'export.plain': PASSWORD,
  'files.dropped': WINDOW,
  'import.pasted': WINDOW,
  'import.preview': READ,
  'import.apply': { reach: 'change', secrets: ({ bind }) => (bind ? 'all' : []) },
  'import.cancel': READ,

  'connectors.list': READ,
  'connectors.check': READ,
  'connections.list': READ,
  'connections.add': CHANGE,
  'connections.edit': DECIDES_WHERE,
  'connections.remove': CHANGE,
  'connections.test': READ,
  'connections.options': READ,
  'connections.keys': READ,
  'connections.adopt': CHANGE,
  'remote.get': READ,
  'remote.tied': READ,
  'remote.create': CHANGE,
  'remote.guide': READ,
  'remote.enterCreated': CHANGE,
  'remote.openConsole': READ,
  'remote.revealNew': { reach: 'read', secrets: 'by handler' },
  'remote.putAway': CHANGE,
  'remote.edit': CHANGE,
  'remote.setEnabled': CHANGE,
  'remote.renew': CHANGE,
  'remote.revoke': CHANGE,
  'remote.verify': READ,
  'remote.setPolicy': CHANGE,
  'remote.untie': CHANGE,
  'remote.cancel': CHANGE,
  'rotations.list': READ,
  'rotations.start': CHANGE,
  'rotations.continue': CHANGE,
  'rotations.enterValue': CHANGE,
  'rotations.finish': CHANGE,
  'rotations.abort': CHANGE,
  'rotations.leave': CHANGE,
  'rotations.oldUse': READ,
  'rotations.set': CHANGE,
  'unfinished.list': READ,
  'unfinished.look': READ,
  'unfinished.settle': CHANGE,

  'env.preview': { reach: 'change', secrets: ({ keys }) => keys.map(({ keyId }) => keyId) },
  'env.previewExample': READ,
  'env.write': { reach: 'change', secrets: 'by handler' },
  'env.forget': READ,
  'env.safety': READ,
  'env.ignore': CHANGE,
  'env.undos': READ,
  'env.undo': CHANGE,
  'env.bindings': READ,
  'env.bind': { reach: 'change', secrets: BY_KEY_ID },
  'env.rewrite': CHANGE,
  'env.take': CHANGE,
  'env.unbind': CHANGE,
  'projects.list': READ,
  'projects.add': CHANGE,
  'projects.rename': CHANGE,
  'projects.remove': CHANGE,
  'projects.contents': READ,
  'projects.adopt': DECIDES_WHERE,
  'projects.compare': READ,
  'scan.run': READ,
  'scan.cancel': READ,
  'run.values': { reach: 'read', secrets: 'by handler' },

  'reminders.list': READ,
  'reminders.summary': READ,
  'reminders.calendar': READ,
  'reminders.snooze': CHANGE,
  'reminders.done': CHANGE,
  'reminders.dismiss': CHANGE,
  'reminders.reopen': CHANGE,
  'reminders.rules': READ,
  'reminders.saveRule': CHANGE,
  'reminders.removeRule': CHANGE,
  'reminders.channels': READ,
  // A new channel has no secret yet that could go astray.
  'reminders.saveChannel': { reach: 'change', secrets: ({ id }) => (id === null ? [] : 'all') },
  'reminders.removeChannel': CHANGE,
  'reminders.testChannel': CHANGE,
  'reminders.deliveries': READ,
  'reminders.retryDelivery': CHANGE,
  'reminders.forgetDelivery': CHANGE,
  'reminders.setWhileLocked': GUARDED,
  'reminders.abilities': READ,
  'reminders.testNotification': WINDOW,
  'reminders.exportCalendar': READ,
  'navigation.take': WINDOW,

  'usage.records': READ,
  'usage.summary': READ,
  'usage.series': READ,
  'usage.facets': READ,
  'usage.quotas': READ,
  'usage.burndown': READ,
  'usage.state': READ,
  'usage.sync': READ,
  'usage.cancelSync': READ,
  'usage.follow': READ,
  'usage.export': READ,
  'usage.cancelExport': READ,
  'usage.findings': READ,
  'usage.acknowledge': CHANGE,
  'usage.localUse': READ,
  'views.list': READ,
  'views.save': CHANGE,
  'views.remove': CHANGE,

  'grants.pending': GRANTS,
  'grants.answer': GRANTS,
  'grants.list': GRANTS,
  'grants.revoke': GRANTS
}
