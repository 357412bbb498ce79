import { template } from "../plan-parts";
import { CLOSED_BETA } from "./closed-beta";
import { INTERNAL_ALPHA } from "./internal-alpha";
import { PUBLIC_LAUNCH } from "./public-launch";

/** From mocked services and made-up data to the real thing, with nothing mocked left behind. */
export const MOCK_TO_PRODUCTION = template({
  title: "Mock-to-production transition",
  description:
    "For a system that has lived on mocked services and made-up data. Every mock is replaced, every value that may not be shared is shown to differ, and people are let in by widening circles.",
  phases: [INTERNAL_ALPHA, CLOSED_BETA, PUBLIC_LAUNCH],
  environments: {
    columns: ["Mock", "Production"],
    rows: [
      { key: "Runtime mode", values: ["development", "production"], mustDiffer: true },
      { key: "Database", values: ["Local or shared test instance", ""], mustDiffer: true },
      { key: "Object storage", values: ["Local folder", ""], mustDiffer: true },
      { key: "API keys of suppliers", values: ["Sandbox accounts", ""], mustDiffer: true },
      { key: "Payments or ledger network", values: ["Test network, worthless tokens", ""], mustDiffer: true },
      { key: "Outgoing mail", values: ["Caught by a local inbox", ""], mustDiffer: true },
      { key: "Signing and session keys", values: ["Fixed, in the repository", ""], mustDiffer: true },
      { key: "Log level", values: ["debug", "warn"], mustDiffer: true },
      { key: "Seed data", values: ["Made-up people and orders", "Defaults a new customer needs"] },
      { key: "Address of the application", values: ["localhost", ""], mustDiffer: true },
    ],
  },
  risks: [
    {
      title: "A mock is left in the production configuration and answers as if it worked",
      severity: "CRITICAL",
      likelihood: "HIGH",
      impact: "HIGH",
      mitigation:
        "The start-up check refuses mock values in production; the matrix is verified by two people.",
    },
    {
      title: "A real supplier behaves otherwise than its mock: limits, latency, errors",
      severity: "HIGH",
      likelihood: "HIGH",
      impact: "MEDIUM",
      mitigation:
        "Contract tests against the sandbox every night, and a budget of calls agreed with the supplier.",
    },
    {
      title: "Made-up records reach real customers",
      severity: "MEDIUM",
      likelihood: "LOW",
      impact: "HIGH",
      mitigation: "Production starts from an empty database and the seed list alone; nothing is copied over.",
    },
  ],
});
