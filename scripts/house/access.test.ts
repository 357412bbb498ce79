import { expect, it } from "vitest";
import { mintedAccess, unaskedReads, unscoped } from "./access";
import { isTest, sources } from "./sources";

const files = sources();
const data = files.filter(({ path }) => path.startsWith("lib/data/") && !isTest(path));

/** What needs no access, and why. */
const REASONS: Record<string, string[]> = {
  "is the door that asks": [
    "access.ts openProject",
    "access.ts openProjectOfSession",
    "access.ts openWorkspaceOfSession",
  ],
  "is the way to the database that the rest of lib/data uses": [
    "client.ts disconnect",
    "statement.ts statement",
  ],
  "is made of the access whose rows it changes": ["changed-rows.ts ChangedRows"],
  "runs the request that holds an idempotency key": ["idempotency.ts underClaim"],
  "names ids within a workspace that audit-subjects.ts takes from the access": [
    "audit-subject-loads.ts SUBJECT_LOADS",
  ],
  "reads the lines it is given, also without a database": [
    "audit-lines.ts readCheckpoints",
    "audit-lines.ts verifyAuditLines",
  ],
  "makes rows or plans in memory": [
    "demo-plan.ts rules",
    "plan-item-rows.ts checklistRows",
    "plan-item-rows.ts stateRecords",
    "plan-rows.ts planRows",
  ],
  "reads a sample of its own": ["parsed-plans.ts warmReading"],
  "plays people of the demo, who each open what they touch": [
    "demo-scene.ts openScene",
    "demo-stories.ts tellBlocked",
    "demo-stories.ts tellDecided",
    "demo-stories.ts tellInReview",
    "demo-stories.ts tellWorking",
  ],
};

it("lets nobody read or write a project without the access that was opened for it", () => {
  expect(data.length).toBeGreaterThan(50);
  const excused = Object.values(REASONS).flat();
  expect(unaskedReads(data).sort()).toEqual(excused.map((name) => `lib/data/${name}`).sort());
});

/** Every function that says it is unscoped, and why it may be. */
const UNSCOPED: Record<string, string[]> = {
  "asks who it is, before anybody is known": [
    "findCliActorUnscoped",
    "findSessionActorUnscoped",
    "findTokenActorUnscoped",
    "findUserForSignInUnscoped",
    "tickItemUnscoped",
  ],
  "signs in or out, by a password or secret that was checked": [
    "endSessionUnscoped",
    "rememberTimeZoneUnscoped",
    "startSessionUnscoped",
  ],
  "is opened by the secret of an invitation": ["acceptInvitationUnscoped", "findInvitationUnscoped"],
  "makes the first workspace, its demo, or a person at the server's own command line": [
    "createDemoPeopleUnscoped",
    "createDemoUnscoped",
    "createOwnerUnscoped",
    "createUserUnscoped",
    "fillHistoryUnscoped",
    "isInstalledUnscoped",
    "listDemoSignInsUnscoped",
  ],
  "is behind a function of the same name with an access, or at the server's own command line": [
    "exportAuditUnscoped",
    "judgeProjectUnscoped",
    "loadPhaseRowsUnscoped",
    "verifyAuditUnscoped",
  ],
  "does what time alone brings about": [
    "closeExpiredReviewsOfUnscoped",
    "closeExpiredReviewsUnscoped",
    "refreshOutdatedUnscoped",
    "refreshProjectUnscoped",
    "writeProjectAsSystemUnscoped",
  ],
  "keeps the answers to repeated requests, by the actor the door has found": [
    "claimKeyUnscoped",
    "forgetOldKeysUnscoped",
    "freeKeyUnscoped",
    "keepAnswerUnscoped",
  ],
  "says whether the database answers": ["checkDatabaseUnscoped"],
};

it("knows every function that says it is unscoped", () => {
  expect(unscoped(data).sort()).toEqual(Object.values(UNSCOPED).flat().sort());
});

it("mints an access in lib/data/access.ts alone", () => {
  const minted = mintedAccess(files.filter(({ path }) => !path.startsWith("scripts/house/")));
  expect(minted.filter((cast) => !cast.startsWith("lib/data/access.ts: "))).toEqual([]);
  expect(minted).toHaveLength(2);
});

it("would see a function that does not ask", () => {
  const faults = (text: string) =>
    unaskedReads([{ path: "x.ts", text: `import { db } from "./client";\n\n${text}` }]);
  expect(faults("export async function getItem(access: ProjectAccess, id: string) {")).toEqual([]);
  expect(
    faults("export const tell = <T>(\n  access: WorkspaceAccess | ProjectAccess,\n): Promise<T> =>"),
  ).toEqual([]);
  expect(
    faults('export const names = ({ id }: WorkspaceAccess<"project:create">): Promise<X> => db()'),
  ).toEqual([]);
  expect(
    faults('type Access = ProjectAccess<"x">;\nexport const edit = (access: Access): Promise<void> => x'),
  ).toEqual([]);
  expect(faults("export function lock(tx: Transaction, id: string): Promise<void> {")).toEqual([]);
  expect(faults("export const PAGE = 50;\n\nexport const SELECT = { id: true };")).toEqual([]);
  expect(faults("export const nameOf = (row: Row): string | null => row.name;")).toEqual([]);
  expect(faults("export const findXUnscoped = (id: string): Promise<X> => db()")).toEqual([]);

  expect(faults("export async function getItem(id: string): Promise<Item> {\n  return db()")).toEqual([
    "x.ts getItem",
  ]);
  expect(faults("export const getItem = (id: string) => db().item.findFirst(")).toEqual(["x.ts getItem"]);
  expect(
    faults("export const getItem = ({ id }: { id: string }, access: ProjectAccess): Promise<X> => db()"),
  ).toEqual(["x.ts getItem"]);
  expect(
    faults("type Access = { projectId: string };\nexport const edit = (access: Access): Promise<X> => y"),
  ).toEqual(["x.ts edit"]);
  expect(faults("export async function* all(): AsyncGenerator<string> {")).toEqual(["x.ts all"]);
  expect(faults("export const LOADS = {\n  item: async (ids: string[]) => db()\n};")).toEqual(["x.ts LOADS"]);
  expect(faults('export { db } from "./client";')).toEqual(["x.ts re-exports"]);
});

it("would see a forged access", () => {
  const forged = (text: string) => mintedAccess([{ path: "x.ts", text }]);
  expect(forged('const access = { projectId } as ProjectAccess<"gate:decide">;')).toHaveLength(1);
  expect(forged("return row as unknown as WorkspaceAccess;")).toHaveLength(1);
  expect(forged("import type { ProjectAccess as Access } from")).toEqual([]);
});
