import { template } from "../plan-parts";
import { ALPHA } from "./alpha";
import { BETA } from "./beta";
import { LAUNCH } from "./launch";

/** Alpha, Beta and Launch, ready to be worked and changed. */
export const PHASED_ROLLOUT = template({
  title: "Phased rollout",
  phases: [ALPHA, BETA, LAUNCH],
  environments: {
    columns: ["Staging", "Production"],
    rows: [
      { key: "Data", values: ["Made-up data, reset every night", "Customer data, backed up every hour"] },
      { key: "External services", values: ["Sandbox accounts", "Production accounts"] },
      { key: "Log level", values: ["debug", "warn"] },
    ],
  },
  risks: [
    {
      title: "A dependency fails or slows down under real load",
      severity: "HIGH",
      mitigation: "Time limits, retries with a pause, and a reduced mode that is tested every release.",
    },
    {
      title: "Too few participants to judge the beta",
      severity: "MEDIUM",
      mitigation: "Invite twice as many as needed and extend the phase rather than lower the bar.",
    },
  ],
});
