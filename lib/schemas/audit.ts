import { z } from "zod";
import { isDay } from "@/lib/domain/days";

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
  "project",
  "member",
  "token",
  "workspace",
] as const;

/** A GET form sends every field, empty where nothing was chosen. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const day = z.string().refine(isDay, "A date like 2026-11-21.");

export const auditFilterSchema = z.object({
  /** slug of a project; "-" for the workspace's own events */
  project: optional(z.string().max(200)),
  /** a whole action ("gate.decided"), or the noun it begins with ("gate") */
  action: optional(
    z
      .string()
      .max(60)
      .regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/, "An action like gate.decided, or a noun like gate."),
  ),
  /** member id */
  actor: optional(z.uuid("The id of a member.")),
  from: optional(day),
  to: optional(day),
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
