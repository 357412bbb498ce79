/** next-auth's cookie names: the second where the site is served by https. */
export const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"] as const;
