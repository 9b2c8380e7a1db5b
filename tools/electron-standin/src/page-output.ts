import type { AttachedPage } from './browser.ts'
import { NativeImage } from './native-image.ts'
import { PageSettings } from './page-settings.ts'

/** What comes out of a page: pictures and prints. */
export class PageOutput extends PageSettings implements Pick<Electron.WebContents, 'print' | 'printToPDF'> {
  protected readonly whenAttached = Promise.withResolvers<AttachedPage>()

  /** Resolves when Chromium has given this its page. */
  get attached(): Promise<AttachedPage> {
    return this.whenAttached.promise
  }

  async capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    const { session } = await this.attached
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {}
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', ...clip })
    return NativeImage.createFromBuffer(Buffer.from(data, 'base64'))
  }

  print(
    _options?: Electron.WebContentsPrintOptions,
    callback?: (success: boolean, failureReason: string) => void
  ): void {
    callback?.(false, 'No printers available on the network')
  }

  async printToPDF({ landscape = false, printBackground = false }: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { session } = await this.attached
    const { data } = await session.send('Page.printToPDF', { landscape, printBackground })
    return Buffer.from(data, 'base64')
  }
}
