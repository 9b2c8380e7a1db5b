import { toCallFailure } from '../../client/failure'
import { showFailureToast } from '../../ui/toasts'

/** Runs what a button asked for and shows a failure in words; one that the person cancelled stays silent. */
export async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const failure = toCallFailure(error)
    if (failure.code !== 'cancelled') showFailureToast(failure)
  }
}
