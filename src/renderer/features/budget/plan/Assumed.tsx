import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { assumptionInWords } from './assumptionWords.ts'
import type { AssumptionName, AssumptionsForm } from './assumptionsForm.ts'

interface Props {
  form: AssumptionsForm
  name: AssumptionName
  children: ReactNode
}

/** One assumption: where links to it lead. In a scenario it says whether it differs from the base, and takes that back. */
export function Assumed({ form, name, children }: Props) {
  const { base } = form
  const differs = base !== null && form.differing.has(name)
  return (
    <div className="cd-assumed" data-assumption={name} data-differs={differs || undefined}>
      {children}
      {differs && (
        <p>
          <span>{`Base: ${assumptionInWords(name, base, form.items)}`}</span>
          {!form.isLocked && (
            <Button kind="quiet" icon={Undo2} onPress={() => form.choose(name, base[name])}>
              As in the base
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
