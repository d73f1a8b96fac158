import { findDuplicatesJob } from './accounts/merge/find-duplicates.job.ts'
import { postInvitationsJob } from './engage/calendar/post-invitations.job.ts'
import { remindVisitsJob } from './engage/calendar/remind-visits.job.ts'
import { riskJobs } from './engage/risk/risk.job.ts'
import { makeVisitsJob } from './engage/visits/make-visits.job.ts'
import { fitValueModelJob } from './identify/fit-value-model.job.ts'
import { importsJobs } from './imports/imports.job.ts'
import { retentionJob } from './know/people/retention.job.ts'
import { forgetNotesJob } from './know/timeline/forget-notes.job.ts'
import { forgetFilesJob } from './platform/files/forget-files.job.ts'
import { forgetAnswersJob } from './platform/forget-answers.job.ts'
import type { Job } from './platform/jobs.server.ts'
import { forgetMailJob, sendMailJob } from './platform/mail/send-mail.job.ts'
import { forgetEventsJob, sendWebhooksJob } from './platform/webhooks/send-webhooks.job.ts'
import { tellProposalsJob } from './portal/tell-proposals.job.ts'
import { makeForecastsJob } from './supply/forecast/make-forecasts.job.ts'
import { expireOrdersJob } from './supply/orders/expire-orders.job.ts'
import { reasonableJobs } from './supply/reasonable/reasonable.job.ts'
import { sendDigestsJob } from './today/digest/send-digests.job.ts'

/** Every room's jobs. Wiring only. */
// biome-ignore lint/suspicious/noExplicitAny: each job checks its own payload
export const jobs: readonly Job<any>[] = [
  fitValueModelJob,
  ...importsJobs,
  findDuplicatesJob,
  ...riskJobs,
  ...reasonableJobs,
  retentionJob,
  makeVisitsJob,
  remindVisitsJob,
  postInvitationsJob,
  expireOrdersJob,
  sendDigestsJob,
  tellProposalsJob,
  forgetNotesJob,
  forgetAnswersJob,
  sendMailJob,
  forgetMailJob,
  sendWebhooksJob,
  forgetEventsJob,
  forgetFilesJob,
  makeForecastsJob,
]
