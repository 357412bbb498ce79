"use server";
import { createToken, revokeToken } from "@/lib/data/tokens";
import { newTokenSchema, tokenIdSchema } from "@/lib/schemas/tokens";
import { workspaceAction } from "./define";

export const createTokenAction = workspaceAction("token:own", newTokenSchema, createToken);
export const revokeTokenAction = workspaceAction("token:own", tokenIdSchema, revokeToken);
