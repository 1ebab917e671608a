import { showToast } from '#renderer/ui/toast.tsx'
import { count } from '#shared/kernel/text.ts'

/** Puts the addresses of people on the clipboard, as a mail program takes them, and says who has none. */
export async function copyEmails(rows: readonly { email: string }[], people: string): Promise<void> {
  const emails = [...new Set(rows.map(({ email }) => email).filter((email) => email !== ''))]
  await navigator.clipboard.writeText(emails.join('; '))
  const without = rows.filter(({ email }) => email === '').length
  const copied = `${count(emails.length, 'e-mail address', 'e-mail addresses')} copied`
  showToast({ message: without === 0 ? copied : `${copied}; ${without} of the ${people} have none`, tone: 'info' })
}
