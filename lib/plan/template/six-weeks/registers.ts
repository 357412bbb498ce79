import type { Plan } from "@/lib/schemas/plan";

/** What has to be kept secret, by whom, and how often it is changed. Never a value. */
export const SECRETS: Plan["secrets"] = [
  {
    name: "Session signing key",
    variable: "SESSION_SECRET",
    owner: "Infrastructure",
    rotationDays: 90,
    storage: "Vault, production folder",
  },
  {
    name: "Database role of the application",
    variable: "DATABASE_URL",
    owner: "Data",
    rotationDays: 30,
    storage: "Managed database and vault",
  },
  {
    name: "Cache access",
    variable: "CACHE_URL",
    owner: "Infrastructure",
    rotationDays: 30,
    storage: "Vault, production folder",
  },
  {
    name: "OAuth clients of suppliers",
    variable: "OAUTH_CLIENTS",
    owner: "Integrations",
    rotationDays: 180,
    storage: "Supplier consoles and vault",
  },
  {
    name: "Keys of model or data providers",
    variable: "PROVIDER_KEYS",
    owner: "Integrations",
    rotationDays: 60,
    storage: "Vault, production folder",
  },
  {
    name: "Deployment credential of the pipeline",
    variable: "DEPLOY_ROLE",
    owner: "Infrastructure",
    rotationDays: 90,
    storage: "Pipeline, short-lived by federation",
  },
];

export const RISKS: Plan["risks"] = [
  {
    title: "A supplier's sign-in flow and limits take longer than planned",
    severity: "HIGH",
    likelihood: "HIGH",
    impact: "MEDIUM",
    mitigation:
      "Begin in the first week, ask for higher limits on the first day, retry with a growing pause.",
  },
  {
    title: "Nobody has seen it under many users",
    severity: "HIGH",
    likelihood: "MEDIUM",
    impact: "HIGH",
    mitigation: "Load test in week four already, when there is still time to change the design.",
  },
  {
    title: "Sensitive data is handled by code that was never reviewed for it",
    severity: "HIGH",
    likelihood: "MEDIUM",
    impact: "HIGH",
    mitigation: "Review by somebody outside the team in week five; store no more than a feature needs.",
  },
  {
    title: "Coverage is chased by tests that assert nothing",
    severity: "MEDIUM",
    likelihood: "MEDIUM",
    impact: "MEDIUM",
    mitigation: "Critical journeys first; a sample of tests is broken on purpose each week to see them fail.",
  },
  {
    title: "Six weeks run out before the musts are done",
    severity: "HIGH",
    likelihood: "HIGH",
    impact: "MEDIUM",
    mitigation:
      "Every Friday, what is COULD goes out first, then SHOULD; the date moves only by decision at a gate.",
  },
];
