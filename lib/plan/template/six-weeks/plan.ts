import { template } from "../plan-parts";
import { INTEGRATE } from "./integrate";
import { POLISH } from "./polish";
import { PRODUCTION } from "./production";
import { RISKS, SECRETS } from "./registers";

/** Six weeks from "mostly written" to 1.0: make it work together, make it run, make it good. */
export const SIX_WEEKS = template({
  title: "Six weeks to 1.0",
  description:
    "For a product that is largely written and hardly put together. Two weeks to join the parts, two to run them safely, two to polish and open. Each work item says why it matters, what it unblocks and where it lives.",
  phases: [INTEGRATE, PRODUCTION, POLISH],
  environments: {
    columns: ["Development", "Staging", "Production"],
    rows: [
      { key: "Database", values: ["Container", "Managed, small", ""], mustDiffer: true },
      { key: "Secrets", values: ["Local file, made up", "Vault, staging folder", ""], mustDiffer: true },
      { key: "HTTPS enforced", values: ["no", "yes", "yes"] },
      { key: "Error reports", values: ["Console", "Staging project", ""], mustDiffer: true },
    ],
  },
  secrets: SECRETS,
  risks: RISKS,
});
