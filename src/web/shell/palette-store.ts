import { createSpotlight } from '@mantine/spotlight'

/** The palette's state, and `palette.open()` for whoever opens it. */
export const [paletteStore, palette] = createSpotlight()
