import type { Handler, Handlers } from '#main/dispatcher/handler.ts'
import type { ProcedureName } from '#shared/contract.ts'

/** Handlers whose code is loaded by the first call of one of them: a command or a page needs one feature of many. */
export function lazyHandlers<N extends ProcedureName>(
  procedures: Readonly<Record<N, unknown>>,
  load: () => Promise<Handlers<N>>,
): Handlers<N> {
  let loading: Promise<Handlers<N>> | undefined
  const lazy = (name: N): Handler<N> => {
    return async (input, call) => {
      loading ??= load()
      return (await loading)[name](input, call)
    }
  }
  const names = Object.keys(procedures) as N[]
  return Object.fromEntries(names.map((name) => [name, lazy(name)])) as unknown as Handlers<N>
}
