import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { answers, WITHOUT_ANSWER } from './answers'
import { everyCommand } from './command-tree'

const commands = await everyCommand()
const docs = readFileSync('docs/cli.md', 'utf8')

function helpOf({ command }: (typeof commands)[number]): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part) })
  command.outputHelp()
  return text
}

describe.each(commands)('kq $words', (leaf) => {
  const { words, command } = leaf

  it('has help with an example that begins as it is typed', () => {
    const help = helpOf(leaf)
    const examples = help
      .slice(help.search(/Examples?:\n/))
      .split('\n')
      .slice(1)
    const isDefault = command.parent?.commands.length === 1 || words.endsWith(' list')
    const typed = [`kq ${words}`, ...(isDefault ? [`kq ${words.replace(/ \w+$/, '')}`] : [])]
    expect(
      examples.some((line) => typed.some((one) => line.includes(one))),
      help
    ).toBe(true)
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThan(140)
  })

  it('ends with a usage error at an option it does not know', () => {
    command.configureOutput({ writeErr: () => undefined })
    let thrown: unknown
    try {
      command.parse(['--no-such-option'], { from: 'user' })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(CommanderError)
    expect((thrown as CommanderError).code).toMatch(/unknownOption|missingMandatoryOption|missingArgument/)
  })

  it('takes no secret as an argument', () => {
    const taking = command.options.filter(({ required, optional }) => required || optional)
    const secret = taking.filter(({ long }) => /secret|password|token|value|credential/.test(long ?? ''))
    // A descriptor, or the name of one.
    for (const { long } of secret)
      expect(['--value-fd', '--file-password-fd', '--new-password-fd', '--credential']).toContain(long)
  })

  it('is in docs/cli.md, with the shape of its answer', () => {
    const named = words.replace(/ list$/, '(?: list)?').replaceAll(' ', ' ')
    expect(docs).toMatch(
      new RegExp(`kq ${named}\\b|${words.split(' ').slice(0, -1).join(' ')}.*\`${words.split(' ').at(-1) ?? ''}\\b`)
    )
    expect(Object.keys(answers).includes(words)).toBe(!WITHOUT_ANSWER.includes(words))
  })
})

describe('the answers of kq', () => {
  it('are described as a JSON Schema for programs, which is up to date', async () => {
    const schema = {
      title: 'What kq answers with --json, by command',
      ...z.toJSONSchema(z.object(answers), { reused: 'ref', unrepresentable: 'any' })
    }
    await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot('../../../docs/kq-answers.schema.json')
  })
})
