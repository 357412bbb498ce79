import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Week 1, critical: phases 1 to 4. */
export const FOUNDATIONS: PlanPhase[] = [
  {
    name: "1. Data store",
    goals: ["The database is set up as it will be run, and its schema moves only by migrations."],
    scope: ["Priority: critical. Week 1.", "Schema, connections, indexes."],
    audience: "Developers.",
    sections: [
      section("Database", "Data", [
        [
          "schema-by-migration",
          "An empty database reaches today's schema by migrations alone",
          "MUST",
          "A fresh database and staging show no difference.",
        ],
        [
          "pooled",
          "Connections are pooled and bounded",
          "MUST",
          "Twice the usual load opens no more connections than the limit.",
        ],
        [
          "indexed",
          "Frequent queries use an index",
          "SHOULD",
          "The ten most frequent have been explained on realistic data.",
        ],
        [
          "least-right",
          "The application's role can neither drop nor create tables",
          "SHOULD",
          "Trying it is refused.",
        ],
      ]),
    ],
    criteria: [measured("Frequent queries, 95th percentile", "<", 100, "ms")],
    signOffRules: signedBy("Engineering"),
    rollback: ["Revert the newest migration.", "Restore the snapshot taken before it."],
    rollbackTriggers: ["A migration holds a lock for more than five seconds."],
  },
  {
    name: "2. Identity and roles",
    goals: ["Every request knows who asks and what that person may do."],
    scope: ["Priority: critical. Week 1.", "Sign-in, sessions or tokens, roles."],
    audience: "Developers and the first administrators.",
    sections: [
      section("Identity", "Security", [
        [
          "passwords",
          "Passwords are long, hashed slowly and can be reset",
          "MUST",
          "A reset link works once and for an hour; hashes cost at least 100 ms.",
        ],
        [
          "short-tokens",
          "Access is short-lived and can be ended",
          "MUST",
          "After signing out, the old credential is refused within a minute.",
        ],
        [
          "roles-enforced",
          "Admin, manager, lead, member and viewer are enforced on the server",
          "MUST",
          "A table of role by interface is tested cell by cell.",
        ],
        [
          "tenants-apart",
          "One customer cannot reach another's data",
          "MUST",
          "Ids of another customer are answered as not found, everywhere.",
        ],
      ]),
    ],
    criteria: [measured("Interfaces with a tested role", ">=", 100, "%")],
    signOffRules: signedBy("Engineering", "Security"),
    rollback: ["End all sessions and redeploy the previous release."],
    rollbackTriggers: ["Anybody reaches what their role does not hold."],
  },
  {
    name: "3. Input and failure",
    goals: ["Bad input is refused with a reason; failures are contained and told."],
    scope: ["Priority: critical. Week 1.", "Every interface and upload."],
    audience: "Developers.",
    sections: [
      section("Input and failure", "Quality", [
        [
          "validated",
          "Every input is validated at the door: type, size, range",
          "MUST",
          "Random input finds no failure of the server in an hour.",
        ],
        [
          "uploads",
          "Uploads are limited in size and kind",
          "MUST",
          "Too big, wrong kind and wrong ending are each refused with a sentence.",
        ],
        [
          "one-error-form",
          "Errors have one form, with a code and a request id",
          "SHOULD",
          "Every refusal in the tests has it; none shows a stack.",
        ],
        [
          "timeouts",
          "Calls to others have a time limit and give up politely",
          "MUST",
          "With a supplier that hangs, people get an answer within five seconds.",
        ],
      ]),
    ],
    criteria: [measured("Server failures in an hour of random input", "=", 0, "failures")],
    signOffRules: signedBy("Engineering"),
    rollback: ["Redeploy the previous release."],
    rollbackTriggers: ["More than 1% of valid requests are refused."],
  },
  {
    name: "4. External services",
    goals: ["Mail and other suppliers work with production accounts and fail without harm."],
    scope: ["Priority: high. Week 1.", "Mail, files, search, sign-in by others."],
    audience: "Developers and pilot customers.",
    overdueSecretsBlock: true,
    sections: [
      section("Suppliers", "Integration", [
        [
          "production-accounts",
          "Each supplier has a production account with an owner",
          "MUST",
          "The list has owner, limit, cost and exit for each.",
        ],
        [
          "mail-delivered",
          "Mail is delivered, bounces are handled, and people can unsubscribe",
          "MUST",
          "Mail to three big providers reached the inbox; a bounce stopped further mail.",
        ],
        [
          "tokens-kept-safe",
          "Tokens of suppliers are stored encrypted and renewed by themselves",
          "MUST",
          "An expired token was renewed without anyone noticing.",
        ],
        [
          "retry-once",
          "A retry never does the same thing twice",
          "SHOULD",
          "The same job run three times sends one message.",
        ],
      ]),
    ],
    criteria: [measured("Mail delivered", ">=", 98, "%", "7 days", { minimumSample: 200 })],
    signOffRules: signedBy("Engineering"),
    rollback: ["Switch the supplier off; work that waits for it is kept and done later."],
    rollbackTriggers: ["A supplier refuses 5% of calls for ten minutes."],
  },
];
