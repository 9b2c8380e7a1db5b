import { readFileSync } from 'node:fs'
import { Answered } from './answered.ts'

type Size = Electron.Size
type AnsweredImage = Pick<
  Electron.NativeImage,
  | 'isEmpty'
  | 'toDataURL'
  | 'getAspectRatio'
  | 'isTemplateImage'
  | 'setTemplateImage'
  | 'isMacTemplateImage'
  | 'getScaleFactors'
  | 'addRepresentation'
>

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/**
 * Electron's `NativeImage`. Nothing is decoded here: a PNG knows its size, and a resized image is
 * the same picture that reports the size asked for.
 */
export class NativeImage extends Answered implements AnsweredImage {
  readonly #bytes: Buffer
  readonly #size: Size
  isMacTemplateImage = false

  private constructor(bytes: Buffer, size: Size) {
    super()
    this.#bytes = bytes
    this.#size = size
  }

  static createEmpty(): NativeImage {
    return new NativeImage(Buffer.alloc(0), { width: 0, height: 0 })
  }

  static createFromPath(file: string): NativeImage {
    try {
      return NativeImage.createFromBuffer(readFileSync(file))
    } catch {
      return NativeImage.createEmpty()
    }
  }

  static createFromBuffer(buffer: Buffer, options: Electron.CreateFromBufferOptions = {}): NativeImage {
    if (!Buffer.isBuffer(buffer)) throw new TypeError('buffer must be a node Buffer')
    const scale = options.scaleFactor ?? 1
    const size = pngSize(buffer) ?? { width: options.width ?? 0, height: options.height ?? 0 }
    if (size.width === 0 && !isJpeg(buffer)) return NativeImage.createEmpty()
    return new NativeImage(buffer, { width: Math.round(size.width / scale), height: Math.round(size.height / scale) })
  }

  static createFromDataURL(url: string): NativeImage {
    const base64 = /^data:image\/[\w+.-]+;base64,(.*)$/s.exec(url)?.[1]
    return base64 === undefined
      ? NativeImage.createEmpty()
      : NativeImage.createFromBuffer(Buffer.from(base64, 'base64'))
  }

  static createFromBitmap(buffer: Buffer, options: Electron.CreateFromBitmapOptions): NativeImage {
    return new NativeImage(buffer, { width: options.width, height: options.height })
  }

  isEmpty(): boolean {
    return this.#bytes.length === 0
  }

  getSize(): Size {
    return { ...this.#size }
  }

  getAspectRatio(): number {
    return this.#size.height === 0 ? 1 : this.#size.width / this.#size.height
  }

  getScaleFactors(): number[] {
    return [1]
  }

  toPNG(): Buffer {
    return Buffer.from(this.#bytes)
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#bytes.toString('base64')}`
  }

  resize(options: Electron.ResizeOptions): NativeImage {
    const ratio = this.getAspectRatio()
    const width = options.width ?? Math.round((options.height ?? this.#size.height) * ratio)
    return new NativeImage(this.#bytes, { width, height: options.height ?? Math.round(width / ratio) })
  }

  crop(rect: Electron.Rectangle): NativeImage {
    return new NativeImage(this.#bytes, { width: rect.width, height: rect.height })
  }

  addRepresentation(): void {}

  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage
  }
}

function pngSize(buffer: Buffer): Size | undefined {
  if (buffer.length < 24 || !buffer.subarray(0, 8).equals(pngSignature)) return undefined
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
}

function isJpeg(buffer: Buffer): boolean {
  return buffer.length > 3 && buffer.readUInt16BE(0) === 0xffd8
}
