import { z } from "zod";
import { daySchema } from "./fields";

/** What an audit action begins with; the page's filter offers these. */
export const AUDIT_NOUNS = [
  "gate",
  "review",
  "sign-off",
  "sign-off-rule",
  "item",
  "criterion",
  "measurement",
  "evidence",
  "comment",
  "phase",
  "section",
  "risk",
  "environment",
  "configuration-item",
  "secret",
  "rollback",
  "project",
  "member",
  "token",
  "workspace",
] as const;

/** A GET form sends every field, empty where nothing was chosen. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

export const auditFilterSchema = z.object({
  /** slug of a project; "-" for the workspace's own events */
  project: optional(z.string().regex(/^[a-z0-9-]{1,200}$/, "The name of a project as its address has it.")),
  /** a whole action ("gate.decided"), or the noun it begins with ("gate") */
  action: optional(
    z
      .string()
      .max(60)
      .regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/, "An action like gate.decided, or a noun like gate."),
  ),
  /** member id */
  actor: optional(z.uuid("The id of a member.")),
  from: optional(daySchema),
  to: optional(daySchema),
  cursor: optional(z.string().max(300)),
});

export type AuditFilter = z.output<typeof auditFilterSchema>;

/** No filter at all: the newest events. */
export const NO_AUDIT_FILTER: AuditFilter = {
  project: null,
  action: null,
  actor: null,
  from: null,
  to: null,
  cursor: null,
};

/**
 * The filter of the page's address. A field that is not understood is left out and named, so that the rest of a link
 * still works.
 */
export function readAuditFilter(query: Record<string, string | string[] | undefined>): {
  filter: AuditFilter;
  errors: Record<string, string[]>;
} {
  const single = Object.fromEntries(Object.keys(NO_AUDIT_FILTER).map((name) => [name, firstOf(query[name])]));
  const parsed = auditFilterSchema.safeParse(single);
  if (parsed.success) return { filter: parsed.data, errors: {} };
  const errors: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0]);
    errors[name] = [...(errors[name] ?? []), message];
  }
  const rest = Object.fromEntries(Object.entries(single).filter(([name]) => !(name in errors)));
  return { filter: { ...NO_AUDIT_FILTER, ...auditFilterSchema.parse(rest) }, errors };
}

const firstOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
