import type { PlainField } from '#shared/imports/plainTable.ts'

export type LedgerField =
  | 'postedOn'
  | 'period'
  | 'fiscalYear'
  | 'account'
  | 'accountName'
  | 'fundCode'
  | 'description'
  | 'reference'
  | 'kind'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'encumbrance'

const called = (headers: string): string[] => headers.split(', ')

/** The columns of a ledger export, by the names that the usual finance systems give them. */
export const ledgerFields: readonly PlainField<LedgerField>[] = [
  {
    key: 'postedOn',
    label: 'Posted on',
    synonyms: called(
      'date, posting date, posted, post date, posted date, accounting date, transaction date, trans date, journal date, gl date, effective date, entry date, pstng date, document date, doc date',
    ),
  },
  {
    key: 'period',
    label: 'Period',
    synonyms: called('accounting period, fiscal period, posting period, period name, gl period, fiscal month, month'),
  },
  {
    key: 'fiscalYear',
    label: 'Fiscal year',
    synonyms: called('fy, fisc year, budget year, ledger year, year'),
  },
  {
    key: 'account',
    label: 'Account',
    synonyms: called(
      'account code, account number, account no, acct, acct code, gl account, object, object code, object class, ledger account, natural account, spend category, expense type, commitment item, account id, cost element, gl acct, main account, object account',
    ),
  },
  {
    key: 'accountName',
    label: 'Account name',
    synonyms: called(
      'account description, account descr, account title, object description, acct desc, account desc, cost element name, cost element descr, object code description, gl account description',
    ),
  },
  {
    key: 'fundCode',
    label: 'Cost center',
    synonyms: called(
      'cost center, cost ctr, fund, fund code, fund number, chartstring, chartfield, speedtype, speed type, project, project id, department id, deptid, index, worktag, grant, award, mfk, cfop',
    ),
  },
  {
    key: 'description',
    label: 'Description',
    synonyms: called(
      'line description, transaction description, journal line description, memo, details, vendor, payee, supplier, name, text, line descr, descr, narrative',
    ),
  },
  {
    key: 'reference',
    label: 'Reference',
    synonyms: called(
      'journal, journal id, journal number, document, document number, doc number, voucher, voucher id, invoice, invoice number, po number, transaction id, transaction number, ref, entry id, journal source number, documentno, document no, ref document number',
    ),
  },
  {
    key: 'kind',
    label: 'Kind of entry',
    synonyms: called(
      'type, ledger, ledger type, transaction type, balance type, entry type, amount type, ledger group',
    ),
  },
  {
    key: 'amount',
    label: 'Amount',
    synonyms: called(
      'actual, actuals, actual amount, expense, expenses, expenditure, expenditures, monetary amount, net amount, amount usd, usd, total, spent, ledger amount, transaction amount, posted amount, amt, val in rep cur, value in rep cur, value cocur, value in obj crcy, amount in local currency, amount in lc',
    ),
  },
  { key: 'debit', label: 'Debit', synonyms: called('debits, dr, debit amount') },
  { key: 'credit', label: 'Credit', synonyms: called('credits, cr, credit amount') },
  {
    key: 'encumbrance',
    label: 'Encumbrance',
    synonyms: called(
      'encumbrances, encumbered, encumbrance amount, commitment, commitments, committed, open commitments, obligated, obligation',
    ),
  },
]
