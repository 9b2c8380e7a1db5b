import type { ImportFormat } from '@contract/model/import'
import { findColumns } from './csv-columns'
import { KEYQUAY_FORMAT } from './keyquay'
import { encodingOf } from './text'

const LOOKED_AT_BYTES = 16 * 1024

const MAGIC: readonly (readonly [bytes: readonly number[], format: ImportFormat])[] = [
  // keepass.info/help/kb/kdbx_4.html; the second number tells KDBX from the older KDB.
  [[0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5], 'keepass-kdbx'],
  [[0x50, 0x4b, 0x03, 0x04], 'onepassword-1pux']
]

const NAMES: readonly (readonly [pattern: RegExp, format: ImportFormat])[] = [
  [/^[._]netrc$/, 'netrc'],
  [/^\.npmrc$|^npmrc$/, 'npmrc'],
  [/^credentials$/, 'aws-credentials'],
  [/^\.env(?:\.|$)|\.env$/, 'env'],
  [/\.csv$/, 'csv']
]

/**
 * Which format a file is likely in, by its first bytes, its name and the begin of its text; null when nothing fits.
 * A guess for a person to correct: it reads 16 KiB at most and promises nothing of the rest.
 */
export function detectFormat(fileName: string, bytes: Uint8Array): ImportFormat | null {
  const magic = MAGIC.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (magic !== undefined) return magic[1]
  const base = (fileName.slice(-255).split(/[/\\]/).at(-1) ?? '').toLowerCase()
  const named = NAMES.find(([pattern]) => pattern.test(base))
  if (named !== undefined) return named[1]
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT_BYTES))
  return detectText(text)
}

function detectText(text: string): ImportFormat | null {
  const start = text.trimStart()
  if (start.startsWith('{')) {
    if (start.includes(`"${KEYQUAY_FORMAT}"`)) return 'keyquay'
    return /"(?:encrypted|folders|items)"/.test(start) ? 'bitwarden-json' : null
  }
  const lines = start.split(/\r\n|\n|\r/).slice(0, 200)
  const some = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line.slice(0, 500)))
  if (some(/^aws_(?:access_key_id|secret_access_key|session_token)\s/)) return 'aws-credentials'
  if (some(/^aws_(?:access_key_id|secret_access_key|session_token)=/)) return 'aws-credentials'
  if (some(/^(?:\/\/[^\s=]{1,400}:)?_(?:authToken|auth|password)[ =]/)) return 'npmrc'
  if (some(/^(?:machine\s|default\s+login\s)/)) return 'netrc'
  const header = lines[0] ?? ''
  if (/[,;\t]/.test(header) && findColumns(header.slice(0, 10_000).split(/[,;\t]/)) !== null) return 'csv'
  return some(/^(?:export\s)?[A-Za-z_][\w.-]{0,200}=/) ? 'env' : null
}
