import { Chip } from "@/components/ui/chip";
import type { Plan } from "@/lib/schemas/plan";

const SEVERITY_WORDS = { LOW: "Low", MEDIUM: "Medium", HIGH: "High", CRITICAL: "Critical" } as const;

const register = (title: string, lines: { name: string; fact: string; text: string | null }[]) =>
  lines.length > 0 && (
    <details className="panel px-4.5 py-3">
      <summary>
        <h2 className="inline font-semibold">{title}</h2>{" "}
        <span className="num text-fine text-ink-3">{lines.length}</span>
      </summary>
      <ul className="mt-2">
        {lines.map(({ name, fact, text }) => (
          <li key={name} className="border-t border-line py-1.5 first:border-t-0">
            <div className="flex gap-2.5">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
              {fact && (
                <span className="flex-none">
                  <Chip>{fact}</Chip>
                </span>
              )}
            </div>
            {text && <p className="text-small text-ink-2 [overflow-wrap:anywhere]">{text}</p>}
          </li>
        ))}
      </ul>
    </details>
  );

function valuesInWords(columns: readonly string[], values: readonly string[]): string {
  return columns.map((column, index) => `${column}: ${values[index] || "to be filled in"}`).join(" · ");
}

/** What a template says beside its phases: environments, secrets, risks. */
export function TemplateRegisters({ plan: { environments, secrets, risks } }: { plan: Plan }) {
  return (
    <>
      {register(
        "Environment matrix",
        (environments?.rows ?? []).map(({ key, values, mustDiffer }) => ({
          name: key,
          fact: mustDiffer ? "must differ" : "",
          text: valuesInWords(environments?.columns ?? [], values),
        })),
      )}
      {register(
        "Secrets",
        secrets.map(({ name, variable, owner, rotationDays, storage }) => ({
          name,
          fact: rotationDays ? `every ${rotationDays} days` : "",
          text: [variable, owner, storage].filter(Boolean).join(" · "),
        })),
      )}
      {register(
        "Risks",
        risks.map(({ title, severity, mitigation }) => ({
          name: title,
          fact: severity ? SEVERITY_WORDS[severity] : "",
          text: mitigation,
        })),
      )}
    </>
  );
}
