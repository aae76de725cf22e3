import schema from "../../../../docs/app.schema.json";
import { type Schema, Schemas } from "./schema";

export const schemas = new Schemas(schema as unknown as Schema);
