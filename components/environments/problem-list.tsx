import { type CellProblem, problemText } from "@/lib/domain/environments";

/** Where production equals mock although it must not. */
export function ProblemList({ problems }: { problems: CellProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section aria-label="Problems" className="panel mb-4 px-4.5 py-3">
      <h2 className="text-small font-semibold text-stop">
        {problems.length === 1 ? "1 problem" : `${problems.length} problems`}: production must not equal mock
      </h2>
      <ul className="mt-1 grid gap-1">
        {problems.map((problem) => (
          <li key={`${problem.itemId} ${problem.environmentId}`}>
            <a href={`#configuration-${problem.itemId}`} className="hover:underline">
              {problemText(problem)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
