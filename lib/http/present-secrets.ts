import type { z } from "zod";
import type { SecretView } from "@/lib/domain/secret-views";
import type { secretsSchema } from "@/lib/schemas/api-secrets";

/** The inventory as `GET …/secrets` answers it: all of it, for it is bounded. */
export const presentSecrets = (secrets: SecretView[]): z.input<typeof secretsSchema> => ({
  data: secrets.map(({ lastRotatedBy: _, ...secret }) => secret),
  nextCursor: null,
});
