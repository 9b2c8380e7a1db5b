import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '@contract/errors'
import type { AdoptChoice, EnvironmentTable, Project, ProjectContents } from '@contract/model/env'
import { unlock, type Context } from '../context'
import type { Run } from '../options'
import { table } from '../table'
import { safetyLines } from './env-words'

/** `kq env project` with its parts, and `kq env compare`. */
export function addProjectCommands(parent: Command, run: Run): void {
  const project = parent
    .command('project')
    .description('folders whose env files belong together')
    .addHelpText('after', '\nExamples:\n  kq env project add .\n  kq env project adopt .')
  addList(project, run)
  addAdd(project, run)
  addRename(project, run)
  addRemove(project, run)
  addShow(project, run)
  addAdopt(project, run)
  addCompare(parent, run)
}

function addList(parent: Command, run: Run): void {
  parent
    .command('list', { isDefault: true })
    .description('list them')
    .addHelpText('after', '\nExample:\n  kq env project list --json')
    .action(() =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { items } = await call('projects.list', {})
        if (terminal.json) terminal.printJson({ projects: items })
        else if (items.length === 0) terminal.notice('No project yet. `kq env project add FOLDER` makes one.')
        else {
          const rows = items.map(({ name, folder, bindings }) => [name, folder, String(bindings)])
          for (const line of table(['NAME', 'FOLDER', 'BOUND'], rows)) terminal.print(line)
        }
      })
    )
}

function addAdd(parent: Command, run: Run): void {
  parent
    .command('add')
    .description('make a folder a project')
    .argument('<folder>', 'the folder')
    .option('--name <name>', 'what to call it')
    .addHelpText('after', '\nExample:\n  kq env project add ~/src/shop --name shop')
    .action((folder: string, options: { name?: string }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const project = await call('projects.add', { folder: resolve(folder), name: options.name ?? null })
        if (terminal.json) terminal.printJson(project)
        else terminal.print(`${project.name}: ${project.folder}`)
      })
    )
}

function addRename(parent: Command, run: Run): void {
  parent
    .command('rename')
    .description('call a project otherwise, and the keys that have it as their project with it; its folder stays')
    .argument('<project>', 'its name or folder')
    .argument('<name>', 'what to call it from now on')
    .addHelpText('after', '\nExample:\n  kq env project rename shop web-shop')
    .action((wanted: string, name: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const project = await find(context, wanted)
        const { keyIds } = await call('projects.rename', { id: project.id, name })
        const { length } = keyIds
        const too = length === 0 ? '' : `, in ${length === 1 ? '1 key' : `${String(length)} keys`} too`
        if (terminal.json) terminal.printJson({ id: project.id, name, keyIds })
        else terminal.print(`${project.name} is called ${name} now${too}.`)
      })
    )
}

function addRemove(parent: Command, run: Run): void {
  parent
    .command('rm')
    .description('forget a project; its files stay as they are')
    .argument('<project>', 'its name or folder')
    .option('--unbind', 'unbind its files as well')
    .addHelpText('after', '\nExample:\n  kq env project rm shop --unbind')
    .action((wanted: string, options: { unbind?: true }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const { id, name } = await find(context, wanted)
        await call('projects.remove', { id, unbind: options.unbind ?? false })
        if (terminal.json) terminal.printJson({ id })
        else terminal.print(`${name} is forgotten; no file was touched.`)
      })
    )
}

function addShow(parent: Command, run: Run): void {
  parent
    .command('show')
    .description('say what stands in its env files, without values')
    .argument('[project]', 'its name or folder', '.')
    .addHelpText('after', '\nExample:\n  kq env project show shop')
    .action((wanted: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { id } = await find(context, wanted)
        const { files, truncated } = await call('projects.contents', { id })
        if (terminal.json) terminal.printJson({ files, truncated })
        else tellContents(context, { files, truncated })
      })
    )
}

function addAdopt(parent: Command, run: Run): void {
  parent
    .command('adopt')
    .description('take secrets of its env files into the vault and bind them; files are not touched')
    .argument('[project]', 'its name or folder', '.')
    .option('--only <names>', 'these names alone, with commas between; without it, all that look like secrets')
    .addHelpText(
      'after',
      '\nExamples:\n  kq env project adopt .\n  kq env project adopt shop --only STRIPE_KEY,DB_PASSWORD'
    )
    .action((wanted: string, options: { only?: string }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true, secrets: 'all' })
        const { id } = await find(context, wanted)
        const { token, files } = await call('projects.contents', { id })
        const choices = choicesFor(
          files,
          options.only?.split(',').map((name) => name.trim())
        )
        const none = { added: 0, replaced: 0, bound: 0 }
        const done = choices.length === 0 ? none : await call('projects.adopt', { token, choices })
        if (terminal.json) terminal.printJson(done)
        else terminal.print(`${String(done.added)} added, ${String(done.bound)} bound.`)
      })
    )
}

function addCompare(parent: Command, run: Run): void {
  parent
    .command('compare')
    .description('say which names stand in which env files of a project, and where values are equal')
    .argument('[project]', 'its name or folder', '.')
    .addHelpText('after', '\nEqual letters in a row are equal values.\n\nExample:\n  kq env compare shop')
    .action((wanted: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { id } = await find(context, wanted)
        const compared = await call('projects.compare', { id })
        if (terminal.json) terminal.printJson(compared)
        else for (const line of comparedTable(compared)) terminal.print(line)
      })
    )
}

/** By folder or name. Throws `project-not-found`. */
async function find({ call }: Context, wanted: string): Promise<Project> {
  const { items } = await call('projects.list', {})
  const folder = resolve(wanted)
  const found = items.find((project) => project.folder === folder) ?? items.find(({ name }) => name === wanted)
  if (found === undefined) throw new AppError('project-not-found', { name: wanted })
  return found
}

function choicesFor(files: ProjectContents['files'], only: readonly string[] | undefined): AdoptChoice[] {
  const names = files.filter(({ kind }) => kind !== 'example').flatMap((file) => file.names)
  return names
    .filter(({ name, likelySecret }) => (only === undefined ? likelySecret : only.includes(name)))
    .flatMap(({ index, verdict, reason, bindingId }): AdoptChoice[] => {
      if (verdict === 'same') return bindingId === null ? [{ index, action: 'bind' }] : []
      const isChosen = verdict === 'new' || (only !== undefined && reason === 'not-a-secret')
      return isChosen ? [{ index, action: 'add' }] : []
    })
}

function tellContents({ terminal }: Context, { files, truncated }: Omit<ProjectContents, 'token'>): void {
  const rows = files.flatMap(({ path, names }) =>
    names.map(({ name, line, likelySecret, preview, verdict, keyName }) => [
      `${path}:${String(line)}`,
      name,
      likelySecret ? preview : '',
      likelySecret ? verdict : '',
      keyName ?? ''
    ])
  )
  for (const line of table(['FILE', 'NAME', 'SECRET', '', 'HERE'], rows)) terminal.print(line)
  for (const file of files.filter(({ kind }) => kind !== 'example')) {
    for (const line of safetyLines(file)) terminal.notice(line)
  }
  if (truncated) terminal.notice('There are more env files than were looked at.')
}

function comparedTable({ files, rows }: EnvironmentTable): string[] {
  const cell = (group: number): string => String.fromCharCode(96 + Math.min(group, 26))
  return table(
    ['NAME', ...files.map(({ path }) => path)],
    rows.map(({ name, cells }) => [
      name,
      ...cells.map(({ is, group }) => (group === null ? (is === 'empty' ? '(empty)' : '–') : cell(group)))
    ])
  )
}
