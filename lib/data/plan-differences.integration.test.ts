import { describe, expect, it } from "vitest";
import { planToMarkdown } from "@/lib/plan/plan-file/write-plan";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject, openWorkspace } from "./access";
import { db } from "./client";
import { importMarkdown } from "./import-drafts";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { comparePlan } from "./plan-differences";
import { exportPlan } from "./plan-export";

useTestDatabase();

const bytes = (text: string) => new TextEncoder().encode(text);

const FIRST = `# Portal

## Phase 1: Alpha (HIGH)

### Security
- [ ] 1.1 Rotate the keys
  - Test: the old key is refused
- [x] 1.2 Close the ports
  - [ ] Tell the network team

### Exit criteria
- [ ] 95% of tests pass
- [x] Legal agrees

## Phase 2: Beta
- [ ] Invite customers

## Risks
| Risk | Severity | Mitigation |
|---|---|---|
| Vendor is late | Unknown | Start early |
`;

async function imported() {
  const stage = await makeStage();
  const made = await importMarkdown(openWorkspace(stage.people.manager, "project:create"), {
    name: "Customer portal two",
    content: FIRST,
  });
  const access = await openProject(stage.people.lead, made, "plan:edit");
  const compare = (text: string) => comparePlan(access, bytes(text), new Date());
  const item = async (title: string) =>
    (await db().checklistItem.findFirstOrThrow({ where: { projectId: made.projectId, title } })).id;
  return { stage, made, access, compare, item };
}

describe("comparePlan", () => {
  it("finds nothing in the file that was imported, nor in the project's own file", async () => {
    const { access, compare } = await imported();
    expect(await compare(FIRST)).toMatchObject({ changes: [], conflicts: [] });
    const own = await exportPlan(access, new Date());
    expect(await compare(planToMarkdown(own))).toMatchObject({ changes: [], conflicts: [] });
    expect(await compare(JSON.stringify(own))).toMatchObject({ changes: [], conflicts: [] });
  });

  it("tells the file's changes from the project's, and asks where both changed", async () => {
    const { stage, made, compare, item } = await imported();
    const working = await openProject(stage.people.member, made, "item:work");
    await setItemState(working, await item("Invite customers"), { state: "DONE" });
    const editing = await openProject(stage.people.lead, made, "plan:edit");
    await archiveItem(editing, await item("Rotate the keys"));
    const newer = FIRST.replace("1.2 Close the ports", "1.2 Close all open ports")
      .replace("1.1 Rotate the keys", "1.1 Rotate every key")
      .replace("95%", "99%")
      .replace("- [ ] Invite customers", "- [ ] Invite customers\n- [ ] Thank them");
    expect(await compare(newer)).toMatchObject({
      changes: [
        { kind: "edited", key: "1.2", field: "title", to: "Close all open ports" },
        { kind: "edited", noun: "criterion", field: "text", to: "99% of tests pass" },
        { kind: "edited", noun: "criterion", field: "target", from: 95, to: 99 },
        { kind: "added", noun: "item", title: "Thank them", place: ["Phase 2: Beta", "Checklist"] },
      ],
      conflicts: [{ kind: "archived here", key: "1.1", changed: ["title"] }],
    });
    expect(await stage.events()).toEqual([]);
  });

  it("asks where there was no last import, but for a tick and what is new", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const own = planToMarkdown(await exportPlan(access, new Date()));
    const ticked = own.replace("- [ ] Rotate the keys", "- [x] Rotate the keys");
    expect(await comparePlan(access, bytes(ticked), new Date())).toMatchObject({
      changes: [{ kind: "edited", field: "state", from: "OPEN", to: "DONE" }],
      conflicts: [],
    });
    const older = own
      .replace("Write the runbook", "Write a runbook")
      .replace(/- \[ \] Invite customers.*\n/, "- [ ] Call the press\n");
    expect(await comparePlan(access, bytes(older), new Date())).toMatchObject({
      changes: [{ kind: "added", title: "Call the press" }],
      conflicts: [
        { kind: "field", field: "title", base: null, theirs: "Write a runbook" },
        { kind: "gone from the file", title: "Invite customers", changed: [] },
      ],
    });
  });

  it("says where keys stand twice, and which are not this project's", async () => {
    const { access, compare } = await imported();
    const own = planToMarkdown(await exportPlan(access, new Date()));
    const strange = own.replace(
      /(- \[ \] Invite customers.*\n)/,
      "$1- [ ] Feed the cat <!-- key: house-7 -->\n- [ ] Feed the dog <!-- key: house-7 -->\n",
    );
    const { changes, notes } = await compare(strange);
    expect(changes.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "added Feed the cat",
      "added Feed the dog",
    ]);
    expect(notes.join("\n")).toMatch(/does not know the keys of “Feed the cat” \(house-7\)/);
    expect(notes.join("\n")).toMatch(/Line \d+: The key “house-7” stands in line \d+ already/);
  });

  it("refuses what is no text, and nothing", async () => {
    const { access, compare } = await imported();
    await expect(compare("")).rejects.toMatchObject({ code: "INVALID" });
    const binary = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]);
    await expect(comparePlan(access, binary, new Date())).rejects.toMatchObject({ code: "INVALID" });
  });
});
