import { Button } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { Empty } from "../parts/Page";
import { words } from "../words";

/** An address that leads nowhere, or a page that could not be fetched. */
export function Lost() {
  const fault = useRouteError();
  const text = fault ? words.broken : words.lost;
  return (
    <div className="card">
      <Empty title={text.title} text={text.text}>
        {fault ? (
          <Button onClick={() => window.location.reload()}>{words.tryAgain}</Button>
        ) : (
          <Button component={Link} to="/apps">{words.nav.apps}</Button>
        )}
      </Empty>
    </div>
  );
}
