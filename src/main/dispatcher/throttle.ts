export interface Throttle {
  /** Sends now, or as soon as the interval since the last time is over. */
  request(): void
  /** Forgets what is still to be sent. */
  cancel(): void
}

/** Calls `send` at most once per interval, the last request never lost. */
export function createThrottle(send: () => void, intervalMs: number): Throttle {
  let timer: NodeJS.Timeout | undefined
  let wanted = false

  function request(): void {
    if (timer !== undefined) {
      wanted = true
      return
    }
    send()
    timer = setTimeout(() => {
      timer = undefined
      if (!wanted) return
      wanted = false
      request()
    }, intervalMs)
    timer.unref()
  }

  return {
    request,
    cancel: () => {
      clearTimeout(timer)
      timer = undefined
      wanted = false
    },
  }
}
