import { useEffect, useRef, useState } from 'react'

/**
 * For a part that may be higher than its place: while it is, it takes the focus, so that the arrow keys scroll it even
 * where nothing in it can be focused. The first props are for what scrolls, the ref for what is in it.
 */
export function useScrollable(label: string) {
  const outside = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const scroller = outside.current!
    const observer = new ResizeObserver(() => setScrolls(scroller.scrollHeight > scroller.clientHeight))
    observer.observe(scroller)
    observer.observe(content.current!)
    return () => observer.disconnect()
  }, [])
  return { scroller: { ref: outside, ...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label }) }, content }
}
