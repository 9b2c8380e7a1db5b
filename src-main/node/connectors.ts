import { join } from 'node:path'
import { builtInManifests } from '../connectors/built-in'
import type { ConnectorBook, MappingRunner } from '../connectors/connector'
import { createConnectorBook } from '../connectors/connector-book'
import { createHttpClient } from '../connectors/http/http-client'
import type { Clock } from '../ports/clock'
import { createConnectorFiles } from './connector-files'
import { createHttpTransport } from './http-transport'

/** The connectors Keyquay comes with and those in `folder`, on the network. `version` names the program to providers. */
export function createConnectors(folder: string, version: string, clock: Clock, mapping: MappingRunner): ConnectorBook {
  return createConnectorBook({
    builtIn: builtInManifests,
    files: createConnectorFiles(join(folder, 'connectors')),
    parts: {
      http: createHttpClient({ transport: createHttpTransport(), clock, random: Math.random }),
      mapping,
      userAgent: `Keyquay/${version}`
    }
  })
}
