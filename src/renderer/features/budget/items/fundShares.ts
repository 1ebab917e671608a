import type { ItemColumn } from './itemColumns.ts'
import type { FundShares, ItemOf } from '#shared/budget/itemSchemas.ts'
import type { Parsed } from '#renderer/ui/grid/gridTypes.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import { formatHundredths, parseHundredths } from '../hundredths.ts'

type Fund = ItemOf<'fund'>

const whole = 10_000

/** "Dean 60, Grant 40": which funds pay which share, in percent; one fund that pays all is its name alone. */
export function sharesInWords(shares: FundShares, funds: readonly Fund[]): string {
  const nameOf = (key: string): string => funds.find((fund) => fund.key === key)?.content.name ?? 'Fund that is gone'
  const [only] = shares
  if (only && shares.length === 1 && only.share === whole) return nameOf(only.fund)
  return shares.map(({ fund, share }) => `${nameOf(fund)} ${formatHundredths(share)}`).join(', ')
}

/** Reads what `sharesInWords` writes; a fund by its name, its code, or a beginning that only one has. */
export function readShares(text: string, funds: readonly Fund[]): FundShares | string {
  const tidy = tidyText(text)
  if (tidy === '') return []
  const shares: FundShares = []
  for (const part of tidy.split(/[,;]/).map((each) => each.trim())) {
    const match = /^(.*?)(?:[\s:]+([\d.]+)\s*%?)?$/.exec(part)
    const fund = findFund(part, funds) ?? findFund(match?.[1] ?? '', funds)
    if (!fund) return `"${part}" names no fund; write ${example(funds)}`
    const isNameAlone = findFund(part, funds) !== null || match?.[2] === undefined
    const share = isNameAlone ? whole : parseHundredths(match?.[2] ?? '')
    if (share === null) return `"${part}" has no share in percent; write ${example(funds)}`
    if (shares.some((one) => one.fund === fund.key)) return `${fund.content.name} is named twice; name each fund once`
    shares.push({ fund: fund.key, share })
  }
  const sum = shares.reduce((total, { share }) => total + share, 0)
  return sum === whole ? shares : `The shares make ${formatHundredths(sum)} %; they are to make 100 %`
}

function findFund(text: string, funds: readonly Fund[]): Fund | null {
  const wanted = foldText(text.trim())
  if (wanted === '') return null
  const exact = funds.find(({ content }) => foldText(content.name) === wanted || foldText(content.code) === wanted)
  const begun = funds.filter(({ content }) => foldText(content.name).startsWith(wanted))
  return exact ?? (begun.length === 1 ? begun[0]! : null)
}

function example(funds: readonly Fund[]): string {
  const [first, second] = funds.map(({ content }) => content.name)
  if (first === undefined) return 'nothing here before a fund is entered under Funds and rates'
  return second === undefined ? first : `${first} 60, ${second} 40`
}

/** The funds of an item in one cell, typed and pasted as text. The cell's value is the shares as JSON. */
export function fundsColumn<K extends 'position' | 'payPlan' | 'coachPay' | 'line'>(
  funds: readonly Fund[],
  header = 'Funds (%)',
): ItemColumn<K> {
  const parse = (text: string): Parsed => {
    const read = readShares(text, funds)
    if (typeof read === 'string') return { ok: false, message: read }
    return { ok: true, value: read.length === 0 ? null : JSON.stringify(read) }
  }
  return {
    key: 'funds',
    header,
    kind: 'text',
    width: 200,
    value: ({ content }) => (content.funds.length === 0 ? null : JSON.stringify(content.funds)),
    format: (value) => sharesInWords(JSON.parse(String(value)) as FundShares, funds),
    parse,
    editable: true,
    set: (content, value) => ({ ...content, funds: value === null ? [] : (JSON.parse(String(value)) as FundShares) }),
  }
}
