import type { Refusal } from "@/lib/domain/errors";

/** Refusals that are our fault: their number helps whoever looks into the log. What a person typed needs none. */
const OURS: ReadonlySet<Refusal["code"]> = new Set(["INTERNAL", "UNAVAILABLE"]);

/** "sampleSize" -> "sample size" */
const fieldWord = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What the server refused, above the form's buttons. Fields with their own message are named beside the field. */
export function FormErrors({ refusal, shown = [] }: { refusal: Refusal | null; shown?: string[] }) {
  const fields = Object.entries(refusal?.fields ?? {}).filter(([name]) => !shown.includes(name));
  const onlyShownFields = refusal?.fields && fields.length === 0;
  return (
    <div role="alert" className="empty:hidden">
      {refusal && (
        <div className="rounded-lg bg-stop-soft px-3 py-2 text-small text-stop">
          <p className="font-medium">
            {onlyShownFields ? "Please look at the marked fields." : refusal.message}
          </p>
          {fields.length > 1 && (
            <ul className="mt-1 list-disc pl-5">
              {fields.map(([name, messages]) => (
                <li key={name}>
                  {fieldWord(name)}: {messages.join(" ")}
                </li>
              ))}
            </ul>
          )}
          {OURS.has(refusal.code) && refusal.requestId && (
            <p className="mt-1 text-fine">Request {refusal.requestId}</p>
          )}
        </div>
      )}
    </div>
  );
}
