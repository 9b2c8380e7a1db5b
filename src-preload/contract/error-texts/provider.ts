import type { ErrorText } from '../error-text'
import type { ErrorCode } from '../errors'

/** What went wrong with connectors, connections, what is done at providers, and rotations. */
export const providerErrorTexts = {
  'manifest-invalid': {
    happened: 'The manifest {{file}} is wrong at {{path}}: {{expected}}.',
    kept: 'The other connectors work as before.',
    next: 'Correct that place and try again; kq connector check shows every mistake.'
  },
  'connector-not-found': {
    happened: 'There is no connector called {{connector}}.',
    kept: 'Nothing was changed.',
    next: 'See which there are with kq connector list.'
  },
  'connection-not-found': {
    happened: 'There is no connection called {{name}}.',
    kept: 'Nothing was changed.',
    next: 'Choose one of the list, or add it.'
  },
  'connection-in-use': {
    happened: 'The connection {{name}} still has {{keys}} keys.',
    kept: 'Nothing was changed.',
    next: 'Move or delete these keys first, or keep the connection.'
  },
  'credential-missing': {
    happened: 'The connection {{connection}} has no {{credential}}, which this needs.',
    kept: 'Nothing was changed.',
    next: 'Enter it in the connection’s settings.'
  },
  'operation-not-offered': {
    happened: '{{provider}} does not offer this through its interface ({{operation}}).',
    kept: 'Nothing was changed.',
    next: 'Do it in the provider’s console; Keyquay says where.'
  },
  'url-invalid': {
    happened: 'This address cannot be used.',
    kept: 'Nothing was changed.',
    next: 'Enter a full address without a user name or password, such as https://api.example.com.'
  },
  'url-not-https': {
    happened: '{{host}} would be called without encryption.',
    kept: 'Nothing was sent.',
    next: 'Use https; http is for this computer only.'
  },
  'url-private': {
    happened: '{{host}} leads to an address inside a private network.',
    kept: 'Nothing was sent.',
    next: 'If that is meant, allow private addresses in this connection’s settings.'
  },
  'url-other-host': {
    happened: 'The request would have gone to {{host}}, which is not this connection’s host.',
    kept: 'Nothing was sent.',
    next: 'Correct the manifest or the connection’s paths.'
  },
  'provider-unreachable': {
    happened: '{{host}} cannot be reached.',
    kept: 'Everything in the vault is as before.',
    next: 'Check the network and the address, then try again.'
  },
  'provider-timeout': {
    happened: '{{host}} did not answer within {{seconds}} seconds.',
    kept: 'Everything in the vault is as before.',
    next: 'Try again in a while.'
  },
  'provider-tls-failed': {
    happened: 'The certificate of {{host}} is not trusted.',
    kept: 'Nothing was sent.',
    next: 'Check the address; for a server with its own authority, add its CA file to the connection.'
  },
  'provider-redirected': {
    happened: '{{host}} sent the request on to another address.',
    kept: 'It was not followed, so no credential left for there.',
    next: 'Correct the base URL of this connection.'
  },
  'provider-answer-too-large': {
    happened: 'The answer of {{host}} is larger than {{limitBytes}} bytes.',
    kept: 'It was cut off and not used.',
    next: 'Check the base URL of this connection.'
  },
  'provider-answer-unreadable': {
    happened: 'The answer of {{host}} is not what its manifest says: {{expected}}.',
    kept: 'The vault is as before.',
    next: 'Check the base URL; if it is right, correct the path or field in this connection’s settings.'
  },
  'provider-credential-refused': {
    happened: '{{host}} does not accept the credential.',
    kept: 'The vault is as before.',
    next: 'The credential may have expired or been revoked: enter a new one in the connection’s settings.'
  },
  'provider-forbidden': {
    happened: '{{host}} does not allow this: “{{message}}”',
    kept: 'The vault is as before.',
    next: 'The credential may lack a role or the plan this needs.'
  },
  'provider-limit-reached': {
    happened: 'The limit at {{host}} is reached: “{{message}}”',
    kept: 'No key was created.',
    next: 'Revoke a key that is not needed, or ask the provider for more.'
  },
  'provider-rate-limited': {
    happened: '{{host}} asks to wait {{retryAfterSeconds}} s.',
    kept: 'The vault is as before.',
    next: 'Try again after that.'
  },
  'provider-not-found': {
    happened: '{{host}} does not know this key or address.',
    kept: 'The vault is as before.',
    next: 'Compare with the provider’s own list; it may have been deleted there.'
  },
  'provider-conflict': {
    happened: 'The key was changed at {{host}} meanwhile.',
    kept: 'Nothing was overwritten.',
    next: 'Look at it as it is now and make the change again.'
  },
  'provider-rejected': {
    happened: '{{host}} refused the request ({{status}}): “{{message}}”',
    kept: 'The vault is as before.',
    next: 'Correct what it names and try again.'
  },
  'provider-failed': {
    happened: '{{host}} has trouble of its own ({{status}}).',
    kept: 'The vault is as before.',
    next: 'Try again in a while.'
  },
  'provider-outcome-unknown': {
    happened: 'It is not known whether the provider carried this out for {{name}}.',
    kept: 'It is written down as unfinished, and nothing is sent a second time by itself.',
    next: 'Open Unfinished to look at the provider and settle it.'
  },
  'scope-unknown': {
    happened: 'The provider has no scope {{scope}}.',
    kept: 'Nothing was changed.',
    next: 'Choose one of its list.'
  },
  'ip-range-invalid': {
    happened: '{{range}} is not an IP address or range.',
    kept: 'Nothing was changed.',
    next: 'Write it like 203.0.113.0/24 or 2001:db8::/32.'
  },
  'key-format-mismatch': {
    happened: 'This does not look like a key of {{provider}} ({{expected}}).',
    kept: 'It was not stored.',
    next: 'Copy the whole value again, or store it anyway.'
  },
  'key-not-connected': {
    happened: 'The key {{name}} is not tied to a key at a provider.',
    kept: 'Nothing was changed.',
    next: 'Adopt it from the connection’s list first.'
  },
  'rotation-running': {
    happened: 'A rotation of {{name}} is under way.',
    kept: 'Nothing was changed.',
    next: 'Finish or abort it first.'
  },
  'vault-restored': {
    happened: 'The vault was restored from a backup, and the provider may have moved on since.',
    kept: 'Nothing is done by itself.',
    next: 'Compare with the provider’s list, then continue or abort.'
  },
  'rotation-not-found': {
    happened: 'This rotation is over.',
    kept: 'Nothing was changed.',
    next: 'Look at the key for how it stands now.'
  },
  'view-not-found': {
    happened: 'This saved view is not there any more.',
    kept: 'All other views are as they were.',
    next: 'Save it as a new one.'
  },
  'rotation-step-refused': {
    happened: 'The rotation cannot do this now; it stands at {{step}}.',
    kept: 'Nothing was changed.',
    next: 'Follow the step that is shown.'
  },
  'unfinished-not-found': {
    happened: 'This has been settled already.',
    kept: 'Nothing was changed.',
    next: 'Look at the key for how it stands now.'
  }
} satisfies Partial<Record<ErrorCode, ErrorText>>
