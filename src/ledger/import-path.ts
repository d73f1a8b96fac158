/** Where an import is told: the page of the room that this one knows nothing else of. */
export const importPath = (importId: number): string => `/imports/${importId}`
