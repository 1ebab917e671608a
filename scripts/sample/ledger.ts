import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import type { Random } from './random.ts'

/** Something that is paid in some of the months of the half year. */
interface Expense {
  account: string
  name: string
  fund: string
  what: string
  /** Cents in each month it is paid. */
  amount: number
  /** 0 is July. */
  months: readonly number[]
  /** How far an amount may be from it, in percent. */
  varies?: number
}

const column = (key: string, header: string): ColumnModel => ({ key, header, type: 'text' })

export const ledgerColumns: ColumnModel[] = [
  column('date', 'Posting Date'),
  column('account', 'Account'),
  column('name', 'Account Description'),
  column('fund', 'Cost Center'),
  column('what', 'Line Description'),
  column('journal', 'Journal ID'),
  { key: 'amount', header: 'Amount', type: 'money' },
  { key: 'encumbrance', header: 'Encumbrance', type: 'money' },
]

const all = [0, 1, 2, 3, 4, 5]
const monthEnds = ['07/31/2026', '08/31/2026', '09/30/2026', '10/31/2026', '11/30/2026', '12/31/2026']

const school: readonly Expense[] = [
  {
    account: '6010',
    name: 'Faculty salaries and fringe',
    fund: '10-4410',
    what: 'Coach effort',
    amount: 6_300_000,
    months: all,
    varies: 3,
  },
  {
    account: '6020',
    name: 'Leadership salaries and fringe',
    fund: '10-4410',
    what: 'Director of coaching',
    amount: 743_400,
    months: all,
  },
  {
    account: '6020',
    name: 'Leadership salaries and fringe',
    fund: '45-2207',
    what: 'Director of coaching',
    amount: 233_000,
    months: all,
  },
  {
    account: '6030',
    name: 'Staff salaries and fringe',
    fund: '10-4410',
    what: 'Program manager',
    amount: 840_600,
    months: all,
  },
  {
    account: '6030',
    name: 'Staff salaries and fringe',
    fund: '45-2207',
    what: 'Evaluation analyst',
    amount: 245_175,
    months: [4, 5],
  },
  {
    account: '7110',
    name: 'Training',
    fund: '45-2207',
    what: 'Outside trainer, two days',
    amount: 525_000,
    months: [1],
  },
  { account: '7110', name: 'Training', fund: '45-2207', what: 'Simulation centre', amount: 372_000, months: [2] },
  {
    account: '7210',
    name: 'Evaluation licences',
    fund: '10-4410',
    what: 'Licensed instrument, first wave',
    amount: 62_500,
    months: [3],
  },
  { account: '7310', name: 'Printing', fund: '10-4410', what: 'Learner handbook', amount: 214_200, months: [0] },
  {
    account: '7320',
    name: 'Catering',
    fund: '10-4410',
    what: 'Meals at group sessions',
    amount: 84_000,
    months: [1, 2, 3, 4],
    varies: 12,
  },
  {
    account: '7410',
    name: 'Software',
    fund: '10-4410',
    what: 'Survey tool, office seat',
    amount: 180_000,
    months: [0],
  },
]

const residency: readonly Expense[] = [
  {
    account: '6010',
    name: 'Faculty salaries and fringe',
    fund: '20-1180',
    what: 'Coach effort',
    amount: 3_300_000,
    months: all,
    varies: 3,
  },
  {
    account: '6020',
    name: 'Leadership salaries and fringe',
    fund: '20-1180',
    what: 'Coaching director',
    amount: 402_675,
    months: all,
  },
  {
    account: '6030',
    name: 'Staff salaries and fringe',
    fund: '20-1180',
    what: 'Program coordinator',
    amount: 149_440,
    months: all,
  },
  { account: '7110', name: 'Training', fund: '45-3310', what: 'Coaching certificate', amount: 290_000, months: [2, 4] },
  { account: '7310', name: 'Printing', fund: '20-1180', what: 'Handbook', amount: 50_400, months: [0] },
  { account: '7320', name: 'Catering', fund: '20-1180', what: 'Yearly retreat', amount: 331_000, months: [3] },
]

/** What was ordered and not paid at the end of December. */
const committed: Record<'school' | 'residency', readonly RowModel[]> = {
  school: [
    commitment('7110', 'Training', '45-2207', 'Spring workshop', 260_000),
    commitment('7210', 'Evaluation licences', '10-4410', 'Licensed instrument, second wave', 60_000),
    commitment('7510', 'Travel', '10-4410', 'Visit to the north campus', 48_000),
  ],
  residency: [commitment('7110', 'Training', '45-3310', 'Certificate, two places', 290_000)],
}

function commitment(account: string, name: string, fund: string, what: string, encumbrance: number): RowModel {
  return { date: monthEnds.at(-1)!, account, name, fund, what, journal: 'PO-88120', amount: null, encumbrance }
}

/** Half a year of a ledger, as a finance system exports it. Account 7510 is one that nobody has placed yet. */
export function ledgerRows(program: 'school' | 'residency', random: Random): RowModel[] {
  const spent = (program === 'school' ? school : residency).flatMap((expense) =>
    expense.months.map((month) => {
      const share = expense.varies ? Math.round((random.next() * 2 - 1) * expense.varies) : 0
      return { ...expense, month, amount: expense.amount + Math.round((expense.amount * share) / 100) }
    }),
  )
  const rows = spent
    .toSorted((a, b) => a.month - b.month)
    .map(({ account, name, fund, what, month, amount }, index): RowModel => ({
      date: monthEnds[month]!,
      account,
      name,
      fund,
      what,
      journal: `JE-${271_000 + index * 7}`,
      amount,
      encumbrance: null,
    }))
  return [...rows, ...committed[program]]
}
