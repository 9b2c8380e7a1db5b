import type { UsageRecord } from '@contract/model/usage'
import { texts } from '../../../texts/texts'
import { copyText } from '../../../ui/copy-text'
import { showToast } from '../../../ui/toasts'

/** A call as one line, its parts apart by tabs, as a table or an issue takes it. */
export function callLine(
  { at, method, path, status, durationMs, ip, source, remoteId }: UsageRecord,
  name: string | null
): string {
  return [at, method, path, status, durationMs, ip, source, name ?? remoteId].map((part) => part ?? '').join('\t')
}

/** Puts a call on the clipboard and says so. */
export function copyCall(call: UsageRecord, name: string | null): void {
  if (copyText(callLine(call, name))) showToast(texts.t('usage.log.copied'))
}
