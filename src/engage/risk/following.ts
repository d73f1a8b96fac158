/** By what way advice reached the account. */
export const channels = ['phone', 'wechat', 'mail', 'visit', 'message'] as const
export type Channel = (typeof channels)[number]

export const followings = ['followed', 'partly', 'not followed'] as const
export type Following = (typeof followings)[number]
