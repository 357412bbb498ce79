/** Largest document of a plan accepted, in bytes. */
export const PLAN_MAX_BYTES = 2 * 1024 * 1024;
