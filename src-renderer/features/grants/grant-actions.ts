import type { GrantId } from '@contract/model/grant'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useGrants } from '../../stores/grants-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'

/** Ends what one terminal may do, or what all may. */
export async function revoke(id: GrantId | null): Promise<void> {
  try {
    await client.call('grants.revoke', { id })
    showToast(texts.t(id === null ? 'grants.revokedAll' : 'grants.revoked'))
  } catch (error) {
    showFailureToast(toCallFailure(error))
  } finally {
    useGrants.getState().refresh()
  }
}
