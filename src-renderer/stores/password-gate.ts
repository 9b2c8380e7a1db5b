import { create } from 'zustand'
import { CallFailure, isCallFailure } from '../client/failure'

interface PasswordGate {
  readonly asking: boolean
  answer(confirmed: boolean): void
}

let settle: (confirmed: boolean) => void = () => undefined

/** Whether something waits for the password to be confirmed. The password itself never comes here. */
export const usePasswordGate = create<PasswordGate>()((set) => ({
  asking: false,
  answer(confirmed) {
    set({ asking: false })
    settle(confirmed)
  }
}))

/** Runs a call, asks for the password when the core wants it again, and runs it once more. Throws `cancelled` if it is not given. */
export async function withPassword<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    if (!isCallFailure(error, 'password-needed-again')) throw error
    if (!(await confirmed())) throw new CallFailure({ code: 'cancelled', details: {}, id: '' })
    return run()
  }
}

function confirmed(): Promise<boolean> {
  // Only one question at a time: an older one counts as declined.
  settle(false)
  return new Promise((resolve) => {
    settle = resolve
    usePasswordGate.setState({ asking: true })
  })
}
