import { useParams } from "react-router";
import { PageStage } from "./pages/PageStage";

/** The page in the address, edited on itself. */
export function PagePlace() {
  const { flow = "", step = "" } = useParams();
  return <PageStage key={`${flow}/${step}`} flow={flow} step={step} />;
}
