import { basename } from 'node:path'
import { confirmEdit } from './confirm-edit'
import { assertAppendable, assertEditable } from './editable'
import { assignmentOf, parseEnvFile, type Assignment, type ParsedEnv } from './parse'
import { renderAssignment } from './render'

export interface EditOptions {
  /** For failures, and to know a shell program by its name. */
  readonly file: string
  /** Whether a new line is an `export`; by default in `.envrc` and its like, which a shell runs. */
  readonly exportStyle?: boolean
}

export interface Change {
  readonly kind: 'added' | 'changed' | 'same'
  /** Of the assignment after the edit, counted from 1. */
  readonly line: number
  /** Lines of earlier assignments of the same name. They are kept, and do not count: the last one does. */
  readonly duplicates: readonly number[]
}

export interface Edit {
  readonly bytes: Uint8Array
  readonly change: Change
}

export interface Removal {
  readonly bytes: Uint8Array
  /** Where the name was assigned; empty when it was not. */
  readonly lines: readonly number[]
}

/** Whether a shell runs the file, as direnv does with `.envrc` and what it names after it. */
export function isShellFile(file: string): boolean {
  return /\.envrc(?:\.|$)/.test(basename(file))
}

/**
 * Makes `name` mean `value`: the span of its last assignment becomes `NAME='value'`, or a line is added at the end,
 * in the file's line ends and with a final one only where there was one. Every other byte stays. The result is read
 * again, by this parser and by Node's, and compared before it is given out.
 * Throws `env-name-invalid`, `secret-not-for-env`, and `env-file-unreadable` where readers disagree on what would be
 * edited. Pure.
 */
export function setAssignment(bytes: Uint8Array, name: string, value: string, options: EditOptions): Edit {
  const rendered = renderAssignment(name, value)
  const shell = options.exportStyle ?? isShellFile(options.file)
  const parsed = parseEnvFile(bytes, options.file)
  const target = assignmentOf(parsed, name)
  if (target === undefined) return append(bytes, parsed, { name, value, rendered, shell, file: options.file })
  const duplicates = linesOf(parsed, name).slice(0, -1)
  assertEditable(parsed, target, { file: options.file, shell })
  if (target.value === value && isAgreed(bytes, target)) {
    return { bytes, change: { kind: 'same', line: target.line, duplicates } }
  }
  // A shell takes a `#` that touches the value for a part of it.
  const gap = bytes[target.span.end] === HASH ? ' ' : ''
  const edited = splice(bytes, target.span, rendered + gap)
  confirmEdit({ before: bytes, after: edited, file: options.file, name, value, line: target.line })
  return { bytes: edited, change: { kind: 'changed', line: target.line, duplicates } }
}

/**
 * {@link setAssignment} for several names in one go; `changes` says of each, in the same order, how it stands in the end.
 * The names differ. Throws as it does, before anything is given out. Pure.
 */
export function setAssignments<Entry extends { readonly name: string; readonly value: string }>(
  bytes: Uint8Array,
  entries: readonly Entry[],
  options: EditOptions
): { readonly bytes: Uint8Array; readonly changes: readonly { readonly entry: Entry; readonly change: Change }[] } {
  let edited = bytes
  const kinds = entries.map(({ name, value }) => {
    const edit = setAssignment(edited, name, value, options)
    if (edited !== bytes && edit.bytes !== edited) edited.fill(0)
    edited = edit.bytes
    return edit.change.kind
  })
  const parsed = parseEnvFile(edited, options.file)
  const changes = entries.map((entry, index) => {
    const lines = linesOf(parsed, entry.name)
    return { entry, change: { kind: kinds[index] ?? 'same', line: lines.at(-1) ?? 1, duplicates: lines.slice(0, -1) } }
  })
  return { bytes: edited, changes }
}

/**
 * Takes every assignment of `name` out with its lines, so that no earlier duplicate comes back to life.
 * A missing final line end stays missing. Throws `env-file-unreadable` as {@link setAssignment} does. Pure.
 */
export function removeAssignment(bytes: Uint8Array, name: string, options: EditOptions): Removal {
  const shell = options.exportStyle ?? isShellFile(options.file)
  const parsed = parseEnvFile(bytes, options.file)
  const targets = parsed.assignments.filter((assignment) => assignment.name === name)
  let edited = bytes
  for (const target of targets.toReversed()) {
    assertEditable(parsed, target, { file: options.file, shell })
    edited = splice(edited, target.lineSpan, '')
  }
  const lines = targets.map(({ line }) => line)
  if (lines.length === 0) return { bytes, lines }
  const text = Buffer.from(edited)
  if (!endsLine(bytes) && endsLine(edited)) edited = text.subarray(0, text.at(-2) === CR ? -2 : -1)
  confirmEdit({ before: bytes, after: edited, file: options.file, name, value: null, line: lines[0] ?? 1 })
  return { bytes: Uint8Array.from(edited), lines }
}

const CR = 13
const LF = 10
const HASH = 35

interface Addition {
  readonly name: string
  readonly value: string
  readonly rendered: string
  readonly shell: boolean
  readonly file: string
}

function append(bytes: Uint8Array, parsed: ParsedEnv, addition: Addition): Edit {
  const { file, name, value, shell } = addition
  const { source, lineEnd } = parsed
  assertAppendable(parsed, { file, shell })
  const empty = source.text.length === source.start
  const whole = empty || endsLine(bytes)
  const added = `${whole ? '' : lineEnd}${shell ? 'export ' : ''}${addition.rendered}${whole ? lineEnd : ''}`
  const edited = splice(bytes, { start: bytes.length, end: bytes.length }, added)
  const line = assignmentOf(parseEnvFile(edited, file), name)?.line ?? 1
  confirmEdit({ before: bytes, after: edited, file, name, value, line })
  return { bytes: edited, change: { kind: 'added', line, duplicates: [] } }
}

function splice(bytes: Uint8Array, { start, end }: { start: number; end: number }, text: string): Uint8Array {
  return Uint8Array.from(Buffer.concat([bytes.subarray(0, start), Buffer.from(text, 'latin1'), bytes.subarray(end)]))
}

function endsLine(bytes: Uint8Array): boolean {
  return bytes.at(-1) === LF || bytes.at(-1) === CR
}

function linesOf(parsed: ParsedEnv, name: string): number[] {
  return parsed.assignments.filter((assignment) => assignment.name === name).map(({ line }) => line)
}

/** Written in a form that no reader takes for another value. */
function isAgreed(bytes: Uint8Array, { span, name, quote, valueSpan }: Assignment): boolean {
  const written = Buffer.from(bytes.subarray(span.start, span.end)).toString('latin1')
  if (!written.startsWith(`${name}=`) || valueSpan.start !== span.start + name.length + 1) return false
  if (bytes[span.end] === HASH) return false
  return quote === 'single' || /^("?)[\w./:@%+,=-]*\1$/.test(written.slice(name.length + 1))
}
