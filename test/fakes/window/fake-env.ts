import type { KeyId } from '@contract/model/base'
import type {
  Binding,
  EnvPreview,
  EnvPreviewKey,
  EnvUndo,
  Project,
  ProjectContents,
  ScanResult
} from '@contract/model/env'
import { Refusal, type CallsOf, type FakeWorld } from './fake-calls.ts'
import { FOLDER, mayOf, PROJECT_ID, sampleBindings, sampleDiff } from './sample-env.ts'
import { instantAt, previewOf, sampleId } from './sample-keys.ts'

export interface FakeEnvOptions {
  /** `sample`: a project with a binding in each state. */
  readonly env?: 'none' | 'sample'
  /** What git says of every file. */
  readonly git?: EnvPreview['git']
  /** The file of the dialog is a link to this one. */
  readonly linkTo?: string
  /** What the folder dialog and the file dialog answer; null: dismissed. */
  readonly chosenFile?: string | null
}

/** Env files, projects and scans of the fake vault. */
export function createFakeEnv(world: FakeWorld, options: FakeEnvOptions): CallsOf<'env' | 'projects' | 'scan'> {
  const nowMs = Date.now()
  const sample = options.env !== 'none'
  let bindings: Binding[] = sample ? sampleBindings(world.keys, nowMs) : []
  let undos: EnvUndo[] = []
  let projects: Project[] = sample ? [{ id: PROJECT_ID, name: 'core-platform', folder: FOLDER, bindings: 0 }] : []
  const previews = new Map<string, EnvPreview>()
  let git = options.git ?? 'not-ignored'
  let made = 0
  let cancelScan = (): void => undefined

  const nextId = (): string => sampleId(80_000 + ++made)
  const changed = (): void => {
    world.emit('env.changed', {})
  }
  const chosen = (given: string | null, fallback: string): string => {
    if (given !== null) return given
    if (options.chosenFile === null) throw new Refusal('cancelled')
    return options.chosenFile ?? fallback
  }
  const safety = (): Pick<EnvPreview, 'git' | 'ignore' | 'warnings'> => ({
    git,
    ignore: git === 'not-ignored' ? { gitignore: `${FOLDER}/.gitignore`, line: '/.env' } : null,
    warnings: []
  })
  const bindingOf = (id: string): Binding => {
    const found = bindings.find((binding) => binding.id === id)
    if (!found) throw new Refusal('binding-not-found')
    return found
  }
  const agree = (binding: Binding): Binding => {
    Object.assign(binding, { state: 'in-step', line: 4, failure: null, agreedAt: instantAt(Date.now()) })
    binding.may = mayOf('in-step')
    return binding
  }
  const bind = (keyId: KeyId, name: string, file: string): Binding => {
    const known = bindings.find((binding) => binding.file === file && binding.name === name)
    const inside = file.startsWith(`${FOLDER}/`)
    const binding: Binding = agree({
      id: (known?.id ?? nextId()) as Binding['id'],
      keyId,
      keyName: world.keys.get(keyId)?.details.name ?? '',
      file,
      name,
      projectId: inside ? PROJECT_ID : null,
      path: inside ? file.slice(FOLDER.length + 1) : file,
      state: 'in-step',
      failure: null,
      line: 4,
      agreedAt: null,
      may: []
    })
    bindings = [...bindings.filter(({ id }) => id !== binding.id), binding]
    return binding
  }
  const hold = (preview: Omit<EnvPreview, 'token' | 'git' | 'ignore' | 'warnings'>): EnvPreview => {
    const held = { ...preview, token: `preview-${String(++made)}`, ...safety() }
    previews.set(held.token, held)
    return held
  }
  const withCount = (project: Project): Project => ({
    ...project,
    bindings: bindings.filter(({ projectId }) => projectId === project.id).length
  })

  return {
    'env.preview': ({ keys, file, newFile }) => {
      const at = chosen(file, newFile === true ? `${FOLDER}/.env.new` : `${FOLDER}/.env`)
      const creates = newFile === true || at.endsWith('.new')
      const change = creates ? 'added' : 'changed'
      const shown = keys.map(({ keyId, name }, index): EnvPreviewKey => {
        const key = world.keys.get(keyId as KeyId)
        if (!key) throw new Refusal('key-not-found', { name: keyId })
        const named = name ?? key.details.envName ?? 'API_KEY'
        const known = bindings.find((binding) => binding.file === at && binding.name === named)
        return {
          keyId: key.details.id,
          keyName: key.details.name,
          name: named,
          change,
          line: creates ? index + 1 : 4,
          duplicates: [],
          bindingId: known?.id ?? null,
          boundKeyName: known?.keyName ?? null
        }
      })
      return hold({
        file: options.linkTo ?? at,
        creates,
        link: options.linkTo === undefined ? null : at,
        keys: shown,
        change,
        diff: shown.flatMap(({ name }) => sampleDiff(name, creates))
      })
    },
    'env.previewExample': ({ file }) =>
      hold({
        file: `${chosen(file, `${FOLDER}/.env`).replace(/[^/]*$/, '')}.env.example`,
        creates: true,
        link: null,
        keys: [],
        change: 'added',
        diff: [
          { kind: 'added', line: 1, text: 'API_URL=••••••••' },
          { kind: 'added', line: 2, text: 'CI_TOKEN=••••••••' }
        ]
      }),
    'env.write': ({ token, followLink, bind: wantsBinding }) => {
      const preview = previews.get(token)
      if (!preview) throw new Refusal('preview-forgotten')
      if (preview.link !== null && followLink !== true)
        throw new Refusal('env-file-symlink', { file: preview.link, target: preview.file })
      previews.delete(token)
      const { keys, file, change, creates } = preview
      const written = keys.map(({ keyId, name, change: kind }) => ({
        keyId,
        name,
        change: kind,
        bindingId: wantsBinding === false ? null : bind(keyId, name, file).id
      }))
      const undo: EnvUndo = {
        id: nextId() as EnvUndo['id'],
        file,
        names: keys.map(({ name }) => name),
        what: keys.length === 0 ? 'example' : 'write',
        created: creates,
        at: instantAt(Date.now()),
        possible: true
      }
      undos = [undo, ...undos]
      for (const { keyId } of keys) world.record('env.written', world.keys.get(keyId)?.details, file)
      if (keys.length === 0) world.record('env.written', undefined, file)
      changed()
      return { file, change, keys: written, undoId: undo.id, git, warnings: [] }
    },
    'env.forget': ({ token }) => {
      previews.delete(token)
      return {}
    },
    'env.safety': safety,
    'env.ignore': () => {
      git = 'ignored'
      changed()
      return { git, gitignore: `${FOLDER}/.gitignore` }
    },
    'env.undos': () => ({ items: undos }),
    'env.undo': ({ id }) => {
      const undo = undos.find((entry) => entry.id === id)
      if (!undo) throw new Refusal('undo-not-found')
      if (!undo.possible) throw new Refusal('undo-not-possible', { file: undo.file })
      undos = undos.filter((entry) => entry !== undo)
      world.record('env.undone', undefined, undo.file)
      changed()
      return { file: undo.file }
    },
    'env.bindings': ({ keyId, projectId }) => ({
      items: bindings.filter(
        (binding) =>
          (keyId == null || binding.keyId === keyId) && (projectId == null || binding.projectId === projectId)
      )
    }),
    'env.bind': ({ keyId, name, file }) => {
      const binding = bind(keyId as KeyId, name, chosen(file, `${FOLDER}/.env`))
      world.record('env.bound', world.keys.get(keyId as KeyId)?.details, binding.file)
      changed()
      return binding
    },
    'env.rewrite': ({ ids }) => {
      const items = ids.map((id) => {
        const binding = bindingOf(id)
        const fails = binding.state === 'unreadable'
        if (!fails) agree(binding)
        return {
          bindingId: id,
          file: binding.file,
          name: binding.name,
          outcome: fails ? ('failed' as const) : ('written' as const),
          failure: fails ? binding.failure : null
        }
      })
      changed()
      return { items }
    },
    'env.take': ({ id }) => {
      const binding = agree(bindingOf(id))
      const key = binding.keyId === null ? undefined : world.keys.get(binding.keyId)
      if (key) key.details.version++
      world.record('env.taken-over', key?.details, binding.file)
      world.changed()
      changed()
      return binding
    },
    'env.unbind': ({ ids }) => {
      bindings = bindings.filter(({ id }) => !ids.includes(id))
      changed()
      return {}
    },

    'projects.list': () => ({ items: projects.map(withCount) }),
    'projects.add': ({ folder, name }) => {
      const at = chosen(folder, `${FOLDER}-${String(++made)}`)
      const known = projects.find((project) => project.folder === at)
      if (known) return withCount(known)
      const project = {
        id: nextId() as Project['id'],
        name: name ?? at.split('/').at(-1) ?? at,
        folder: at,
        bindings: 0
      }
      projects = [...projects, project]
      world.record('project.added', undefined, at)
      changed()
      return project
    },
    'projects.rename': ({ id, name }) => {
      projects = projects.map((project) => (project.id === id ? { ...project, name } : project))
      changed()
      return { keyIds: [] }
    },
    'projects.remove': ({ id, unbind }) => {
      projects = projects.filter((project) => project.id !== id)
      if (unbind === true) bindings = bindings.filter(({ projectId }) => projectId !== id)
      changed()
      return {}
    },
    'projects.contents': () => contents(bindings, git, safety().ignore),
    'projects.adopt': ({ choices }) => {
      changed()
      const of = (action: string): number => choices.filter((choice) => choice.action === action).length
      return { added: of('add'), replaced: of('replace'), bound: choices.length }
    },
    'projects.compare': () => ({
      files: ['.env', '.env.local', '.env.staging'].map((path) => ({ file: `${FOLDER}/${path}`, path })),
      rows: [
        { name: 'API_URL', cells: [value(1), value(1), value(2)] },
        { name: 'CI_TOKEN', cells: [value(1), { is: 'absent', group: null }, value(1)] },
        { name: 'LOG_LEVEL', cells: [value(1), { is: 'empty', group: null }, { is: 'absent', group: null }] }
      ]
    }),

    'scan.run': async ({ staged }) => {
      const { promise, resolve } = Promise.withResolvers<'done' | 'cancelled'>()
      cancelScan = () => {
        resolve('cancelled')
      }
      world.emit('scan.progress', { running: { files: 12, finds: 1, path: 'src/config.ts' } })
      setTimeout(() => {
        resolve('done')
      }, 30)
      const how = await promise
      world.emit('scan.progress', { running: null })
      if (how === 'cancelled') throw new Refusal('cancelled')
      return scanned(bindings, staged === true)
    },
    'scan.cancel': () => {
      cancelScan()
      return {}
    }
  }
}

const value = (group: number): { is: 'value'; group: number } => ({ is: 'value', group })

function contents(bindings: Binding[], git: EnvPreview['git'], ignore: EnvPreview['ignore']): ProjectContents {
  const name = (index: number, text: string, more: object): ProjectContents['files'][number]['names'][number] => ({
    index,
    name: text,
    line: index + 2,
    likelySecret: true,
    provider: null,
    preview: '••••••••',
    verdict: 'new',
    reason: null,
    keyId: null,
    keyName: null,
    bindingId: null,
    ...more
  })
  const [bound] = bindings
  const file = (path: string, names: ProjectContents['files'][number]['names']): ProjectContents['files'][number] => ({
    file: `${FOLDER}/${path}`,
    path,
    kind: path.endsWith('.example') ? 'example' : 'env',
    git,
    ignore,
    warnings: path === '.env' ? ['group-readable'] : [],
    failure: null,
    names
  })
  return {
    token: 'contents-1',
    files: [
      file('.env', [
        name(0, 'STRIPE_SECRET_KEY', { provider: 'stripe', preview: 'sk_live_••••••••f9Qa' }),
        name(1, 'PORT', { likelySecret: false, verdict: 'ignored', reason: 'not-a-secret' }),
        ...(bound === undefined
          ? []
          : [
              name(2, bound.name, {
                verdict: 'same',
                keyId: bound.keyId,
                keyName: bound.keyName,
                bindingId: bound.id
              })
            ])
      ]),
      file('.env.local', [name(3, 'DATABASE_URL', {})]),
      file('.env.example', [])
    ],
    truncated: false
  }
}

function scanned(bindings: Binding[], staged: boolean): ScanResult {
  const [bound] = bindings
  const find = (path: string, more: Partial<ScanResult['finds'][number]>): ScanResult['finds'][number] => ({
    file: `${FOLDER}/${path}`,
    path,
    line: 17,
    of: 'pattern',
    what: 'stripe',
    masked: previewOf('sk_live_51HxQ2eZvKYlo2C'),
    keyId: null,
    keyName: null,
    former: false,
    name: null,
    bindingId: null,
    expected: false,
    may: [],
    ...more
  })
  const held = bound === undefined ? {} : { keyId: bound.keyId, keyName: bound.keyName }
  return {
    folder: FOLDER,
    staged,
    finds: [
      find('src/config.ts', { of: 'vault', what: 'CloudAPI', masked: 'cap_••••••••', ...held, may: ['rotate'] }),
      find('scripts/seed.sh', {}),
      ...(staged || bound === undefined
        ? []
        : [
            find('.env', {
              of: 'vault' as const,
              what: 'CloudAPI',
              masked: 'cap_••••••••',
              ...held,
              name: bound.name,
              bindingId: bound.id,
              expected: true
            })
          ])
    ],
    files: 128,
    skipped: 3,
    truncated: false
  }
}
