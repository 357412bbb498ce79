import type { z } from "zod";
import type { GateCheck } from "@/lib/data/gate-check";
import type { checkSchema } from "@/lib/schemas/api-write";

/** What a pipeline is told about a gate. */
export const presentCheck = ({
  result,
  reasons,
  snapshotHash,
  validUntil,
}: GateCheck): z.input<typeof checkSchema> => ({ result, reasons, snapshotHash, validUntil });
