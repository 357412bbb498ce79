import { peopleSentence, ruleChip, SIGN_OFF_WORDS } from "@/components/sign-offs/sign-off-words";
import { formatFull, type ReaderClock } from "@/components/ui/time-format";
import type { SignOffRuleView, SignOffView } from "@/lib/domain/gate-views";

function signatureOf({ id, by, state, at, comment, changes }: SignOffView, clock: ReaderClock) {
  return (
    <li key={id}>
      {by}, {formatFull(at, clock)}: {SIGN_OFF_WORDS[state].word.toLowerCase()}
      {comment && <span className="block text-ink-2">“{comment}”</span>}
      {state === "STALE" && changes.length > 0 && (
        <span className="block text-ink-2">
          Since then: {changes.map(({ title, change }) => `${title} (${change})`).join("; ")}
        </span>
      )}
    </li>
  );
}

/** Every rule with who signed under it and what they said. */
export function ReportSignOffs({ rules, clock }: { rules: SignOffRuleView[]; clock: ReaderClock }) {
  return (
    <section aria-labelledby="report-sign-offs">
      <h2 id="report-sign-offs">Sign-offs</h2>
      {rules.length === 0 ? (
        <p className="text-ink-2">Nobody has to sign before this gate.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">State</th>
              <th scope="col">Signatures</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">
                  {rule.name}
                  <span className="block font-normal text-ink-2">{peopleSentence(rule)}</span>
                </th>
                <td className="short">{ruleChip(rule).word}</td>
                <td>
                  {rule.signOffs.length === 0 ? (
                    <span className="text-ink-2">none yet</span>
                  ) : (
                    <ul className="grid gap-1">
                      {rule.signOffs.map((signOff) => signatureOf(signOff, clock))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
