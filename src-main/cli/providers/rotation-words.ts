import { describeError } from '@contract/error-texts'
import type { OldUse, Rotation, RotationStep } from '@contract/model/rotation'
import { facts } from '../facts'
import { expiresWords, fromNow, localTime } from './when'

const STANDS: Readonly<Record<RotationStep, string>> = {
  creating: 'the new value has not been made',
  manual: 'waiting for the value you make in the provider’s console',
  writing: 'the new value is made and not yet written to every env file',
  verifying: 'the new value is written and not yet proven at the provider',
  grace: 'both values work',
  revoking: 'the new value is in use and the old one is not revoked yet',
  aborting: 'going back to the old value',
  done: 'done; the new value is in use',
  aborted: 'aborted; the old value is in use again'
}

/** Where a rotation stands: both values, what was written, until when both work, what is wrong, and what to do next. */
export function rotationLines(rotation: Rotation): string[] {
  const { keyName, step, failure } = rotation
  return [
    `Rotation of ${keyName}: ${STANDS[step]}${graceWords(rotation)}.`,
    ...facts(
      [
        ['old', sideWords(rotation, 'old')],
        ['new', sideWords(rotation, 'new')],
        ...rotation.bindings.map(({ file, name, outcome, failure: why }): [string, string] => [
          outcome === 'failed' ? 'not written' : outcome,
          `${name} in ${file}${why === null ? '' : `: ${describeError(why.code, why.details)}`}`
        ]),
        ['proven', provenWords(rotation)]
      ],
      '  '
    ),
    ...(failure === null ? [] : [`  It stands still: ${describeError(failure.code, failure.details)}`]),
    ...nextLines(rotation)
  ]
}

/** Whether the old value is still used, or null where there is nothing to say. */
export function oldUseWords(use: OldUse | null, nowMs: number): string | null {
  if (use === null) return null
  const { known, requests, lastAt, addresses, readAt } = use
  if (requests > 0 && lastAt !== null) {
    const from = addresses.length === 0 ? '' : `, from ${addresses.map(({ ip }) => ip).join(', ')}`
    const calls = requests === 1 ? '1 call' : `${String(requests)} calls`
    return `The old value is still used: ${calls} since the new one was made, the last ${fromNow(lastAt, nowMs)}${from}.`
  }
  switch (known) {
    case 'read':
      return `No call with the old value since the new one was made, as of ${fromNow(readAt ?? use.since, nowMs)}.`
    case 'not-read':
      return 'Whether the old value is still used is not known: run `kq usage sync`.'
    case 'not-offered':
      return 'Whether the old value is still used is not told by this provider.'
    case 'one-id':
      return 'Both values go by one id at the provider, so its log does not tell which of them is used.'
  }
}

function graceWords({ step, graceEndsAt }: Rotation): string {
  if (step !== 'grace' || graceEndsAt === null) return ''
  return Date.parse(graceEndsAt) <= Date.now()
    ? ` until ${localTime(graceEndsAt)}, which has passed`
    : ` until ${localTime(graceEndsAt)} (${fromNow(graceEndsAt, Date.now())})`
}

function sideWords({ old, new: made, mode, step }: Rotation, which: 'old' | 'new'): string | null {
  const side = which === 'old' ? old : made
  if (side === null) return null
  const id = side.remoteId === null ? '' : `, ${side.remoteId}`
  return `${side.preview}${id}, ${stateWords()}`

  function stateWords(): string {
    const byHand = mode === 'manual' ? 'to be deleted in the console' : null
    if (which === 'new' && step === 'aborted') return byHand ?? 'revoked'
    if (which === 'old' && step === 'done') return byHand ?? 'no longer works'
    if (which === 'old' && mode === 'in-place' && made !== null) return 'no longer works'
    return expiresWords(side?.expiresAt ?? null)
  }
}

function provenWords({ verified, new: made }: Rotation): string | null {
  if (made === null) return null
  if (verified === null) return 'not tried yet'
  return verified ? 'the provider accepts the new value' : 'this provider has no way to tell'
}

function nextLines({ keyName, may, mode, step, revokeAtEnd, endedAt, bindings }: Rotation): string[] {
  const place = `put the new value where it is used: \`kq reveal ${keyName}\``
  if (endedAt !== null) return mode === 'in-place' && bindings.length === 0 ? [`Next: ${place}.`] : []
  if (may.length === 0) return ['Next: settle what is unfinished first: `kq unfinished`.']
  const kq = `kq rotate ${keyName}`
  const use = bindings.length === 0 ? place : 'restart what reads these files'
  const ends = mode === 'manual' ? 'ends it once the old key is deleted in the console' : 'revokes the old one'
  const lines: Partial<Record<Rotation['may'][number], string>> = {
    continue: `\`${kq} --continue\` tries this step again.`,
    revoke: `${use}; then \`${kq} --finish\` ${ends}.`,
    'enter-value': `\`${kq} --enter-value\` takes the new value.`,
    leave: `\`${kq} --leave\` ends it without the provider.`,
    abort: `\`${kq} --abort\` puts the old value back.`
  }
  const next = may.map((choice) => lines[choice] ?? '')
  const byItself = step === 'grace' && revokeAtEnd ? ['the app revokes the old one when the grace ends.'] : []
  return [...byItself, ...next].map((line, index) => `${index === 0 ? 'Next:' : '  or:'} ${line}`)
}
