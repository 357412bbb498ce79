import "server-only";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import { SUBJECT_LOADS } from "./audit-subject-loads";

/** What an id in an audit event stands for, as it is called now. */
export interface Subject {
  title: string;
  /** page of it; null where it has none */
  href: string | null;
}

export type Subjects = ReadonlyMap<string, Subject>;

/** An event as far as naming its things goes. */
interface Naming {
  targetType: string;
  targetId: string;
  memberId: string | null;
  phaseId: string | null;
  data: Record<string, unknown>;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Which kind of thing a field of an event's data names. */
const KIND_OF_FIELD: Record<string, string> = {
  itemId: "item",
  parentId: "item",
  criterionId: "criterion",
  phaseId: "phase",
  toPhaseId: "phase",
  sectionId: "section",
  toSectionId: "section",
  ruleId: "sign-off-rule",
  reviewId: "review",
  memberId: "member",
  ownerId: "member",
  approverId: "member",
  requestedById: "member",
  riskId: "risk",
  environmentId: "environment",
  projectId: "project",
};

/** What a field names: one thing, or the two of a change from one to the other. */
const endsOf = (value: unknown): unknown[] =>
  typeof value === "object" && value && "from" in value && "to" in value ? [value.from, value.to] : [value];

type Wanted = Map<string, Set<string>>;

function wantedBy(events: Naming[]): Wanted {
  const wanted: Wanted = new Map();
  const want = (kind: string | undefined, id: unknown) => {
    if (!kind || typeof id !== "string" || !ID.test(id)) return;
    const ids = wanted.get(kind) ?? new Set();
    wanted.set(kind, ids.add(id));
  };
  for (const event of events) {
    want(event.targetType, event.targetId);
    want("member", event.memberId);
    want("phase", event.phaseId);
    for (const [field, value] of Object.entries(event.data))
      for (const id of endsOf(value)) want(KIND_OF_FIELD[field], id);
  }
  return wanted;
}

/**
 * Names everything a page of audit events speaks of: one query for each kind of thing on the page, however many events
 * there are. Names are today's, because the chain itself holds ids only. What is gone is left out.
 */
export async function subjectsOf(
  access: WorkspaceAccess | ProjectAccess,
  events: Naming[],
): Promise<Subjects> {
  const loads = [...wantedBy(events)].flatMap(([kind, ids]) => {
    const load = SUBJECT_LOADS[kind];
    return load ? [load([...ids], access.workspaceId)] : [];
  });
  const named = (await Promise.all(loads)).flat();
  return new Map(named.map(({ id, ...subject }) => [id, subject]));
}
