/** What a DataTable needs of an infinite query, so that a page hands it over in one spread. */
type Paged<Row> = {
  data: { pages: { items: Row[] }[] } | undefined
  isPending: boolean
  isError: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

export type Rows<Row> = {
  rows: Row[]
  loading: boolean
  error: unknown
  onRetry: () => void
  /** Undefined when everything is there. */
  onMore: (() => void) | undefined
}

/** `<DataTable {...pagedRows(useInfiniteQuery(…))} …/>`: pages of `{ items, nextCursor }` as one list. */
export function pagedRows<Row>(query: Paged<Row>): Rows<Row> {
  return {
    rows: query.data?.pages.flatMap(page => page.items) ?? [],
    loading: query.isPending,
    error: query.isError ? query.error : null,
    onRetry: () => void query.refetch(),
    onMore: query.hasNextPage
      ? () => {
          if (!query.isFetchingNextPage) void query.fetchNextPage()
        }
      : undefined,
  }
}

/** The same for a query that answers everything at once: `{ items }` or a plain list. */
export function allRows<Row>(query: {
  data: Row[] | undefined
  isPending: boolean
  isError: boolean
  error: unknown
  refetch: () => unknown
}): Rows<Row> {
  return {
    rows: query.data ?? [],
    loading: query.isPending,
    error: query.isError ? query.error : null,
    onRetry: () => void query.refetch(),
    onMore: undefined,
  }
}
