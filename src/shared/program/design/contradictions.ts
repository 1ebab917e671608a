import { formatDate } from '#shared/kernel/plainDate.ts'
import { foldText } from '#shared/kernel/text.ts'
import type { Design } from '#shared/program/design/design.ts'
import { needLabels } from '#shared/program/design/goals.ts'
import { finding } from '#shared/program/design/finding.ts'
import { outsideProgram, spanOf } from '#shared/program/design/programDates.ts'
import type { Finding } from '#shared/program/design/readinessSchema.ts'
import type { ProgramKind } from '#shared/program/schema.ts'

/** Where the answers of a design contradict each other, or leave something out that another answer needs. */
export function contradictions(design: Design, kind: ProgramKind): Finding[] {
  return [
    ...aboutGoals(design),
    ...aboutStakeholders(design),
    ...aboutStructure(design, kind),
    ...aboutRecruitment(design),
    ...aboutStaffing(design),
    ...aboutDevelopment(design),
    ...aboutAssessment(design),
    ...outsideProgram(design),
  ]
}

function aboutGoals({ goals: { choices }, assessment }: Design): Finding[] {
  const { goals, needs } = choices
  const known = assessment.choices.instruments.map(({ name }) => foldText(name))
  return [
    ...goals.flatMap(({ statement, measure, target, instrument }, index) => {
      const at = (field: string) => `goals.${index}.${field}`
      return [
        ...when(measure === '', () =>
          finding(
            'warning',
            'goals',
            at('measure'),
            `“${statement}” has no measure.`,
            'Name what is counted or scored.',
          ),
        ),
        ...when(measure !== '' && target === null, () =>
          finding('warning', 'goals', at('target'), `“${statement}” has a measure but no target.`, 'Enter a target.'),
        ),
        ...when(instrument !== '' && known.length > 0 && !known.includes(foldText(instrument)), () =>
          finding(
            'warning',
            'goals',
            at('instrument'),
            `“${statement}” is read from ${instrument}, which is not among the instruments of question 8.`,
            'Add it to question 8, or choose one of those.',
          ),
        ),
      ]
    }),
    ...needs
      .filter((need) => need !== 'other' && goals.length > 0 && !goals.some((goal) => goal.need === need))
      .map((need) =>
        finding(
          'warning',
          'goals',
          'goals',
          `No goal is about ${needLabels[need].toLowerCase()}, which is named as a need.`,
          'Add a goal for it, or leave the need out.',
        ),
      ),
  ]
}

function aboutStakeholders({ stakeholders }: Design): Finding[] {
  const people = stakeholders.choices.stakeholders
  return when(people.length > 0 && !people.some(({ roles }) => roles.includes('approvesBudget')), () =>
    finding(
      'warning',
      'stakeholders',
      'stakeholders',
      'Nobody in the register approves the budget.',
      'Add who does, or give somebody the role.',
    ),
  )
}

function aboutStructure({ structure, assessment }: Design, kind: ProgramKind): Finding[] {
  const { participation, coveragePercent, learnersPerCoach, levels, meetingsPerTerm, ...s } = structure.choices
  const share = assessment.choices.requiredSharePercent
  return [
    ...when(participation === 'elective' && coveragePercent === 100, () =>
      finding(
        'wrong',
        'structure',
        'coveragePercent',
        'The program is elective, but every learner is to have a coach.',
        'Lower the share, or make the program mandatory.',
      ),
    ),
    ...when(participation === 'mandatory' && coveragePercent !== null && coveragePercent < 100, () =>
      finding(
        'wrong',
        'structure',
        'coveragePercent',
        `The program is mandatory, but only ${coveragePercent} % of the learners are to have a coach.`,
        'Enter 100 %, or make the program elective.',
      ),
    ),
    ...levels
      .filter((level) => learnersPerCoach !== null && level.learnersPerCoach > learnersPerCoach)
      .map((level) =>
        finding(
          'wrong',
          'structure',
          'levels',
          `A coach may have ${level.learnersPerCoach} learners of ${level.level}, but ${learnersPerCoach} in all.`,
          `Lower the limit of ${level.level}, or raise the ratio.`,
        ),
      ),
    ...when(s.changePolicy === 'never' && (s.changeOpensOn !== null || s.changeClosesOn !== null), () =>
      finding(
        'wrong',
        'structure',
        'changePolicy',
        'A change of coach is not possible, but there is a window for changes.',
        'Take the dates out, or allow changes.',
      ),
    ),
    ...when(share !== null && share > 0 && !meetingsPerTerm, () =>
      finding(
        'wrong',
        'structure',
        'meetingsPerTerm',
        `${share} % of the pairs are to reach the required meetings, but none are required.`,
        'Enter the meetings required in a term.',
      ),
    ),
    ...when(kind === 'ume' && s.coachAssessesLearner === true, () =>
      finding(
        'warning',
        'structure',
        'coachAssessesLearner',
        'A coach may assess their learner; LCME element 11.1 asks for advice from people without a part in assessment.',
        'Choose no, or record why it holds for this program.',
      ),
    ),
  ]
}

function aboutRecruitment({ recruitment }: Design): Finding[] {
  const { learnersOnPanel, panel, interview } = recruitment.choices
  const hasLearner = panel.some(({ kind }) => kind === 'learner')
  return [
    ...when(learnersOnPanel === true && panel.length > 0 && !hasLearner, () =>
      finding(
        'wrong',
        'recruitment',
        'panel',
        'Learners are to sit on the panel, but none is listed.',
        'Add a learner to the panel.',
      ),
    ),
    ...when(learnersOnPanel === false && hasLearner, () =>
      finding(
        'wrong',
        'recruitment',
        'learnersOnPanel',
        'No learners are to sit on the panel, but one is listed.',
        'Take the learner out, or choose yes.',
      ),
    ),
    ...when(interview === false && panel.length > 0, () =>
      finding(
        'warning',
        'recruitment',
        'interview',
        'There is a panel, but no interview.',
        'Choose yes, or take the panel out.',
      ),
    ),
  ]
}

function aboutStaffing({ staffing, structure }: Design): Finding[] {
  const { payModel, coachEffort, stipendCents, funding } = staffing.choices
  const span = spanOf(structure.choices)
  return [
    ...when(payModel === 'volunteer' && ((coachEffort ?? 0) > 0 || (stipendCents ?? 0) > 0), () =>
      finding(
        'wrong',
        'staffing',
        'payModel',
        'Coaches are volunteers, but effort or a stipend is entered for them.',
        'Choose another pay model, or take the amount out.',
      ),
    ),
    ...when(payModel === 'effort' && coachEffort === null, () =>
      finding(
        'warning',
        'staffing',
        'coachEffort',
        'Coaches are paid by effort, but the effort of a coach is not decided.',
        'Enter the FTE of one coach.',
      ),
    ),
    ...when(payModel === 'stipend' && stipendCents === null, () =>
      finding(
        'warning',
        'staffing',
        'stipendCents',
        'Coaches are paid by stipend, but the amount is not decided.',
        'Enter the amount; no published figure is known.',
      ),
    ),
    ...funding.flatMap(({ source, endsOn }) =>
      when(endsOn !== null && span.to !== null && endsOn < span.to, () =>
        finding(
          'warning',
          'staffing',
          'funding',
          `${source} ends on ${formatDate(endsOn!)}, before a learner who starts with the program is through.`,
          'Name what pays after that.',
        ),
      ),
    ),
  ]
}

function aboutDevelopment({ development }: Design): Finding[] {
  return development.choices.modules
    .filter(({ requiredFor }) => requiredFor.length === 0)
    .map(({ name }) =>
      finding(
        'warning',
        'development',
        'modules',
        `The module “${name}” is required of nobody.`,
        'Choose the roles it is required for.',
      ),
    )
}

function aboutAssessment({ assessment }: Design): Finding[] {
  const { smallestGroup, minimumRatings, minimumComments, sharing } = assessment.choices
  return [
    ...when(smallestGroup !== null && minimumRatings !== null && smallestGroup < minimumRatings, () =>
      finding(
        'wrong',
        'assessment',
        'smallestGroup',
        `Groups of ${smallestGroup} are to be reported apart, but ratings are shown from ${minimumRatings} answers on.`,
        `Enter ${minimumRatings} or more, or report larger groups.`,
      ),
    ),
    ...when(minimumComments !== null && minimumRatings !== null && minimumComments < minimumRatings, () =>
      finding(
        'warning',
        'assessment',
        'minimumComments',
        `Comments are shown from ${minimumComments} answers on, ratings from ${minimumRatings}. Comments give more away.`,
        `Enter ${minimumRatings} or more.`,
      ),
    ),
    ...when(sharing?.coach.ratings === 'named' || sharing?.coach.ratings === 'own', () =>
      finding(
        'warning',
        'assessment',
        'sharing',
        'A coach would see single ratings of their own learners.',
        'Choose aggregated for ratings and coaches.',
      ),
    ),
  ]
}

const when = (holds: boolean, say: () => Finding): Finding[] => (holds ? [say()] : [])
