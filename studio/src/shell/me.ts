import { useGet } from "../api/hooks";
import type { Role } from "../api/types";

const ORDER: Role[] = ["agent", "developer", "admin"];

export const useMe = () => useGet("/api/v1/me");

/** Whether whoever is signed in may do what asks for this role; the server decides, this only hides buttons. */
export function useMay(role: Role): boolean {
  const me = useMe();
  return me.data !== undefined && ORDER.indexOf(me.data.role) >= ORDER.indexOf(role);
}
