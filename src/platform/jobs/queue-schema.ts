/** Where pg-boss keeps its tables, and where what we add to its queue is kept. */
export const queueSchema = 'pgboss'
