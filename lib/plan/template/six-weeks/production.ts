import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

const work = (why: string, impact: string, files: string): string =>
  `Why: ${why}\n\nImpact: ${impact}\n\nFiles: ${files}`;

/** Weeks 3 and 4: run it safely. */
export const PRODUCTION: PlanPhase = {
  name: "Weeks 3-4: Run it in production",
  audience: "The team, on production that nobody else can reach yet.",
  goals: [
    "Any commit can be in production within minutes and out of it again.",
    "What goes wrong is seen before a customer tells.",
  ],
  scope: ["Production infrastructure, pipeline, security, monitoring and data.", "No customer data yet."],
  overdueSecretsBlock: true,
  sections: [
    section("Week 3: deployment", "Deployment", [
      [
        "one-command-up",
        "The whole system starts from a clean machine by one command",
        "MUST",
        "A colleague did it from the documentation alone, and every health check turned green.",
        work("what starts by hand stops by hand.", "CRITICAL.", "`compose.yml`, `Dockerfile`"),
      ],
      [
        "pipeline",
        "The pipeline tests, builds and deploys to staging; production by one approval",
        "MUST",
        "A change of one line reached production and was taken back, both by the pipeline.",
        work("faster and with fewer slips.", "HIGH.", "`.github/workflows/`"),
      ],
    ]),
    section("Week 3: security", "Security", [
      [
        "secrets-in-vault",
        "Secrets are in the vault, listed, and none is in code, images or logs",
        "MUST",
        "Scans of history, images and a day of logs find none; each is in the inventory with a rotation.",
        work("it cannot ship without.", "CRITICAL.", "`.env.example`, deployment settings"),
      ],
      [
        "rotation-rehearsed",
        "Each secret was rotated once without an outage",
        "SHOULD",
        "The inventory shows a rotation within this phase for each.",
      ],
      [
        "https-and-headers",
        "HTTPS only, with strict transport, content policy and framing headers",
        "MUST",
        "An external scan grades it A or better and plain HTTP only redirects.",
        work("one header missing is one attack kept.", "HIGH.", "reverse proxy"),
      ],
      [
        "limits",
        "Sign-in, uploads and costly requests are limited",
        "MUST",
        "A burst gets 429 while other people are served within target.",
      ],
      [
        "audit-trail",
        "Who did what is recorded for changes and sign-ins, and kept a year",
        "SHOULD",
        "Ten actions of a test person are found again in order.",
      ],
    ]),
    section("Week 4: seeing and keeping", "Monitoring", [
      [
        "errors-and-traces",
        "Errors, latency and saturation are measured for every service",
        "MUST",
        "A provoked error is on the dashboard within a minute, with its request.",
        work("what is not seen is not mended.", "HIGH.", "`observability/`"),
      ],
      [
        "schema-migrations",
        "The database changes by migrations that also go back",
        "MUST",
        "The last three were applied and reverted on a copy of realistic size.",
        work("the first hurried change will need it.", "HIGH.", "`migrations/`"),
      ],
      [
        "backup-and-restore",
        "Backups run by themselves and one was restored",
        "MUST",
        "A restore into an empty environment passed the smoke tests; the time is written down.",
        work("a backup is only as good as its restore.", "CRITICAL.", "`ops/backup`"),
      ],
      [
        "load-early",
        "A first load test shows where it gives way",
        "SHOULD",
        "The report names the first bottleneck and the load at which it shows.",
      ],
    ]),
  ],
  criteria: [
    measured("Time from approval to production", "<=", 5, "minutes"),
    measured("Secrets found outside the vault", "=", 0, "secrets"),
    measured("Restore of the newest backup", "<=", 60, "minutes", null, { maximumAgeDays: 14 }),
    measured("Synthetic journeys succeed", ">=", 99.9, "%", "3 days"),
  ],
  signOffRules: signedBy("Engineering", "Security", "Operations"),
  rollback: [
    "Redeploy the previous release by the pipeline.",
    "Revert the newest migration if the previous release cannot read the data.",
    "Rotate any secret that may have been seen.",
  ],
  rollbackTriggers: ["Health checks fail for five minutes after a deployment.", "A secret appears in a log."],
};
