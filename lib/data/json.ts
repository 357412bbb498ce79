import type { Prisma } from "@/generated/prisma/client";

/** A plain value as a JSON column takes it: dates become ISO text, absent fields are left out. */
export const jsonOf = (value: object): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));
