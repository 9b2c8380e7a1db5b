/** What one look at the machine found. `note`: works, and could be better; `problem`: to be mended. */
export interface Finding {
  /** Names the check for programs; does not change. */
  readonly id: string
  readonly label: string
  readonly state: 'ok' | 'note' | 'problem'
  readonly says: string
  /** What to do about it, a command where there is one; null where nothing is to be done. */
  readonly mend: string | null
}

interface Check {
  ok(says: string): Finding
  note(says: string, mend?: string): Finding
  problem(says: string, mend: string): Finding
}

/** A check of its own id and label. */
export function check(id: string, label: string): Check {
  return {
    ok: (says) => ({ id, label, state: 'ok', says, mend: null }),
    note: (says, mend) => ({ id, label, state: 'note', says, mend: mend ?? null }),
    problem: (says, mend) => ({ id, label, state: 'problem', says, mend })
  }
}
