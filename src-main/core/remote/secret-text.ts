/** A secret as the text a provider is sent; `bytes` are zeroed. */
export function toText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  bytes.fill(0)
  return text
}
