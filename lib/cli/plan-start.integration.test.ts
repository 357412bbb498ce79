import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/client";
import { phasegate } from "@/prisma/factories/command-line";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

beforeAll(async () => {
  const stage = await makeStage();
  await db().installation.create({ data: { workspaceId: stage.workspaceId } });
});

const json = async (...args: string[]) => JSON.parse((await phasegate([...args, "--json"])).stdout);

describe("projects from templates", () => {
  it("are made by key, or bare, and told by their address", async () => {
    const { data } = await json("plan", "templates");
    expect(data).toHaveLength(8);
    expect((await phasegate(["plan", "templates"])).stdout).toContain(
      "launch              Launch, version 1",
    );
    const { slug, id } = await json("plan", "start", "Move the orders", "--template", "database-migration");
    expect(slug).toBe("move-the-orders");
    const phases = await db().phase.findMany({ where: { projectId: id }, orderBy: { position: "asc" } });
    expect(phases.map(({ name }) => name)).toEqual(["Expand", "Migrate", "Contract"]);
    expect((await phasegate(["plan", "start", "Bare"])).stdout).toBe("Made the project bare.\n");
  });

  it("are refused in one sentence for a template that is not there, or without a name", async () => {
    for (const args of [["x", "--template", "nothing"], [" "]]) {
      const { code, stdout, stderr } = await phasegate(["plan", "start", ...args]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^\S.*\.\n$/);
    }
  });
});
