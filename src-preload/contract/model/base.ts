import { z } from 'zod'

/** Identifies a key for the life of the vault: 26 characters, sorts by creation time (ULID, github.com/ulid/spec). */
export const keyId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'KeyId'>()
export type KeyId = z.infer<typeof keyId>

/** A moment, as ISO 8601 in UTC with milliseconds: `2026-11-20T09:30:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instant>

/** One line of text as a person typed it: no control characters, trimmed by the sender. */
export const line = (maxLength: number): z.ZodString =>
  z
    .string()
    .max(maxLength)
    // eslint-disable-next-line no-control-regex -- refusing control characters is the point
    .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/, 'control characters are not allowed')

/** Text of several lines: tab, line feed and carriage return are allowed, other control characters are not. */
export const prose = (maxLength: number): z.ZodString =>
  z
    .string()
    .max(maxLength)
    // eslint-disable-next-line no-control-regex -- see above
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/, 'control characters are not allowed')

/** A name that a shell and every `.env` reader accept. */
export const envName = z
  .string()
  .max(128)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)

/** The master password: 1 to 1024 bytes of UTF-8 once normalised to NFKC. */
export const password = z
  .string()
  .min(1)
  .max(1024)
  .refine((text) => utf8Length(text.normalize('NFKC')) <= 1024, 'longer than 1024 bytes')

/** How many bytes `text` has in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}

/** A recovery code as it is typed; whether it is one is checked where it is read. */
export const recoveryCode = z.string().min(1).max(200)

export const nothing = z.strictObject({})
