import { Fragment } from "react";

/** The words of a description, its names in the letters of code. */
export const Described = ({ text }: { text: string }) => (
  <>{text.split("`").map((part, at) => (at % 2 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>))}</>
);
