/** Who works off a queue. */
export const queueWorkers = ['administrator', 'head', 'manager', 'back office', 'executive'] as const

/** Who sees everybody's queue. */
export const departmentReaders = ['administrator', 'head', 'executive'] as const
