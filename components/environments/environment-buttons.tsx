"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { ConfigurationItemFormProps } from "./configuration-item-form";
import type { EnvironmentFormProps } from "./environment-form";

export const EnvironmentFormButton = dialogButton<EnvironmentFormProps>(() =>
  import("./environment-form").then((module) => module.EnvironmentForm),
);

export const ConfigurationItemFormButton = dialogButton<ConfigurationItemFormProps>(() =>
  import("./configuration-item-form").then((module) => module.ConfigurationItemForm),
);
