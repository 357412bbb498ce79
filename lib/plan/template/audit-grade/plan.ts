import { template } from "../plan-parts";
import { ACCESS } from "./access";
import { PROVE } from "./prove";
import { WATCH } from "./watch";

/** For a product that runs already and has to stand up to an auditor. */
export const AUDIT_GRADE = template({
  title: "Audit-grade hardening",
  description:
    "For a system that is in use and must stand up to an audit: backups that were restored, alerts that mean something, doors that shut, and proof of each. Areas carry the grades, so the rise from one audit to the next can be shown.",
  phases: [PROVE, WATCH, ACCESS],
  environments: {
    columns: ["Staging", "Production"],
    rows: [
      { key: "Backup destination", values: ["Same region", ""], mustDiffer: true },
      { key: "Backup key", values: ["Staging key", ""], mustDiffer: true },
      { key: "Backup interval", values: ["24 hours", "24 hours"] },
      { key: "Backups kept", values: ["3 days", "30 days and at least 10"] },
      { key: "Alert receiver", values: ["Channel of the team", ""], mustDiffer: true },
    ],
  },
  secrets: [
    {
      name: "Backup encryption key",
      variable: "BACKUP_KEY",
      owner: "Operations",
      rotationDays: 365,
      storage: "Key service, with an offline copy",
    },
    {
      name: "Alert receiver",
      variable: "PAGER_ROUTING_KEY",
      owner: "Operations",
      rotationDays: 180,
      storage: "Secret manager",
    },
    {
      name: "Session signing key",
      variable: "SESSION_SECRET",
      owner: "Security",
      rotationDays: 90,
      storage: "Secret manager",
    },
  ],
  risks: [
    {
      title: "Backups succeed for months and cannot be read",
      severity: "CRITICAL",
      likelihood: "HIGH",
      impact: "HIGH",
      mitigation:
        "Each is verified against its manifest; one is restored every month into an empty environment.",
    },
    {
      title: "The key of the backups is lost with the system",
      severity: "MEDIUM",
      likelihood: "LOW",
      impact: "HIGH",
      mitigation: "A sealed offline copy under two people; opened once a year in a drill.",
    },
    {
      title: "So many alerts that none is read",
      severity: "HIGH",
      likelihood: "HIGH",
      impact: "MEDIUM",
      mitigation: "Only P1 wakes somebody; alerts without an action are deleted each month.",
    },
    {
      title: "Lockout is used to shut honest people out",
      severity: "MEDIUM",
      likelihood: "MEDIUM",
      impact: "MEDIUM",
      mitigation: "Lock by account and address together, for a growing time, with a way back by mail.",
    },
  ],
});
