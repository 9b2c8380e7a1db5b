import { cancelWork, useWork } from '../../../stores/work-store'
import { WorkNote } from '../../../ui/WorkNote'
import { Working } from '../../../ui/Working'

interface BusyNoteProps {
  readonly label: string
}

/** What is being waited for: the provider's call with its way to end it, or a plain line until there is one. */
export function BusyNote({ label }: BusyNoteProps) {
  const items = useWork((state) => state.items)
  return items.length === 0 ? <Working label={label} /> : <WorkNote items={items} onCancel={cancelWork} />
}
