import { UserCheck } from 'lucide-react'
import { Button } from '#renderer/ui/Button.tsx'
import type { KnownPerson } from '#shared/roster/staff.ts'

interface KnownPersonNoticeProps {
  person: KnownPerson
  verb: string
  onPress: () => void
}

/** Says whom the data file knows already, and what as. */
export function KnownPersonNotice({ person, verb, onPress }: KnownPersonNoticeProps) {
  const { name, email, about } = person
  return (
    <output className="cd-roster-banner">
      <UserCheck size={16} aria-hidden />
      <span>
        <b>{name}</b>
        {email && `, ${email}`}
        {about.length > 0 && ` (${about.join(', ')})`} is in the data file already.
      </span>
      <Button onPress={onPress}>{verb}</Button>
    </output>
  )
}
