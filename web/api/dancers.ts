import { at, told } from "./client.ts";

export interface Dancer {
  readonly id: string;
  readonly name: string;
}

/** Who I am here. */
export const dancerDoors = {
  me: async (): Promise<Dancer | null> => (await told(at.me.$get())).dancer,
  introduce: (name: string): Promise<Dancer> => told(at.dancers.$post({ json: { name } })),
  rename: (name: string): Promise<Dancer> => told(at.me.$patch({ json: { name } })),
};
