import { template } from "../plan-parts";
import { DEPLOY } from "./deploy";
import { FOUNDATIONS } from "./foundations";
import { HARDEN } from "./harden";
import { OPERATE } from "./operate";

/** Everything between "it runs on my machine" and "it is in production", in the order in which it hurts. */
export const TWELVE_PHASES = template({
  title: "Production readiness in twelve phases",
  description:
    "For an application whose features exist and whose ground does not. Twelve phases in order of priority, laid out over five weeks, ending with the checklists before, during and after the deployment.",
  phases: [...FOUNDATIONS, ...HARDEN, ...OPERATE, DEPLOY],
  environments: {
    columns: ["Staging", "Production"],
    rows: [
      { key: "Database", values: ["One instance, daily backup", ""], mustDiffer: true },
      { key: "Allowed origins", values: ["Staging address only", ""], mustDiffer: true },
      { key: "Outgoing mail", values: ["Caught", ""], mustDiffer: true },
      { key: "Token lifetime", values: ["15 minutes", "15 minutes"] },
      { key: "Log level", values: ["debug", "info"], mustDiffer: true },
    ],
  },
  secrets: [
    {
      name: "Token signing key",
      variable: "TOKEN_SIGNING_KEY",
      owner: "Platform",
      rotationDays: 90,
      storage: "Secret manager",
    },
    {
      name: "Database role",
      variable: "DATABASE_URL",
      owner: "Data",
      rotationDays: 30,
      storage: "Secret manager",
    },
    {
      name: "Mail provider",
      variable: "MAIL_PROVIDER_KEY",
      owner: "Platform",
      rotationDays: 180,
      storage: "Secret manager",
    },
  ],
  risks: [
    {
      title: "Roles are added late, and some interface is left open",
      severity: "HIGH",
      likelihood: "MEDIUM",
      impact: "HIGH",
      mitigation: "A test lists every interface and fails for one that names no role.",
    },
    {
      title: "The restore was never tried at full size",
      severity: "HIGH",
      likelihood: "MEDIUM",
      impact: "HIGH",
      mitigation: "A monthly drill with a stop-watch; its result is a criterion of phase 10.",
    },
    {
      title: "Later phases eat the time of the earlier ones",
      severity: "MEDIUM",
      likelihood: "HIGH",
      impact: "LOW",
      mitigation: "A phase starts when the gate before it has passed; the rest is moved out of scope openly.",
    },
  ],
});
