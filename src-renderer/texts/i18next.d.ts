import type { en } from './en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    interpolationFormatTypeMap: { percent: number; inside: string }
    resources: { translation: typeof en }
  }
}
