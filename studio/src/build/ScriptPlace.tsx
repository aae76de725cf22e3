import { useParams } from "react-router";
import { ScriptStage } from "./script/ScriptStage";

/** The script of the flow in the address, or of the whole app. */
export function ScriptPlace() {
  const { flow } = useParams();
  return <ScriptStage key={flow ?? ""} flow={flow} />;
}
