import type { Plan, PlanPhase } from "@/lib/schemas/plan";

/** A phase with nothing in it but its name. */
export const emptyPhase = (name: string): PlanPhase => ({
  name,
  goals: [],
  scope: [],
  sections: [],
  criteria: [],
  signOffRules: [],
  rollback: [],
});

/** Three bare phases; everything else is written in the project. */
export const EMPTY_PLAN: Plan = {
  title: "New project",
  phases: ["Alpha", "Beta", "Launch"].map(emptyPhase),
  environments: null,
  secrets: [],
  risks: [],
  criteria: [],
  unplaced: [],
  notes: [],
};
