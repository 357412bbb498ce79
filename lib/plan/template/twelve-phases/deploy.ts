import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Week 5: the deployment itself. */
export const DEPLOY: PlanPhase = {
  name: "12. Deployment",
  audience: "Everyone.",
  goals: [
    "Into production by a list, with nothing done from memory.",
    "Thirty days later nobody wishes it had waited.",
  ],
  scope: [
    "Priority: critical, once the eleven before it have passed. Week 5.",
    "No other change on the same day.",
  ],
  minimumScore: 95,
  overdueSecretsBlock: true,
  sections: [
    section("Before the deployment", "Deployment", [
      [
        "checks-green",
        "All checks of the release candidate are green",
        "MUST",
        "The pipeline of exactly this commit.",
      ],
      [
        "reviewed",
        "Every change since the last release had a second pair of eyes",
        "MUST",
        "No commit without an approval.",
      ],
      ["backup-now", "A backup was taken and verified in the last hour", "MUST", "Its checksum agrees."],
      [
        "watching",
        "Dashboards are open, alerts armed, the rota filled",
        "MUST",
        "A test alert reached the person on call.",
      ],
      [
        "documents-current",
        "Runbooks and the interface description fit this release",
        "SHOULD",
        "Their owners said so.",
      ],
    ]),
    section("During the deployment", "Deployment", [
      ["migrated", "Migrations ran, and took as long as in rehearsal", "MUST", "No more than 20% longer."],
      [
        "settings-in-place",
        "Settings and secrets of production are in place",
        "MUST",
        "The start-up check named none missing.",
      ],
      [
        "certificates-names",
        "Certificates, names, load balancer and delivery network point to it",
        "MUST",
        "Checked from two networks outside.",
      ],
      ["healthy", "Health checks of every service are green", "MUST", "For ten minutes without a gap."],
    ]),
    section("After the deployment", "Monitoring", [
      [
        "smoke-passed",
        "Smoke tests pass from outside",
        "MUST",
        "Each core journey once, within five minutes.",
      ],
      [
        "workers-run",
        "Background workers take work and finish it",
        "MUST",
        "The queue is as short as before.",
      ],
      [
        "logs-arrive",
        "Logs and metrics of the new release arrive",
        "MUST",
        "The newest line is younger than a minute.",
      ],
      ["backup-runs", "The next scheduled backup ran", "SHOULD", "It is in the list, verified."],
      ["asked-people", "Ten people were asked how it is", "COULD", "Their answers are filed."],
    ]),
  ],
  criteria: [
    measured("Uptime", ">=", 99.9, "%", "30 days"),
    measured("Error rate", "<", 0.1, "%", "7 days"),
    measured("Data loss incidents", "=", 0, "incidents", "30 days"),
    measured("Traffic over HTTPS", ">=", 100, "%", "7 days"),
    measured("Satisfaction, of five", ">=", 4.5, "points", null, { minimumSample: 30 }),
  ],
  signOffRules: signedBy("Engineering", "Security", "Operations", "Product"),
  rollback: [
    "Route traffic to the previous release.",
    "Revert the migration if the previous release cannot read the data; otherwise leave it.",
    "Restore from the backup of this morning only by decision of the data owner.",
    "Tell customers within thirty minutes.",
  ],
  rollbackTriggers: [
    "Error rate above 1% for five minutes.",
    "A health check is red for five minutes.",
    "A migration takes twice as long as in rehearsal.",
  ],
};
