import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  copyDraft,
  draftOf,
  emptyDraft,
  type InstrumentDraft,
  newCut,
  newItem,
  newScale,
  newSubscale,
} from '#renderer/features/evaluation/instruments/draft.ts'
import { draftProblems } from '#renderer/features/evaluation/instruments/formSchema.ts'
import { instrumentFrom } from '#renderer/features/evaluation/instruments/fromDraft.ts'
import { keysFor } from '#renderer/features/evaluation/instruments/keys.ts'
import {
  licenceWords,
  missingWords,
  placesWords,
  savingWords,
} from '#renderer/features/evaluation/instruments/words.ts'
import { instrumentSchema, type ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'

const folder = new URL('../../resources/instruments/', import.meta.url)
const shipped = readdirSync(folder).map((file) =>
  instrumentSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)
const feedback = shipped.find(({ key }) => key === 'coachFeedback')!
const listed: ListedInstrument = { ...feedback, origin: 'shipped', revision: 0, waves: [] }

describe('a draft', () => {
  test.each(shipped)('of $key stands for the same instrument, with nothing wrong in it', (instrument) => {
    const draft = draftOf(instrument, { isStored: true })
    const { key, version, licence } = instrument
    expect({ ...instrumentFrom(draft), key, version, licence }).toEqual(instrument)
    expect(draftProblems(draft, [])).toEqual([])
  })

  test('keeps what a subscale counts when items are moved, and lets go of those that are removed', () => {
    const draft = draftOf(feedback, { isStored: true })
    const [first, second, ...others] = draft.items
    const moved = instrumentFrom({ ...draft, items: [second!, first!, ...others] })
    expect(moved.subscales[0]!.items).toEqual(['questions', 'rapport', 'goalHelp', 'availability', 'safety'])
    expect(instrumentFrom({ ...draft, items: others }).subscales[0]!.items).toEqual([
      'goalHelp',
      'availability',
      'safety',
    ])
  })

  test('makes keys of the wording, and the range of what is counted', () => {
    const draft = emptyDraft()
    const [item] = draft.items
    const scale = newScale('frequency')
    const second = { ...newItem(scale.id), text: 'How often did you meet?' }
    const sum = { ...newSubscale([item!.id, second.id]), name: 'Contact, all told', method: 'sum' as const }
    const made = instrumentFrom({
      ...draft,
      name: 'Ours',
      items: [{ ...item!, text: 'How often did you meet?' }, second],
      scales: [...draft.scales, scale],
      subscales: [sum],
    })
    expect(made.items.map(({ key }) => key)).toEqual(['howOftenDidYou', 'howOftenDidYou2'])
    expect(made.items[1]!.scale!.labels[4]).toEqual({ value: 5, label: 'Always' })
    expect(made.subscales).toMatchObject([{ key: 'contactAllTold', range: { min: 2, max: 10 } }])
  })

  test('of a copy leaves the keys free, and says what it was copied from', () => {
    const copy = copyDraft(listed, 'Ours')
    expect(copy.items.every(({ isStored }) => !isStored)).toBe(true)
    expect(copy.notes.split('\n').at(-1)).toBe('Copied from Learner feedback on the coach, version 1.')
  })
})

describe('what is wrong with a draft is said at its field', () => {
  const problems = (change: (draft: InstrumentDraft) => void): Record<string, string> => {
    const draft = draftOf(feedback, { isStored: true })
    change(draft)
    return Object.fromEntries(draftProblems(draft, ['Coach rating']).map(({ path, message }) => [path, message]))
  }

  test('figures that cannot be read, and names that are taken', () => {
    expect(
      problems((draft) => {
        draft.name = ' coach RATING '
        draft.items[0]!.favourableAt = 'four'
        draft.subscales[0]!.answeredPercent = '120'
        draft.subscales[0]!.cuts.push(newCut())
      }),
    ).toEqual({
      name: 'There is an instrument Coach rating. Give another name.',
      'items.0.favourable': '“four” is not a number. Enter one such as 4 or 1.5.',
      'subscales.0.answered': 'Enter 0 to 100.',
      'subscales.0.cuts.1.at': 'Enter a number.',
      'subscales.0.cuts.1.name': 'Name the cut point.',
      'subscales.0.cuts.1.source': 'Say who set this cut point.',
    })
    expect(
      problems((draft) => {
        draft.scales[0]!.steps[4]!.value = ''
      }),
    ).toEqual({ 'scales.0.steps.4.value': 'Enter a number.' })
  })

  test('answers that cannot be told apart, or have no words where others have', () => {
    expect(
      problems((draft) => {
        draft.scales[0]!.steps[1]!.value = '1'
        draft.scales[0]!.steps[2]!.label = ' '
      }),
    ).toEqual({
      'scales.0.steps.1.value': 'Another answer has this figure. Give each its own.',
      'scales.0.steps.2.label': 'Name this answer too, or only the two ends.',
    })
  })

  test('what does not fit together', () => {
    expect(
      problems((draft) => {
        draft.name = ''
        draft.items[1]!.key = 'rapport'
        draft.items[5]!.reversed = true
        draft.subscales[0]!.cuts[0]!.at = '7'
        draft.subscales[1]!.items = []
      }),
    ).toEqual({
      name: 'Name the instrument.',
      'items.1.key': 'Item 1 has the key rapport too. Give each item its own.',
      'items.5.reversed': 'No subscale counts this item, so reversing it changes nothing. Put it in one.',
      'subscales.0.cuts.0.at': 'Enter 1 to 5, which is what Overall rating can be.',
      'subscales.1.items': 'Choose at least one item.',
    })
  })
})

test('keys that are made are valid, told apart, and leave typed ones alone', () => {
  const part = fc.record({
    key: fc.constantFrom('', '', 'rapport', 'item'),
    words: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('My coach helps', '360° feedback', '   ', 'Él')),
  })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const keys = keysFor(parts, 'item')
      const made = keys.filter((_, at) => parts[at]!.key === '')
      expect(keys.filter((_, at) => parts[at]!.key !== '')).toEqual(parts.flatMap(({ key }) => key || []))
      expect(new Set(made).size).toBe(made.length)
      for (const key of made) {
        expect(key).toMatch(/^[a-z][A-Za-z0-9]{0,39}$/)
        expect(parts.some((typed) => typed.key === key)).toBe(false)
      }
    }),
  )
  expect(keysFor([{ key: '', words: '360 feedback on the coach’s work' }], 'item')).toEqual(['feedbackOnThe'])
})

test('places are drawn together, and read back as they were', () => {
  expect(placesWords([1, 2, 3, 4, 6])).toBe('1 to 4, 6')
  expect(placesWords([5, 4])).toBe('4, 5')
  const places = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
  fc.assert(
    fc.property(places, (some) => {
      const read = placesWords(some)
        .split(', ')
        .flatMap((run) => {
          const [from = 0, to = from] = run.split(' to ').map(Number)
          return Array.from({ length: to - from + 1 }, (_, step) => from + step)
        })
      expect(read).toEqual(some.toSorted((a, b) => a - b))
    }),
  )
})

test('what saving does is said with the waves that keep a version', () => {
  const wave = { program: 'UME', name: 'Fall 2026' }
  expect(savingWords({ ...listed, waves: [wave, wave] })).toBe('2 waves keep version 1; new waves use version 2.')
  expect(savingWords({ ...listed, waves: [wave] })).toBe('1 wave keeps version 1; new waves use version 2.')
  expect(savingWords(listed)).toBe('Version 1 stays as it came with Coachdesk; new waves use version 2.')
  expect(savingWords({ ...listed, origin: 'own' })).toBe(
    'No wave was held with version 1, so it is changed as it stands.',
  )
})

test('a licence says what is left of it, and a missing rule how many items it needs', () => {
  const licence = { ...feedback.licence, kind: 'paid' as const, administrationsLeft: 1200, expiresOn: '2027-06-30' }
  expect(licenceWords(licence, '2026-11-22')).toEqual({
    tone: 'neutral',
    words: 'Paid, 1,200 left, until Jun 30, 2027',
  })
  expect(licenceWords(licence, '2027-07-01')).toEqual({ tone: 'needs', words: 'Paid, expired Jun 30, 2027' })
  expect(licenceWords({ ...licence, administrationsLeft: 0 }, '2026-11-22')).toEqual({
    tone: 'needs',
    words: 'Paid, no administrations left',
  })
  expect(missingWords(feedback.subscales[0]!)).toBe('Scored where at least 4 of 5 items are answered.')
})
