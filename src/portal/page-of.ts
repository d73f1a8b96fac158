/** Rows that do not stand still while one reads are few here: pages go by how many were read. */
export function pageFrom({ cursor, limit }: { cursor?: string; limit: number }): { limit: number; skip: number } {
  return { limit, skip: cursor && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0 }
}

/** Of one row more than the limit, which says that there is another page. */
export function pageOf<Row>(rows: readonly Row[], { limit, skip }: { limit: number; skip: number }) {
  return { items: rows.slice(0, limit), next: rows.length > limit ? String(skip + limit) : null }
}
