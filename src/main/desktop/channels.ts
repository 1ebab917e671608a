/** Between the preload and the main process. Calls do not go here: they have their own port. */
export const channels = {
  connect: 'coachdesk:connect',
  port: 'coachdesk:port',
  command: 'coachdesk:command',
} as const
