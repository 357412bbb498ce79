"use server";
import { z } from "zod";
import { verifyAudit } from "@/lib/data/audit-verify";
import { workspaceAction } from "./define";

export const verifyAuditAction = workspaceAction("workspace:administer", z.object({}), (access) =>
  verifyAudit(access),
);
