"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { ItemFormProps } from "./item-form";

export const ItemFormButton = dialogButton<ItemFormProps>(() =>
  import("./item-form").then((module) => module.ItemForm),
);
