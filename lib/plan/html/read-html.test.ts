import { describe, expect, it } from "vitest";
import { parsePlan } from "../parse-plan";

const read = (...lines: string[]) => parsePlan(lines.join("\n"));
const plan = (...lines: string[]) => read(...lines).plan;
const titles = (found: ReturnType<typeof plan>) =>
  found.phases.map(({ name, sections }) => [
    name,
    ...sections.flatMap(({ items }) => items.map(({ title, state }) => `${title}: ${state}`)),
  ]);

describe("a plan written in HTML", () => {
  it("has headings, boxes and entries where HTML has them", () => {
    const found = plan(
      '<h1 align="center">Cut-over</h1>',
      "",
      "<h2>Phase 1: Rehearsal</h2>",
      "<ul>",
      '  <li><input type="checkbox" checked> Copy the <b>data</b> &amp; check</li>',
      '  <li><input type="checkbox"> Time it',
      "    <ul>",
      "      <li><input checked disabled type='checkbox'> with load</li>",
      "      <li>use the <code>clock</code></li>",
      "    </ul>",
      "  </li>",
      '  <li><label><input type="checkbox"/> Tell people</label></li>',
      "</ul>",
      "<h3>Success criteria</h3>",
      "<ol>",
      "<li>p95 &lt; 300 ms",
      "<li>At least 99.9% uptime",
      "</ol>",
      "<h2>Phase 2: Night</h2>",
    );
    expect(found.title).toBe("Cut-over");
    expect(titles(found)).toEqual([
      ["Phase 1: Rehearsal", "Copy the data & check: DONE", "Time it: OPEN", "Tell people: OPEN"],
      ["Phase 2: Night"],
    ]);
    const timed = found.phases[0]?.sections[0]?.items[1];
    expect(timed).toMatchObject({
      details: "- use the `clock`",
      subItems: [{ title: "with load", state: "DONE" }],
    });
    expect(found.phases[0]?.criteria).toMatchObject([
      { comparator: "<", target: 300, unit: "ms" },
      { comparator: ">=", target: 99.9 },
    ]);
  });

  it("has tables of work, environments and risks where HTML has them, cut apart by blank lines or on one line", () => {
    const found = plan(
      "# P",
      "<table>",
      "  <thead><tr><th>Area</th><th>Task</th><th>Due</th><th>Status</th></tr></thead>",
      '  <tr><td rowspan="2">Data</td><td>Freeze<br>slowly</td><td>2026-12-01</td><td>Done</td></tr>',
      "",
      "    <tr><td>Thaw</td><td></td><td>⏳</td></tr>",
      "</table>",
      "",
      "<details><summary>Settings</summary>",
      "<table><tr><td>Setting</td><td>Staging</td><td>Production</td></tr>",
      "<tr><td>URL</td><td><code>a.test</code></td><td>b.test</td></tr></table>",
      "</details>",
      "<table><tr><th>Risk</th><th>Impact</th></tr><tr><td>Late</td><td>High</td></tr></table>",
    );
    expect(found.phases[0]?.sections[0]?.items).toMatchObject([
      { title: "Freeze slowly", state: "DONE", dueOn: "2026-12-01", details: "Area: Data" },
      { title: "Thaw", state: "IN_PROGRESS", details: "Area: Data" },
    ]);
    expect(found.environments).toEqual({
      columns: ["Staging", "Production"],
      rows: [{ key: "URL", values: ["`a.test`", "b.test"] }],
    });
    expect(found.risks).toMatchObject([{ title: "Late", severity: "HIGH" }]);
  });

  it("takes boxes by themselves, in Markdown lists and in cells for boxes", () => {
    const found = plan(
      "# P",
      '<input type="checkbox" id="a"><label for="a">Sell tickets</label><br>',
      '<input type="checkbox" checked> Bake bread',
      "",
      "<p>",
      '<input type="checkbox" id="b"><label for="b">Rent a hall</label>',
      "</p>",
      "",
      '- <input type="checkbox" checked> Print',
      "",
      "| Do | Task |",
      "|---|---|",
      '| <input type="checkbox"> | Row |',
    );
    expect(titles(found)).toEqual([
      ["Launch", "Sell tickets: OPEN", "Bake bread: DONE", "Rent a hall: OPEN", "Print: DONE", "Row: OPEN"],
    ]);
  });

  it("stays text where it only lays things out or shows code", () => {
    const { plan: found, reading } = read(
      "# P",
      "<!-- <ul><li><input type='checkbox'> hidden</li></ul> -->",
      '<table><tr><td><img src="a.png"></td><td><b>Ana</b></td></tr></table>',
      "<script>document.write('<ul><li>x</li></ul>')</script>",
      "<details><summary>Tight</summary>",
      "- [ ] no box here",
      "</details>",
    );
    expect(found.phases[0]?.sections).toEqual([]);
    expect(found.unplaced).toEqual([{ line: 6, text: "- [ ] no box here" }]);
    expect(reading.map(({ kind }) => kind)).toEqual([
      "title",
      "comment",
      "text",
      "text",
      "text",
      "unplaced",
      "text",
    ]);
  });

  it("keeps every word of broken HTML, however deep", () => {
    const broken = read("# P", "<ul><li>one<li><b>two", "<table><tr><td>three</ul>", "", "- [ ] four");
    expect(titles(broken.plan)).toEqual([["Launch", "four: OPEN"]]);
    const deep = read("# P", `${"<ul><li>".repeat(5000)}deep`);
    expect(deep.reading[1]?.kind).toBe("text");
  });
});
