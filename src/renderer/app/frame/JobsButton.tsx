import { LoaderCircle } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useClient, useRead } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { Progress } from '#renderer/ui/Progress.tsx'
import { count } from '#shared/kernel/text.ts'

/** Long work that goes on, with a way to stop each. Nothing stands here while nothing goes on. */
export function JobsButton() {
  const client = useClient()
  const running = (useRead('jobs.list', {}).data ?? []).filter(({ status }) => status === 'running')
  const [first] = running
  if (!first) return null
  return (
    <DialogTrigger>
      <Button className="cd-button cd-jobs-button" data-kind="quiet">
        <LoaderCircle className="cd-spin" size={14} aria-hidden />
        <span>{running.length === 1 ? first.progress.step : count(running.length, 'job')}</span>
      </Button>
      <Popover className="cd-popover" placement="bottom end">
        <Dialog className="cd-jobs" aria-label="Jobs in progress">
          {running.map(({ id, progress }) => (
            <Progress
              key={id}
              label={progress.step}
              done={progress.done}
              total={progress.total}
              onCancel={() => void client.call('jobs.cancel', { jobId: id }).catch(showProblem)}
            />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
