import { Answered, label } from './answered.ts'

type IdleState = ReturnType<Electron.PowerMonitor['getSystemIdleState']>

/** Electron's `powerMonitor`. The machine never sleeps by itself: tests emit the events. */
class PowerMonitor
  extends Answered
  implements
    Pick<
      Electron.PowerMonitor,
      'getSystemIdleState' | 'getSystemIdleTime' | 'getCurrentThermalState' | 'isOnBatteryPower' | 'onBatteryPower'
    >
{
  readonly onBatteryPower = false
  #idleSeconds = 0
  #isLocked = false

  constructor() {
    super()
    this.on('lock-screen', () => (this.#isLocked = true))
    this.on('unlock-screen', () => (this.#isLocked = false))
  }

  override get [label](): string {
    return 'powerMonitor'
  }

  getSystemIdleTime(): number {
    return this.#idleSeconds
  }

  getSystemIdleState(idleThreshold: number): IdleState {
    if (this.#isLocked) return 'locked'
    return this.#idleSeconds >= idleThreshold ? 'idle' : 'active'
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown'
  }

  isOnBatteryPower(): boolean {
    return false
  }

  /** A test says how long nobody has touched the machine. */
  setIdleSeconds(seconds: number): void {
    this.#idleSeconds = seconds
  }
}

export const powerMonitor = new PowerMonitor()

const blockers = new Set<number>()
let lastBlocker = 0

/** Electron's `powerSaveBlocker`; nothing sleeps here anyway. */
export const powerSaveBlocker = {
  start: (): number => {
    blockers.add(++lastBlocker)
    return lastBlocker
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id)
} satisfies Electron.PowerSaveBlocker
