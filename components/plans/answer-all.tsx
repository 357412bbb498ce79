import { Button } from "@/components/ui/button";
import type { Source } from "./change-words";
import type { Side } from "./merge-conflict";

/** Answers all questions alike; nothing where there are not several. */
export function AnswerAll({
  questions,
  from,
  onAnswer,
}: {
  questions: number;
  from: Exclude<Source, "project">;
  onAnswer: (side: Side) => void;
}) {
  if (questions < 2) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button small look="quiet" onClick={() => onAnswer("file")}>
        All as in the {from}
      </Button>
      <Button small look="quiet" onClick={() => onAnswer("project")}>
        All as here
      </Button>
    </div>
  );
}
