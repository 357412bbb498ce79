// Next sends along with every page what it would show here, and its own is a page of styles.
export { default } from "./not-found";
