/** The management API, by plain fetch. */

export interface Resource<Attributes = Record<string, unknown>> {
  id: string;
  attributes: Attributes;
  relationships: Record<string, { data: { id: string } | null }>;
}

/** What a call is answered with. */
export interface Answer {
  status: number;
  document: { data?: unknown; errors?: { code: string; source?: object }[] };
}

export const to = (type: string, id: string): object => ({ data: { type, id } });

export class Management {
  constructor(
    private readonly portal: string,
    private readonly token: string,
  ) {}

  async reads<Data>(path: string): Promise<Data> {
    return dataIn<Data>(path, await this.calls("GET", path));
  }

  /** A new resource, whose type is the last part of the path. */
  async makes<Attributes>(path: string, attributes?: object, relationships?: object): Promise<Resource<Attributes>> {
    return dataIn(path, await this.tries(path, attributes, relationships));
  }

  /** The same, which may be refused. */
  async tries(path: string, attributes?: object, relationships?: object): Promise<Answer> {
    const data = { type: path.split("/").at(-1), attributes, relationships };
    return this.calls("POST", path, JSON.stringify({ data }));
  }

  private async calls(method: string, path: string, body?: string): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}`, "Content-Type": "application/vnd.api+json" };
    const answer = await fetch(`${this.portal}/api/v1/${path}`, { method, headers, body });
    return { status: answer.status, document: (await answer.json()) as Answer["document"] };
  }
}

function dataIn<Data>(path: string, { status, document }: Answer): Data {
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(document)}`);
  return document.data as Data;
}
