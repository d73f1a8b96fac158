// Replaced by kysely-codegen (npm run types:database).
// biome-ignore lint/suspicious/noExplicitAny: until the first generation
export type DB = any
