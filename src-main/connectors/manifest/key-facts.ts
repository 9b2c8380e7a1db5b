import { rotationMode } from '@contract/model/connector'
import { z } from 'zod'
import { name, pattern, template, webPage, words } from './texts'

/** What is known of a kind of key: what a person can choose, and how a value looks. */

export const choice = z.strictObject({
  id: words(200).min(1).describe('What is sent.'),
  label: words(200).min(1).describe('What is read.'),
  description: words(500).default('').describe('A sentence about it.')
})

export const scopes = z
  .strictObject({
    kind: z.enum(['none', 'list', 'single']).default('none').describe('No scopes, any number, exactly one.'),
    label: words(60).default('Scopes').describe('What the provider calls them: scopes, permissions.'),
    catalogue: z
      .array(
        choice.extend({
          risk: z.enum(['read', 'write', 'admin']).nullable().default(null).describe('admin is warned about.')
        })
      )
      .max(500)
      .default([])
      .describe('The scopes that are known.'),
    grammar: pattern
      .nullable()
      .default(null)
      .describe('Scopes outside the catalogue are taken when all of it fits this regular expression (RE2).'),
    presets: z
      .array(
        z.strictObject({
          label: words(100).describe('What is read.'),
          scopes: z.array(words(200)).max(500).describe('What it chooses.')
        })
      )
      .max(50)
      .default([])
      .describe('Scopes that are chosen together.'),
    required: z.boolean().default(false).describe('Whether a key needs at least one.'),
    warning: words(500).nullable().default(null).describe('Said where leaving them out means everything.')
  })
  .describe('What a key may do.')

const days = z.int().min(1).max(36_500)

export const expiry = z
  .strictObject({
    kind: z
      .enum(['none', 'presets', 'date'])
      .default('none')
      .describe('Keys never end, end after one of some spans, or on any date.'),
    presets: z
      .array(
        z.strictObject({
          label: words(60).describe('What is read: 30 days, Never.'),
          days: days.nullable().describe('Null is never.')
        })
      )
      .max(20)
      .default([])
      .describe('The spans that can be chosen.'),
    minDays: days.nullable().default(null).describe('The nearest date.'),
    maxDays: days.nullable().default(null).describe('The furthest date.'),
    defaultDays: days.nullable().default(null).describe('What is proposed.'),
    allowNever: z.boolean().default(false).describe('Whether a key may never end.')
  })
  .describe('When a key ends.')

const count = z.int().min(0).max(4_096)

export const format = z
  .strictObject({
    prefixes: z.array(words(40).min(1)).max(20).default([]).describe('How a value begins: one of these.'),
    pattern: pattern.nullable().default(null).describe('The part after the prefix, all of it (RE2).'),
    minLength: count.nullable().default(null).describe('Characters after the prefix.'),
    maxLength: count.nullable().default(null).describe('Characters after the prefix.'),
    words: words(200).describe('In words: cnx_prod_ and 30 letters or digits.'),
    mask: z
      .strictObject({
        keepStart: z.int().min(0).max(8).default(0).describe('Characters after the prefix that are shown.'),
        keepEnd: z.int().min(0).max(8).default(0).describe('Characters at the end that are shown.'),
        fill: words(20).default('…').describe('What stands for the rest: ..., ********.'),
        showPrefix: z.boolean().default(true).describe('Whether the prefix is shown.')
      })
      .prefault({})
      .describe('How the provider masks a value.')
  })
  .describe('How a value looks: what was pasted is checked against it.')

export const rotation = z
  .strictObject({
    mode: rotationMode.describe(
      'What is done unless the person asks for another. grace: an endpoint makes a new value and the old one lives on for a while; in-place: an endpoint kills the old value at once; successor: create, switch, revoke; none: by hand only.'
    ),
    alternatives: z.array(rotationMode).max(3).default([]).describe('What else the provider allows.'),
    graceHours: z.number().min(0).max(8_760).nullable().default(null).describe('How long the old value lives on.'),
    note: words(500).default('').describe('What else there is to know of it.')
  })
  .describe('How a key gets a new value.')

const BLANKS = ['name', 'description', 'scopes', 'roles', 'services', 'ipRanges', 'environment', 'project', 'expiry']

const step = template.refine(
  (text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, blank]) => BLANKS.includes(blank ?? '')),
  `a sentence, with no other blanks than ${BLANKS.map((blank) => `{${blank}}`).join(' ')}`
)

const guide = z.strictObject({
  url: webPage.nullable().default(null).describe('The page it is done on.'),
  steps: z
    .array(step)
    .min(1)
    .max(20)
    .describe('What to click, one sentence each; {name}, {scopes}, {expiry} are filled in.')
})

export const guides = z
  .strictObject({
    create: guide.optional().describe('Making a key.'),
    edit: guide.optional().describe('Changing a key.'),
    rotate: guide.optional().describe('Giving a key a new value.'),
    revoke: guide.optional().describe('Ending a key.')
  })
  .default({})
  .describe('How each job is done by hand.')

export const variable = z.strictObject({
  id: name.describe('How it is written in templates: {id}.'),
  label: words(100).describe('What it is called.'),
  help: words(500).default('').describe('Where a person finds it.'),
  required: z.boolean().default(true).describe('Whether nothing goes without it.'),
  default: words(200).nullable().default(null).describe('What it is where the person says nothing.'),
  options: z.array(words(200)).max(100).default([]).describe('The only values it takes, where there are such.'),
  pattern: pattern.nullable().default(null).describe('What a value has to fit, all of it (RE2).')
})
