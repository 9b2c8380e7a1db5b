/** The columns of the log in order. */
export const columns = ['time', 'method', 'path', 'status', 'duration', 'ip', 'source', 'key'] as const
