import type { en } from './en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    interpolationFormatTypeMap: { percent: number }
    resources: { translation: typeof en }
  }
}
