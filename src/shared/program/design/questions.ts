import type { Question } from '#shared/program/design/design.ts'

export interface QuestionText {
  readonly number: number
  readonly title: string
  /** The question as a committee is asked it. */
  readonly ask: string
  readonly why: string
  /** What the answer sets in the rest of the app. */
  readonly drives: string
}

export const questionTexts: Record<Question, QuestionText> = {
  goals: {
    number: 1,
    title: 'Goals and outcomes',
    ask: 'Which problem is the program to solve, and how will it show that it did?',
    why: 'A goal with a measure, a baseline and a target can be reported to the dean; a goal without cannot.',
    drives: 'The goals that outcomes are reported against.',
  },
  stakeholders: {
    number: 2,
    title: 'Key stakeholders',
    ask: 'Who approves the budget, who administers, and who promotes the program and helps recruit?',
    why: 'Budgets and effort are released by people who were asked early.',
    drives: 'The stakeholder register and its next contacts.',
  },
  structure: {
    number: 3,
    title: 'Structure',
    ask: 'Is it mandatory, how long does it last, how many learners has a coach, how are they paired, and can a learner change?',
    why: 'The ratio and the meetings decide how many coaches the program needs and what they cost.',
    drives: 'Coverage, capacity, required meetings, pairing and changes of coach.',
  },
  recruitment: {
    number: 4,
    title: 'Coach skills and recruitment',
    ask: 'Who may coach, which skills are asked for, and who interviews?',
    why: 'A call that says what is asked for, and a panel with learners on it, bring coaches who stay.',
    drives: 'The call for coaches, the panel and the rubric.',
  },
  staffing: {
    number: 5,
    title: 'Staffing and resources',
    ask: 'Which positions, support, materials and pay does the program need, and who pays for them?',
    why: 'Time and money lead the barriers that programs name.',
    drives: 'The staffing plan and the budget.',
  },
  buyIn: {
    number: 6,
    title: 'Learner buy-in',
    ask: 'How do learners hear what coaching is for, and what do they agree to?',
    why: 'Many learners expect professional advice, which coaching is not; the first week is when to say so.',
    drives: 'Orientation, agreements and the communication calendar.',
  },
  development: {
    number: 7,
    title: 'Coach development',
    ask: 'Which training do coaches need, and how are they observed and given feedback?',
    why: 'Trained coaches listen and set goals well; guiding self-discovery takes practice with feedback.',
    drives: 'Required modules, simulation and observation rounds.',
  },
  assessment: {
    number: 8,
    title: 'Assessment and evaluation',
    ask: 'How are coaches held accountable, what is measured, and who sees the data?',
    why: 'Learners are open only where they know who sees what.',
    drives: 'Instruments, accountability, and what every export may show to whom.',
  },
}
