import "server-only";
import type { z } from "zod";
import type { ProjectAccess } from "@/lib/data/access";
import { moveThing, setThingArchived, type Thing } from "@/lib/data/things";
import type { thingPatch } from "@/lib/schemas/thing-patch";
import { readJson } from "./body";
import { ifMatchOf } from "./if-match";
import { answerJson, versionTag } from "./respond";

interface PatchCall {
  access: ProjectAccess<"plan:edit">;
  request: Request;
  id: string;
}

type Changed = { id: string; version: number };

/** Carries out the one kind of change that the body of a PATCH asks for (lib/schemas/thing-patch.ts). */
export async function patchThing<Fields extends Record<string, z.ZodType>>(
  { access, request, id }: PatchCall,
  kind: Thing,
  schema: ReturnType<typeof thingPatch<Fields>>,
  edit: (
    input: z.output<ReturnType<typeof thingPatch<Fields>>> & { id: string; version: number | null },
  ) => Promise<Changed>,
): Promise<Response> {
  const wish = await readJson(request, schema);
  const version = ifMatchOf(request);
  // Behind the generic fields the compiler does not see these two, which every such schema has.
  const { archived, beforeId } = wish as { archived?: boolean; beforeId?: string | null };
  const changed =
    archived !== undefined
      ? await setThingArchived(access, kind, id, archived, version)
      : beforeId !== undefined
        ? await moveThing(access, kind, { id, beforeId, version })
        : await edit({ ...wish, id, version });
  return answerJson(changed, 200, { etag: versionTag(changed.version) });
}
