import { type MergeCounts, mergeInWords, NO_CHANGES } from "@/lib/domain/plan-merges";
import { ROLE_NAMES, ROLES } from "@/lib/domain/words";
import type { Subjects } from "./audit-subjects";

/** What a sentence is made from. */
export interface TextEvent {
  action: string;
  targetType: string;
  targetId: string;
  phaseId: string | null;
  data: Record<string, unknown>;
}

const STATE_WORDS: Record<string, string> = {
  OPEN: "open",
  IN_PROGRESS: "in progress",
  DONE: "done",
  VERIFIED: "verified",
  WAIVED: "waived",
  NOT_APPLICABLE: "not applicable",
};

const OUTCOME_WORDS: Record<string, string> = {
  GO: "Go",
  CONDITIONAL_GO: "Go, with conditions",
  HOLD: "Hold",
  RECYCLE: "Send back",
  STOP: "Stop",
};

/** "sign-off-rule" -> "sign-off rule" */
const nounOf = (type: string): string =>
  type.replace(/^sign-off-/, "sign-off ").replaceAll(/(?<!sign)-/g, " ");

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

interface Telling extends TextEvent {
  /** the thing in quotation marks, or its noun when its name is gone */
  target: string;
  /** what the thing a field names is called; of a change, its "from" or "to" */
  named(field: string, end?: "from" | "to"): string | null;
  text(field: string): string | null;
  /** " of Alpha", or nothing when the event is of no one phase */
  ofPhase: string;
  /** " “Alpha”", or nothing */
  phase: string;
}

/** One entry for each action whose sentence is more than "noun, verb, title". */
const SENTENCES: Record<string, (event: Telling) => string> = {
  "item.state": (e) => {
    const to = e.text("to") ?? e.text("state");
    if (to === "OPEN") return `reopened ${e.target}`;
    if (to === "DONE") return `ticked ${e.target}`;
    return `set ${e.target} to ${(to && STATE_WORDS[to]) ?? "another state"}`;
  },
  "item.waiver-requested": (e) => `asked for a waiver of ${e.target}${until(e)}`,
  "item.waiver-approved": (e) => `waived ${e.target}${until(e)}${askedBy(e)}`,
  "item.waiver-refused": (e) => `refused ${requestOf(e)} to waive ${e.target}`,
  "item.waiver-withdrawn": (e) => `withdrew the request to waive ${e.target}`,
  "item.moved": (e) => `moved ${e.target}${outOf(e)}${betweenPhases(e)}`,
  "section.moved": (e) => `moved the section ${e.target}${betweenPhases(e)}`,
  "measurement.recorded": (e) => {
    const value = e.data.value;
    return `measured ${typeof value === "number" ? `${value} ` : ""}for ${e.target}`;
  },
  "evidence.added": (e) => `added evidence to ${e.target}`,
  "evidence.removed": (e) => `removed evidence from ${e.target}`,
  "comment.added": (e) => `commented on ${e.target}`,
  "comment.removed": (e) => `removed a comment on ${e.target}`,
  "sign-off.signed": (e) => `signed off${e.phase}${under(e)}${e.data.again === true ? " again" : ""}`,
  "sign-off.refused": (e) => `refused to sign off${e.phase}${under(e)}`,
  "sign-off.withdrawn": (e) => `withdrew a sign-off${e.ofPhase}${under(e)}`,
  "review.requested": (e) => `requested ${reviewOf(e)}`,
  "review.withdrawn": (e) => `withdrew ${reviewOf(e)}`,
  "review.timed-out": (e) => `closed ${reviewOf(e)} to Hold, because it ran out`,
  "gate.decided": (e) => {
    const outcome = e.text("outcome");
    const to = e.named("toPhaseId");
    const back = outcome === "RECYCLE" && to ? ` to “${to}”` : "";
    const override = e.data.override === true ? ", by override" : "";
    return `decided the gate${e.ofPhase}: ${(outcome && OUTCOME_WORDS[outcome]) ?? "another way"}${back}${override}`;
  },
  "risk.accepted": (e) => {
    const until = e.text("until");
    return `accepted the risk ${e.target}${until ? ` until ${until}` : ""}`;
  },
  "rollback.edited": (e) => `changed the rollback plan of ${e.target}${fieldsOf(e.data)}`,
  "rollback.rehearsed": (e) => {
    const day = e.text("rehearsedOn");
    const how = e.text("outcome") === "WORKED" ? "it worked" : "it failed";
    return `recorded a rehearsal of the rollback plan of ${e.target}${day ? ` on ${day}` : ""}: ${how}`;
  },
  "secret.rotated": (e) => {
    const day = e.text("rotatedOn");
    return `recorded the rotation of ${e.target}${day ? ` on ${day}` : ""}`;
  },
  "configuration-item.cell-edited": (e) => `changed ${e.target}${inEnvironment(e)}${fieldsOf(e.data)}`,
  "configuration-item.cell-verified": (e) => `verified ${e.target}${inEnvironment(e)}`,
  "configuration-item.cell-unverified": (e) => `took back the verification of ${e.target}${inEnvironment(e)}`,
  "member.invited": (e) => `invited ${e.target}${e.text("role") ? ` as ${roleIn(e, "role")}` : ""}`,
  "member.joined": (e) => `joined the workspace${e.text("role") ? ` as ${roleIn(e, "role")}` : ""}`,
  "member.role-changed": (e) =>
    `changed the role of ${e.target}${e.text("to") ? ` from ${roleIn(e, "from")} to ${roleIn(e, "to")}` : ""}`,
  "plan.merged": (e) => `merged a newer file into ${e.target}: ${mergeInWords(countsOf(e.data))}`,
  "plan.merge-undone": (e) => `undid the merge of a file into ${e.target}`,
  "project.template-answered": (e) => `decided what both the template and ${e.target} had changed`,
  "project.template-followed": (e) => `dealt with a newer version of the template of ${e.target}`,
  "workspace.created": () => "created the workspace",
};

const countsOf = (data: Record<string, unknown>): MergeCounts => ({
  ...NO_CHANGES,
  ...Object.fromEntries(Object.entries(data).filter(([, count]) => typeof count === "number")),
});

const until = (event: Telling): string => {
  const day = event.text("expiresAt")?.slice(0, 10);
  return day ? ` until ${day}` : "";
};

const askedBy = (event: Telling): string => {
  const name = event.named("requestedById");
  return name ? `, as ${name} asked` : "";
};

const requestOf = (event: Telling): string => {
  const name = event.named("requestedById");
  return name ? `${name}’s request` : "a request";
};

const inEnvironment = (event: Telling): string => {
  const environment = event.named("environmentId");
  return environment ? ` in “${environment}”` : "";
};

/** A sub-item that became an item of its own, or one again. */
const outOf = (event: Telling): string => {
  const [from, to] = [event.named("parentId", "from"), event.named("parentId", "to")];
  return from ? ` out of “${from}”` : to ? ` below “${to}”` : "";
};

const betweenPhases = (event: Telling): string => {
  const [from, to] = [event.named("phaseId", "from"), event.named("phaseId", "to")];
  return from && to ? ` from “${from}” to “${to}”` : "";
};

const roleIn = (event: Telling, field: string): string => {
  const role = ROLES.find((each) => each === event.text(field));
  return role ? ROLE_NAMES[role] : "another";
};

const under = (event: Telling): string => {
  const rule = event.named("ruleId");
  return rule ? ` under “${rule}”` : "";
};

const reviewOf = (event: Telling): string =>
  typeof event.data.number === "number"
    ? `review ${event.data.number}${event.ofPhase}`
    : `a review${event.ofPhase}`;

/** "target-lowered" -> "target lowered" */
const verbOf = (action: string): string => (action.split(".").at(1) ?? action).replaceAll("-", " ");

const VALUE_MAX = 60;

/** Values of our own lists, as people say them. */
const VALUE_WORDS: Record<string, string> = {
  MUST: "Must",
  SHOULD: "Should",
  COULD: "Could",
  LOW: "Low",
  MEDIUM: "Medium",
  HIGH: "High",
  CRITICAL: "Critical",
  MISSING: "Missing",
  MOCK: "Mock",
  LIVE: "Live",
  NOT_APPLICABLE: "Not applicable",
  ...ROLE_NAMES,
};

/** A value short enough to stand in a sentence; null for what is not. */
function shown(value: unknown): string | null {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value.length <= VALUE_MAX ? (VALUE_WORDS[value] ?? value) : null;
  return typeof value === "number" ? String(value) : null;
}

const FIELD_WORDS: Record<string, string> = {
  dueOn: "due date",
  plannedOn: "planned date",
  assigneeIds: "people",
  ownerId: "owner",
  memberIds: "people",
  asksVerification: "verification by another person",
  overdueSecretsBlock: "overdue secrets block the gate",
  mustDiffer: "production must not equal mock",
  isProduction: "production",
};

/** "minimumScore" -> "minimum score" */
const fieldWord = (field: string): string =>
  FIELD_WORDS[field] ?? field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** "target from 99.95 to 99.9", or the field alone where its values are not kept or too long. */
function fieldInWords(data: Record<string, unknown>, field: string): string {
  const change = data[field];
  const word = fieldWord(field);
  if (typeof change !== "object" || change === null || !("from" in change) || !("to" in change)) return word;
  const [from, to] = [shown(change.from), shown(change.to)];
  return from === null || to === null ? word : `${word} from ${from} to ${to}`;
}

/** The fields an edit touched, when the event says so: " (title, level from Should to Must)". */
function fieldsOf(data: Record<string, unknown>): string {
  const { fields } = data;
  const names = Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
  return names.length > 0 ? ` (${names.map((field) => fieldInWords(data, field)).join(", ")})` : "";
}

function endOf(change: unknown, end: "from" | "to"): string | null {
  if (typeof change !== "object" || change === null) return null;
  const value: unknown = Reflect.get(change, end);
  return typeof value === "string" ? value : null;
}

/**
 * What was done, as the end of a plain sentence that begins with who did it: `ticked “Restore drill”`. Made from the
 * hashed data and today's names (subjectsOf); an action it does not know still reads as verb, noun, title.
 */
export function auditText(event: TextEvent, subjects: Subjects): string {
  const title = subjects.get(event.targetId)?.title;
  const phase = event.phaseId ?? (typeof event.data.phaseId === "string" ? event.data.phaseId : null);
  const phaseName = phase && subjects.get(phase)?.title;
  const text = (field: string) => {
    const value = event.data[field];
    return typeof value === "string" ? value : null;
  };
  const telling: Telling = {
    ...event,
    target: title ? `“${title}”` : withArticle(nounOf(event.targetType)),
    text,
    named: (field, end) =>
      subjects.get((end ? endOf(event.data[field], end) : text(field)) ?? "")?.title ?? null,
    ofPhase: phaseName ? ` of “${phaseName}”` : "",
    phase: phaseName ? ` “${phaseName}”` : "",
  };
  const sentence = SENTENCES[event.action];
  if (sentence) return sentence(telling);
  const noun = title ? `the ${nounOf(event.targetType)} “${title}”` : withArticle(nounOf(event.targetType));
  return `${verbOf(event.action)} ${noun}${fieldsOf(event.data)}`;
}
