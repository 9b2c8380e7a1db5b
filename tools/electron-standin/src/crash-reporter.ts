import { answered } from './answered.ts'
import { recorder } from './recorder.ts'

const parameters = new Map<string, string>()

/** Electron's `crashReporter`: nothing is ever collected or sent. */
export const crashReporter = answered('crashReporter', {
  start: (options: Electron.CrashReporterStartOptions): void => void recorder.crashReporterStarts.push({ ...options }),
  addExtraParameter: (key: string, value: string): void => void parameters.set(key, value),
  removeExtraParameter: (key: string): void => void parameters.delete(key),
  getParameters: (): Record<string, string> => Object.fromEntries(parameters),
  getLastCrashReport: (): null => null,
  getUploadedReports: (): Electron.CrashReport[] => [],
  getUploadToServer: (): boolean => false,
  setUploadToServer: (): void => undefined
} satisfies Electron.CrashReporter)
