export declare function argumentsOf(name: string, count: number): unknown[];
