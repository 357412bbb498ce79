/** A readiness score; a phase with nothing to score has none. */
export function ScoreNumber({ score }: { score: number | null }) {
  return (
    <span className="num score">
      {score ?? (
        <>
          <span aria-hidden="true">—</span>
          <span className="sr-only">no score yet</span>
        </>
      )}
    </span>
  );
}
