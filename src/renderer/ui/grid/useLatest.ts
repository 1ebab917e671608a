import { useCallback, useLayoutEffect, useRef } from 'react'

/** A constant function that reads the present value: for what must not make memoised parts render. */
export function useLatest<T>(value: T): () => T {
  const ref = useRef(value)
  useLayoutEffect(() => {
    ref.current = value
  })
  return useCallback(() => ref.current, [])
}
