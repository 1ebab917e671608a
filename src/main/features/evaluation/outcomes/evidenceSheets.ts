import {
  hiddenWords,
  isShared,
  notShared,
  type Outcomes,
  pairedWords,
} from '#main/features/evaluation/outcomes/outcomes.ts'
import { OutcomesSheet } from '#main/features/evaluation/outcomes/sheet.ts'
import type { ProgramProcess } from '#shared/coaching/processSchema.ts'
import { alikeBelow } from '#shared/evaluation/protection/likeness.ts'
import { licenceKindLabels } from '#shared/evaluation/instrumentSchema.ts'
import type { Coaches } from '#shared/evaluation/resultSchema.ts'
import { responseStateLabels, type ResponseState } from '#shared/evaluation/responsesSchema.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

/** What LCME element 11.1 and its kin ask for, as far as this file shows it. */
export function accreditationSheet(outcomes: Outcomes): OutcomesSheet {
  const { settings, participation, coaches, overview } = outcomes
  const takesPart = isShared(outcomes, 'participation')
  const sheet = new OutcomesSheet('Accreditation', 'Evidence for accreditation (LCME 11.1)', [60, 80])
  const [whole] = participation.groups
  const assesses = settings.coachAssessesLearner.value
  sheet.table(
    [{ header: 'Asked' }, { header: 'Evidence' }],
    [
      [
        'Counselling comes from people with no part in assessing or promoting the learner',
        assesses
          ? 'The design lets coaches assess their own learners.'
          : 'The design keeps coaches out of assessing their own learners.',
      ],
      [
        'Every learner can obtain it',
        takesPart && whole
          ? `Learners who have a coach: ${pairedWords(whole)} (${formatDate(participation.asOf)}).`
          : notShared,
      ],
      [
        'Learners meet their coach',
        !takesPart ? notShared : coaches.process ? metInWords(coaches.process) : hiddenWords.small,
      ],
      [
        'Learners can change coaches',
        takesPart ? `${participation.started} pairings began and ${participation.ended} ended in the year.` : notShared,
      ],
      [
        'Its effect is looked at',
        takesPart ? `${count(overview.waves.length, 'wave')} of surveys; see Scores, Changes and Coaches.` : notShared,
      ],
      ['Coaches hear from learners, and are observed', coaches.counts ? accountInWords(coaches.counts) : notShared],
    ],
  )
  return sheet
}

const accountInWords = ({ coaches, withFeedback, observed }: NonNullable<Coaches['counts']>): string =>
  `${withFeedback} of ${coaches} coaches have feedback of learners${observed === null ? '' : `; ${observed} were observed`}.`

const metInWords = ({ meetings: { held, learners, learnersBelow } }: ProgramProcess): string =>
  learnersBelow === null
    ? `${count(held, 'meeting')} held in the year; the design does not say how many are required.`
    : `${count(held, 'meeting')} held in the year; ${learners - learnersBelow} of ${count(learners, 'learner')} met as often as required by then.`

/** Themes by the number of people who wrote of them; the wording only where question 8 and the numbers allow it. */
export function commentsSheet({ instruments }: Outcomes): OutcomesSheet {
  const sheet = new OutcomesSheet('Comments', 'Comments', [34, 24, 40, 12, 80])
  const rows = instruments.flatMap(({ instrument, comments }) =>
    comments.groups.flatMap(({ label, people, hidden, heldBack, themes, comments: written }) =>
      hidden
        ? [[instrument.name, label, hiddenWords[hidden]]]
        : [
            [instrument.name, label, 'Everybody who wrote', people],
            ...themes.map(({ theme, people: writers }) => [instrument.name, label, theme, writers]),
            ...written.map(({ text }) => [instrument.name, label, '', null, text]),
            ...(heldBack ? [[instrument.name, label, 'Newer comments wait until more people have written']] : []),
          ],
    ),
  )
  sheet.table(
    [
      { header: 'Instrument' },
      { header: 'Group' },
      { header: 'Theme' },
      { header: 'People', type: 'count' },
      { header: 'Comment' },
    ],
    rows,
    'No comments are shared with this audience.',
  )
  return sheet
}

/** How the figures were made: instruments, licences, rates, rules, and what was held back. */
export function methodsSheet(outcomes: Outcomes): OutcomesSheet {
  const { instruments, overview, settings, suppressed, coaches } = outcomes
  const sheet = new OutcomesSheet('Methods', 'Methods', [40, 22, 50, 60])
  const minimums = `fewer than ${settings.minimumRatings.value} people (comments: ${settings.minimumComments.value})`
  for (const text of [
    `Groups of ${minimums} are hidden, and with them any figure from which they could be worked out, also together with every earlier export of this program.`,
    `So is a group of fewer than ${alikeBelow} people who all gave the same answer, for its mean would tell what each of them said; about well-being one of any size, and one that is wholly on the worse side of a cut point.`,
    'Comments that came since an earlier export wait until enough people have written them.',
    'SDs are those of samples (n - 1). Quartiles are of type 7, as QUARTILE.INC. Changes are paired t-tests and Wilcoxon signed-rank tests of people with both answers; d is the mean change over the SD of the changes. Groups are compared by Welch’s test.',
    'Scores follow the published rule of each instrument, with its rule for missing answers, by the version that the wave was held with.',
    `A coach’s mean needs ${coaches.minimum} different people, in the year or pooled over years.`,
    'Meetings are required of a pair for the days on which both were there and paired: each term’s share, to the nearest whole where the term is over, rounded down while it runs. Only meetings that were recorded are counted.',
  ])
    sheet.paragraph(text)
  sheet.section('Instruments')
  sheet.table(
    [
      { header: 'Instrument' },
      { header: 'Licence' },
      { header: 'Holder and terms' },
      { header: 'Scales and missing answers' },
    ],
    instruments.map(({ instrument: { name, licence, subscales } }) => [
      name,
      licenceKindLabels[licence.kind],
      [licence.holder, licence.terms, licence.source].filter(Boolean).join(' '),
      subscales
        .map(
          ({ name: scale, method, missing }) => `${scale}: ${method}, from ${missing.answeredShare / 100} % answered`,
        )
        .join('; '),
    ]),
  )
  sheet.section('Responses that are in no figure')
  sheet.table(
    [{ header: 'Wave' }, { header: 'Responses', type: 'count' }, { header: 'Why' }],
    overview.waves.flatMap(({ instrument, name, leftOut, answersLeftOut }) => [
      ...(Object.entries(leftOut) as [ResponseState, number][]).map(([state, responses]) => [
        `${instrument}, ${name}`,
        responses,
        responseStateLabels[state],
      ]),
      ...(answersLeftOut > 0
        ? [[`${instrument}, ${name}`, answersLeftOut, 'Single answers beyond the scale or not understood']]
        : []),
    ]),
    isShared(outcomes, 'participation') ? 'All responses are in the figures.' : notShared,
  )
  sheet.section('Held back')
  if (suppressed.length === 0) sheet.line('Nothing was held back.')
  for (const text of suppressed) sheet.paragraph(text)
  sheet.section('Notes')
  const notes = new Set([
    ...overview.waves.flatMap((wave) => wave.notes.map((note) => `${wave.instrument}, ${wave.name}: ${note}`)),
    ...instruments.flatMap(({ instrument, byLevel }) => byLevel.notes.map((note) => `${instrument.name}: ${note}`)),
    ...instruments.flatMap(({ byLevel }) =>
      byLevel.reliability
        .filter(({ alpha }) => alpha !== null)
        .map(
          ({ administrationId, measure, alpha, n }) =>
            `${byLevel.instrument.name}, ${byLevel.measures.find(({ key }) => key === measure)?.name ?? measure}, ${byLevel.waves.find((wave) => wave.administrationId === administrationId)?.name ?? ''}: Cronbach’s alpha ${alpha!.toFixed(2)} (n ${n}).`,
        ),
    ),
  ])
  for (const note of notes) sheet.paragraph(note)
  return sheet
}

/** What each column of the workbook means. */
export function dictionarySheet({ instruments }: Outcomes): OutcomesSheet {
  const sheet = new OutcomesSheet('Data dictionary', 'Data dictionary', [36, 40, 16, 70])
  sheet.table(
    [{ header: 'Column' }, { header: 'Meaning' }],
    [
      ['n', 'People with a figure; not those who were asked'],
      ['SD', 'Standard deviation of a sample'],
      ['d', 'Mean change over the SD of the changes (d_z)'],
      ['Rate', 'Responses that count, of the people asked'],
      ['Required (meetings)', 'Meetings required by the day of this file, pro rata for the days of each pair'],
      ['Learners short', 'Learners who met less often than required by then'],
      ['hidden: few people', 'The group is smaller than question 8 allows'],
      [
        'hidden: would give few away',
        'From it a small group could be worked out, or what each of a group answered who answered alike',
      ],
    ],
  )
  sheet.section('Scales')
  sheet.table(
    [{ header: 'Instrument' }, { header: 'Scale' }, { header: 'Range' }, { header: 'Cut points and their source' }],
    instruments.flatMap(({ instrument }) =>
      instrument.subscales.map(({ name, range, cuts }) => [
        instrument.name,
        name,
        range ? `${range.min} to ${range.max}` : '',
        cuts
          .map((cut) => `${cut.name}: ${cut.direction === 'atLeast' ? 'from' : 'to'} ${cut.at}. ${cut.source}`)
          .join(' '),
      ]),
    ),
  )
  return sheet
}
