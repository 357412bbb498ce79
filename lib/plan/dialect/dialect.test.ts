import { describe, expect, it } from "vitest";
import { parsePlan } from "../parse-plan";

const read = (text: string) => parsePlan(text.trim()).plan;
const work = (text: string) =>
  read(text).phases.map(({ name, sections }) => [
    name,
    ...sections.flatMap(({ items }) =>
      items.flatMap(({ title, state, subItems }) => [
        `${title}: ${state}`,
        ...subItems.map((item) => `- ${item.title}: ${item.state}`),
      ]),
    ),
  ]);

describe("a plan in other markup than Markdown", () => {
  it("is read from Jira and Confluence", () => {
    const text = `
h1. Portal

h2. Phase 1: Alpha
* (/) Rotate the keys
* [ ] Tell *everybody*
** (x) the first one

h3. Success criteria
# 95% of tests pass

||Risk||Likelihood||Impact||Mitigation||
|Late vendor|High|Low|ask [them|https://example.test]|

{code:bash}
* [ ] no box
{code}

h2. Phase 2: Beta
- [x] Invite people`;
    expect(work(text)).toEqual([
      ["Phase 1: Alpha", "Rotate the keys: DONE", "Tell everybody: OPEN", "- the first one: OPEN"],
      ["Phase 2: Beta", "Invite people: DONE"],
    ]);
    expect(read(text)).toMatchObject({
      title: "Portal",
      risks: [{ title: "Late vendor", severity: "MEDIUM", mitigation: "ask them" }],
      notes: expect.arrayContaining([
        {
          line: 0,
          text: "This is Jira or Confluence wiki markup; its headings, lists, boxes and tables were read as those of Markdown.",
        },
      ]),
    });
    expect(read(text).phases[0]?.criteria).toMatchObject([{ comparator: ">=", target: 95 }]);
  });

  it("is read from MediaWiki", () => {
    const text = `
== Phase 1: Alpha ==
* {{done}} Rotate the keys
* {{not done}} '''Close''' the ports

{| class="wikitable"
! Setting !! Staging !! Production
|-
| URL || a.test || b.test
|-
| Mail
| fake
| real
and signed
|}

== Phase 2: Beta ==`;
    expect(work(text)).toEqual([
      ["Phase 1: Alpha", "Rotate the keys: DONE", "Close the ports: OPEN"],
      ["Phase 2: Beta"],
    ]);
    expect(read(text).environments).toEqual({
      columns: ["Staging", "Production"],
      rows: [
        { key: "URL", values: ["a.test", "b.test"] },
        { key: "Mail", values: ["fake", "real and signed"] },
      ],
    });
  });

  it("is read from AsciiDoc", () => {
    const text = `
= Portal
:toc:

== Phase 1: Alpha
* [x] Rotate the keys
* [ ] Close the ports
** [*] the first one

.Exit criteria
* 95% of tests pass

[cols="1,1,1",options="header"]
|===
|Secret |Owner |Rotation

|Mail key
|Ops
|90 days

|JWT |Platform |quarterly
or sooner
|===

----
* [ ] no box
----

== Phase 2: Beta`;
    expect(work(text)).toEqual([
      ["Phase 1: Alpha", "Rotate the keys: DONE", "Close the ports: OPEN", "- the first one: DONE"],
      ["Phase 2: Beta"],
    ]);
    expect(read(text).secrets).toMatchObject([
      { name: "Mail key", owner: "Ops", rotationDays: 90 },
      { name: "JWT", owner: "Platform", rotationDays: 90 },
    ]);
    expect(read(text).phases[0]?.criteria).toMatchObject([{ target: 95 }]);
  });

  it("keeps the last row of a table of AsciiDoc that nobody closes", () => {
    const table =
      "= Portal\n\n== Phase 1: Alpha\n\n|===\n|Secret |Owner\n\n|Mail key |Ops\n|JWT\n|Platform\nteam";
    expect(read(table).secrets).toMatchObject([
      { name: "Mail key", owner: "Ops" },
      { name: "JWT", owner: "Platform team" },
    ]);
  });

  it("is read from Org mode", () => {
    const text = `
#+TITLE: Portal
* Phase 1: Alpha [1/2]
** DONE Rotate the keys :security:
   CLOSED: [2026-01-01]
** TODO [#A] Close the ports
   - [X] the first
   - [-] the second
** Success criteria
   - 95% of tests pass
* Phase 2: Beta
  :PROPERTIES:
  :ID: 1
  :END:
** TODO Invite people

| Metric | Target |
|--------+--------|
| Uptime | 99.9%  |`;
    expect(work(text)).toEqual([
      [
        "Phase 1: Alpha",
        "Rotate the keys: DONE",
        "Close the ports: OPEN",
        "- the first: DONE",
        "- the second: IN_PROGRESS",
      ],
      ["Phase 2: Beta", "Invite people: OPEN"],
    ]);
    const { title, phases } = read(text);
    expect(title).toBe("Portal");
    expect(phases[0]?.sections[0]?.items[1]).toMatchObject({ level: "MUST" });
    expect(phases.map(({ criteria }) => criteria.map(({ target }) => target))).toEqual([[95], [99.9]]);
  });

  it("keeps whole what stands below a task of Org mode, even a heading of other markup", () => {
    const text =
      "#+TITLE: P\n* Work\n** TODO Rotate\n   ##  Shift: night\n   [a]: https://a.test\n** TODO Close";
    expect(read(text).phases[0]?.sections[0]?.items).toMatchObject([
      { title: "Rotate", details: "##  Shift: night\n[a]: https://a.test" },
      { title: "Close", details: "" },
    ]);
  });

  it("is read from reStructuredText", () => {
    const text = `
==============
Portal rollout
==============

Phase 1: Alpha
~~~~~~~~~~~~~~

- [x] Rotate the keys

Success criteria
^^^^^^^^^^^^^^^^

#. 95% of tests pass

Phase 2: Beta
~~~~~~~~~~~~~

* [ ] Invite people`;
    expect(work(text)).toEqual([
      ["Phase 1: Alpha", "Rotate the keys: DONE"],
      ["Phase 2: Beta", "Invite people: OPEN"],
    ]);
    expect(read(text)).toMatchObject({
      title: "Portal rollout",
      phases: [{ criteria: [{ target: 95 }] }, {}],
    });
  });

  it.each([
    [
      "AsciiDoc",
      "= P\n\n== Exit criteria\n\n|===\n|Metric |Owner |Target\n\n|Answer time\n|Ops\n|under\n400 ms\n|===",
    ],
    [
      "MediaWiki",
      "= P =\n== Exit criteria ==\n\n{|\n! Metric !! Owner !! Target\n|-\n\n| Answer time\n| Ops\n| under\n400 ms\n|}",
    ],
    [
      "HTML",
      "# P\n\n## Exit criteria\n<table>\n<tr><th>Metric<th>Owner<th>Target\n\n<tr><td>Answer time\n<td>Ops\n<td>under\n400 ms\n</table>",
    ],
  ])("tells for each line of a row of %s what became of it", (_, text) => {
    const { plan, reading } = parsePlan(text);
    const kinds = Object.fromEntries(
      reading.map(({ text: line, kind }) => [line.replace(/^(?:<tr>)?<td>|^\|\s*/, ""), kind]),
    );
    expect(plan.phases[0]?.criteria).toMatchObject([{ text: "Answer time", target: 400, unit: "ms" }]);
    expect(kinds).toMatchObject({
      "Answer time": "criterion",
      Ops: "text",
      under: "criterion",
      "400 ms": "criterion",
    });
    expect(plan.notes.map(({ text: note }) => note).join()).toContain("left out");
  });

  it("keeps Markdown as it is, whatever it shows of others", () => {
    const notes = (text: string) =>
      read(text).notes.filter(({ line, text: said }) => line === 0 && /Markdown/.test(said));
    expect(notes("# P\n```\nh2. No heading\n== None ==\n```\n- [ ] a")).toEqual([]);
    expect(notes("Run:\n~~~~\ncode\n~~~~\n\n- [ ] a\n\n** b\n")).toEqual([]);
    expect(notes("P\n=====\n\nPart\n-----\n- [ ] a")).toEqual([]);
  });
});
