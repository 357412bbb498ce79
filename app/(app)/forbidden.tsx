export { RoleTooWeak as default } from "@/components/shell/role-too-weak";
