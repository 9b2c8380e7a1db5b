/**
 * The names of the contract without its schemas, so that the sandboxed preload stays small.
 * `test/architecture` holds these lists equal to the contract's.
 */
export const callNames = [
  'app.snapshot',
  'app.openLink',
  'vault.create',
  'session.unlock',
  'session.lock',
  'session.confirmPassword',
  'session.touch',
  'keys.list',
  'keys.facets',
  'keys.get',
  'keys.find',
  'keys.add',
  'keys.edit',
  'keys.replaceSecret',
  'keys.reveal',
  'keys.copy',
  'keys.delete',
  'keys.restore',
  'keys.purge',
  'keys.purgeValues',
  'clipboard.clear',
  'audit.list',
  'audit.verify',
  'settings.update'
] as const

export const eventNames = ['session.changed', 'keys.changed', 'clipboard.changed', 'settings.changed'] as const
