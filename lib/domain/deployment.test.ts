import { describe, expect, it } from "vitest";
import { type DeploymentMoment, deploymentMoment, deploymentSteps } from "./deployment";

describe("the moment of a section", () => {
  it.each<[string, DeploymentMoment | null]>([
    ["Pre-Deployment", "BEFORE"],
    ["Before the deployment", "BEFORE"],
    ["Pre-launch checklist", "BEFORE"],
    ["3.1 Before deploying", "BEFORE"],
    ["Deployment", "DURING"],
    ["Deployment day", "DURING"],
    ["4.2 Cutover", "DURING"],
    ["During the rollout", "DURING"],
    ["Post-Deployment", "AFTER"],
    ["After go-live", "AFTER"],
    ["Post deployment checks", "AFTER"],
    ["Deployment infrastructure", null],
    ["Release notes", null],
    ["Monitoring", null],
    ["Postgres", null],
    ["", null],
  ])("%j: %s", (title, moment) => expect(deploymentMoment(title)).toBe(moment));
});

describe("a deployment checklist", () => {
  const titles = (...given: string[]) =>
    deploymentSteps(given.map((title) => ({ title }))).map(({ moment, sections }) => [
      moment,
      sections.map(({ title }) => title),
    ]);

  it("is in the order of its moments, whatever the order of the sections", () => {
    expect(titles("Post-Deployment", "Week 1", "Pre-Deployment", "Before launch", "Deployment")).toEqual([
      ["BEFORE", ["Pre-Deployment", "Before launch"]],
      ["DURING", ["Deployment"]],
      ["AFTER", ["Post-Deployment"]],
    ]);
  });

  it("needs two moments", () => {
    expect(titles("Deployment", "Monitoring")).toEqual([]);
    expect(titles("Pre-Deployment", "Post-Deployment")).toHaveLength(2);
  });
});
