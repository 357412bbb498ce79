/**
 * The folder of the clone: where package.json, prisma/ and .next/ lie. Every way in (npm scripts, scripts/start.mjs,
 * the image) runs from there, and bundled code has no other way to know it.
 */
export const productRoot = process.cwd();
