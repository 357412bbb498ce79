"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { RiskView } from "@/lib/domain/risk-views";
import { RISK_SCALE, type RiskScale, severityOf } from "@/lib/domain/risks";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import { SCALE_WORDS, SEVERITY_WORDS } from "./risk-words";

interface SeverityFieldsProps {
  risk: Pick<RiskView, "severity" | "likelihood" | "impact"> | null;
  errorsOf: (field: string) => string[] | undefined;
}

const scaleOf = (text: string): RiskScale | null => RISK_SCALE.find((step) => step === text) ?? null;

/** Likelihood and impact, and the severity that follows; while one of the two is not said, it is chosen. */
export function SeverityFields({ risk, errorsOf }: SeverityFieldsProps) {
  const [likelihood, setLikelihood] = useState(risk?.likelihood ?? null);
  const [impact, setImpact] = useState(risk?.impact ?? null);
  const scale = (
    name: "likelihood" | "impact",
    label: string,
    value: RiskScale | null,
    change: (value: RiskScale | null) => void,
  ) => (
    <Field label={label} errors={errorsOf(name)}>
      {(control) => (
        <Select
          {...control}
          name={name}
          value={value ?? ""}
          onChange={(event) => change(scaleOf(event.target.value))}
        >
          <option value="">Not said</option>
          {RISK_SCALE.map((step) => (
            <option key={step} value={step}>
              {SCALE_WORDS[step]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      {scale("likelihood", "Likelihood", likelihood, setLikelihood)}
      {scale("impact", "Impact", impact, setImpact)}
      {likelihood && impact ? (
        <div role="status">
          <p className="mb-1 text-small font-medium">Severity</p>
          <p className="py-1.5">
            {SEVERITY_WORDS[severityOf(likelihood, impact)].word}{" "}
            <span className="text-fine text-ink-3">follows from both</span>
          </p>
        </div>
      ) : (
        <Field label="Severity" errors={errorsOf("severity")}>
          {(control) => (
            <Select {...control} name="severity" defaultValue={risk?.severity ?? "MEDIUM"}>
              {RISK_SEVERITIES.map((severity) => (
                <option key={severity} value={severity}>
                  {SEVERITY_WORDS[severity].word}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
