import type { RuleParts, RuleScope } from '@contract/model/reminder'

/** `inherit`: a wider rule decides. */
export type PartMode = 'inherit' | 'on' | 'off'

export type ListPart = 'expiryLeadDays' | 'graceLeadHours' | 'usagePercents'
export type DaysPart = 'rotateEveryDays' | 'unusedForDays'

interface ListValue {
  readonly mode: PartMode
  readonly numbers: readonly number[]
}

interface DaysValue {
  readonly mode: PartMode
  /** Empty while nothing is typed. */
  readonly days: number | ''
}

/** A rule as a person edits it: what a part said before it was turned off is still there when it is turned on again. */
export interface RuleForm extends Readonly<Record<ListPart, ListValue>>, Readonly<Record<DaysPart, DaysValue>> {
  readonly notify: PartMode
  readonly channels: { readonly mode: PartMode; readonly ids: readonly string[] }
}

export interface RuleProblems {
  readonly scope: boolean
  readonly parts: readonly (ListPart | DaysPart | 'channels')[]
}

/** The numbers a list part may hold, those it offers at once, and those it starts with: the contract's defaults. */
export const listParts = {
  expiryLeadDays: { offered: [90, 60, 30, 14, 7, 3, 1, 0], usual: [30, 7, 1, 0], lowest: 0, highest: 3_650 },
  graceLeadHours: { offered: [48, 24, 12, 6, 1], usual: [12, 1], lowest: 0, highest: 720 },
  usagePercents: { offered: [50, 75, 90, 100], usual: [75, 90, 100], lowest: 1, highest: 100 }
} as const satisfies Record<
  ListPart,
  { offered: readonly number[]; usual: readonly number[]; lowest: number; highest: number }
>

export const MOST_NUMBERS = 10
const MOST_DAYS = 3_650
const USUAL_DAYS = 90

/** The parts without which something can stop working and nobody was told. */
export const critical: ReadonlySet<string> = new Set<ListPart>(['expiryLeadDays', 'graceLeadHours', 'usagePercents'])

/** A rule as it is edited; null for a new one, which leaves every part to the wider rules. */
export function toForm(parts: RuleParts | null): RuleForm {
  return {
    expiryLeadDays: listValue('expiryLeadDays', parts),
    graceLeadHours: listValue('graceLeadHours', parts),
    usagePercents: listValue('usagePercents', parts),
    rotateEveryDays: daysValue(parts?.rotateEveryDays ?? null),
    unusedForDays: daysValue(parts?.unusedForDays ?? null),
    notify: parts?.notify == null ? 'inherit' : parts.notify ? 'on' : 'off',
    channels: { mode: modeOf(parts?.channels ?? null), ids: parts?.channels ?? [] }
  }
}

/** What is saved: null where a wider rule decides, an empty list or 0 where a part is off. */
export function toParts(form: RuleForm): RuleParts {
  const list = ({ mode, numbers }: ListValue): number[] | null =>
    mode === 'inherit' ? null : mode === 'off' ? [] : sorted(numbers)
  const days = ({ mode, days: count }: DaysValue): number | null =>
    mode === 'inherit' ? null : mode === 'off' ? 0 : Number(count)
  return {
    expiryLeadDays: list(form.expiryLeadDays),
    graceLeadHours: list(form.graceLeadHours),
    usagePercents: list(form.usagePercents)?.reverse() ?? null,
    rotateEveryDays: days(form.rotateEveryDays),
    unusedForDays: days(form.unusedForDays),
    notify: form.notify === 'inherit' ? null : form.notify === 'on',
    channels: form.channels.mode === 'inherit' ? null : form.channels.mode === 'off' ? [] : [...form.channels.ids]
  }
}

export function problemsIn(form: RuleForm, scope: RuleScope | null): RuleProblems {
  const empty = (['expiryLeadDays', 'graceLeadHours', 'usagePercents'] as const).filter(
    (part) => form[part].mode === 'on' && form[part].numbers.length === 0
  )
  const wrong = (['rotateEveryDays', 'unusedForDays'] as const).filter(
    (part) => form[part].mode === 'on' && !isDays(form[part].days)
  )
  const noChannel = form.channels.mode === 'on' && form.channels.ids.length === 0
  return { scope: scope === null, parts: [...empty, ...wrong, ...(noChannel ? (['channels'] as const) : [])] }
}

/** Whether a narrower rule says anything at all. */
export function saysNothing(parts: RuleParts): boolean {
  return Object.values(parts).every((part) => part === null)
}

/** From the farthest to the nearest, each once. */
export function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => other - one)
}

function listValue(part: ListPart, parts: RuleParts | null): ListValue {
  const numbers = parts?.[part] ?? null
  return { mode: modeOf(numbers), numbers: numbers?.length ? numbers : listParts[part].usual }
}

function daysValue(days: number | null): DaysValue {
  return {
    mode: days === null ? 'inherit' : days === 0 ? 'off' : 'on',
    days: days === null || days === 0 ? USUAL_DAYS : days
  }
}

function modeOf(list: readonly unknown[] | null): PartMode {
  return list === null ? 'inherit' : list.length === 0 ? 'off' : 'on'
}

function isDays(days: number | ''): boolean {
  return days !== '' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
}
