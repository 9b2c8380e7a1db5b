const shown = '[secret]'
const inspectCustom = Symbol.for('nodejs.util.inspect.custom')

/**
 * Bytes that must not be seen. They can be read only inside {@link Secret.use} and end with {@link Secret.dispose};
 * every way of printing shows `[secret]`, and a structured clone carries nothing.
 */
export class Secret {
  #bytes: Uint8Array | null

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Takes the bytes over: the caller must not keep, change or zero them. */
  static from(bytes: Uint8Array): Secret {
    return new Secret(bytes)
  }

  /** Lends the bytes to `read`, which must not keep them. Throws once disposed. */
  use<Value>(read: (bytes: Uint8Array) => Value): Value {
    if (this.#bytes === null) throw new Error('the secret was disposed')
    return read(this.#bytes)
  }

  /** Zeroes the bytes. May be called again. */
  dispose(): void {
    this.#bytes?.fill(0)
    this.#bytes = null
  }

  get disposed(): boolean {
    return this.#bytes === null
  }

  toString(): string {
    return shown
  }

  toJSON(): string {
    return shown
  }

  [Symbol.toPrimitive](): string {
    return shown
  }

  [inspectCustom](): string {
    return shown
  }
}
