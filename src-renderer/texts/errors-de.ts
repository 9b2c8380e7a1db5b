import type { ErrorText } from '@contract/error-text'
import type { ErrorCode } from '@contract/errors'
import { appErrorsDe } from './errors-app-de'
import { envErrorsDe } from './errors-env-de'
import { providerErrorsDe } from './errors-provider-de'
import { vaultErrorsDe } from './errors-vault-de'

export const germanErrorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  ...vaultErrorsDe,
  ...providerErrorsDe,
  ...envErrorsDe,
  ...appErrorsDe
}
