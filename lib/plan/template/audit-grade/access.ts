import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section } from "../plan-parts";

/** Security: headers, lockout, trail. */
export const ACCESS: PlanPhase = {
  name: "Doors that shut",
  audience: "Security, developers, and the auditor at the end.",
  goals: [
    "The usual attacks fail, and failing attempts are seen.",
    "An auditor finds the proof without asking a developer.",
  ],
  scope: [
    "Everything that can be reached from outside; administration; the audit trail.",
    "Grade of the area Security to A.",
  ],
  minimumScore: 95,
  overdueSecretsBlock: true,
  sections: [
    section("Transport and headers", "Security", [
      [
        "tls",
        "TLS 1.2 or newer only; strict transport for a year with subdomains",
        "MUST",
        "A scan of all names finds nothing older; the header is on every answer.",
      ],
      [
        "content-policy",
        "A content policy without unsafe-inline for scripts",
        "MUST",
        "An injected script does not run; reports of violations are collected.",
      ],
      [
        "framing-sniffing",
        "No framing by others, no guessing of types, no leaking referrer",
        "MUST",
        "frame-ancestors, nosniff and Referrer-Policy are on every page, errors too.",
      ],
      [
        "cookie-flags",
        "Session cookies are HttpOnly, Secure, SameSite, with a host prefix",
        "MUST",
        "A test reads them from a real answer.",
      ],
    ]),
    section("Accounts", "Security", [
      [
        "lockout",
        "Ten wrong passwords lock for fifteen minutes, by account and by address",
        "MUST",
        "The eleventh is refused although right; the person is told by mail; it opens again by itself.",
      ],
      [
        "second-factor",
        "Administrators have a second factor with recovery codes",
        "MUST",
        "No administrator without one; a code works once.",
      ],
      [
        "sessions-end",
        "Sessions end after idle time, at a password change, and by an administrator",
        "MUST",
        "Each was tried from a second browser.",
      ],
      [
        "leavers",
        "Who leaves loses access the same day",
        "MUST",
        "The last three leavers were checked against all systems.",
      ],
      [
        "limits",
        "Costly and public interfaces are limited per person and address",
        "SHOULD",
        "A burst gets 429 with Retry-After; others do not notice.",
      ],
    ]),
    section("Trail and dependencies", "Compliance", [
      [
        "audit-trail",
        "Who did what, when, to which thing; not to be changed afterwards",
        "MUST",
        "Changing a past entry in the database is found by the check.",
      ],
      [
        "trail-kept",
        "The trail is kept for the time the auditor asks and can be exported",
        "MUST",
        "A year back was exported and read.",
      ],
      [
        "bill-of-materials",
        "Each release has a list of what it is made of, scanned daily",
        "SHOULD",
        "A known fault put in on purpose was reported within a day.",
      ],
      [
        "outside-test",
        "An outside test took place and its findings are closed",
        "MUST",
        "The report and the retest are filed as evidence.",
      ],
    ]),
  ],
  criteria: [
    measured("Critical or high findings open", "=", 0, "findings", null, {
      maximumAgeDays: 14,
      area: "Security",
    }),
    measured("Answers with all required headers", ">=", 100, "%", null, {
      minimumSample: 100,
      area: "Security",
    }),
    measured("Administrators with a second factor", ">=", 100, "%", null, {
      maximumAgeDays: 14,
      area: "Security",
    }),
    measured("Critical dependency faults older than 7 days", "=", 0, "faults", null, {
      maximumAgeDays: 7,
      area: "Security",
    }),
  ],
  signOffRules: [
    { name: "Security", minimum: 2 },
    { name: "Compliance", minimum: 1 },
  ],
  rollback: [
    "Put the content policy into report-only; leave the other headers.",
    "Lengthen the lockout's limit rather than switch it off.",
    "Record the change and its end date at the gate.",
  ],
  rollbackTriggers: [
    "More than 0.5% of honest sign-ins are locked out in a day.",
    "A core journey breaks by a header.",
  ],
};
