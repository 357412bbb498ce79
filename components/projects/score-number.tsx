/** A readiness score; a phase with nothing to score has none. */
export function ScoreNumber({ score }: { score: number | null }) {
  return (
    <span className="num min-w-[30px] text-[1.125rem] font-[620] tracking-[-0.02em]">
      {score ?? (
        <>
          <span aria-hidden="true">—</span>
          <span className="sr-only">no score yet</span>
        </>
      )}
    </span>
  );
}
