import type { Refusal } from "./errors";

/** What a server action answers: expected refusals are values, so a form can show them beside what was typed. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: Refusal };
