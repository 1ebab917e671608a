import './answerForm.css'
import { type ReactNode, useId } from 'react'

/** A part of an answer, under its heading. `field` is where a link to the whole part leads. */
export function Part({ title, field, children }: { title: string; field?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="cd-design-part" aria-labelledby={id} {...(field && { 'data-field': field })}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
