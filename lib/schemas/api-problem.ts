import { z } from "zod";
import { ERROR_CODES } from "@/lib/domain/errors";

/** RFC 9457, as lib/http/problem.ts writes it. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum([...ERROR_CODES, "METHOD_NOT_ALLOWED"]).meta({ description: "Stable; made for programs." }),
    detail: z.string().meta({ description: "One sentence; made for people." }),
    requestId: z.string().optional().meta({ description: "Name it when you ask for help." }),
    fields: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .meta({ description: "INVALID: what was wrong with each field, and what would be right." }),
    current: z.unknown().optional().meta({ description: "CONFLICT: what stands there now." }),
    blockers: z.unknown().optional().meta({ description: "GATE_BLOCKED: what holds the gate up." }),
  })
  .meta({ id: "Problem" });
