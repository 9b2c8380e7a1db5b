import type { ConnectionId } from '@contract/model/connection'
import type { UsageFinding } from '@contract/model/usage'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import type { CallFilter } from '../../stores/call-pages'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'

/** Reads what is new from these accounts, or from all. How it goes is told by the stores. */
export function syncNow(connectionIds: readonly ConnectionId[]): Promise<void> {
  return said(async () => {
    await client.call('usage.sync', { connectionIds: [...connectionIds] })
  })
}

export function cancelSync(connectionIds: readonly ConnectionId[]): Promise<void> {
  return said(async () => {
    await client.call('usage.cancelSync', { connectionIds: [...connectionIds] })
  })
}

/** Writes the calls that are looked at into a file that the person chooses. */
export function exportCalls(filter: CallFilter, format: 'csv' | 'json'): Promise<void> {
  return said(async () => {
    const { records } = await client.call('usage.export', { filter, format, file: null })
    showToast(texts.t('usage.export.done', { count: records, formatted: records.toLocaleString(texts.language) }))
  })
}

export function cancelExport(): Promise<void> {
  return said(async () => {
    await client.call('usage.cancelExport', {})
  })
}

/** Takes findings off the list of what is open, with the way back. */
export function acknowledge(findings: readonly UsageFinding[]): Promise<void> {
  return said(async () => {
    const ids = findings.map(({ id }) => id)
    await client.call('usage.acknowledge', { ids })
    showToast(texts.t('usage.findings.acknowledged', { count: ids.length }), {
      label: texts.t('common.undo'),
      run: () => {
        void reopen(findings)
      }
    })
  })
}

/** Puts acknowledged findings back among the open ones. */
export function reopen(findings: readonly UsageFinding[]): Promise<void> {
  return said(async () => {
    await client.call('usage.acknowledge', { ids: findings.map(({ id }) => id), acknowledged: false })
  })
}

/** Runs what a button asked for and shows a failure in words; one that the person cancelled stays silent. */
async function said(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const failure = toCallFailure(error)
    if (failure.code !== 'cancelled') showFailureToast(failure)
  }
}
