/** The parts people play when their company buys, the most weighty first. */
export const buyingRoles = [
  'decision maker',
  'champion',
  'influencer',
  'gatekeeper',
  'user',
  'information collector',
  'floor staff',
] as const

export type BuyingRole = (typeof buyingRoles)[number]
