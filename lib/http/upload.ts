import "server-only";
import { AppError } from "@/lib/domain/errors";
import { EVIDENCE_MAX_BYTES } from "@/lib/domain/evidence-file";
import { readBytes } from "./body";

/** The largest body of all: a file, and room for the other fields of the form and what separates them. */
export const FORM_MAX_BYTES = EVIDENCE_MAX_BYTES + 1024 * 1024;

export interface Upload {
  /** the form's other fields; one given twice counts once */
  fields: Record<string, string>;
  file: { name: string; content: Uint8Array<ArrayBuffer> };
}

async function parse(request: Request, bytes: Uint8Array): Promise<FormData> {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(Buffer.from(bytes), { headers }).formData();
  } catch {
    throw new AppError("INVALID", "Send a form as multipart/form-data, with the file in its field `file`.");
  }
}

/**
 * A form with one file in its field `file`, read no further than the largest file that is kept.
 * @throws AppError INVALID when it is no such form; TOO_LARGE
 */
export async function readUpload(request: Request): Promise<Upload> {
  const form = await parse(request, await readBytes(request, FORM_MAX_BYTES));
  const file = form.get("file");
  if (!(file instanceof File)) {
    const message = "Choose a file.";
    throw new AppError("INVALID", `file: ${message}`, { fields: { file: [message] } });
  }
  const fields = Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  );
  return { fields, file: { name: file.name, content: new Uint8Array(await file.arrayBuffer()) } };
}
