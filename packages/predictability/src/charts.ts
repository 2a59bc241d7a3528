export type { Chart } from "@evenkeel/kernel";
export { ageingChart } from "./charts/ageing-chart.js";
export { cumulativeFlowChart } from "./charts/cumulative-flow-chart.js";
export { cycleTimeChart } from "./charts/cycle-time-chart.js";
export { forecastChart } from "./charts/forecast-chart.js";
export { processBehaviourChart } from "./charts/process-behaviour-chart.js";
export { throughputChart } from "./charts/throughput-chart.js";
