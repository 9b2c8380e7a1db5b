import { serveProvider } from './provider-server.ts'
import { createCloodot } from './providers/cloodot.ts'
import { createCloudapi } from './providers/cloudapi.ts'
import { createCloudcasa } from './providers/cloudcasa.ts'
import { createCloudnexus } from './providers/cloudnexus.ts'
import { createCloudoora } from './providers/cloudoora.ts'
import type { Rules, Surroundings } from './providers/provider.ts'
import { addSamples } from './providers/samples.ts'
import { createClock } from './state/clock.ts'
import { createIds } from './state/random.ts'
import { PROVIDER_NAMES, type ProviderName, type Providers, type Sandbox, type SandboxOptions } from './types.ts'

const CREATORS: { readonly [N in ProviderName]: (surroundings: Surroundings) => Rules<N> } = {
  cloudoora: createCloudoora,
  cloudapi: createCloudapi,
  cloudnexus: createCloudnexus,
  cloudcasa: createCloudcasa,
  cloodot: createCloodot
}

/** Starts the five providers on ports of the loopback. Nothing is kept on disk. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock(options.clock)
  const wanted = options.providers ?? PROVIDER_NAMES
  const servers: { close(): Promise<void> }[] = []
  const providers = {}

  const start = async (name: ProviderName): Promise<void> => {
    if (!wanted.includes(name)) {
      Object.defineProperty(providers, name, {
        get: () => {
          throw new Error(`${name} was not started`)
        }
      })
      return
    }
    const nextId = createIds(options.seed, name)
    const rules = CREATORS[name]({ clock, nextId })
    const plan = options.plans?.[name]
    if (plan !== undefined) rules.setPlan(plan.plan, plan)
    if (options.samples === true) addSamples(rules, nextId)
    const port = options.ports === undefined ? 0 : options.ports.first + PROVIDER_NAMES.indexOf(name)
    const server = await serveProvider(rules, port)
    servers.push(server)
    Object.defineProperty(providers, name, { value: server, enumerable: true })
  }
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()))
  }
  try {
    for (const name of PROVIDER_NAMES) await start(name)
  } catch (error) {
    await close()
    throw error
  }
  return { providers: providers as Providers, clock, close }
}
