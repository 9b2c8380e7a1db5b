import { createFakeBridge, type FakeOptions } from './fake-bridge.ts'

declare global {
  interface Window {
    keyquayFakeOptions?: FakeOptions
  }
}

// Runs before the page: a spec sets the options in an earlier init script.
Object.defineProperty(window, 'keyquay', { value: createFakeBridge(window.keyquayFakeOptions) })
