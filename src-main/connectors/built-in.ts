import cloodot from '../../resources/connectors/cloodot.json'
import cloudapi from '../../resources/connectors/cloudapi.json'
import cloudcasa from '../../resources/connectors/cloudcasa.json'
import cloudnexus from '../../resources/connectors/cloudnexus.json'
import cloudoora from '../../resources/connectors/cloudoora.json'
import npmRegistry from '../../resources/connectors/npm-registry.json'
import type { BuiltInManifest } from './connector-book'

/** The manifests Keyquay comes with. They are bundled: nobody can exchange them beside the program. */
export const builtInManifests: readonly BuiltInManifest[] = [
  { file: 'cloudoora.json', value: cloudoora },
  { file: 'cloudapi.json', value: cloudapi },
  { file: 'cloudnexus.json', value: cloudnexus },
  { file: 'cloudcasa.json', value: cloudcasa },
  { file: 'cloodot.json', value: cloodot },
  { file: 'npm-registry.json', value: npmRegistry }
]
