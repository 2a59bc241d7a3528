export { copsoq } from "./surveys/copsoq.js";
export { en } from "./surveys/en.js";
export { eriShort } from "./surveys/eri-short.js";
export { type GroupScale, groupScale } from "./surveys/group-scale.js";
export { hseIndicatorTool } from "./surveys/hse-indicator-tool.js";
export { parseInstrument } from "./surveys/instrument.js";
export { nasaRawTlx, nasaTlx } from "./surveys/nasa-tlx.js";
export { scoreInstrument } from "./surveys/score-instrument.js";
export type {
  Instrument,
  Scale,
  ScaleBase,
  ScaleScore,
  SurveyAnswers,
  SurveyItem,
  SurveyResponse,
} from "./surveys/types.js";
