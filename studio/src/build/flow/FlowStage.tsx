import "@xyflow/react/dist/style.css";
import "./flow.css";
import { Button } from "@mantine/core";
import { ReactFlowProvider } from "@xyflow/react";
import { Link, useParams } from "react-router";
import { Empty } from "../../parts/Page";
import { buildOf } from "../places";
import { words } from "../words";
import { Canvas } from "./Canvas";
import { useGraph } from "./graph";

const w = words.flow;

/** The canvas of the flow in the address. */
export function FlowStage() {
  const { app = "", flow = "" } = useParams();
  const graph = useGraph(flow);
  if (!graph) return <Empty title={w.lost} text={w.lostText}><Button component={Link} to={buildOf(app)}>{w.toMap}</Button></Empty>;
  return (
    <ReactFlowProvider key={flow}>
      <Canvas app={app} flow={flow} graph={graph} />
    </ReactFlowProvider>
  );
}
