export { CodeText } from './CodeText';
export { DataTable, type DataColumn } from './DataTable';
export { DefectList, usePlace } from './DefectList';
export { DependencyPath } from './DependencyPath';
export { DigestText } from './DigestText';
export { EmptyNote } from './EmptyNote';
export { DotShape, EvidenceDot } from './EvidenceDot';
export { EvidenceDots } from './EvidenceDots';
export { FilterBar } from './FilterBar';
export { FilterSelect } from './FilterSelect';
export {
  absoluteTime,
  elapsed,
  formatBytes,
  formatDate,
  formatNumber,
  refName,
  relativeTime,
  shortDigest,
  shortVersion,
} from './format';
export { NewTag } from './NewTag';
export { QueryError } from './QueryError';
export { RelativeTime } from './RelativeTime';
export { SafeLink } from './SafeLink';
export { SearchBox } from './SearchBox';
export { SeverityTag } from './SeverityTag';
export { StateTag } from './StateTag';
export { StatusWord, type Tone } from './StatusWord';
export { useEntityTabPath } from './useEntityTabPath';
export { useQueryParams } from './useQueryParams';
export { useServerTable } from './useServerTable';
