import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";

/**
 * A person as programs name one: by member id, e-mail address, or a name that only one person has.
 *
 * @param field named in the refusal
 * @returns the member id
 * @throws AppError INVALID when nobody, or more than one person, is meant
 */
export async function memberIdOf(
  access: ProjectAccess<"gate:decide">,
  reference: string,
  field: string,
): Promise<string> {
  const found = await db().member.findMany({
    where: {
      workspaceId: access.workspaceId,
      removedAt: null,
      ...(isId(reference)
        ? { id: reference }
        : { user: { OR: [{ email: reference.toLowerCase() }, { name: reference }] } }),
    },
    select: { id: true },
    take: 2,
  });
  const [member] = found;
  if (member && found.length === 1) return member.id;
  const message = member
    ? "More than one person has this name; use the member id or the e-mail address."
    : "Nobody here has this member id, e-mail address or name.";
  throw new AppError("INVALID", `${field}: ${message}`, { fields: { [field]: [message] } });
}
