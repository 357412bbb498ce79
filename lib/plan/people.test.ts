import { describe, expect, it } from "vitest";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { Directory, withMembers } from "./people";

const person = (
  name: string,
  role: "MEMBER" | "VIEWER" | "LEAD" = "MEMBER",
  email = `${name}@example.org`,
) => ({
  memberId: `id of ${email}`,
  name,
  email: email.toLowerCase().replaceAll(" ", "."),
  role,
});
const directory = new Directory([
  person("Ana"),
  person("Vi", "VIEWER"),
  person("Kim", "MEMBER", "kim@a.example"),
  person("kim", "LEAD", "kim@b.example"),
]);

const named = (assignees: string[], signers: string[] = [], owner: string | null = null) => {
  const { plan: made, leftOut } = withMembers(
    plan(
      [
        planPhase("Alpha", [planItem("Rotate", { subItems: [planItem("Tell", { assignees })] })], {
          signOffRules: [{ name: "Security", minimum: 1, people: signers }],
        }),
      ],
      { risks: [{ title: "Late", severity: null, mitigation: null, owner }] },
    ),
    directory,
  );
  const [phase] = made.phases;
  return {
    assignees: phase?.sections[0]?.items[0]?.subItems[0]?.assignees,
    signers: phase?.signOffRules[0]?.people,
    owner: made.risks[0]?.owner,
    leftOut,
  };
};

describe("the people a file names", () => {
  it.each<[string, string[]]>([
    ["Ana", ["Ana"]],
    [" ANA ", ["Ana"]],
    ["@ana", ["Ana"]],
    ["ana@example.org", ["Ana"]],
    ["KIM@b.example", ["kim@b.example"]],
    ["Kim", []],
    ["Zed", []],
    ["", []],
  ])("%j is %j", (word, found) => {
    expect(named([word]).assignees).toEqual(found);
  });

  it("are left out, and said, where they are not members, are several, or may not do it", () => {
    expect(named(["Zed", "Kim", "Vi", "Ana"], ["Vi"], "Vi")).toEqual({
      assignees: ["Ana"],
      signers: [],
      // Whoever may read can own a risk.
      owner: "Vi",
      leftOut: [
        "“Zed” is named in the file, but no member is called so, so this name was left out.",
        "“Kim” is named in the file, but several members are called so, so this name was left out.",
        "“Vi” is named in the file, but Vi has the role Viewer, and this needs Team Member or above, so this name was left out.",
      ],
    });
  });

  it("are missed where a rule cannot be fulfilled without them", () => {
    const rules = [
      { name: "Security", minimum: 2, people: ["Ana", "Zed"] },
      { name: "Legal", minimum: 2, people: ["Ana"] },
      { name: "Product", minimum: 2, people: ["Zed"] },
    ];
    const { leftOut } = withMembers(plan([planPhase("Alpha", [], { signOffRules: rules })]), directory);
    expect(leftOut.slice(1)).toEqual([
      "“Security” of Alpha asks for 2 people, and of those named only Ana can sign. Name more of them, or ask for fewer, before its gate is reviewed.",
    ]);
  });

  it("are called by their address where a name is not enough", () => {
    expect(directory.handleOf("id of kim@a.example")).toBe("kim@a.example");
    expect(directory.handleOf("id of Ana@example.org")).toBe("Ana");
    expect(directory.handleOf("nobody")).toBeNull();
    expect(directory.handleOf(null)).toBeNull();
  });
});
