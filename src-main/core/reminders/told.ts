import { createHmac } from 'node:crypto'
import type { SubjectState } from '../../ports/reminder-store'
import type { ToldMark } from '../../ports/told-marks'
import { isNearer, stateOf, type Subject, type Telling } from './plan'

/** The mark of a telling: whoever has the file but not the vault learns that something was told, and no more. */
export function markOf({ subject, lead }: Telling, marksKey: Uint8Array): ToldMark {
  return { occasion: occasionOf(subject, marksKey), lead }
}

/** The states of the subjects that marks say were told of, where they did not know it yet. */
export function applyMarks<Of extends Subject>(
  subjects: readonly Of[],
  states: ReadonlyMap<string, SubjectState>,
  marks: readonly ToldMark[],
  marksKey: Uint8Array
): { subject: Of; state: SubjectState }[] {
  if (marks.length === 0) return []
  const leadsOf = new Map<string, (number | null)[]>()
  for (const { occasion, lead } of marks) leadsOf.set(occasion, [...(leadsOf.get(occasion) ?? []), lead])
  return subjects.flatMap((subject) => {
    const leads = leadsOf.get(occasionOf(subject, marksKey))
    if (leads === undefined) return []
    const before = stateOf(subject, states.get(subject.id))
    let { toldLead } = before
    for (const lead of leads) if (lead !== null && isNearer(subject.kind, lead, toldLead)) toldLead = lead
    const isNews = toldLead !== before.toldLead || before.snooze !== null
    return isNews ? [{ subject, state: { ...before, toldLead, snooze: null } }] : []
  })
}

function occasionOf({ id, targetMs }: Subject, marksKey: Uint8Array): string {
  return createHmac('sha256', marksKey)
    .update(`${id} ${String(targetMs)}`)
    .digest('hex')
    .slice(0, 32)
}
